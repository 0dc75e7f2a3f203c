"""The children of *Rare needs* are those of *Distance*: asked for apart, and told of alike."""

import pandas as pd

from rcc_dash.domain.cohorts import Thresholds
from rcc_dash.domain.filters import Filters
from rcc_dash.queries.distance_children import of_filter
from rcc_dash.queries.distance_day import children_on
from rcc_dash.queries.rare_children import rare_children
from tests.queries.conftest import DAY, HandMade, ReaderMaker

BOLTON, BURY, LEEDS = "E08000001", "E08000002", "E08000035"
GM = Filters(rcc="gm")


def test_the_page_on_distance_and_this_one_tell_the_same_of_each_child(
    hand_made: HandMade, reader: ReaderMaker
) -> None:
    lives = [(BOLTON, False), (BURY, True), (LEEDS, True), (None, None)]
    miles = [(None, None), (4.9, "sector"), (20.0, "postcode"), (20.1, "sector"), (50.1, "stated")]
    for placement_la, outside_la in lives:
        for distance_miles, distance_basis in miles:
            hand_made.children(
                2, placement_la=placement_la, outside_la=outside_la, distance_miles=distance_miles,
                distance_basis=distance_basis, weekly_cost_gbp=1_000.0, distance_reason="child_led",
            )  # fmt: skip
    hand_made.children(3, la_code=LEEDS)
    here, there = rare_children(reader(), GM, (DAY,), Thresholds()), of_filter(children_on(reader(), DAY), GM)
    same = [name for name in here if name in there]
    assert {"far", "band", "out_region", "reason", "sector"} <= {*same}
    each = [frame[same].reset_index(drop=True) for frame in (here, there)]
    pd.testing.assert_frame_equal(*each, check_dtype=False)
    assert dict(zip(there["placement_la"].fillna(""), here["lives"], strict=True)) == {
        BOLTON: "own", BURY: "region", LEEDS: "beyond", "": "not_known",
    }  # fmt: skip
