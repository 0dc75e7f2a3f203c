"""Which homes suit which children: the table that practitioners edit, row by row."""

import numpy as np

from rcc_dash.domain.codes import place_families
from rcc_dash.domain.dimensions import home_types
from rcc_dash.domain.suitability import Homes, Kind, rules, suits

HOMES = Homes(
    np.array(["childrens_home", "childrens_home", "secure", "school_home", "childrens_home"]),
    np.array([2.0, 6.0, 10.0, 30.0, np.nan]),
    np.array([False, False, False, False, False]),
)


def of(placement: str, age: int, need: str = "", *, on_island: bool = False) -> list[bool]:
    return list(suits([Kind(placement, age, need, on_island)], HOMES)[0])


def test_a_child_in_a_home_may_live_in_any_childrens_home() -> None:
    assert of("home", 14) == [True, True, False, False, True]


def test_a_young_child_and_one_alone_need_a_small_home_of_known_size() -> None:
    assert of("home", 6) == [True, False, False, False, False]
    assert of("home", 14, "solo") == [True, False, False, False, False]


def test_secure_homes_and_schools_are_for_their_own() -> None:
    assert of("secure", 14) == [False, False, True, False, False]
    assert of("school", 14) == [False, False, False, True, False]


def test_nothing_suits_whom_no_rule_covers() -> None:
    assert of("foster", 10) == [False] * 5
    assert of("home", -1) == [False] * 5


def test_a_home_across_the_water_never_suits() -> None:
    assert of("home", 14, on_island=True) == [False] * 5


def test_the_table_speaks_of_placements_and_homes_that_there_are() -> None:
    assert {rule.placement for rule in rules()} <= {*place_families().values(), "secure"}
    assert {rule.home_type for rule in rules()} <= {kind.code for kind in home_types()}
    assert {rule.need for rule in rules()} <= {"", "dols", "solo"}
    assert all(rule.from_age <= rule.to_age and rule.words for rule in rules())
