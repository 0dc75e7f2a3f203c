"""Whom *Voids* calls far are those whom *Distance* calls far: asked for apart, and told of alike."""

import pandas as pd
import pytest

from rcc_dash.domain.filters import Filters
from rcc_dash.queries.distance_children import of_filter
from rcc_dash.queries.distance_day import children_on
from rcc_dash.queries.voids_homes import Moment
from rcc_dash.queries.voids_reach import reach
from tests.queries.conftest import DAY, HandMade, ReaderMaker
from tests.queries.voids_by_hand import TABLES

BOLTON, BURY, LEEDS = "E08000001", "E08000002", "E08000035"


@pytest.mark.parametrize("most", [10, 20])
def test_far_children_are_those_of_the_page_on_distance(
    hand_made: HandMade, reader: ReaderMaker, most: int
) -> None:
    hand_made.connection.execute(TABLES)
    place = {
        "postcode_sector": "BL1 1", "east": 400_000, "north": 400_000, "lat": 53.0, "lon": -2.0,
        "la_code": BOLTON, "spread_miles": 1.0, "hex6": "a", "hex5": "b",
    }  # fmt: skip
    hand_made.add("sector", pd.DataFrame([place]))
    for miles in (None, 9.9, 10.0, 10.1, 20.0, 20.1):
        hand_made.children(2, la_code=BOLTON, origin_sector="BL1 1", distance_miles=miles, dols=True)
    hand_made.children(2, la_code=BURY, distance_miles=30.0, solo=False, distance_reason="child_led")
    hand_made.children(1, la_code=LEEDS, distance_miles=30.0)
    here = reach(reader(), "gm", Moment(DAY, DAY, DAY, 31), most, "all").children
    there = of_filter(children_on(reader(), DAY), Filters(rcc="gm"))
    there = there[there["distance_miles"] > most].sort_values(["la_code", "record_key"], ignore_index=True)
    same = [name for name in here if name in there]
    assert {"origin_east", "origin_north", "origin_la", "dols", "solo", "reason", "age_years"} <= {*same}
    pd.testing.assert_frame_equal(here[same], there[same], check_dtype=False)
