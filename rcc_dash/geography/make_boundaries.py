"""Make `data/boundaries/derived.geojson`: `python -m rcc_dash.geography.make_boundaries`.

Takes a few minutes. The same package version gives the same file.
"""

import json
import logging
from pathlib import Path
from typing import Final

import shapely

from rcc_dash.geography.coast import land
from rcc_dash.geography.net import net_of, placed_postcodes
from rcc_dash.geography.partition import Areas, divided
from rcc_dash.reference.outlines import label_point, made_small, rings
from rcc_dash.reference.tables import rows
from rcc_dash.settings import BOUNDARIES_DIR

DETAIL_METRES: Final = 200.0
"""Corners smaller than this are postcodes' accidents; also keeps the file under 700 KB."""

_log = logging.getLogger(__name__)


def england() -> Areas:
    """What is the outline of each English LA, in metres on the grid, with few points?"""
    net = net_of(placed_postcodes())
    return made_small(divided(net, land(net)), DETAIL_METRES)


def feature_collection(areas: Areas) -> str:
    """Write areas as GeoJSON text: one line per English LA, in order of the reference list.

    Raises KeyError when an LA has no area.
    """
    lines = (
        _feature(row["la_code"], row["name"], areas[row["la_code"]]) for row in rows("local_authorities")
    )
    return '{"type":"FeatureCollection","features":[\n' + ",\n".join(lines) + "\n]}\n"


def _feature(la_code: str, name: str, area: shapely.Geometry) -> str:
    lon, lat = label_point(area)
    feature = {
        "type": "Feature",
        "properties": {"la_code": la_code, "name": name, "label_lon": lon, "label_lat": lat},
        "geometry": {"type": "MultiPolygon", "coordinates": rings(area)},
    }
    return json.dumps(feature, ensure_ascii=False, separators=(",", ":"))


def write_boundaries(folder: Path) -> Path:
    """Write the derived outlines into a folder and say where."""
    path = folder / "derived.geojson"
    path.write_text(feature_collection(england()), encoding="utf-8")
    _log.warning("%s KB of outlines written to %s", path.stat().st_size // 1000, path)
    return path


if __name__ == "__main__":
    logging.basicConfig(format="%(message)s")
    write_boundaries(BOUNDARIES_DIR)
