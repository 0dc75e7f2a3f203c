import json

from hypothesis import given
from hypothesis import strategies as st

from rcc_dash.figures.outlines import LAND, as_sent, kept_outlines, outlines
from rcc_dash.figures.polyline import polyline
from rcc_dash.figures.region_map import MapSpec, region_map
from rcc_dash.figures.things import things
from tests.figures.square_land import COUNTS, FLOWS, GROUND, HOMES, ORIGINS, SHADING, SIZE

FULL = MapSpec(
    "Squareland", GROUND, SIZE, shading=SHADING, origins=ORIGINS, things=things(FLOWS, COUNTS, HOMES)
)
DEGREES = st.integers(-1_800_000, 1_800_000).map(lambda whole: whole / 10_000)


def read(text: str) -> list[list[float]]:
    """Read a polyline by its own description: five bits a letter, the sign in the lowest bit."""
    numbers, value, shift = [], 0, 0
    for letter in text:
        bits = ord(letter) - 63
        value |= (bits & 31) << shift
        shift += 5
        if bits < 32:
            numbers.append(~(value >> 1) if value & 1 else value >> 1)
            value = shift = 0
    places, at = [], [0, 0]
    for east, north in zip(numbers[::2], numbers[1::2], strict=True):
        at = [at[0] + east, at[1] + north]
        places.append([part / 10_000 for part in at])
    return places


def test_a_polyline_as_in_its_description() -> None:
    described = [(385.0, -1202.0), (407.0, -1209.5), (432.52, -1264.53)]  # times ten: a decimal less
    assert polyline(described) == "_p~iF~ps|U_ulLnnqC_mqNvxq`@"


@given(st.lists(st.tuples(DEGREES, DEGREES).map(list), min_size=1, max_size=20))
def test_a_polyline_gives_back_its_places(places: list[list[float]]) -> None:
    assert read(polyline(places)) == places


def test_the_browser_keeps_every_outline_as_it_is_drawn() -> None:
    kept = {
        name: [[read(ring) for ring in polygon] for polygon in polygons]
        for name, polygons in kept_outlines(GROUND).items()
    }
    assert kept == {name: shape["coordinates"] for name, shape in outlines(GROUND).items()}
    assert set(kept) == {LAND, *(shape.code for shape in GROUND.members)}


def test_a_picture_names_the_outlines_that_the_browser_keeps_and_holds_none() -> None:
    whole = region_map(FULL).deck.spec
    layers = as_sent(whole)["layers"][0]  # type: ignore[index]
    land = [layer["data"]["features"] for layer in layers if layer["@@type"] == "GeoJsonLayer"]
    named = [feature["geometry"] for features in land for feature in features]
    assert set(named) == set(kept_outlines(GROUND))
    assert "coordinates" not in json.dumps(layers)
    assert "coordinates" in json.dumps(whole), "deck.gl and files get the whole picture"


def test_a_picture_is_otherwise_as_it_was() -> None:
    whole = region_map(FULL).deck.spec
    for sent, layer in zip(as_sent(whole)["layers"][0], whole["layers"][0], strict=True):  # type: ignore[index]
        if isinstance(layer["data"], dict):
            codes = [feature["properties"] for feature in layer["data"]["features"]]
            assert [feature["properties"] for feature in sent["data"]["features"]] == codes
        else:
            lines = [one | ({"p": read(one["p"])} if "p" in one else {}) for one in sent["data"]]
            assert lines == layer["data"]
