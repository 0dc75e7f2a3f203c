"""What rare needs cost: shown only where no provider and no child stands out; and the dearest share."""

from datetime import date

import pytest

from rcc_dash.domain.cohorts import Thresholds
from rcc_dash.domain.filters import Filters
from rcc_dash.queries.rare_children import rare_children, settled
from rcc_dash.queries.rare_costs import rare_costs, rare_payers, rare_providers
from rcc_dash.queries.rare_parts import RareAsked
from tests.queries.conftest import DAY, HandMade, ReaderMaker

BOLTON, BURY, MANCHESTER = "E08000001", "E08000002", "E08000003"
BEFORE = date(2024, 3, 31)
GM = Filters()
DEAR = RareAsked(GM, DAY, "dear", Thresholds())
IN_HOME = {"placement": "home", "age_years": 9, "place_code": "K2", "legal_status": "C2"}


def test_costs_are_shown_of_enough_children_and_providers(hand_made: HandMade, reader: ReaderMaker) -> None:
    for at, urn in enumerate(("SC1", "SC2", "SC3", "SC4")):
        for la in (BOLTON, BURY, MANCHESTER):
            hand_made.children(
                4, la_code=la, weekly_cost_gbp=11_000.0 + 500 * at, home_urn=urn, health_gbp=1_000.0,
                social_care_gbp=10_000.0 + 500 * at, education_gbp=0.0, **IN_HOME,
            )  # fmt: skip
    hand_made.children(60, weekly_cost_gbp=500.0)
    found = rare_costs(reader(), DEAR)["dear"]
    assert found.mean.value == 11_750
    assert found.year.value == pytest.approx(found.priced.value * 11_750 * 52.18)
    assert found.points["median"].value in {11_500, 12_000}
    payers = rare_payers(reader(), DEAR)
    assert payers["health_gbp"].mean.value == 1_000
    assert payers["education_gbp"].children.value in {None, 0}
    assert rare_providers(reader(exact=True), DEAR) == 4
    assert rare_providers(reader(), DEAR) == 5  # one more or less would tell where one child went


def test_one_provider_or_few_children_hide_the_costs(hand_made: HandMade, reader: ReaderMaker) -> None:
    for la in (BOLTON, BURY, MANCHESTER):
        hand_made.children(20, la_code=la, weekly_cost_gbp=11_000.0, home_urn="SC1", **IN_HOME)
    found = rare_costs(reader(), DEAR)["dear"]
    assert {found.mean.mark, found.year.mark, *(one.mark for one in found.points.values())} == {"[c]"}
    assert rare_providers(reader(), DEAR) is None
    assert rare_costs(reader(exact=True), DEAR)["dear"].mean.value == 11_000


def test_a_few_children_with_a_cost_look_like_none(hand_made: HandMade, reader: ReaderMaker) -> None:
    """That no cost is loaded is said of the cooperative alone, whatever the filter keeps."""
    hand_made.children(60, weekly_cost_gbp=500.0)
    hand_made.children(60, la_code=BURY)
    asked = RareAsked(Filters(las=(BURY,), placement=("home",)), DAY, "dear", Thresholds())
    none = rare_costs(reader(pepper="a"), asked)
    hand_made.children(6, la_code=BURY, weekly_cost_gbp=11_000.0, home_urn="SC1", **IN_HOME)
    assert rare_costs(reader(pepper="a"), asked) == none
    assert none["dear"].mean.mark == "[c]"


def test_the_dearest_share_becomes_pounds_of_the_latest_day(hand_made: HandMade, reader: ReaderMaker) -> None:
    for thousand in range(1, 101):
        hand_made.children(1, weekly_cost_gbp=1_000.0 * thousand)
        hand_made.children(1, weekly_cost_gbp=100.0, as_of=BEFORE)
    dearest = settled(reader(exact=True), "gm", DAY, Thresholds(top_pct=10))
    assert dearest == Thresholds(cost_gbp=90_100)
    both = rare_children(reader(exact=True), GM, (BEFORE, DAY), Thresholds(top_pct=10))
    assert both["in_dear"].sum() == 10
    assert settled(reader(), "gm", DAY, Thresholds(top_pct=10)).cost_gbp is None


def test_the_dearest_share_is_not_told_of_two_las_of_which_each_knows_its_own(
    hand_made: HandMade, reader: ReaderMaker
) -> None:
    hand_made.children(200, weekly_cost_gbp=1_000.0)
    asked = Thresholds(top_pct=10)
    assert settled(reader(), "gm", DAY, asked).cost_gbp == 1_000
    hand_made.children(200, la_code=BURY, weekly_cost_gbp=1_000.0)
    assert settled(reader(), "gm", DAY, asked).cost_gbp is None
    hand_made.children(200, la_code=MANCHESTER, weekly_cost_gbp=1_000.0)
    assert settled(reader(), "gm", DAY, asked).cost_gbp == 1_000


def test_an_agency_that_pays_for_few_has_no_mean(hand_made: HandMade, reader: ReaderMaker) -> None:
    for urn in ("SC1", "SC2", "SC3"):
        for la in (BOLTON, BURY, MANCHESTER):
            alike = {"la_code": la, "home_urn": urn, "weekly_cost_gbp": 11_000.0, "education_gbp": 0.0}
            hand_made.children(8, **alike, social_care_gbp=11_000.0, health_gbp=0.0, **IN_HOME)
    hand_made.children(3, **alike, social_care_gbp=9_000.0, health_gbp=2_000.0, **IN_HOME)
    assert {one.mean.value for one in rare_payers(reader(), DEAR).values()} == {None}
    exact = rare_payers(reader(exact=True), DEAR)
    assert (exact["health_gbp"].children.value, exact["health_gbp"].mean.value) == (3, 100)
