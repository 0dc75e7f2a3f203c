"""Far children and empty places by hand: who could have gone where, and what stops the rest?"""

from dataclasses import replace

import pandas as pd
import pytest

from rcc_dash.domain.filters import Filters
from rcc_dash.queries.children import ALL_AREAS
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.voids_cost import void_costs
from rcc_dash.queries.voids_homes import Moment
from rcc_dash.queries.voids_match import Search, matched
from rcc_dash.queries.voids_mismatch import STOPS, mismatch
from tests.queries.conftest import DAY, HandMade, ReaderMaker
from tests.queries.voids_by_hand import TABLES, returned

BOLTON, BURY = "E08000001", "E08000002"
WHEN = Moment(DAY, DAY, DAY, 31)
SEARCH = Search("gm", WHEN, 20, "all", "returned")
MILE = 1609
FAR = {
    "placement": "home", "place_code": "K2", "age_years": 14, "distance_miles": 40.0, "far": True,
    "distance_basis": "sector", "weekly_cost_gbp": 9_000.0, "provider": "private",
}  # fmt: skip


def sector(name: str, la_code: str, miles_east: int) -> dict[str, object]:
    return {
        "postcode_sector": name, "east": 400_000 + miles_east * MILE, "north": 400_000,
        "lat": 53.0, "lon": -2.0, "la_code": la_code, "spread_miles": 1.0, "hex6": "a", "hex5": "b",
    }  # fmt: skip


@pytest.fixture
def places(hand_made: HandMade) -> HandMade:
    """A home of Bolton's own with one empty place, and one in Bury, ten miles on, with two."""
    hand_made.connection.execute(TABLES)
    where = [sector("BL1 1", BOLTON, 0), sector("BL9 1", BURY, 10), sector("OL1 1", "E08000004", 25)]
    hand_made.add("sector", pd.DataFrame([*where, sector("M1 1", "E08000003", 90)]))
    hand_made.home("SC000001", la_code=BOLTON, sector="la", position_sector="BL1 1")
    hand_made.home("SC000002", la_code=BURY, position_sector="BL9 1")
    hand_made.add("vacancy", returned("SC000001"))
    hand_made.add("vacancy", returned("SC000002", occupied_places=2))
    return hand_made


def far(places: HandMade, number: int, la_code: str, origin: str, **differ: object) -> None:
    places.children(number, **(FAR | {"la_code": la_code, "origin_sector": origin} | differ))


def counted(reader: Reader, search: Search = SEARCH, area: str = ALL_AREAS) -> dict[str, float | None]:
    found = mismatch(reader, Filters(), search)
    assert found
    return {part: figure.value for part, figure in found.counts[area].items()}


def test_beds_go_to_as_many_as_possible_and_own_homes_first(places: HandMade, reader: ReaderMaker) -> None:
    far(places, 2, BOLTON, "BL1 1")
    far(places, 1, "E08000004", "OL1 1")  # 25 miles from Bolton's home, 15 from Bury's
    far(places, 1, "E08000003", "M1 1")
    found = counted(reader(exact=True))
    assert (found["far"], found["asked"], found["pooled"], found["in_own"]) == (4, 4, 3, 1)
    assert (found["own"], found["alone"]) == (1, 1)
    assert {code: found[code] for code in STOPS} == {"type": 1, "need": 0, "full": 0, "taken": 0}


def test_everybody_is_placed_or_stopped_by_one_thing(places: HandMade, reader: ReaderMaker) -> None:
    places.home("SC000003", la_code="E08000003", position_sector="M1 1", places=6)
    far(places, 5, BOLTON, "BL1 1")
    far(places, 2, "E08000003", "M1 1")  # a home near, of which nothing is known to be empty
    far(places, 3, "E08000003", "M1 1", age_years=6)  # and it is too large for a child of six
    far(places, 1, "E08000003", "M1 1", placement="school")
    far(places, 4, BURY, "BL9 1", placement="foster")  # no rule is for foster care
    found = counted(reader(exact=True))
    assert found["asked"] == 11
    assert {code: found[code] for code in STOPS} == {"type": 1, "need": 3, "full": 2, "taken": 2}
    assert found["pooled"] == 3
    assert found["stopped"] == 8
    most = counted(reader(exact=True), replace(SEARCH, beds="most"))
    assert (most["pooled"], most["full"]) == (5, 0)


def test_where_there_is_no_home_at_all_everybody_is_stopped_by_that(
    hand_made: HandMade, reader: ReaderMaker
) -> None:
    hand_made.connection.execute(TABLES)
    hand_made.add("sector", pd.DataFrame([sector("BL1 1", BOLTON, 0)]))
    far(hand_made, 4, BOLTON, "BL1 1")
    far(hand_made, 1, BOLTON, "BL1 1", placement="foster")
    found = counted(reader(exact=True))
    assert (found["far"], found["asked"], found["pooled"], found["stopped"]) == (5, 4, 0, 4)
    assert {code: found[code] for code in STOPS} == {"type": 4, "need": 0, "full": 0, "taken": 0}
    assert matched(reader(), SEARCH)["sector_there"].isna().all()


def test_a_distance_chosen_for_the_child_is_not_asked_about(places: HandMade, reader: ReaderMaker) -> None:
    far(places, 2, BOLTON, "BL1 1", distance_reason="child_led")
    far(places, 1, BOLTON, "BL1 1", distance_reason="none_local")
    assert counted(reader(exact=True))["asked"] == 1


def test_only_the_recently_placed_where_so_chosen(places: HandMade, reader: ReaderMaker) -> None:
    far(places, 2, BOLTON, "BL1 1", placed_on=DAY.replace(month=1))
    far(places, 3, BOLTON, "BL1 1", placed_on=DAY.replace(year=2023))
    assert counted(reader(exact=True), replace(SEARCH, whom="recent"))["asked"] == 2


def test_the_radius_bounds_who_is_far_and_which_place_is_near(places: HandMade, reader: ReaderMaker) -> None:
    far(places, 3, BOLTON, "BL1 1", distance_miles=12.0)
    assert counted(reader(exact=True))["far"] == 0
    near = counted(reader(exact=True), replace(SEARCH, miles=5))
    assert (near["far"], near["pooled"], near["taken"]) == (3, 1, 2)


def test_a_home_judged_inadequate_takes_nobody(places: HandMade, reader: ReaderMaker) -> None:
    places.connection.execute("update home_at set judgement = 'inadequate' where urn = 'SC000002'")
    far(places, 3, BOLTON, "BL1 1")
    assert counted(reader(exact=True))["pooled"] == 1


def test_few_children_are_hidden_and_a_filter_gives_nobody_another_place(
    places: HandMade, reader: ReaderMaker
) -> None:
    far(places, 30, BOLTON, "BL1 1")
    far(places, 3, BURY, "BL9 1")
    found = counted(reader(), area=BOLTON)
    assert found["pooled"] is None
    assert found["asked"] in {25, 30, 35}
    alone = mismatch(reader(exact=True), Filters(las=(BURY,)), SEARCH)
    both = mismatch(reader(exact=True), Filters(), SEARCH)
    assert alone
    assert both
    assert alone.counts[BURY] == both.counts[BURY]


def test_what_a_place_costs_is_said_with_its_basis(places: HandMade, reader: ReaderMaker) -> None:
    far(places, 2, BOLTON, "BL1 1")
    for home, cost in (("SC000001", 5_000.0), ("SC000002", 7_000.0)):
        places.children(2, placement="home", home_urn=home, weekly_cost_gbp=cost)
    found = void_costs(reader(exact=True), Filters(), SEARCH)
    own, other = found.priced["own"], found.priced["independent"]
    assert (own.fee.value, own.told_gbp) == (5_000, 5_000)
    assert (other.fee.value, other.told_gbp) == (7_000, 14_000)
    assert found.price == pytest.approx((5_000 + 2 * 7_000) / 3)
    assert found.told_gbp == pytest.approx(19_000)
    assert found.likely_gbp
    assert found.likely_gbp.middle == pytest.approx(19_000)  # every home returned: nothing to guess
    assert found.cash
    assert found.cash.middle == pytest.approx(5_000 * 3 / 4)
    assert found.embedded == pytest.approx(2 * 7_000 * (1 - 0.5 / 0.85))
    assert found.opportunity == pytest.approx((9_000 - 5_000) + (9_000 - 7_000))
    protected = void_costs(reader(), Filters(), SEARCH)
    assert not protected.priced["own"].fee.mark  # not even [c]: a few costs are as good as none
    assert (protected.cash, protected.opportunity) == (None, None)


def test_without_returns_of_children_there_is_nothing_to_match(places: HandMade, reader: ReaderMaker) -> None:
    places.children(1)
    nothing = replace(SEARCH, when=replace(WHEN, children=None))
    assert mismatch(reader(), Filters(), nothing) is None
    with pytest.raises(ValueError, match="no children's returns"):
        matched(reader(), nothing)


def test_a_child_who_must_live_alone_needs_a_home_that_is_wholly_empty_and_fills_it(
    places: HandMade, reader: ReaderMaker
) -> None:
    places.home("SC000003", la_code=BOLTON, position_sector="BL1 1", places=2)
    far(places, 2, BOLTON, "BL1 1", solo=True)
    half = returned("SC000003", registered_places=2, occupied_places=1)
    places.add("vacancy", half)
    found = counted(reader(exact=True))  # homes of at most two places: one, and a child is there
    assert (found["pooled"], found["full"]) == (0, 2)
    places.connection.execute("update vacancy set occupied_places = 0 where urn = 'SC000003'")
    found = counted(reader(exact=True), replace(SEARCH, when=replace(WHEN, days=30)))
    assert (found["pooled"], found["taken"]) == (1, 1)  # two places, and one child in them


def test_the_range_is_from_every_need_there_to_every_place_empty(
    places: HandMade, reader: ReaderMaker
) -> None:
    places.home("SC000003", la_code=BOLTON, position_sector="BL1 1", places=6)
    far(places, 4, BOLTON, "BL1 1", solo=False, dols=False)
    far(places, 6, BOLTON, "BL1 1")  # no file tells of their needs
    found = mismatch(reader(exact=True), Filters(), SEARCH)
    assert found
    assert found.counts[ALL_AREAS]["pooled"].value == 3
    # The four whose needs are known fill them; and six more.
    assert [end.value for end in found.span] == [3, 9]


def test_a_place_told_of_long_ago_is_likely_to_be_filled(places: HandMade, reader: ReaderMaker) -> None:
    far(places, 4, BOLTON, "BL1 1")
    places.connection.execute("update vacancy set as_of = date '2025-03-01' where urn = 'SC000001'")
    places.connection.execute("update vacancy set as_of = date '2025-01-29' where urn = 'SC000002'")
    found = mismatch(reader(exact=True), Filters(), replace(SEARCH, when=replace(WHEN, days=92)))
    assert found
    assert (found.places, found.counts[ALL_AREAS]["pooled"].value) == (1, 1)  # 61 days: not offered
    assert found.still_share == pytest.approx(50)  # 30 days: half of them are filled
