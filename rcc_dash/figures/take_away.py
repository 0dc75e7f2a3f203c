"""What does a picture say of itself when it has left the app? A card for one picture, a page for a hand-out.

Both are SVG: written as they are, or turned into PNG and PDF without a browser or network.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rcc_dash.figures.palette import FAR, INK, LINE, QUIET
from rcc_dash.figures.svg_parts import Piece, Type, at, document, paragraph, scaled, stacked, width_of
from rcc_dash.figures.svg_table import PaperTable, table_piece
from rcc_dash.figures.take_away_pictures import converter

CARD_PX: Final = 760.0
"""Width of a picture in a card."""
PAGE_PX: Final = 700.0
"""Width of what stands on a page."""
_EDGE: Final = 24.0
_PAPER: Final = (794.0, 1123.0)
_PAPER_SIZE: Final = ("210mm", "297mm")
_GAP: Final = 12.0
_MOST, _SMALLEST = 3, 0.62
"""Pictures on a sheet at the most, and the least that they may be shrunk to."""
_SHARP: Final = 2
"""Pixels of a PNG for each of the picture's own: sharp on a projector."""

_AREA, _TITLE = Type(13, QUIET), Type(20, INK, is_bold=True)
_NAMED: Final = Type(13.5, INK, is_bold=True)
_SENTENCE, _SMALL = Type(14.5), Type(11, QUIET)
_NAME, _VALUE, _BESIDE = Type(11, QUIET), Type(21, INK, is_bold=True), Type(10.5, QUIET)


@dataclass(frozen=True, slots=True)
class Caption:
    """What stands about a picture: the area, a title, a sentence, filters; below it, lines in small.

    `label` says how the figures were treated; with `is_alarm` it stands in red on top (exact figures).
    """

    area: str
    title: str
    sentence: str
    filters: str
    lines: tuple[str, ...]
    label: str
    is_alarm: bool = False


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """One of a page's key figures, as its card says it."""

    name: str
    value: str
    beside: tuple[str, ...]


def card_svg(picture: Piece, caption: Caption) -> str:
    """Put one picture under its title and filters, over its sources, date and label."""
    whole = stacked([_head(caption, CARD_PX), scaled(picture, CARD_PX), _foot(caption, CARD_PX)], 14)
    width, height = CARD_PX + 2 * _EDGE, whole.height + 2 * _EDGE
    placed = Piece(at(whole, _EDGE, _EDGE), width, height)
    return document(placed, (f"{width:.0f}", f"{height:.0f}"), (width, height))


def page_svg(
    caption: Caption,
    figures: Sequence[KeyFigure],
    pictures: Sequence[Piece],
    tables: Sequence[PaperTable] = (),
) -> str:
    """Put a view on a sheet of A4: its sentence, key figures, pictures, what fits of its tables, sources."""
    head = stacked([_head(caption, PAGE_PX), _figures(figures)], 12)
    foot = _foot(caption, PAGE_PX)
    edge = (_PAPER[0] - PAGE_PX) / 2
    room = _PAPER[1] - 2 * edge - head.height - foot.height - 28
    parts = [_fitted(pictures, room)]
    for table in tables:
        used = sum(part.height + _GAP for part in parts if part.height)
        parts.append(table_piece(table, PAGE_PX, room - used))
    drawn = stacked(parts, _GAP)  # once: PDF takes no deep nesting
    body = at(head, edge, edge) + at(drawn, edge, edge + head.height + 14)
    return document(
        Piece(body + at(foot, edge, _PAPER[1] - edge - foot.height), *_PAPER), _PAPER_SIZE, _PAPER
    )


def titled(title: str, picture: Piece) -> Piece:
    """Put a picture under its own title, for a sheet that may hold several."""
    return stacked([paragraph(title, picture.width, _NAMED), picture], 4)


def to_png(svg: str) -> bytes:
    """Turn a picture into PNG, twice as sharp as it is on the screen."""
    return bytes(converter().svg_to_png(svg, scale=_SHARP))


def to_pdf(svg: str) -> bytes:
    """Turn a picture into PDF whose text can be read, sought and copied."""
    return bytes(converter().svg_to_pdf(svg))


def _head(caption: Caption, width: float) -> Piece:
    parts = [
        _banner(caption, width),
        paragraph(caption.area, width, _AREA),
        paragraph(caption.title, width, _TITLE),
        paragraph(caption.sentence, width, _SENTENCE),
        paragraph(caption.filters, width, _AREA),
    ]
    return stacked([part for part in parts if part.height], 4)


def _banner(caption: Caption, width: float) -> Piece:
    if not caption.is_alarm:
        return Piece("", width, 0)
    text = paragraph(caption.label, width - 20, Type(14, "#ffffff", is_bold=True))
    box = f'<rect width="{width:g}" height="{text.height + 10:.0f}" fill="{FAR}"/>'
    return Piece(box + at(text, 10, 4), width, text.height + 10)


def _foot(caption: Caption, width: float) -> Piece:
    lines = [paragraph(line, width, _SMALL) for line in (*caption.lines, caption.label)]
    told = stacked(lines, 1)
    rule = f'<path d="M0 0H{width:g}" stroke="{LINE}"/>'
    return Piece(rule + at(told, 0, 5), width, told.height + 5)


def _figures(figures: Sequence[KeyFigure]) -> Piece:
    if not figures:
        return Piece("", PAGE_PX, 0)
    width = PAGE_PX / len(figures)
    cells = [_figure(one, width - 14) for one in figures]
    return Piece(
        "".join(at(cell, n * width, 0) for n, cell in enumerate(cells)),
        PAGE_PX,
        max(cell.height for cell in cells),
    )


def _figure(one: KeyFigure, width: float) -> Piece:
    name = paragraph(one.name, width, _NAME)
    level = Piece(name.svg, width, max(name.height, 2 * _NAME.size * 1.35))
    size = _VALUE.size * min(1.0, width / max(width_of(one.value, _VALUE), 1.0))
    value = paragraph(one.value, width * 2, Type(size, INK, is_bold=True))
    return stacked([level, value, *(paragraph(words, width, _BESIDE) for words in one.beside)], 0)


def _fitted(pictures: Sequence[Piece], room: float) -> Piece:
    """Stack as many pictures as there is room for, shrunk a little where one more then fits."""
    wide = [scaled(one, PAGE_PX) for one in pictures if one.height]
    for many in range(min(len(wide), _MOST), 0, -1):
        free = room - _GAP * (many - 1)
        by = min(free / sum(one.height for one in wide[:many]), 1.0)
        if by >= _SMALLEST or many == 1:
            return stacked([scaled(one, one.width * by) for one in wide[:many]], _GAP)
    return Piece("", PAGE_PX, 0)
