"""Can an outline file that the user drops in stand for the derived one? Any vintage of ONS codes will do."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import shapely

from rcc_dash.reference.outlines import made_small, on_grid
from rcc_dash.reference.tables import rows

Outlines = dict[str, shapely.Geometry]

_SIMPLIFIED_METRES: Final = 250.0
"""As fine as a map of a region shows."""
_LARGEST_DEGREE: Final = 360.0
"""Coordinates beyond this are metres on the British National Grid."""
_NAMED: Final = 4
"""So many absent LAs are named; the rest are counted."""
_YEAR: Final = re.compile(r"([0-9]{2})CD$")
_TRY: Final = (
    "Download 'Counties and Unitary Authorities, Boundaries EN BGC' of April 2023 or later as GeoJSON "
    "from the ONS Open Geography portal, put it here instead, and take this one away."
)

_UNREADABLE: Final = (
    OSError,
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
    RecursionError,
    shapely.errors.ShapelyError,
)


@dataclass(frozen=True, slots=True)
class Official:
    """Outlines by DfE's LA code, in metres on the grid, and the year (or "") that their codes are of."""

    outlines: Outlines
    year: str


class NotUsableError(Exception):
    """Why a dropped file is not used and how to mend that, in plain words."""


def read_official(path: Path) -> Official:
    """Which LAs does a GeoJSON file outline? Lower-tier and former areas are put together into today's LAs.

    Raises NotUsableError when it cannot be read or does not cover every English LA.
    """
    try:
        features = json.loads(path.read_bytes())["features"]
        code_property = _code_property([feature["properties"] for feature in features], path.name)
        found = _outlines(features, code_property)
    except _UNREADABLE as error:
        message = f"{path.name} cannot be read as GeoJSON, so it is not used. {_TRY}"
        raise NotUsableError(message) from error
    _refuse_gaps(found, path.name)
    year = _YEAR.search(code_property)
    return Official(made_small(found, _SIMPLIFIED_METRES), f"20{year[1]}" if year else "")


def _known() -> dict[str, str]:
    own = {row[kind]: row["la_code"] for kind in ("ons_code", "la_code") for row in rows("local_authorities")}
    return {row["code"]: row["la_code"] for row in rows("la_code_changes")} | own


def _code_property(properties: list[dict[str, object]], file_name: str) -> str:
    """Find the property that names the most LAs."""
    known = _known()
    names = sorted({name for each in properties for name in each})
    count = {name: len({known[v] for v in _texts(properties, name) if v in known}) for name in names}
    best = max(names, key=lambda name: count[name], default="")
    if not count.get(best):
        message = f"{file_name} has no property with codes of English LAs, so it is not used. {_TRY}"
        raise NotUsableError(message)
    return best


def _texts(properties: list[dict[str, object]], name: str) -> list[str]:
    return [str(each.get(name)) for each in properties]


def _outlines(features: list[dict[str, dict[str, object]]], code_property: str) -> Outlines:
    known, parts = _known(), dict[str, list[shapely.Geometry]]()
    for feature in features:
        code = known.get(str(feature["properties"].get(code_property)))
        if code is not None and feature["geometry"]:
            parts.setdefault(code, []).append(_shape(feature["geometry"]))
    return {code: shapely.union_all(pieces) for code, pieces in sorted(parts.items())}


def _shape(geometry: Mapping[str, object]) -> shapely.Geometry:
    shape = shapely.from_geojson(json.dumps(geometry))
    is_metres = abs(shapely.get_coordinates(shape)).max(initial=0.0) > _LARGEST_DEGREE
    valid = shapely.make_valid(shape if is_metres else on_grid(shape), method="structure")
    return shapely.force_2d(valid)


def _refuse_gaps(found: Outlines, file_name: str) -> None:
    absent = [row["name"] for row in rows("local_authorities") if row["la_code"] not in found]
    if absent:
        named = ", ".join(absent[:_NAMED])
        more = f" and {len(absent) - _NAMED} more" if len(absent) > _NAMED else ""
        message = f"{file_name} lacks {named}{more}, so it is not used. {_TRY}"
        raise NotUsableError(message)
