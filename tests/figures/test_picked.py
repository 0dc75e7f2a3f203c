"""What was clicked on the map is read from what a browser sends, which may be anything."""

import pytest

from rcc_dash.figures.area_layers import AREAS
from rcc_dash.figures.picked import Picked, picked_in


def test_a_click_names_its_thing() -> None:
    assert picked_in({"layer": AREAS, "code": "E08000001"}) == Picked(la_code="E08000001")


@pytest.mark.parametrize(
    "forged", [7, "x", [[]], [None], True, {}, {"layer": 1}, {"layer": {}, "properties": 5}]
)
def test_a_forged_click_is_no_click(forged: object) -> None:
    assert picked_in(forged) is None


def test_only_the_code_of_a_thing_is_read() -> None:
    assert picked_in({"layer": AREAS, "code": ["a"], "properties": "x"}) == Picked(la_code="['a']")
