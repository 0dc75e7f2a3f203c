"""Where can each name stand so that none covers another, a circle or the edge?"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from math import hypot
from typing import Final

from rcc_dash.figures.text_size import text_height, text_width

_GAP: Final = 4.0
_LEADER_RINGS: Final = (16.0, 30.0, 46.0, 64.0, 86.0, 112.0)
_DIRECTIONS: Final = ((0, 1), (0, -1), (1, 0), (-1, 0), (1, 1), (-1, 1), (1, -1), (-1, -1))
_LONG: Final = 12
_STEPS: Final = 8


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the screen, in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Say whether two rectangles overlap."""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom


@dataclass(frozen=True, slots=True)
class Name:
    """A name that wants a place: its point, the circle kept free there, and its rank (high first).

    `heading` (x, y downwards) says on which side it stands best; without it, under its point. A `note`
    is written on a line of its own below the name.
    """

    code: str
    text: str
    x: float
    y: float
    clear: float
    rank: float
    heading: tuple[float, float] | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Placed:
    """A name in its place: the middle of its text, and whether a thin line leads to its point."""

    code: str
    text: str
    x: float
    y: float
    box: Box
    anchor: tuple[float, float]
    leader: bool


@dataclass(slots=True)
class _Room:
    size: float
    window: Box
    taken: list[Box] = field(default_factory=list)


def place_names(
    names: Iterable[Name], window: Box, size: float, taken: Sequence[Box] = ()
) -> tuple[Placed, ...]:
    """Place names greedily, the highest rank first; one that fits nowhere is left out.

    Circles of all names, and the boxes in `taken`, are kept free.
    """
    waiting = sorted(names, key=lambda name: (-name.rank, name.code))
    room = _Room(size, window, [*taken, *(_circle(name) for name in waiting if name.clear)])
    found = (_place(name, room) for name in waiting)
    return tuple(place for place in found if place)


def spellings(name: str) -> tuple[str, ...]:
    """Give the ways a name may be written, best first: whole, on two lines, as initials."""
    words = name.split()
    if len(words) == 1:
        return (name,)
    breaks = [" ".join(words[:i]) + "\n" + " ".join(words[i:]) for i in range(1, len(words))]
    two_lines = min(breaks, key=lambda text: text_width(text, 1))
    initials = "".join("&" if word == "and" else word[0] for word in words if word not in {"of", "upon"})
    return (two_lines, name, initials) if len(name) > _LONG else (name, two_lines, initials)


def _place(name: Name, room: _Room) -> Placed | None:
    for placed in _candidates(name, room.size):
        boxes = [placed.box, *_leader_boxes(placed, name.clear)]
        if _inside(placed.box, room.window) and not any(b.meets(t) for b in boxes for t in room.taken):
            room.taken.extend(boxes)
            return placed
    return None


def _candidates(name: Name, size: float) -> Iterator[Placed]:
    *whole, last = [f"{text}\n{name.note}".strip() for text in spellings(name.text)]
    texts = whole or [last]
    for text in texts:
        if not name.clear:
            yield _at(name, text, (0.0, 0.0), size)
        yield from _around(name, text, name.clear + _GAP, size)
    for ring in _LEADER_RINGS:
        for text in texts:
            yield from _around(name, text, name.clear + ring, size)
    if whole:
        yield from _around(name, last, name.clear + _GAP, size)


def _around(name: Name, text: str, away: float, size: float) -> Iterator[Placed]:
    half_width, half_height = text_width(text, size) / 2, text_height(text, size) / 2
    for x, y in _sides(name.heading):
        reach = away * (0.7 if x and y else 1.0)
        yield _at(name, text, (x * (reach + half_width), y * (reach + half_height)), size)


def _sides(heading: tuple[float, float] | None) -> Iterable[tuple[int, int]]:
    if heading is None:
        return _DIRECTIONS
    return sorted(_DIRECTIONS, key=lambda side: -(side[0] * heading[0] + side[1] * heading[1]) / hypot(*side))


def _at(name: Name, text: str, offset: tuple[float, float], size: float) -> Placed:
    x, y = name.x + offset[0], name.y + offset[1]
    half_width, half_height = text_width(text, size) / 2 + 1, text_height(text, size) / 2 + 1
    box = Box(x - half_width, y - half_height, x + half_width, y + half_height)
    nearest = (min(max(name.x, box.left), box.right) - name.x, min(max(name.y, box.top), box.bottom) - name.y)
    far = max(abs(nearest[0]), abs(nearest[1])) > name.clear + _LEADER_RINGS[0] * 0.65
    return Placed(name.code, text, x, y, box, (name.x, name.y), far)


def _leader_boxes(placed: Placed, clear: float) -> Iterator[Box]:
    """Cover the thin line with small boxes, so that nothing else is written over it."""
    if not placed.leader:
        return
    (x, y), box = placed.anchor, placed.box
    end = (min(max(x, box.left), box.right), min(max(y, box.top), box.bottom))
    length = max(abs(end[0] - x), abs(end[1] - y))
    for step in range(1, _STEPS):
        share = step / _STEPS
        if share * length > clear + 2:
            at = (x + (end[0] - x) * share, y + (end[1] - y) * share)
            yield Box(at[0] - 1, at[1] - 1, at[0] + 1, at[1] + 1)


def _circle(name: Name) -> Box:
    return Box(name.x - name.clear, name.y - name.clear, name.x + name.clear, name.y + name.clear)


def _inside(box: Box, window: Box) -> bool:
    across = window.left <= box.left and box.right <= window.right
    return across and window.top <= box.top and box.bottom <= window.bottom
