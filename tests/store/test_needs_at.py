"""What other sources say of a child joins its place on the date; what none of them says is not known."""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from rcc_dash.settings import DataHome
from tests.store.staged_by_hand import BOLTON, as_at, built, episode, load, returns, sheet

_KEYS = ("la_code", "year", "child_key", "record_key")
MARCH = date(2024, 3, 31)
UNTOLD = [
    "distance_reason", "sourcing_route", "weekly_cost_gbp", "cost_source", "dols", "solo", "solo_in_place",
    "staffing_ratio", "sdq_score", "convicted", "substance_misuse", "missing_12m", "exploitation_risk",
    "self_harm_risk", "risk_to_others", "disability", "ehcp", "communication_need", "deaf", "home_adaptation",
    "parent_child", "unregistered",
]  # fmt: skip


@pytest.fixture
def home(tmp_path: Path) -> DataHome:
    return DataHome(tmp_path)


def child(name: str, **more: object) -> dict[str, object]:
    """Give the keys of a child of Bolton's return of 2024, with what a source tells of it."""
    row = episode(name, "2023-05-01")
    return {**{key: row[key] for key in _KEYS}, **more}


def census(name: str, **more: object) -> dict[str, object]:
    plain = {"as_of": MARCH, "row_class": "child", "started_on": date(2023, 5, 1), "family_code": "foster"}
    return child(name, **{**plain, **more})


def told(home: DataHome, table: str, source: str, *rows: dict[str, object]) -> None:
    day = rows[0].get("as_of", rows[0]["year"])
    period = str(rows[0]["year"] if table == "referral" else day)
    load(home, f"{source} {day}", sheet(table, source, list(rows), BOLTON, period))


def found(home: DataHome, *rows: dict[str, object]) -> pd.DataFrame:
    returns(home, *rows)
    return as_at(built(home)).astype(object)


def test_what_no_source_tells_is_not_known(home: DataHome) -> None:
    assert found(home, episode("a", "2023-05-01"))[UNTOLD].isna().all(axis=None)


def test_care_and_the_stay_start_where_the_return_says(home: DataHome) -> None:
    rows = (
        episode("a", "2021-01-10", "2021-06-01"),
        episode("a", "2022-05-01", "2023-08-01", end_reason="X1", legal_status="C1"),
        episode("a", "2023-08-01", "2023-12-01", end_reason="X1", start_reason="L"),
        episode("a", "2023-12-01", "2023-12-08", end_reason="X1", start_reason="P", place_code="T3"),
        episode("a", "2023-12-08", start_reason="P"),
    )
    one = found(home, *rows).iloc[0]
    assert (one["care_started_on"].date(), one["placed_on"].date()) == (date(2022, 5, 1), date(2022, 5, 1))
    assert one["moves_12m"] == 0


def test_moves_are_to_another_carer_within_the_year(home: DataHome) -> None:
    rows = (
        episode("a", "2022-05-01", "2023-02-01", end_reason="X1"),
        episode("a", "2023-02-01", "2023-06-01", end_reason="X1", start_reason="P", place_code="K2"),
        episode("a", "2023-06-01", "2023-09-01", end_reason="X1", start_reason="B", place_code="U6"),
        episode("a", "2023-09-01", "2023-10-01", end_reason="X1", start_reason="T", place_code="U4"),
        episode("a", "2023-10-01", start_reason="P", place_code="K2"),
    )
    assert found(home, *rows)["moves_12m"].tolist() == [2]


@pytest.mark.parametrize(
    ("place", "left", "came"),
    [("R2", "2023-10-01", True), ("R2", "2023-08-20", False), ("K2", "2023-10-01", False)],
)
def test_a_stay_within_a_month_of_a_hospital_came_from_it(
    home: DataHome, place: str, left: str, *, came: bool
) -> None:
    rows = (
        episode("a", "2023-05-01", left, end_reason="X1", place_code=place),
        episode("a", "2023-10-01", "2023-12-01", end_reason="X1", start_reason="P", place_code="K2"),
        episode("a", "2023-12-01", start_reason="L", legal_status="C1", place_code="K2"),
        episode("b", "2023-10-01", place_code="K2"),
        episode("c", "2023-10-01", start_reason="P", place_code="K2"),
    )
    known = found(home, *rows)["left_hospital"].dropna()
    assert sorted(known) == sorted([came, False])


def test_the_census_of_the_month_tells_needs_and_what_is_true_of_this_placement(home: DataHome) -> None:
    says = {
        "distance_reason": "none_local", "sourcing_route": "spot", "weekly_cost_gbp": 5000.0,
        "health_gbp": 500.0, "dols_status": "current", "solo_required": True, "solo_in_place": False,
    }  # fmt: skip
    told(home, "census", "placements_census", census("a", **says), census("b", **says, family_code="home"))
    both = found(home, episode("a", "2023-05-01"), episode("b", "2023-05-01"))
    both = both.sort_values("weekly_cost_gbp")
    here = [
        "distance_reason",
        "sourcing_route",
        "cost_source",
        "weekly_cost_gbp",
        "health_gbp",
        "solo_in_place",
    ]
    assert both[["dols", "solo"]].to_numpy().tolist() == [[True, True], [True, True]]
    assert both.iloc[0][here].tolist() == ["none_local", "spot", "census", 5000.0, 500.0, False]
    assert both.iloc[1][here].isna().all()


@pytest.mark.parametrize(
    ("as_of", "solo"), [(date(2024, 2, 29), True), (date(2024, 1, 31), None), (date(2024, 4, 30), None)]
)
def test_a_census_counts_for_a_date_up_to_a_month_after_it(
    home: DataHome, as_of: date, *, solo: object
) -> None:
    told(home, "census", "placements_census", census("a", as_of=as_of, solo_required=True))
    value = found(home, episode("a", "2023-05-01"))["solo"].iloc[0]
    assert value is True if solo else pd.isna(value)


def test_a_census_row_of_a_young_adult_is_no_childs(home: DataHome) -> None:
    told(home, "census", "placements_census", census("a", row_class="post_18", solo_required=True))
    assert found(home, episode("a", "2023-05-01"))["solo"].isna().all()


@pytest.mark.parametrize(
    ("started", "ended", "under"),
    [("2024-01-01", None, True), ("2024-01-01", "2024-04-01", True), ("2024-01-01", "2024-03-31", False)],
)
def test_an_order_in_force_on_the_day_is_a_deprivation_of_liberty(
    home: DataHome, started: str, ended: str | None, *, under: bool
) -> None:
    ends = date.fromisoformat(ended) if ended else None
    order = child("a", started_on=date.fromisoformat(started), ended_on=ends)
    told(home, "dolo", "ssda903_dolo", order)
    both = found(home, episode("a", "2023-05-01"), episode("b", "2023-05-01"))
    assert sorted(both["dols"]) == [False, under]


def test_a_returned_order_outweighs_the_referral_and_the_census_the_referral(home: DataHome) -> None:
    asked = {"as_of": date(2024, 1, 5), "standard": "rcc", "deprivation_of_liberty": True}
    told(home, "referral", "rcc_referrals", child("a", **asked), child("b", **asked))
    told(home, "census", "placements_census", census("b", dols_status="previous"))
    both = found(home, episode("a", "2023-05-01"), episode("b", "2023-05-01"))
    assert sorted(both["dols"]) == [False, True]


def test_missing_times_count_within_the_year_and_none_is_known_where_the_file_is(home: DataHome) -> None:
    days = [date(2023, 3, 31), date(2023, 4, 1), date(2023, 9, 9), date(2024, 3, 31)]
    rows = [child("a", kind="M", started_on=day) for day in days]
    away = child("a", kind="A", started_on=date(2023, 8, 8))
    told(home, "missing", "ssda903_missing", *rows, away)
    both = found(home, episode("a", "2023-05-01"), episode("b", "2023-05-01"))
    assert sorted(both["missing_12m"]) == [0, 3]


def test_health_and_offending_are_of_the_return_of_the_year(home: DataHome) -> None:
    told(home, "oc2", "ssda903_oc2", child("a", sdq_score=21, convicted=True, substance_misuse=False))
    one = found(home, episode("a", "2023-05-01")).iloc[0]
    assert one[["sdq_score", "convicted", "substance_misuse"]].tolist() == [21, True, False]


def test_the_latest_referral_of_the_year_tells_needs_and_risks(home: DataHome) -> None:
    early = {"companions": "with_others", "staffing_ratio": "standard", "risk_self_harm": "none"}
    late = {
        "companions": "solo", "staffing_ratio": "over_2:1", "risk_self_harm": "high",
        "risk_criminal_exploitation": "none", "communication_kinds": "bsl other", "home_adaptation": False,
    }  # fmt: skip
    for day, says in ((date(2023, 6, 1), early), (date(2024, 1, 5), late)):
        told(home, "referral", "rcc_referrals", child("a", as_of=day, standard="rcc", **says))
    one = found(home, episode("a", "2023-05-01")).iloc[0]
    known = ["solo", "staffing_ratio", "self_harm_risk", "exploitation_risk", "deaf", "home_adaptation"]
    assert one[known].tolist() == [True, "over_2:1", True, False, True, False]
    assert pd.isna(one["risk_to_others"])


@pytest.mark.parametrize(
    ("codes", "disability", "communication", "deaf"),
    [("NONE", False, False, False), ("LD HEAR", True, True, True), ("COMM", True, True, False)],
)
def test_the_cost_extract_tells_disability_and_what_each_party_pays(
    home: DataHome, codes: str, *, disability: bool, communication: bool, deaf: bool
) -> None:
    says = {
        "as_of": MARCH, "started_on": date(2023, 5, 1), "place_code": "U4", "weekly_cost_gbp": 900.0,
        "health_gbp": 100.0, "disability_codes": codes, "has_ehcp": True, "sourcing_route": "block",
    }  # fmt: skip
    told(home, "placement_cost", "placement_costs", child("a", **says))
    one = found(home, episode("a", "2023-05-01")).iloc[0]
    assert one[["disability", "communication_need", "deaf", "ehcp"]].tolist() == [
        disability, communication, deaf, True,
    ]  # fmt: skip
    assert one[["cost_source", "weekly_cost_gbp", "health_gbp"]].tolist() == ["extract", 900.0, 100.0]
    assert one["sourcing_route"] == "block"
