"""Distance, worked by hand: shares with their range, bands, flows, reasons."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from rcc_dash.domain.filters import Filters
from rcc_dash.queries.distance_bands import bands_by, is_told
from rcc_dash.queries.distance_check import checked
from rcc_dash.queries.distance_children import Asked
from rcc_dash.queries.distance_flows import destinations, exchanges, matrix
from rcc_dash.queries.distance_headlines import who_is_counted
from rcc_dash.queries.distance_shares import distance_shares
from rcc_dash.queries.distance_why import reasons_known
from rcc_dash.store.statements import statement
from tests.queries.conftest import DAY

BOLTON, BURY, WIGAN, KENT = "E08000001", "E08000002", "E08000010", "E10000016"
LEEDS = "E08000035"
HandMade, Make = Any, Callable[..., Any]
VACANCY = """create table vacancy(as_of date, urn varchar, registered_places integer,
  available_places integer, occupied_places integer, load_order integer)"""


@pytest.fixture
def region(hand_made: HandMade) -> HandMade:
    """Bolton: everything that can happen; Bury and Wigan: near children only."""
    add = hand_made.children
    add(20, distance_miles=3.0, distance_basis="postcode", placement_la=BOLTON, origin_sector="A1 1")
    add(12, distance_miles=60.0, distance_basis="postcode", placement_la=KENT, outside_la=True, age="16plus")
    add(4, distance_miles=21.0, distance_basis="sector", placement_la=LEEDS, outside_la=True)
    add(3, distance_miles=19.0, distance_basis="sector", placement_la=BOLTON)
    add(2, distance_miles=30.0, distance_basis="postcode", placement_la=BOLTON)
    add(5, placement_la="SCO", outside_la=True, distance_miles=200.0, distance_basis="postcode")
    add(4, placement_la="WAL", outside_la=True, distance_miles=20.0, distance_basis="postcode")
    add(6, placement="adoption", distance_miles=50.0, placement_la=BURY, outside_la=True)
    add(7, placement="parents", distance_miles=0.0, placement_la=BOLTON)
    add(8, placement="supported", uasc=True, placement_la=BURY, outside_la=True)
    add(9, placement_la=BOLTON)
    add(1)
    for code in (BURY, WIGAN):
        add(30, la_code=code, distance_miles=2.0, distance_basis="postcode", placement_la=code)
    return hand_made


def values(figures: dict[str, Any]) -> dict[str, float | None]:
    return {key: figure.value for key, figure in figures.items()}


@pytest.mark.usefixtures("region")
def test_every_child_stays_in_dfes_denominator(reader: Make) -> None:
    shares = distance_shares(reader(exact=True), Filters(), (DAY,), "all")[DAY]
    bolton = shares.areas[BOLTON]
    assert bolton.children.value == 81
    assert values(bolton.counts) == {
        "outside": 39, "far": 29, "far_outside": 27, "out_region": 25, "out_england": 9, "far_inside": 2,
    }  # fmt: skip
    assert bolton.shares["far"].value == 36  # 29 of 81 is 35.8%
    assert shares.areas[BURY].shares["far"].value == 0
    assert shares.together.children.value == 141
    assert shares.areas[WIGAN].children.value == 30


@pytest.mark.usefixtures("region")
def test_the_narrower_base_leaves_out_whose_distance_says_nothing(reader: Make) -> None:
    told = values(who_is_counted(reader(exact=True), Asked(Filters(las=(BOLTON,)), DAY)))
    assert told == {"all": 81, "known": 50, "unknown": 10, "adoption": 6, "parents": 7, "no_origin": 8}
    shares = distance_shares(reader(exact=True), Filters(las=(BOLTON,)), (DAY,), "known")[DAY]
    assert shares.together.children.value == 50
    assert shares.together.counts["far"].value == 23
    assert shares.together.counts["out_england"].value == 9


@pytest.mark.usefixtures("region")
def test_sectors_leave_a_range(reader: Make) -> None:
    bolton = distance_shares(reader(exact=True), Filters(), (DAY,), "all")[DAY].areas[BOLTON]
    left, outside = bolton.ranges["far"], bolton.ranges["far_outside"]
    assert (left.low.value, left.high.value) == (31, 40)  # 25 and 32 of 81
    assert (outside.low.value, outside.high.value) == (28, 33)  # 23 and 27 of 81
    assert distance_shares(reader(exact=True), Filters(), (DAY,), "all")[DAY].areas[BURY].ranges == {}


def test_the_chances_of_sectors_add_up_to_the_likely_share(hand_made: HandMade, reader: Make) -> None:
    wide = {"east": 0, "north": 0, "la_code": BOLTON, "spread_miles": 1.0}
    hand_made.add("sector", pd.DataFrame([{**wide, "postcode_sector": name} for name in ("S1 1", "S2 2")]))
    ends = {"distance_basis": "sector", "origin_sector": "S1 1", "placement_sector": "S2 2"}
    hand_made.children(10, distance_miles=20.0, **ends)  # each as likely far as not
    hand_made.children(10, distance_miles=18.0, **ends)  # two standard errors off: 0.023 each
    hand_made.children(5, distance_miles=30.0, **ends)
    hand_made.children(5, distance_miles=20.1, distance_basis="postcode")
    hand_made.children(10, distance_miles=None)
    left = distance_shares(reader(exact=True), Filters(), (DAY,), "all")[DAY].areas[BOLTON].ranges["far"]
    assert (left.low.value, left.likely.value, left.high.value) == (25, 38, 75)  # 10, 15 and 30 of 40


@pytest.mark.usefixtures("region")
def test_an_area_that_returned_nothing_is_not_zero(reader: Make) -> None:
    shares = distance_shares(reader(exact=True), Filters("se"), (DAY,), "all")[DAY]
    assert shares.areas[KENT].shares["far"].mark == "[x]"
    assert shares.together.children.mark == "[x]"


@pytest.mark.usefixtures("region")
def test_bands_hold_every_child_once(reader: Make) -> None:
    rows = {row.code: row for row in bands_by(reader(exact=True), Asked(Filters(las=(BOLTON,)), DAY), "age")}
    assert values(rows["16plus"].bands) == {
        "0to5": 0, "5to10": 0, "10to20": 0, "20to50": 0, "over50": 12, "unknown": 0,
    }  # fmt: skip
    young = values(rows["5to9"].bands)
    assert young == {"0to5": 27, "5to10": 0, "10to20": 7, "20to50": 12, "over50": 5, "unknown": 18}
    assert sum(young.values()) == rows["5to9"].children.value == 69
    assert rows["5to9"].miles["median"].value == 3.0
    assert rows["16plus"].far.value == 100


@pytest.mark.usefixtures("region")
def test_small_groups_and_middles_are_hidden(reader: Make) -> None:
    rows = {row.code: row for row in bands_by(reader(), Asked(Filters(las=(BOLTON,)), DAY), "placement")}
    assert rows["adoption"].children.mark == "[c]"
    assert set(rows["adoption"].miles.values()) == {rows["adoption"].miles["median"]}
    assert rows["foster"].miles["median"].value is not None
    two = bands_by(reader(), Asked(Filters(las=(BOLTON, BURY)), DAY), "placement")
    assert {row.miles["median"].mark for row in two} == {"[c]"}  # a choice of areas draws no new middle


def test_a_middle_of_areas_needs_distances_of_several(hand_made: HandMade, reader: Make) -> None:
    """Else whoever knows one LA's distances would take them away, though other LAs' children are many."""
    asked = Asked(Filters(), DAY)
    hand_made.children(30, distance_miles=5.0)
    for code, miles in ((BURY, 5.0), (WIGAN, 5.0), (BURY, None), (WIGAN, None)):
        hand_made.children(4 if miles else 40, la_code=code, distance_miles=miles)
    found = {row.code: row for row in bands_by(reader(), asked, "age")}["5to9"]
    assert (found.children.mark, found.miles["median"].mark) == ("", "[c]")
    for code in (BURY, WIGAN):
        hand_made.children(9, la_code=code, distance_miles=5.0)
    found = {row.code: row for row in bands_by(reader(), asked, "age")}["5to9"]
    assert found.miles["median"].value == 5


@pytest.mark.usefixtures("region")
def test_too_many_attributes_are_never_crossed(reader: Make) -> None:
    filters = Filters(age=("5to9",), placement=("foster",))
    assert bands_by(reader(), Asked(filters, DAY), "cost") == ()
    assert bands_by(reader(exact=True), Asked(filters, DAY), "cost")


def test_what_nothing_tells_is_said(region: HandMade, reader: Make) -> None:
    assert not is_told(reader(), Asked(Filters(), DAY), "dols")
    region.children(1, dols=False)
    assert not reasons_known(reader(), Asked(Filters(), DAY))


@pytest.mark.usefixtures("region")
def test_flows_count_in_out_and_beyond(reader: Make) -> None:
    found = matrix(reader(exact=True), Filters(), DAY)
    bolton = {to: found.cells[BOLTON, to].value for to in found.columns}
    assert (bolton[BOLTON], bolton[BURY], bolton["england"]) == (41, 14, 16)
    assert (bolton["nations"], bolton["unknown"]) == (9, 1)
    assert sum(bolton.values()) == 81
    each = {row.la_code: row for row in exchanges(reader(exact=True), Filters(), DAY)}
    assert (each[BOLTON].looked_after.value, each[BOLTON].sent.value, each[BOLTON].taken.value) == (81, 39, 0)
    assert each[BURY].taken.value == 14
    gone = destinations(reader(exact=True), Filters(), DAY)
    assert [one.name for one in gone][:2] == ["South East", "Kent"]  # each region, then its places
    for place in gone:
        region = next(one for one in gone if not one.code and one.part == place.part)
        assert gone.index(region) <= gone.index(place)
    there = {one.name: one.children.value for one in gone}
    assert (there["Kent"], there["Leeds"], there["Rest of the UK"], there["Scotland"]) == (12, 4, 9, 5)


@pytest.mark.usefixtures("region")
def test_one_las_children_in_another_are_hidden_when_few(reader: Make) -> None:
    each = {row.la_code: row for row in exchanges(reader(), Filters(), DAY)}
    assert each[BURY].taken.value in {10, 15, 20}  # of one LA only: its own cell
    assert matrix(reader(), Filters(), DAY).cells[BOLTON, "nations"].mark == "[c]"


@pytest.mark.usefixtures("region")
def test_ours_is_held_against_what_dfe_published(reader: Make) -> None:
    (bolton,) = checked(reader(exact=True), Asked(Filters(las=(BOLTON,)), DAY), "far")
    assert [figure.value for figure in bolton.theirs] == [48, 590, 8]
    assert bolton.points == 28
    assert bolton.why.startswith("Our return holds 509 children fewer")
    assert "between 31% and 40%" in bolton.why
    assert checked(reader(), Asked(Filters(), DAY), "out_region") == ()


@pytest.mark.parametrize("name", ["distance_children", "distance_needs", "sectors"])
def test_the_questions_give_what_their_headers_say(hand_made: HandMade, name: str) -> None:
    hand_made.connection.execute(VACANCY)
    told = statement(name)
    cursor = hand_made.connection.execute(told.sql, dict.fromkeys(told.bound, DAY))
    assert tuple((column[0], str(column[1])) for column in cursor.description) == told.columns
