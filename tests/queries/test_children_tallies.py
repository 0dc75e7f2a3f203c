"""Tallies that are made once for every value: a choice is of some of them, whichever filters are on."""

from collections.abc import Callable
from itertools import product
from typing import Any

from rcc_dash.domain.filters import Filters
from rcc_dash.queries.children_tallies import PARTS, child_tallies
from rcc_dash.queries.distance_children import of_filter
from rcc_dash.queries.distance_day import children_on
from tests.queries.conftest import DAY

BOLTON, BURY, WIGAN = "E08000001", "E08000002", "E08000010"


def test_a_choice_has_the_children_that_rows_have(hand_made: Any, reader: Callable[..., Any]) -> None:  # noqa: ANN401 a fixture's class
    for number, (code, family) in enumerate(product((BOLTON, BURY, WIGAN), ("home", "foster", "school")), 3):
        hand_made.children(number, la_code=code, placement=family, far=True, distance_miles=30.0)
        hand_made.children(number + 4, la_code=code, placement=family, outside_la=True, distance_miles=3.0)
    asked = reader()
    for filters in (
        Filters(),
        Filters(las=(BURY,)),
        Filters(placement=("home", "school")),
        Filters(placement=("foster",), age=("5to9",), las=(BOLTON, WIGAN)),
    ):
        rows = of_filter(children_on(asked, DAY), filters)
        found = list(child_tallies(asked, filters, DAY))
        parts = [sum(one.counted[at] for one in found) for at in range(len(PARTS))]
        wanted = {
            "children": len(rows),
            "outside": int(rows["outside"].sum()),
            "not_outside": int((~rows["outside"]).sum()),
            "far": int(rows["far"].sum()),
            "not_far": int((~rows["far"]).sum()),
            "residential": int(rows["placement"].eq("home").sum()),
        }
        assert dict(zip(PARTS, parts, strict=True)) == wanted
        assert sum(one.keys[0] for one in found) == sum(int(key) for key in rows["record_key"])
        assert {one.la_code for one in found} <= set(filters.la_codes)
