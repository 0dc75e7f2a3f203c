"""What is an agenda? A list of views of this app, each a page and the codes of its link, and the open one.

Within a link an agenda holds codes only: `distance~d-part~where~la~350.351~~voids~v-part~cost`.
Titles and notes are somebody's own words and travel in a file (`domain.agenda_file`), never in a link.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Final

MAX_STOPS: Final = 20
"""More than a meeting takes in, and few enough for a link that can be pasted."""

MAX_AGENDA: Final = 8_000
"""Characters of an agenda in a link; longer ones are cut before they are read."""

VIEW_PAGES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "overview": "Overview",
        "homes_and_origins": "Homes and origins",
        "distance": "Distance",
        "voids": "Voids",
        "rare": "Rare needs",
        "compare": "Compare",
        "explore": "Explore",
        "data": "Data",
    }
)
"""Pages that have views: those that answer a question by their link; loading files does not."""

_BETWEEN, _WITHIN = "~~", "~"
_CODES: Final = re.compile(r"[A-Za-z0-9.\-_]{1,400}")


@dataclass(frozen=True, slots=True)
class Stop:
    """One view of an agenda: the page, by the stem of its file, and its query."""

    page: str
    query: tuple[tuple[str, str], ...] = ()

    @property
    def title(self) -> str:
        """Give the name of its page."""
        return VIEW_PAGES[self.page]


@dataclass(frozen=True, slots=True)
class Entry:
    """A view with somebody's own words; blank where there are none."""

    stop: Stop
    title: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Agenda:
    """What a meeting looks at, in order."""

    title: str = ""
    entries: tuple[Entry, ...] = ()

    @property
    def stops(self) -> tuple[Stop, ...]:
        """Give the views without their words."""
        return tuple(entry.stop for entry in self.entries)

    def with_entry(self, entry: Entry) -> "Agenda":
        """Add a view at the end; a full agenda stays as it is."""
        return replace(self, entries=(*self.entries, entry)[:MAX_STOPS])

    def without(self, place: int) -> "Agenda":
        """Take away the view at a place, counted from 0."""
        return replace(self, entries=(*self.entries[:place], *self.entries[place + 1 :]))

    def moved(self, place: int, by: int) -> "Agenda":
        """Move a view up (-1) or down (1); at the ends it stays."""
        to = min(max(place + by, 0), len(self.entries) - 1)
        others = list(self.without(place).entries)
        others.insert(to, self.entries[place])
        return replace(self, entries=tuple(others))

    def worded(self, place: int, title: str, note: str) -> "Agenda":
        """Give the view at a place other words."""
        entry = replace(self.entries[place], title=title, note=note)
        return replace(self, entries=(*self.entries[:place], entry, *self.entries[place + 1 :]))

    def following(self, stops: tuple[Stop, ...], known: Mapping[Stop, Entry]) -> "Agenda":
        """Take over the views of a link: each keeps its words, or gets those that are known for it."""
        mine = {entry.stop: entry for entry in reversed(self.entries)}
        return replace(
            self, entries=tuple(mine.get(stop) or known.get(stop) or Entry(stop) for stop in stops)
        )


@dataclass(frozen=True, slots=True)
class Meeting:
    """An agenda and where one is in it: `step` counts from 1; 0 means that nothing is presented.

    Without stops the view that is open is presented by itself.
    """

    stops: tuple[Stop, ...] = ()
    step: int = 0

    @property
    def is_on(self) -> bool:
        """Say whether a view is being presented."""
        return self.step > 0

    def normalised(self) -> "Meeting":
        """Give the one spelling: no more stops than fit, and a step that is one of them."""
        stops = self.stops[:MAX_STOPS]
        return Meeting(stops, min(max(self.step, 0), max(len(stops), 1)))

    def at(self, step: int) -> "Meeting":
        """Give the same agenda at another step."""
        return replace(self, step=step).normalised()


def agenda_text(stops: tuple[Stop, ...]) -> str:
    """Write an agenda as one value of a link."""
    return _BETWEEN.join(
        _WITHIN.join((stop.page, *(part for pair in stop.query for part in pair))) for stop in stops
    )


def agenda_parts(text: str) -> tuple[Stop | None, ...]:
    """Read an agenda out of a link; None stands for a view that cannot be read. Knows no codes."""
    return tuple(_stop(part.split(_WITHIN)) for part in text.split(_BETWEEN) if part)


def _stop(parts: list[str]) -> Stop | None:
    page, *rest = parts
    fits = page in VIEW_PAGES and not len(rest) % 2 and all(_CODES.fullmatch(part) for part in rest)
    return Stop(page, tuple(zip(rest[::2], rest[1::2], strict=True))) if fits else None
