"""What do the colours, widths and sizes mean? Said in words, and drawn as a small HTML box."""

from dataclasses import dataclass
from enum import StrEnum
from html import escape

from rcc_dash.figures.palette import HIDDEN, INK, LINE, QUIET


class Mark(StrEnum):
    """The form of a legend's sample."""

    FILL = "fill"
    HATCH = "hatch"
    DASHED = "dashed"
    ARROW = "arrow"
    CIRCLE = "circle"
    RING = "ring"
    HEXAGON = "hexagon"


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a legend; `size` is the width in pixels of an arrow's thick end."""

    mark: Mark
    colour: str
    words: str
    size: float = 0.0


@dataclass(frozen=True, slots=True)
class Group:
    """One block of a legend: what is shown, and its classes."""

    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Legend:
    """The whole legend, in the order in which it is read."""

    groups: tuple[Group, ...]


def legend_html(legend: Legend) -> str:
    """Draw the legend as HTML that needs no script, picture or style sheet; all text is escaped."""
    blocks = "".join(_group(group) for group in legend.groups if group.items)
    box = (
        f"display:flex;flex-flow:row wrap;gap:8px 24px;background:#ffffffe8;border:1px solid {LINE};"
        f"padding:8px 12px;font-size:14px;line-height:1.35;color:{INK};"
        "box-sizing:border-box;width:fit-content"
    )
    return f'<div role="note" aria-label="Legend" style="{box}">{blocks}</div>'


def _group(group: Group) -> str:
    rows = "".join(_row(item) for item in group.items)
    return f'<div><div style="font-weight:700">{escape(group.title)}</div>{rows}</div>'


def _row(item: Item) -> str:
    cell = "display:inline-flex;flex:none;width:28px;height:19px;align-items:center;justify-content:center"
    sample = f'<span style="{cell}"><span style="{_sample(item)}"></span></span>'
    words = f"<span>{escape(item.words)}</span>"
    return f'<div style="display:flex;align-items:center;gap:8px">{sample}{words}</div>'


def _sample(item: Item) -> str:
    swatch = "width:26px;height:14px;box-sizing:border-box;"
    round_dot = "border-radius:50%;"
    stripes = f"repeating-linear-gradient(135deg,{QUIET} 0 1.5px,{HIDDEN} 1.5px 6px)"
    hexagon = "clip-path:polygon(25% 0,75% 0,100% 50%,75% 100%,25% 100%,0 50%);"
    return {
        Mark.FILL: f"{swatch}background:{item.colour};border:1px solid {QUIET}",
        Mark.HATCH: f"{swatch}background:{stripes};border:1px solid {QUIET}",
        Mark.DASHED: f"{swatch}background:#fff;border:2px dashed {QUIET}",
        Mark.ARROW: _arrow(item),
        Mark.CIRCLE: f"width:16px;height:16px;{round_dot}background:{item.colour}",
        Mark.RING: f"width:8px;height:8px;{round_dot}background:{item.colour};{_ring(item.colour)}",
        Mark.HEXAGON: f"width:20px;height:17px;{hexagon}background:{item.colour}",
    }[item.mark]


def _ring(tone: str) -> str:
    return f"outline:1px solid {tone};outline-offset:4px"


def _arrow(item: Item) -> str:
    """Cut an arrow, thick end left, out of a block as high as its head."""
    height = max(item.size * 1.15, 8.0)
    tail, neck = 50 * item.size / height, 50 * 0.35 * item.size / height
    back = 100 - 100 * min(height * 1.2, 14) / 28
    upper = [(0, 50 - tail), (back, 50 - neck), (back, 0)]
    corners = [*upper, (100, 50), *((x, 100 - y) for x, y in reversed(upper))]
    cut = ",".join(f"{x:.0f}% {y:.0f}%" for x, y in corners)
    return f"width:28px;height:{height:.0f}px;background:{item.colour};clip-path:polygon({cut})"
