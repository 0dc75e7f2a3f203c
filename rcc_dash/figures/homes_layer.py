"""Where are the homes? Counts at the LA where no more is known; rings of uncertainty where more is."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import pandas as pd

from rcc_dash.figures.deck import DECIMALS, Layer, layer, records, tip_in_focus
from rcc_dash.figures.legend import Group, Item, Mark
from rcc_dash.figures.palette import INK, colour, sector_colour
from rcc_dash.figures.shapes import Point, Shape
from rcc_dash.settings import METRES_PER_MILE

HOME_COUNTS: Final = "home-counts"
HOMES: Final = "homes"
LARGEST_PX: Final = 21.0
SMALLEST_PX: Final = 10.0
"""A circle never gets so small that its number does not fit."""

_SECTOR_WORDS: Final = {
    "la": "Local authority",
    "private": "Private",
    "voluntary": "Voluntary",
    "health": "Health",
    "": "All sectors; larger: more places",
}
_DOT_PX: Final = 4.5
_NUMBER_PX: Final = 12


def circle_radii(counts: pd.DataFrame, scale: float = 1.0) -> dict[str, float]:
    """Give each area's circle radius in pixels: its area follows `places`, the largest takes 21."""
    largest = counts["places"].max() if len(counts) else 0
    pairs = counts.dropna(subset=["places"])[["la_code", "places"]].to_dict("records")
    return {
        str(p["la_code"]): max(LARGEST_PX * scale * (float(p["places"]) / largest) ** 0.5, SMALLEST_PX)
        for p in pairs
        if p["places"] > 0
    }


def count_layers(
    counts: pd.DataFrame, members: Sequence[Shape], radii: Mapping[str, float], focus: str | None
) -> Iterator[Layer]:
    """Draw a circle and a number at each area's own point: a count at the LA, never a place of a home.

    Columns: `la_code`, `places`, `shown` (the number inside), `sector` (blank for all), `tip`.
    """
    points = {shape.code: shape.label for shape in members if shape.code in radii}
    found = counts[counts["la_code"].isin(list(points))].sort_values("la_code")
    drawn = [_count(row, radii, points, focus) for row in records(found)]
    if drawn:
        yield layer("ScatterplotLayer", HOME_COUNTS, drawn, pickable=True, getFillColor="@@=c", **_CIRCLE)
        numbers = [{"at": row["at"], "text": row["text"]} for row in drawn]
        yield layer("TextLayer", "home-numbers", numbers, **_NUMBER)


def located_layers(homes: pd.DataFrame, focus: str | None) -> Iterator[Layer]:
    """Draw homes known to a postcode sector: a dot in a ring that is as wide as the doubt.

    Columns: `code` (URN), `lon`, `lat`, `spread_miles`, `sector`, `tip`.
    """
    rows = [_located(row, focus) for row in records(homes.sort_values("code"))]
    if rows:
        rings = [{"at": row["at"], "r": row["r"], "c": row["c"]} for row in rows]
        yield layer("ScatterplotLayer", "home-rings", rings, getLineColor="@@=c", **_RING)
        dots = [{key: row[key] for key in ("code", "tip", "at", "c")} for row in rows]
        yield layer("ScatterplotLayer", HOMES, dots, pickable=True, getFillColor="@@=c", **_DOT)


def count_legend(counts: pd.DataFrame, number: str) -> tuple[Group, ...]:
    """Say what the circles at LAs and their numbers mean."""
    items = (Item(Mark.CIRCLE, sector_colour(s), _SECTOR_WORDS[s]) for s in _sectors(counts))
    return (Group(f"Number of {number} in the LA", tuple(items)),) if len(counts) else ()


def located_legend(homes: pd.DataFrame) -> tuple[Group, ...]:
    """Say what the dots and rings of single homes mean."""
    items = (Item(Mark.RING, sector_colour(s), _SECTOR_WORDS[s]) for s in _sectors(homes))
    return (Group("Homes, somewhere in the ring", tuple(items)),) if len(homes) else ()


def _count(
    row: Mapping[str, object], radii: Mapping[str, float], points: Mapping[str, Point], focus: str | None
) -> dict[str, object]:
    code = str(row["la_code"])
    return {
        "code": code,
        "tip": tip_in_focus(str(row["tip"]), code, focus),
        "at": [round(degrees, DECIMALS) for degrees in points[code]],
        "r": round(radii[code], 1),
        "c": colour(sector_colour(str(row["sector"])), 240),
        "text": str(row["shown"]),
    }


def _located(row: Mapping[str, object], focus: str | None) -> dict[str, object]:
    code = str(row["code"])
    return {
        "code": code,
        "tip": tip_in_focus(str(row["tip"]), code, focus),
        "at": [round(float(str(row[axis])), DECIMALS) for axis in ("lon", "lat")],
        "r": round(float(str(row["spread_miles"])) * METRES_PER_MILE),
        "c": colour(INK if code == focus else sector_colour(str(row["sector"]))),
    }


def _sectors(frame: pd.DataFrame) -> list[str]:
    present = {sector if sector in _SECTOR_WORDS else "" for sector in frame["sector"].unique()}
    return [sector for sector in _SECTOR_WORDS if sector in present]


_CIRCLE: Final = {
    "getPosition": "@@=at",
    "getRadius": "@@=r",
    "radiusUnits": "pixels",
    "stroked": True,
    "getLineColor": [255, 255, 255, 255],
    "getLineWidth": 1.5,
    "lineWidthUnits": "pixels",
}
_NUMBER: Final = {
    "getPosition": "@@=at",
    "getText": "@@=text",
    "getSize": _NUMBER_PX,
    "getColor": [255, 255, 255, 255],
    "fontFamily": "Arial, Helvetica, sans-serif",
    "fontWeight": 700,
}
_RING: Final = {
    "getPosition": "@@=at",
    "getRadius": "@@=r",
    "radiusUnits": "meters",
    "radiusMinPixels": _DOT_PX + 2,
    "filled": False,
    "stroked": True,
    "getLineWidth": 1.2,
    "lineWidthUnits": "pixels",
}
_DOT: Final = {
    "getPosition": "@@=at",
    "getRadius": _DOT_PX,
    "radiusUnits": "pixels",
    "stroked": True,
    "getLineColor": [255, 255, 255, 255],
    "getLineWidth": 1,
    "lineWidthUnits": "pixels",
}
