import json
from collections.abc import Iterator
from typing import Any

import pandas as pd
import pytest

from rcc_dash.figures.map_words import shaded_words, thing_words
from rcc_dash.figures.region_map import MapSpec, region_map
from rcc_dash.figures.shading import Shading
from rcc_dash.figures.things import things
from tests.figures.square_land import COUNTS, FLOWS, GROUND, HOMES, ORIGINS, SHADING, SIZE

FULL = MapSpec(
    "Squareland", GROUND, SIZE, shading=SHADING, origins=ORIGINS, things=things(FLOWS, COUNTS, HOMES)
)


def layers(spec: MapSpec) -> dict[str, Any]:
    deck = json.loads(region_map(spec).deck.to_json())
    return {layer["id"]: layer for layer in deck["layers"][0]}


def pickable_things(found: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, layer in found.items():
        if layer["pickable"]:
            data = layer["data"]
            rows = [f["properties"] for f in data["features"]] if isinstance(data, dict) else data
            yield from ((name, row) for row in rows)


def test_layers_lie_in_one_list_within_the_list_so_that_a_click_fades_nothing() -> None:
    deck = json.loads(region_map(FULL).deck.to_json())
    assert len(deck["layers"]) == 1
    assert isinstance(deck["layers"][0], list)
    assert deck["mapProvider"] is None


def test_layers_are_stacked_from_land_to_names() -> None:
    assert list(layers(FULL)) == [
        "sea", "land", "areas", "origins", "hatch", "missing", "flows", "home-rings", "homes",
        "home-counts", "home-numbers", "neighbours", "names", "scale", "scale-words",
    ]  # fmt: skip


def test_what_can_be_pointed_at_carries_code_tip_and_drawing_and_nothing_else() -> None:
    drawing = {
        "areas": {"tone"},
        "flows": {"k", "p"},
        "homes": {"at", "c"},
        "home-counts": {"at", "c", "r", "text"},
    }
    for name, row in pickable_things(layers(FULL)):
        assert set(row) == {"code", "tip"} | drawing[name]


def test_no_other_column_and_no_hidden_cell_reaches_the_browser() -> None:
    text = region_map(FULL).deck.to_json()
    for secret in ("s3cret", "hidden-flow", "own-flow", "86195800fffffff", "value", "nan", "NaN"):
        assert secret not in text


def test_hidden_hexagons_look_like_no_hexagons() -> None:
    shown = ORIGINS[ORIGINS["class"].notna()]
    assert (
        layers(FULL)["origins"]
        == layers(MapSpec("S", GROUND, SIZE, shading=SHADING, origins=shown))["origins"]
    )


def test_an_index_always_means_the_same_area() -> None:
    for frame in (SHADING.frame, SHADING.frame.head(1), SHADING.frame.iloc[::-1]):
        spec = MapSpec("S", GROUND, SIZE, shading=type(SHADING)("T", "share_pct", frame))
        areas = layers(spec)["areas"]["data"]["features"]
        assert [area["properties"]["code"] for area in areas] == ["A1", "A2", "A3", "A4"]


def test_hidden_missing_and_shown_are_three_tones() -> None:
    areas = layers(FULL)["areas"]["data"]["features"]
    tips = {area["properties"]["code"]: area["properties"]["tip"] for area in areas}
    assert tips["A1"] == "Ashby\nChildren placed outside: 32%"
    assert tips["A2"].endswith("[c]")
    assert tips["A3"].endswith("not returned")
    tones = [area["properties"]["tone"] for area in areas]
    assert tones[1:3] == [6, 7]
    assert tones[0] < tones[3] <= 5


def test_lines_of_areas_and_arrows_are_never_pickable() -> None:
    found = layers(FULL)
    assert found["areas"]["_subLayerProps"]["polygons-stroke"] == {"pickable": False}
    assert found["flows"]["_subLayerProps"]["stroke"] == {"pickable": False}
    assert {name for name, layer in found.items() if layer["pickable"]} == {
        "areas",
        "flows",
        "homes",
        "home-counts",
    }


def test_what_is_in_focus_looks_different_so_that_a_second_click_counts() -> None:
    plain, focused = (
        layers(FULL),
        layers(MapSpec("S", GROUND, SIZE, things=things(home_counts=COUNTS), focus="A1")),
    )
    for name in ("areas", "home-counts"):
        before = {row["code"]: row["tip"] for n, row in pickable_things(plain) if n == name}
        after = {row["code"]: row["tip"] for n, row in pickable_things(focused) if n == name}
        assert before["A1"] != after["A1"]
        assert "again" in after["A1"]
        assert "again" not in after["A2"]
    assert "focus" in focused


def test_without_shading_hexagons_lie_under_the_areas_lines() -> None:
    names = list(layers(MapSpec("S", GROUND, SIZE, origins=ORIGINS)))
    assert names.index("origins") < names.index("areas")


def test_each_area_is_named_or_left_out_and_outsiders_too() -> None:
    found = layers(FULL)
    words = {row["text"].replace("\n", " ") for row in found["names"]["data"]}
    assert words <= {"Ashby", "Barton on Sea", "Combe", "Windsor and Maidenhead", "BoS", "W&M"}
    assert {row["text"] for row in found["neighbours"]["data"]} == {"Dale", "Farland", "Elsewhere"}


def test_the_words_say_what_is_drawn() -> None:
    drawn = region_map(FULL)
    assert drawn.alt.startswith("Map of Squareland, with local authorities shaded by")
    assert "4 flows of children" in drawn.alt
    assert [group.title for group in drawn.legend.groups] == [
        "Children placed outside", "Where children come from", "Where children are placed",
        "Number of homes in the LA", "Homes, somewhere in the ring",
    ]  # fmt: skip


def test_the_words_name_the_highest_and_lowest_figure_shown_and_no_hidden_one() -> None:
    said = region_map(FULL).alt
    assert " Highest: 61% (Windsor and Maidenhead); lowest: 32% (Ashby). " in said
    assert "Barton" not in said
    alike = pd.DataFrame({"la_code": ["A1", "A2"], "value": [20.0, 20.0], "shown": ["20", "20"]})
    assert shaded_words(Shading("Children", "children", alike), {"A1": "Ashby", "A2": "Barton"}) == (
        " Shown: 20 children (Ashby and Barton)."
    )
    assert shaded_words(Shading("Children", "children", alike.assign(value=None)), {}) == ""


def test_the_words_count_homes_and_places_and_name_the_largest_flow() -> None:
    moved = pd.DataFrame(
        [("Bolton", "Bury", "E08000002", 1250), ("Bury", "Wales", "WAL", 10)],
        columns=["la_name", "placement_name", "placement_la", "children"],
    )
    homes = pd.DataFrame({"places": [4.0, None, 2.0]})
    said = " 3 homes with 6 places. The largest flow shown: about 1,250 children of Bolton live in Bury."
    assert thing_words(moved, homes, "about ") == said
    assert thing_words(moved.head(0), None, "") == ""
    spec = MapSpec("Squareland", GROUND, SIZE, things=things(essence=said))
    assert f"Map of Squareland.{said} The table" in region_map(spec).alt


@pytest.mark.parametrize("frame", [FLOWS, COUNTS, HOMES, ORIGINS, SHADING.frame])
def test_frames_are_never_changed(frame: pd.DataFrame) -> None:
    before = frame.copy(deep=True)
    region_map(FULL)
    pd.testing.assert_frame_equal(frame, before)


def test_empty_frames_draw_an_empty_map() -> None:
    nothing = MapSpec(
        "S",
        GROUND,
        SIZE,
        origins=ORIGINS.head(0),
        things=things(FLOWS.head(0), COUNTS.head(0), HOMES.head(0)),
    )
    assert list(layers(nothing)) == ["sea", "land", "areas", "names", "scale", "scale-words"]
