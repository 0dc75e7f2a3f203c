"""How large is the picture of a real region, and do its names fit? Needs the official boundaries."""

import json
from pathlib import Path

import pandas as pd
import pytest

from rcc_dash.domain.places import cooperatives, local_authorities, match_area
from rcc_dash.figures.ground import Ground, ground
from rcc_dash.figures.region_map import MapSpec, RegionMap, region_map
from rcc_dash.figures.shading import Shading
from rcc_dash.figures.shapes import Shape
from rcc_dash.figures.things import things

OFFICIAL = Path(__file__).parents[3] / "shared/data/geo/utla_england_2023_bgc_simplified_250m.geojson"
pytestmark = pytest.mark.skipif(
    not OFFICIAL.exists(), reason="official boundaries are not beside the project"
)


def official_shapes() -> list[Shape]:
    features = json.loads(OFFICIAL.read_text(encoding="utf-8"))["features"]
    return [_shape(feature["properties"], feature["geometry"]) for feature in features]


def _shape(told: dict[str, str | float], geometry: dict[str, list]) -> Shape:  # type: ignore[type-arg]
    parts = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    code = match_area(str(told["CTYUA23CD"])).la_code or ""
    polygons = tuple(tuple(tuple((p[0], p[1]) for p in ring) for ring in part) for part in parts)
    label = (float(told["label_lon"]), float(told["label_lat"]))
    return Shape(code, local_authorities()[code].name, label, polygons)


@pytest.fixture(scope="module", params=["gm", "se"])
def land(request: pytest.FixtureRequest) -> Ground:
    return ground(official_shapes(), cooperatives()[request.param].la_codes)


def full_map(land: Ground, size: tuple[int, int]) -> RegionMap:
    members = land.members
    codes = [m.code for m in members]
    shading = pd.DataFrame({"la_code": codes, "value": [30.0 + i for i in range(len(codes))]}).assign(
        shown="30%"
    )
    counts = pd.DataFrame({"la_code": codes, "places": [float(9 + i) for i in range(len(codes))]})
    pairs = [(a, b) for a in members for b in members if a.code < b.code][:20]
    ends = [(a.code, b.code, a.name, b.name, *a.label, *b.label) for a, b in pairs]
    names = ["from_code", "to_code", "from_name", "to_name", "from_lon", "from_lat", "to_lon", "to_lat"]
    flows = pd.DataFrame(ends, columns=names).assign(**{"shown": "30", "class": 1, "kind": "inside"})
    return region_map(
        MapSpec(
            "Region",
            land,
            size,
            shading=Shading("Outside", "share_pct", shading),
            things=things(flows, counts.assign(shown="9", sector="", tip="9 homes")),
        )
    )


def test_a_full_map_stays_under_70_kilobytes(land: Ground) -> None:
    assert len(full_map(land, (860, 620)).deck.to_json().encode()) <= 70_000


@pytest.mark.parametrize(("size", "least"), [((860, 620), 1.0), ((350, 420), 0.7)])
def test_members_are_named(land: Ground, size: tuple[int, int], least: float) -> None:
    deck = json.loads(full_map(land, size).deck.to_json())
    named = next(layer["data"] for layer in deck["layers"][0] if layer["id"] == "names")
    assert len(named) >= least * len(land.members)
