"""How does a legend look in a picture that is taken away? The same marks and words as on the screen."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Final

from rcc_dash.figures.legend import Group, Item, Legend, Mark
from rcc_dash.figures.palette import LINE, QUIET
from rcc_dash.figures.svg_parts import (
    HATCH_FILL,
    STRIPED_FILL,
    Piece,
    Type,
    at,
    paragraph,
    stacked,
    width_of,
)

_WORDS: Final = Type(12.5)
_TITLE: Final = Type(12.5, is_bold=True)
_SAMPLE_PX: Final = 34.0
_ROW_PX: Final = 19.0
_GAP_PX: Final = 16.0
_ONE_A_ROW_PX: Final = 250.0
"""In a legend that is narrower, as inside the map, each mark has a row of its own."""

_HUE: Final = re.compile(r"background:(#[0-9a-f]{3,6})")
_EDGE: Final = re.compile(r"border(?:-color)?:(?:2px solid )?(#[0-9a-f]{3,6})")
_KEY: Final = re.compile(r'<li>(?:<span style="([^"]*)"></span>)?(.*?)</li>')


@dataclass(frozen=True, slots=True)
class Key:
    """One sample of a legend as SVG within 28 by 16 pixels, and its words."""

    sample: str
    words: str


def legend_piece(legend: Legend, width: float) -> Piece:
    """Draw a map's legend: each group under its title, its marks in rows of a width."""
    groups = [_group(group, width) for group in legend.groups if group.items]
    return stacked(groups, 6)


def boxed(piece: Piece, pad: float = 8) -> Piece:
    """Put a legend into a white box, as it stands on the map."""
    width, height = piece.width + 2 * pad, piece.height + 2 * pad
    size = f'width="{width:.0f}" height="{height:.0f}"'
    box = f'<rect {size} fill="#ffffff" fill-opacity="0.91" stroke="{LINE}"/>'
    return Piece(box + at(piece, pad, pad), width, height)


def keys_piece(keys_html: str, width: float) -> Piece:
    """Draw the line of marks that stands above a chart, from the HTML that the screen has."""
    found = _KEY.findall(keys_html)
    return _rows([Key(_of_style(style) if style else "", unescape(words)) for style, words in found], width)


def _group(group: Group, width: float) -> Piece:
    keys = [Key(_of_item(item), item.words) for item in group.items]
    return stacked([paragraph(group.title, width, _TITLE), _rows(keys, width)], 1)


def _rows(keys: Sequence[Key], width: float) -> Piece:
    """Set keys beside one another, as many as fit in a row."""
    return stacked([_row(row, width) for row in _fitted(keys, width)], 0)


def _fitted(keys: Sequence[Key], width: float) -> Iterator[list[Key]]:
    row: list[Key] = []
    used = 0.0
    for key in keys:
        if row and (width < _ONE_A_ROW_PX or used + _wide(key) > width):
            yield row
            row, used = [], 0.0
        row.append(key)
        used += _wide(key) + _GAP_PX
    if row:
        yield row


def _row(keys: Sequence[Key], width: float) -> Piece:
    drawn, x, height = [], 0.0, _ROW_PX
    for key in keys:
        indent = _SAMPLE_PX if key.sample else 0.0
        words = paragraph(key.words, max(width - indent, 60.0), _WORDS)
        drawn.append(at(Piece(key.sample, 28, 16), x, 1.5) + at(words, x + indent, 1))
        x, height = x + _wide(key) + _GAP_PX, max(height, words.height + 2)
    return Piece("".join(drawn), width, height)


def _wide(key: Key) -> float:
    return (_SAMPLE_PX if key.sample else 0.0) + width_of(key.words, _WORDS)


def _of_item(item: Item) -> str:
    swatch = 'x="1" y="1" width="26" height="13"'
    return {
        Mark.FILL: f'<rect {swatch} fill="{item.colour}" stroke="{QUIET}"/>',
        Mark.HATCH: f'<rect {swatch} fill="{HATCH_FILL}" stroke="{QUIET}"/>',
        Mark.DASHED: f'<rect {swatch} fill="#fff" stroke="{QUIET}" stroke-width="2" stroke-dasharray="4 3"/>',
        Mark.ARROW: _arrow(item),
        Mark.CIRCLE: f'<circle cx="14" cy="8" r="7.5" fill="{item.colour}"/>',
        Mark.RING: f'<circle cx="14" cy="8" r="3.5" fill="{item.colour}"/>'
        f'<circle cx="14" cy="8" r="7.5" fill="none" stroke="{item.colour}"/>',
        Mark.HEXAGON: f'<path d="M9 0H19L24 8L19 16H9L4 8Z" fill="{item.colour}"/>',
    }[item.mark]


def _arrow(item: Item) -> str:
    tail, head = item.size / 2, max(item.size * 0.6, 4.0)
    neck = 0.35 * tail
    back = 28 - min(head * 2.4, 14.0)
    return (
        f'<path d="M0 {8 - tail:.1f}L{back:.1f} {8 - neck:.1f}V{8 - head:.1f}L28 8L{back:.1f} {8 + head:.1f}'
        f'V{8 + neck:.1f}L0 {8 + tail:.1f}Z" fill="{item.colour}"/>'
    )


def _of_style(style: str) -> str:
    """Draw what a small box looks like in the style that its HTML gives it."""
    if "height:2px" in style:
        return f'<path d="M2 8H26" stroke="{_hue(style)}" stroke-width="2.5"/>'
    if re.search(r"border-radius:(?:50%|[3-9]px)", style):
        return f'<circle cx="14" cy="8" r="5.5" {filled(style)}/>'
    return f'<rect x="4" y="1.5" width="20" height="13" {filled(style, QUIET)}/>'


def filled(style: str, line: str = "none") -> str:
    """Give the fill and the line of a box by the CSS that its HTML has."""
    edge = _EDGE.search(style)
    stroke = f'stroke="{edge[1]}" stroke-width="2"' if edge else f'stroke="{line}"'
    return f'fill="{STRIPED_FILL if "gradient" in style else _hue(style)}" {stroke}'


def _hue(style: str) -> str:
    found = _HUE.search(style)
    return found[1] if found else "none"
