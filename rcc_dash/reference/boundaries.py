"""Which outlines do maps draw? An official ONS file when one lies in the folder, else the derived ones."""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any, Final

import shapely

from rcc_dash.reference.official_boundaries import NotUsableError, Official, read_official
from rcc_dash.reference.outlines import Point, Polygon, label_point, rings
from rcc_dash.reference.tables import rows
from rcc_dash.settings import BOUNDARIES_DIR, MAX_FILE_BYTES

DERIVED: Final = "derived.geojson"
_KINDS: Final = frozenset({".geojson", ".json"})
_ATTRIBUTION: Final = (
    "Source: Office for National Statistics licensed under the Open Government Licence v3.0. "
    "Contains OS data © Crown copyright and database right{year}."
)
_POSTCODES: Final = " Contains Royal Mail data © Royal Mail copyright and database right 2026."
_one_at_a_time: Final = Lock()


@dataclass(frozen=True, slots=True)
class Area:
    """One local authority: DfE's code, name, the place of its name, and its outline.

    Points are (longitude, latitude); a polygon is its outer ring and then its holes, each ring closed.
    """

    la_code: str
    name: str
    label: Point
    polygons: tuple[Polygon, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Boundaries:
    """All English LAs in order of code, whence they come, and what is wrong with a file not used.

    Compared by identity: the same files give the same object. `notice` is "" when nothing is wrong.
    """

    areas: tuple[Area, ...]
    source_name: str
    licence: str
    notice: str


@dataclass(frozen=True, slots=True)
class _Mark:
    """Tells one state of a file from another without opening it."""

    path: Path
    changed_ns: int
    size_bytes: int


def areas(folder: Path = BOUNDARIES_DIR) -> Boundaries:
    """What are the outlines of all English LAs now? The newest usable official file in the folder wins.

    Files are read again only when one comes, goes or changes; otherwise the same object comes back.
    """
    with _one_at_a_time:
        return _chosen(_marks(folder), _mark(BOUNDARIES_DIR / DERIVED))


def _marks(folder: Path) -> tuple[_Mark, ...]:
    dropped = [path for path in folder.glob("*") if path.suffix.lower() in _KINDS and path.name != DERIVED]
    marks = [_mark(path) for path in dropped]
    return tuple(sorted(marks, key=lambda mark: (-mark.changed_ns, mark.path.name)))


def _mark(path: Path) -> _Mark:
    state = path.stat()
    return _Mark(path, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=4)
def _chosen(dropped: tuple[_Mark, ...], derived: _Mark) -> Boundaries:
    wrong: list[str] = []
    for mark in dropped:
        try:
            return _of_official(mark.path.name, _read(mark), " ".join(wrong))
        except NotUsableError as reason:
            wrong.append(str(reason))
    return _of_derived(derived.path, " ".join(wrong))


def _read(mark: _Mark) -> Official:
    if mark.size_bytes > MAX_FILE_BYTES:
        message = f"{mark.path.name} is too large, so it is not used. Take the generalised (BGC) file."
        raise NotUsableError(message)
    return read_official(mark.path)


def _of_official(file_name: str, official: Official, notice: str) -> Boundaries:
    names = {row["la_code"]: row["name"] for row in rows("local_authorities")}
    drawn = tuple(_area(code, names[code], shape) for code, shape in sorted(official.outlines.items()))
    year = f" {official.year}" if official.year else ""
    return Boundaries(drawn, f"ONS boundaries ({file_name})", _ATTRIBUTION.format(year=year), notice)


def _area(la_code: str, name: str, shape: shapely.Geometry) -> Area:
    return Area(la_code, name, label_point(shape), rings(shape))


def _of_derived(path: Path, notice: str) -> Boundaries:
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    drawn = sorted((_as_written(feature) for feature in features), key=lambda area: area.la_code)
    source = "Derived from the ONS Postcode Directory: approximate"
    return Boundaries(tuple(drawn), source, _ATTRIBUTION.format(year=" 2026") + _POSTCODES, notice)


def _as_written(feature: dict[str, Any]) -> Area:
    """Take the coordinates as they stand: the file is our own, and maps wait for this at each start."""
    told, shape = feature["properties"], feature["geometry"]
    parts = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
    polygons = tuple(tuple(tuple(map(tuple, ring)) for ring in rings_of) for rings_of in parts)
    label = float(told["label_lon"]), float(told["label_lat"])
    return Area(str(told["la_code"]), str(told["name"]), label, polygons)
