"""Group disclosure and the limit of three attributes: large cells that may still not be told."""

import pytest

from rcc_dash.domain.disclosure import HIDDEN, HIGH
from rcc_dash.domain.filters import Filters
from rcc_dash.queries.area_values import Day, area_values
from rcc_dash.queries.distance_bands import bands_by, bands_by_area
from rcc_dash.queries.distance_children import Asked
from rcc_dash.queries.distance_headlines import who_is_counted
from rcc_dash.queries.distance_shares import distance_shares
from rcc_dash.queries.nearly_all import nearly_all
from tests.queries.conftest import DAY, HandMade, ReaderMaker

BOLTON, BURY, WIGAN = "E08000001", "E08000002", "E08000010"
FOSTER, WHEN = Filters(placement=("foster",)), Day(DAY, None)


@pytest.fixture
def fostered(hand_made: HandMade) -> HandMade:
    """Nearly all children of Bolton are fostered; in Bury and Wigan two thirds are."""
    for la, number in ((BOLTON, 190), (BURY, 80), (WIGAN, 80)):
        hand_made.children(number, la_code=la, legal_status="C2")
    hand_made.children(8, placement="home", legal_status="C2")
    for la in (BURY, WIGAN):
        hand_made.children(40, la_code=la, placement="home", legal_status="V2")
    return hand_made


@pytest.mark.usefixtures("fostered")
def test_where_nearly_all_are_of_one_kind_their_number_is_not_told(reader: ReaderMaker) -> None:
    assert nearly_all(reader(), FOSTER, DAY) == {BOLTON}
    assert nearly_all(reader(), Filters(), DAY) == frozenset()
    assert nearly_all(reader(exact=True), FOSTER, DAY) == frozenset()
    both = Filters(placement=("foster", "school"))  # nobody is at school: no way round
    assert BOLTON in nearly_all(reader(), both, DAY)


@pytest.mark.usefixtures("fostered")
def test_every_page_says_so_alike(reader: ReaderMaker) -> None:
    values = area_values(reader(), FOSTER, WHEN).figures
    shares = distance_shares(reader(), FOSTER, (DAY,), "all")[DAY].areas
    bands = {row.code: row for row in bands_by_area(reader(), Asked(FOSTER, DAY))}
    for mark in (values[BOLTON]["children"].mark, shares[BOLTON].children.mark, bands[BOLTON].children.mark):
        assert mark == HIGH
    assert {figure.mark for figure in bands[BOLTON].bands.values()} == {HIDDEN}
    assert values[BURY]["children"].value == shares[BURY].children.value == bands[BURY].children.value
    exact = area_values(reader(exact=True), FOSTER, WHEN).figures
    assert exact[BOLTON]["children"].value == 190


@pytest.mark.usefixtures("fostered")
def test_a_group_of_a_sensitive_split_is_not_counted_where_it_is_nearly_all(reader: ReaderMaker) -> None:
    bolton = Asked(Filters(las=(BOLTON,)), DAY)
    placements = {row.code: row.children.mark for row in bands_by(reader(), bolton, "placement")}
    assert placements["foster"] == HIGH
    assert {row.code: row.children.mark for row in bands_by(reader(), bolton, "legal")}["full"] == HIGH
    bury = {
        row.code: row.children.value for row in bands_by(reader(), Asked(Filters(las=(BURY,)), DAY), "legal")
    }
    assert bury["full"]
    assert bands_by(reader(), Asked(Filters(las=(BOLTON,), placement=("foster",)), DAY), "age") == ()
    assert who_is_counted(reader(), Asked(Filters(las=(BOLTON,), placement=("foster",)), DAY)) == {}


def test_a_fourth_attribute_is_never_crossed(hand_made: HandMade, reader: ReaderMaker) -> None:
    hand_made.children(60, far=True, outside_la=True, distance_miles=30.0)
    hand_made.children(60, distance_miles=3.0)
    three = Filters(placement=("foster", "home"), age=("5to9",), sector=("own_la",))
    two = Filters(age=("5to9",), sector=("own_la",))
    for rule, filters, is_told in ((False, three, False), (False, two, True), (True, three, True)):
        asked = reader(exact=rule)
        found = area_values(asked, filters, WHEN).figures[BOLTON]
        shares = distance_shares(asked, filters, (DAY,), "all")[DAY].areas[BOLTON]
        assert (found["far"].value is not None) == (shares.shares["far"].value is not None) == is_told
        assert is_told == (shares.counts["far"].value is not None)
    hidden = distance_shares(reader(), three, (DAY,), "all")[DAY].areas[BOLTON]
    assert hidden.shares["far"].mark == HIDDEN
    assert hidden.ranges == {}
