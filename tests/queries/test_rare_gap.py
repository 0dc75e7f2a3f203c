"""The gap by hand: beds needed, children served and away, empty places that suit, and what one would save."""

from dataclasses import replace
from typing import cast

import duckdb
import pandas as pd
import pytest

from rcc_dash.domain.cohorts import Thresholds, cohorts
from rcc_dash.domain.disclosure import Rule
from rcc_dash.models.provision import beds_needed, missing
from rcc_dash.queries.children import ALL_AREAS
from rcc_dash.queries.rare_gap import Gap, GapAsked, rare_gaps
from rcc_dash.queries.rare_voids import suitable_places
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.voids_homes import Moment
from rcc_dash.store.warehouse import Warehouse
from tests.queries.conftest import DAY, HandMade, ReaderMaker
from tests.queries.voids_by_hand import TABLES, returned

BOLTON, BURY, MANCHESTER, OLDHAM, LEEDS = "E08000001", "E08000002", "E08000003", "E08000004", "E08000035"
ASKED = GapAsked("gm", (DAY,), Thresholds(), 0.95, 0.85, Moment(DAY, DAY, DAY, 92))
YOUNG = {"placement": "home", "place_code": "K2", "age_years": 7, "provider": "private"}
NEAR = {**YOUNG, "distance_miles": 4.0, "distance_basis": "sector", "weekly_cost_gbp": 5_000.0}
AWAY = {**YOUNG, "distance_miles": 44.0, "distance_basis": "sector", "weekly_cost_gbp": 6_000.0, "far": True}

SECTOR = {
    "postcode_sector": "BL1 1", "east": 371_000, "north": 409_000, "lat": 53.6, "lon": -2.4,
    "la_code": BOLTON, "spread_miles": 1.0, "hex6": "a", "hex5": "b",
}  # fmt: skip


@pytest.fixture
def region(hand_made: HandMade) -> HandMade:
    """In three LAs 12 young children each near home, in Bolton 15 in Leeds; 200 others in each."""
    hand_made.connection.execute(TABLES)
    for la in (BOLTON, BURY, MANCHESTER):
        hand_made.children(12, la_code=la, placement_la=la, outside_la=False, **NEAR)
        hand_made.children(200, la_code=la, age_years=12)
    hand_made.children(15, la_code=BOLTON, placement_la=LEEDS, outside_la=True, **AWAY)
    return hand_made


def young(reader: Reader, asked: GapAsked = ASKED) -> Gap:
    return next(gap for gap in rare_gaps(reader, asked) if gap.cohort.code == "young")


@pytest.mark.usefixtures("region")
def test_the_gap_is_what_is_needed_less_what_is_there(reader: ReaderMaker) -> None:
    gap = young(reader(exact=True))
    needed = beds_needed(51.0, 1, 0.95)
    assert gap.needed == needed
    assert gap.served.value == 36
    assert gap.missing == missing(needed, 36, 36, 0.85)
    assert gap.away[ALL_AREAS].value == gap.away[BOLTON].value == 15
    assert gap.away[BURY].value == 0
    assert gap.saved.miles.value == 40
    assert gap.saved.weekly_gbp.value == 1_000
    assert gap.closed == (min(gap.missing[0], 15), 15)


def test_empty_places_that_suit_narrow_the_gap(region: HandMade, reader: ReaderMaker) -> None:
    region.add("sector", pd.DataFrame([SECTOR]))
    region.home("SC000001", la_code=BOLTON, places=4, position_sector="BL1 1")
    region.home("SC000002", la_code=BOLTON, places=6, position_sector="BL1 1")
    region.home("SC000003", la_code=LEEDS, places=4, position_sector="BL1 1")
    for urn in ("SC000001", "SC000002", "SC000003"):
        region.add("vacancy", returned(urn, occupied_places=1, available_places=4))
    gap = young(reader(exact=True))
    assert gap.suitable
    assert (gap.suitable.homes, gap.suitable.places, gap.suitable.empty.value) == (1, 4, 3)
    assert gap.missing == missing(beds_needed(51.0, 1, 0.95), 36, 39, 0.85)


def test_distance_chosen_for_the_child_is_no_want_of_a_place(region: HandMade, reader: ReaderMaker) -> None:
    region.connection.execute("update as_at set distance_reason = 'child_led' where far")
    assert young(reader(exact=True)).away[ALL_AREAS].value == 0


@pytest.mark.usefixtures("region")
def test_protected_numbers_are_rounded_or_hidden_and_the_gap_follows_them(reader: ReaderMaker) -> None:
    gap = young(reader())
    assert gap.loads
    assert gap.needed == beds_needed(gap.loads.total, 1, 0.95)
    assert gap.served.value in {30, 35, 40}
    assert gap.away[BURY].mark == "[c]"
    assert gap.saved.weekly_gbp.mark == "[c]"
    assert gap.missing == missing(gap.needed, gap.served.value or 0, gap.served.value or 0, 0.85)


@pytest.mark.usefixtures("region")
def test_who_cannot_be_told_has_no_gap_and_stands_last(reader: ReaderMaker) -> None:
    gaps = rare_gaps(reader(exact=True), ASKED)
    assert gaps[0].cohort.code == "young"
    dols = next(gap for gap in gaps if gap.cohort.code == "dols")
    assert (dols.loads, dols.needed, dols.missing, dols.closed) == (None, None, None, None)
    assert young(reader(exact=True), replace(ASKED, when=None)).suitable is None
    uasc = next(gap for gap in gaps if gap.cohort.code == "uasc")
    assert uasc.suitable is None


def test_a_hidden_number_served_widens_the_gap(hand_made: HandMade, reader: ReaderMaker) -> None:
    hand_made.connection.execute(TABLES)
    for la in (BOLTON, BURY, MANCHESTER):
        hand_made.children(2, la_code=la, placement_la=la, outside_la=False, **NEAR)
        hand_made.children(8, la_code=la, placement_la=LEEDS, outside_la=True, **AWAY)
        hand_made.children(200, la_code=la, age_years=12)
    gap = young(reader())
    assert gap.served.mark == "[c]"
    assert gap.needed
    assert gap.loads
    assert gap.missing == missing(gap.needed, 0, min(22.0, gap.loads.total), 0.85)


def twin(young_of_oldham: int) -> HandMade:
    """The same children each time, but for how many of Oldham's are young and in a home near by."""
    found = HandMade(duckdb.connect(config={"threads": 1}))
    found.connection.execute(TABLES)
    for la in (BOLTON, BURY, MANCHESTER):
        found.children(14, la_code=la, placement_la=la, outside_la=False, **NEAR)
        found.children(200, la_code=la, age_years=12)
    found.children(young_of_oldham, la_code=OLDHAM, placement_la=OLDHAM, outside_la=False, **NEAR)
    found.children(100 - young_of_oldham, la_code=OLDHAM, age_years=12)
    return found


def shown_alike(rule: Rule, one: HandMade, other: HandMade) -> bool:
    """Say whether the region's number of the young is the same for both."""
    return rule.count(*one.cell(age_years=7)) == rule.count(*other.cell(age_years=7))


def test_a_hidden_number_may_change_and_no_number_of_the_gap_does() -> None:
    few, more = twin(3), twin(6)
    rules = (Rule(f"pepper {turn}") for turn in range(100))
    rule = next(rule for rule in rules if shown_alike(rule, few, more))
    one, other = (young(Reader(cast("Warehouse", made), rule)) for made in (few, more))
    assert one.away[OLDHAM].mark == "[c]"
    assert one.loads
    assert other.loads
    assert one.loads.by_la == other.loads.by_la
    assert one.loads.counted == other.loads.counted
    assert (one.needed, one.served, one.missing, one.away) == (
        other.needed,
        other.served,
        other.missing,
        other.away,
    )


def test_a_child_who_needs_to_be_alone_takes_a_wholly_empty_home(
    hand_made: HandMade, reader: ReaderMaker
) -> None:
    hand_made.connection.execute(TABLES)
    hand_made.add("sector", pd.DataFrame([SECTOR]))
    for urn, occupied in (("SC000001", 0), ("SC000002", 1)):
        hand_made.home(urn, la_code=BOLTON, places=2, position_sector="BL1 1")
        hand_made.add(
            "vacancy", returned(urn, registered_places=2, available_places=2, occupied_places=occupied)
        )
    found = suitable_places(reader(exact=True), "gm", cohorts()["solo"], Moment(DAY, DAY, DAY, 92))
    assert found
    assert (found.homes, found.places, found.empty.value) == (2, 4, 1)
    young_too = suitable_places(reader(exact=True), "gm", cohorts()["young"], Moment(DAY, DAY, DAY, 92))
    assert young_too
    assert young_too.empty.value == 3
    assert suitable_places(reader(), "gm", cohorts()["uasc"], Moment(DAY, DAY, DAY, 92)) is None
