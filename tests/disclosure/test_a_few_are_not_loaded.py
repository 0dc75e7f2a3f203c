"""What a page says is loaded ("no cost is loaded") never rests on a few children who have a value."""

import pandas as pd
import pytest

from rcc_dash.domain.cohorts import Thresholds, cohorts
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.places import cooperatives
from rcc_dash.queries.distance_bands import is_told
from rcc_dash.queries.distance_children import Asked
from rcc_dash.queries.distance_nearer import nearer
from rcc_dash.queries.distance_why import reasons_known
from rcc_dash.queries.rare_costs import mean_cost, rare_costs
from rcc_dash.queries.rare_counts import rare_rows
from rcc_dash.queries.rare_parts import RareAsked
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.voids_fees import fees
from rcc_dash.queries.voids_homes import Moment
from tests.queries.conftest import DAY, HandMade, ReaderMaker, hand_made, reader
from tests.queries.voids_by_hand import TABLES, returned

BURY, WIGAN, SALFORD = "E08000002", "E08000010", "E08000006"
WHOLE = Filters()
SPLITS = ("cost", "dols", "solo")
fixtures = (hand_made, reader)
LIVES = {"placement": "home", "place_code": "K2", "age": "10to15", "age_years": 14, "origin_sector": "H0 0"}
TOLD = {
    "weekly_cost_gbp": 12_000.0, "social_care_gbp": 9_000.0, "education_gbp": 2_000.0, "health_gbp": 1_000.0,
    "distance_reason": "none_local", "distance_reason_label": "No home nearby", "dols": True, "solo": True,
    "solo_in_place": True, "staffing_ratio": "2:1", "sdq_score": 20, "convicted": True, "disability": True,
    "substance_misuse": True, "missing_12m": 3, "exploitation_risk": True, "self_harm_risk": True,
    "risk_to_others": True, "ehcp": True, "communication_need": True, "deaf": True, "home_adaptation": True,
    "parent_child": True, "unregistered": True, "left_hospital": True, "legal_status": "C2",
    "home_urn": "SC12",
}  # fmt: skip
"""All that other files than a return of episodes tell of a child."""


@pytest.fixture
def region(hand_made: HandMade) -> HandMade:
    """Every LA has returned; there are homes, one with empty places, and no file but the episodes."""
    hand_made.connection.execute(TABLES)
    at = {"H0 0": 0, "H5 5": 5, "H12 1": 12}
    hand_made.add("sector", pd.DataFrame([
        {"postcode_sector": name, "east": round(miles * 1609.3), "north": 0, "la_code": BURY}
        for name, miles in at.items()
    ]))  # fmt: skip
    for urn, sector, places in (("SC5", "H5 5", 2), ("SC12", "H12 1", 4)):
        stands = {"position_sector": sector, "position_basis": "placements", "places": places}
        hand_made.home(urn, la_code=BURY, **stands)
    hand_made.add("vacancy", returned("SC12", available_places=4, occupied_places=0))
    for la in cooperatives()["gm"].la_codes:
        hand_made.children(12, la_code=la, distance_miles=3.0)
    return hand_made


def said(asked: Reader) -> dict[str, object]:
    """Give all that rests on what is loaded of the children of a cooperative."""
    rare = RareAsked(WHOLE, DAY, "dear", Thresholds())
    return {
        "reasons": reasons_known(asked, Asked(WHOLE, DAY)),
        "splits": {split: is_told(asked, Asked(WHOLE, DAY), split) for split in SPLITS},
        "needs": {row.code: row.is_told for row in rare_rows(asked, rare)},
        "costs": rare_costs(asked, rare),
        "mean": mean_cost(asked, rare),
        "fees": fees(asked, "gm", Moment(DAY, DAY, DAY, 31)),
    }


def test_a_few_children_with_a_value_are_as_good_as_none(region: HandMade, reader: ReaderMaker) -> None:
    region.children(9, la_code=BURY, **LIVES)
    before = said(reader(pepper="a"))
    region.connection.execute("delete from as_at where age_years = 14")
    region.children(9, la_code=BURY, **LIVES | TOLD)
    assert said(reader(pepper="a")) == before
    assert reasons_known(reader(exact=True), Asked(WHOLE, DAY))


def test_one_la_cannot_tell_by_its_own_children_that_another_has_any(
    region: HandMade, reader: ReaderMaker
) -> None:
    before = said(reader(pepper="a"))
    for la, few in ((BURY, 9), (WIGAN, 9)):
        region.children(few, la_code=la, **LIVES | TOLD)
    now = said(reader(pepper="a"))
    assert {name: now[name] for name in ("reasons", "splits", "needs")} == {
        name: before[name] for name in ("reasons", "splits", "needs")
    }


def test_many_children_with_a_value_are_said_to_be_known(region: HandMade, reader: ReaderMaker) -> None:
    for la in (BURY, WIGAN, SALFORD):
        region.children(12, la_code=la, **LIVES | TOLD)
    found = said(reader(pepper="a"))
    assert found["reasons"]
    assert found["splits"] == dict.fromkeys(SPLITS, True)
    assert all(found["needs"].values())  # type: ignore[attr-defined]
    assert set(found["needs"]) < {*cohorts(), "any"}  # type: ignore[call-overload]


def test_miles_do_not_tell_that_a_few_could_have_had_an_empty_place(
    region: HandMade, reader: ReaderMaker
) -> None:
    """The means were hidden where a few could, and shown where nobody could: homes for one child are full."""
    far = LIVES | {"la_code": BURY, "distance_miles": 40.0, "distance_basis": "postcode"}
    asked = Asked(Filters(las=(BURY,)), DAY)
    region.children(40, **far, solo=True)
    without = miles(reader(pepper="a"), asked)
    region.children(9, **far, solo=False)
    assert miles(reader(pepper="a"), asked) == without == {"actual": 40, "home": 5, "void": None}
    assert miles(reader(exact=True), asked) == {"actual": 40, "home": 5, "void": 12}
    region.children(40, **far, solo=False)
    assert miles(reader(pepper="a"), asked) == {"actual": 40, "home": 5, "void": 12}


def miles(asked: Reader, of: Asked) -> dict[str, float | None]:
    return {name: figure.value for name, figure in nearer(asked, of, DAY, "now").miles.items()}
