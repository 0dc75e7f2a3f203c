"""How does what is drawn on the screen become a part of a picture that can be taken away?"""

import re
from collections.abc import Mapping, Sequence
from importlib import import_module
from itertools import count
from typing import Any, Final

from rcc_dash.figures.chart_parts import Spec
from rcc_dash.figures.legend import Legend
from rcc_dash.figures.palette import INK, LINE, QUIET
from rcc_dash.figures.region_map import RegionMap
from rcc_dash.figures.small_map import SmallMap
from rcc_dash.figures.svg_deck import deck_piece
from rcc_dash.figures.svg_legend import boxed, filled, keys_piece, legend_piece
from rcc_dash.figures.svg_parts import Piece, Type, at, line_of_text, paragraph, stacked
from rcc_dash.figures.void_bars import Bar, Scheme, scheme_key

_SIZE: Final = re.compile(r'<svg[^>]*? width="([\d.]+)" height="([\d.]+)"')
_BOX: Final = re.compile(r'viewBox="0 0 (\d+) (\d+)"')
_NAMED: Final = re.compile(r'(\bid="|url\(#|href="#)(?!take-)')
_LEGEND_PX: Final = 206.0
_NAME_MOST_PX: Final = 300
_NAME_PX, _BAR_PX = 150.0, 22.0
_NAMED_FROM: Final = 0.06
_BESIDE: Final = Type(11, QUIET)
_turn = count()


def converter() -> Any:  # noqa: ANN401 the package has types of its own
    """Give the package that draws charts and writes PNG and PDF; loaded at the first picture, not before."""
    return import_module("vl_convert")


def chart_piece(spec: Spec, keys_html: str, width: float) -> Piece:
    """Draw a chart at a width, under the line of marks that stands above it on the screen."""
    plain = {key: value for key, value in spec.items() if key != "params"}
    sized = {**_with_whole_names(plain), "width": width, "autosize": {"type": "fit-x", "contains": "padding"}}
    drawn = str(converter().vegalite_to_svg(sized))
    size = _SIZE.search(drawn)
    high = float(size[2]) if size else width / 2
    chart = Piece(_own_names(drawn), float(size[1]) if size else width, high)
    return stacked([keys_piece(keys_html, width), chart], 6)


def small_map_piece(drawn: SmallMap, width: float) -> Piece:
    """Draw a small map with its legend under it."""
    box = _BOX.search(drawn.svg)
    wide, high = (float(box[1]), float(box[2])) if box else (width, width)
    sized = drawn.svg.replace("<svg ", f'<svg width="{wide:g}" height="{high:g}" ', 1)
    beside = [paragraph(drawn.beside, width, _BESIDE)] if drawn.beside else []
    return stacked([Piece(_own_names(sized), wide, high), *beside, legend_piece(drawn.legend, width)], 8)


def region_map_piece(drawn: RegionMap, size_px: tuple[int, int]) -> Piece:
    """Draw the region's map with its legend inside, lower left."""
    land = deck_piece(drawn.deck.spec, size_px)
    legend = _legend_box(drawn.legend)
    return Piece(f"{land.svg}{at(legend, 8, land.height - legend.height - 8)}", land.width, land.height)


def bars_piece(bars: Sequence[Bar], scheme: Scheme, width: float) -> Piece:
    """Draw parted bars, each with its name before it and its words under it."""
    rows = [_bar(bar, scheme, width) for bar in bars if sum(bar.numbers.values()) > 0]
    return stacked([keys_piece(scheme_key(scheme), width), stacked(rows, 6)], 8)


def _with_whole_names(spec: Any) -> Any:  # noqa: ANN401 any JSON
    """Give the names on axes the room that a screen beside a table does not have."""
    if isinstance(spec, Mapping):
        found = {key: _with_whole_names(value) for key, value in spec.items()}
        return {**found, "labelLimit": _NAME_MOST_PX} if "labelLimit" in found else found
    return [_with_whole_names(one) for one in spec] if isinstance(spec, list) else spec


def _legend_box(legend: Legend) -> Piece:
    return boxed(legend_piece(legend, _LEGEND_PX)) if legend.groups else Piece("", 0, 0)


def _bar(bar: Bar, scheme: Scheme, width: float) -> Piece:
    room, whole = width - _NAME_PX - 2, sum(bar.numbers.values())
    name = paragraph(bar.name, _NAME_PX - 10, Type(13, is_bold=bar.is_total))
    parts, x = [], _NAME_PX
    for state in scheme.states:
        number = bar.numbers.get(state, 0.0)
        if number > 0:
            parts.append(_segment(scheme, state, number, (x, room * number / whole), whole))
            x += room * number / whole
    frame = f'<rect x="{_NAME_PX}" y="0" width="{room:.1f}" height="{_BAR_PX}" fill="none" stroke="{LINE}"/>'
    said = paragraph(bar.said, room, Type(12, QUIET, is_bold=bar.is_total))
    high = max(_BAR_PX + said.height, name.height)
    return Piece("".join(parts) + frame + at(name, 0, 0) + at(said, _NAME_PX, _BAR_PX), width, high)


def _segment(scheme: Scheme, state: str, number: float, span: tuple[float, float], whole: float) -> str:
    (x, width), style = span, scheme.states[state][1]
    box = f'<rect x="{x:.1f}" y="0.5" width="{width:.1f}" height="{_BAR_PX - 1}" {filled(style)}/>'
    if number / whole < _NAMED_FROM or state in scheme.unnamed:
        return box
    ink = "#ffffff" if state in scheme.light_on else INK
    return box + line_of_text(f"{number:,.0f}", x + width / 2, 15.5, Type(12.5, ink), "middle")


def _own_names(svg: str) -> str:
    """Give what is named in a picture names that no other picture has: several may share a page."""
    own = f"take{next(_turn)}-"
    return _NAMED.sub(lambda found: found[1] + own, svg).replace('aria-labelledby="t d" ', "")
