"""What does a region look like at a glance? A plain picture that prints well and needs no WebGL."""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import Final

import numpy as np
from numpy.typing import NDArray

from rcc_dash.domain.words import and_list
from rcc_dash.figures.ground import Ground
from rcc_dash.figures.labels import Box, Name, Placed, place_names
from rcc_dash.figures.legend import Legend
from rcc_dash.figures.name_layer import names_of
from rcc_dash.figures.palette import HIDDEN, INK, LAND, LINE, MEMBER_LINE, QUIET, WATER
from rcc_dash.figures.shading import Shaded, Shading, Tone, shaded
from rcc_dash.figures.shapes import Shape, bounds_of
from rcc_dash.figures.text_size import text_height
from rcc_dash.figures.view import View, fitted_view

_AROUND: Final = ""
_TEXT_PX: Final = 13
_LINE_PX: Final = _TEXT_PX * 1.15
_HATCH: Final = (
    '<defs><pattern id="hidden" width="7" height="7" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)">'
    f'<rect width="7" height="7" fill="{HIDDEN}"/><path d="M0 0V7" stroke="{QUIET}" stroke-width="2.4"/>'
    "</pattern></defs>"
)


@dataclass(frozen=True, slots=True)
class SmallMap:
    """The picture as SVG, its legend, its words for those who do not see it, and what is `beside` it.

    `beside` names areas, with their figures, whose names have no room in the picture; blank for none.
    """

    svg: str
    legend: Legend
    alt: str
    beside: str

    def img_html(self) -> str:
        """Give the picture as an HTML image, since Streamlit leaves inline SVG out.

        It has a layer of its own: else a browser draws it anew at each step of the page's arriving.
        """
        source = b64encode(self.svg.encode()).decode()
        style = "width:100%;will-change:transform"
        return f'<img src="data:image/svg+xml;base64,{source}" alt="{escape(self.alt)}" style="{style}">'


def small_map(
    region_name: str, ground: Ground, shading: Shading, size_px: tuple[int, int], focus: str = ""
) -> SmallMap:
    """Draw a region's areas by class, each with its name and its figure as written."""
    view = fitted_view(bounds_of(ground.members), size_px)
    shades = shaded(shading, [shape.code for shape in ground.members])
    spoken = _spoken(ground, shades)
    alt = f"Map of {region_name}: {shading.title}, by local authority. {spoken or 'No figures'}."
    placed = _placed(ground, shades, view)
    body = "".join((*_land(ground, view), *_areas(ground, shades, view, focus), *_names(placed)))
    frame = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size_px[0]} {size_px[1]}" role="img" '
        'aria-labelledby="t d" font-family="Arial, Helvetica, sans-serif" font-weight="700" '
        f'font-size="{_TEXT_PX}"><title id="t">{escape(shading.title)}: {escape(region_name)}</title>'
        f'<desc id="d">{escape(spoken)}</desc>{_HATCH}'
    )
    water = f'<rect width="100%" height="100%" fill="{WATER}"/>'
    beside = _beside(ground, shades, placed)
    return SmallMap(f"{frame}{water}{body}</svg>", Legend((shades.legend(),)), alt, beside)


def _land(ground: Ground, view: View) -> Iterator[str]:
    yield f'<path d="{_outlines(ground, view)[_AROUND]}" fill="{LAND}" stroke="{LINE}"/>'


def _areas(ground: Ground, shades: Shaded, view: View, focus: str) -> Iterator[str]:
    lines, outlines = f'stroke="{MEMBER_LINE}" fill-rule="evenodd"', _outlines(ground, view)
    for shape in ground.members:
        tone = shades.tones[shape.code]
        fill = "url(#hidden)" if tone == Tone.HIDDEN else shades.colours[tone]
        dashes = ' stroke-dasharray="4 3" stroke-width="2"' if tone == Tone.MISSING else ""
        said = f"<title>{escape(shape.name)}: {escape(shades.said(shape.code))}</title>"
        yield f'<path d="{outlines[shape.code]}" fill="{fill}" {lines}{dashes}>{said}</path>'
    for shape in ground.members:
        if shape.code == focus:
            yield f'<path d="{outlines[shape.code]}" fill="none" stroke="{INK}" stroke-width="3.5"/>'


def _placed(ground: Ground, shades: Shaded, view: View) -> tuple[Placed, ...]:
    window = Box(2, 2, view.width - 2, view.height - 2)
    wanted = names_of(ground.members, view, {}, None)
    return place_names([_with_figure(name, shades) for name in wanted], window, _TEXT_PX)


def _beside(ground: Ground, shades: Shaded, placed: Sequence[Placed]) -> str:
    """Tell of the areas that found no room, and spell out those that are written as initials."""
    first = {place.code: place.text.split("\n")[0] for place in placed}
    left = sorted(
        f"{one.name} {shades.said(one.code)}".rstrip() for one in ground.members if one.code not in first
    )
    short = sorted(
        f"{first[one.code]} is {one.name}"
        for one in ground.members
        if one.code in first and not one.name.startswith(first[one.code])
    )
    said = (f"No room to name {and_list(left)}" if left else "", *short)
    return " ".join(f"{words.strip()}." for words in said if words)


def _names(placed: Sequence[Placed]) -> Iterator[str]:
    for place in placed:
        if place.leader:
            yield _leader(place)
        top = place.y - text_height(place.text, _TEXT_PX) / 2 + 0.8 * _TEXT_PX
        lines = "".join(
            f'<tspan x="{place.x:.1f}" y="{top + number * _LINE_PX:.1f}">{escape(line)}</tspan>'
            for number, line in enumerate(place.text.split("\n"))
        )
        halo = 'stroke="#fff" stroke-width="4" stroke-linejoin="round" paint-order="stroke"'
        yield f'<text text-anchor="middle" fill="{INK}" {halo}>{lines}</text>'


def _with_figure(name: Name, shades: Shaded) -> Name:
    return Name(name.code, name.text, name.x, name.y, name.clear, name.rank, note=shades.said(name.code))


def _leader(place: Placed) -> str:
    (x, y), box = place.anchor, place.box
    end = (min(max(x, box.left), box.right), min(max(y, box.top), box.bottom))
    return f'<path d="M{x:.1f} {y:.1f}L{end[0]:.1f} {end[1]:.1f}" stroke="{INK}"/>'


@lru_cache(maxsize=16)
def _outlines(ground: Ground, view: View) -> dict[str, str]:
    """Write the outline of each member, by code, and of the land around: the same for every figure."""
    around = "".join(_path(shape, view) for shape in ground.context)
    return {_AROUND: around, **{shape.code: _path(shape, view) for shape in ground.members}}


def _path(shape: Shape, view: View) -> str:
    rings = (view.to_pixels(np.array(ring)) for polygon in shape.polygons for ring in polygon)
    return "".join(_ring(np.rint(10 * ring[:-1]).astype(int)) for ring in rings)


def _ring(tenths: NDArray[np.int_]) -> str:
    """Write a ring from point to point, in half the letters of where each point is: it is sent every time."""
    steps = np.diff(tenths, axis=0)
    numbers = "".join(f"{x}{y}" for x, y in ((_after(x), _after(y)) for x, y in steps if x or y))
    return f"M{tenths[0][0] / 10:g} {tenths[0][1] / 10:g}l{numbers.lstrip()}z"


def _after(tenths: int) -> str:
    """Write tenths of a pixel so that they can stand after another number."""
    written = f"{tenths / 10:g}".replace("0.", ".", 1) if abs(tenths) < 10 else f"{tenths / 10:g}"  # noqa: PLR2004 one
    return written if tenths < 0 else f" {written}"


def _spoken(ground: Ground, shades: Shaded) -> str:
    return "; ".join(
        f"{shape.name} {shades.said(shape.code)}" for shape in ground.members if shades.said(shape.code)
    )
