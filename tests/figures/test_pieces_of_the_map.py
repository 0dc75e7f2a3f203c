import base64
import struct
from dataclasses import replace
from itertools import combinations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcc_dash.figures.deck import lookup, records
from rcc_dash.figures.flow_ends import drawn_flows, outsiders, screen_ends
from rcc_dash.figures.hatch import HATCH_PNG, HATCH_SIZE
from rcc_dash.figures.homes_layer import circle_radii
from rcc_dash.figures.labels import Box
from rcc_dash.figures.picked import Picked, picked
from rcc_dash.figures.shapes import bounds_of
from rcc_dash.figures.spread import spread_apart
from rcc_dash.figures.standing import between, standing
from rcc_dash.figures.things import NOTHING, thing_layers
from rcc_dash.figures.view import fitted_view
from tests.figures.square_land import COUNTS, FLOWS, GROUND, MEMBERS, SIZE

VIEW = fitted_view(bounds_of(MEMBERS), SIZE)


def test_names_stand_clear_of_the_buttons() -> None:
    corner = replace(VIEW, width=240, height=392)  # the name of Combe wants to stand where the buttons are
    nothing = Box(0, 0, 0, 0)
    layers = {layer["id"]: layer for layer in thing_layers(NOTHING, GROUND, corner, nothing, None)}
    (at,) = [row["at"] for row in layers["names"]["data"] if row["text"] == "Combe"]  # type: ignore[attr-defined]
    assert corner.to_pixels(np.array([at]))[0][0] > 46 + 20


def test_flows_are_drawn_largest_first_and_never_hidden_or_to_oneself() -> None:
    assert drawn_flows(FLOWS)["shown"].tolist() == ["110", "30", "25", "15"]


def test_every_arrow_ends_within_the_window() -> None:
    for ends in screen_ends(drawn_flows(FLOWS), VIEW):
        assert (ends >= 0).all()
        assert (ends <= np.array(SIZE)).all()


def test_areas_that_are_no_members_are_named_once_where_their_arrow_ends() -> None:
    doubled = pd.concat([FLOWS, FLOWS])
    found = {o.code: o for o in outsiders(doubled, {"A1", "A2", "A3", "A4"}, VIEW)}
    assert set(found) == {"B1", "far", "elsewhere"}
    assert found["far"].x == pytest.approx(SIZE[0] - 30)
    assert found["far"].heading[0] > 0
    assert found["elsewhere"].y == pytest.approx(30)


@given(
    st.lists(
        st.tuples(st.floats(0, 500), st.floats(0, 400), st.sampled_from([0.0, 10.0, 21.0])),
        min_size=1,
        max_size=8,
    )
)
def test_circles_are_moved_apart(circles: list[tuple[float, float, float]]) -> None:
    points, radii = np.array([c[:2] for c in circles]), np.array([c[2] for c in circles])
    moved = spread_apart(points, radii)
    assert np.allclose(moved[radii == 0], points[radii == 0])
    for i, j in combinations(np.flatnonzero(radii), 2):
        assert np.hypot(*(moved[i] - moved[j])) > (radii[i] + radii[j]) * 0.9


def test_circles_that_do_not_touch_stay_where_they_are() -> None:
    points = np.array([[0.0, 0.0], [100.0, 0.0]])
    assert spread_apart(points, np.array([20.0, 20.0])) == pytest.approx(points)


def test_arrows_start_where_the_circles_stand() -> None:
    stands = standing(MEMBERS, circle_radii(COUNTS), VIEW)
    moved = between(FLOWS.assign(from_lon=0.0), stands)
    assert moved["from_lon"].iloc[0] == pytest.approx(0.1, abs=1e-6)
    assert moved["to_lon"].iloc[1] == 0.5


def test_circle_areas_follow_places_and_the_smallest_still_holds_its_number() -> None:
    counts = pd.DataFrame({"la_code": ["a", "b", "c", "d"], "places": [100.0, 50.0, 1.0, None]})
    radii = circle_radii(counts)
    assert radii["a"] ** 2 == pytest.approx(2 * radii["b"] ** 2)
    assert radii["c"] == 10
    assert "d" not in radii
    assert circle_radii(counts.head(0)) == {}


def test_the_hatch_is_a_picture_that_tiles() -> None:
    png = base64.b64decode(HATCH_PNG.partition(",")[2])
    assert png.startswith(b"\x89PNG")
    assert struct.unpack(">II", png[16:24]) == (HATCH_SIZE, HATCH_SIZE)


def test_a_colour_is_looked_up_by_conditions() -> None:
    assert lookup([[1, 2, 3], [4, 5, 6], [7, 8, 9]], "k") == "@@=k==0?[1,2,3]:k==1?[4,5,6]:[7,8,9]"


def test_rows_come_by_column_name() -> None:
    assert records(pd.DataFrame({"a": [1], "b": ["x"]})) == [{"a": 1, "b": "x"}]


@pytest.mark.parametrize(
    ("layer", "thing", "expected"),
    [
        ("areas", {"type": "Feature", "properties": {"code": "A1", "tip": "t"}}, Picked(la_code="A1")),
        ("home-counts", {"code": "A1"}, Picked(la_code="A1")),
        ("homes", {"code": "SC1"}, Picked(urn="SC1")),
        ("flows", {"code": "A1-B1"}, Picked(flow=("A1", "B1"))),
        ("unknown", {"code": "A1"}, None),
    ],
)
def test_a_click_is_read_by_what_was_clicked(
    layer: str, thing: dict[str, object], expected: Picked | None
) -> None:
    assert picked({"selection": {"indices": {layer: [0]}, "objects": {layer: [thing]}}}) == expected


@pytest.mark.parametrize("state", [None, {}, {"selection": {}}, {"selection": {"objects": {"areas": []}}}])
def test_an_emptied_choice_is_no_click(state: dict[str, object] | None) -> None:
    assert picked(state) is None
