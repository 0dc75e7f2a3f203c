"""Who belongs to a cohort, of whom that is known, and which rows of the files are refused."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcc_dash.domain.cohort_columns import CODE, COLUMNS, codes_of
from rcc_dash.domain.cohorts import NEEDS_PAGE, VOIDS_PAGE, Thresholds, cohorts, members, read_cohorts
from rcc_dash.errors import UserError
from rcc_dash.reference.tables import Row, rows
from rcc_dash.store.statements import statement

PLAIN = Thresholds()
TOLD = dict(rows("cohorts")[0]) | {"code": "mine"}


def of(code: str, thresholds: Thresholds = PLAIN, **child: object) -> str:
    """Say "yes", "no" or "unknown" of one child; what is not given is not known."""
    frame = pd.DataFrame([{column: child.get(column) for column in COLUMNS}])
    answer = members(cohorts()[code], frame, thresholds)
    return ("yes" if answer.yes[0] else "no") if answer.known[0] else "unknown"


def rule(**differ: str) -> Row:
    return {"cohort": "mine", "way": "1", "column": "dols", "test": "is", "value": "yes"} | differ


@pytest.mark.parametrize(
    ("code", "child"),
    [
        ("secure", {"place_code": "K1", "legal_status": "C2"}),
        ("dols", {"dols": True}),
        ("solo", {"solo": True}),
        ("staffing", {"staffing_ratio": "over_2:1"}),
        ("mental_health", {"place_code": "R2", "placement": "other_residential"}),
        ("mental_health", {"place_code": "K2", "placement": "home", "left_hospital": True}),
        ("mental_health", {"place_code": "K2", "placement": "home", "self_harm_risk": True}),
        ("disability", {"placement": "school", "need_code": "N2"}),
        ("disability", {"placement": "home", "need_code": "N1", "disability": True, "health_gbp": 1.0}),
        ("deaf", {"placement": "home", "deaf": True}),
        ("deaf", {"placement": "home", "communication_need": True, "deaf": False}),
        ("parent_child", {"place_code": "R3", "placement": "other_residential"}),
        ("remand", {"legal_status": "J2", "place_code": "K2"}),
        ("remand", {"legal_status": "C2", "place_code": "R5"}),
        ("uasc", {"uasc": True, "placement": "supported"}),
        ("young", {"placement": "home", "age_years": 9}),
        ("unregistered", {"unregistered": True}),
        ("unregistered", {"unregistered": False, "place_code": "P2", "age_years": 15}),
        ("dear", {"weekly_cost_gbp": 10_000.0}),
        ("far", {"placement": "home", "distance_miles": 20.1}),
        ("home", {"placement": "home"}),
    ],
)
def test_who_belongs(code: str, child: dict[str, object]) -> None:
    assert of(code, **child) == "yes"


@pytest.mark.parametrize(
    ("code", "child"),
    [
        ("secure", {"place_code": "K1", "legal_status": "J1"}),
        ("dols", {"dols": False}),
        ("staffing", {"staffing_ratio": "1:1"}),
        ("mental_health", {"place_code": "U4", "placement": "foster"}),
        ("disability", {"placement": "home", "need_code": "N1", "disability": True, "health_gbp": 0.0}),
        ("young", {"placement": "home", "age_years": 10}),
        ("young", {"placement": "foster"}),
        ("dear", {"weekly_cost_gbp": 9_999.0}),
        ("far", {"placement": "home", "distance_miles": 20.0}),
    ],
)
def test_who_does_not(code: str, child: dict[str, object]) -> None:
    assert of(code, **child) == "no"


@pytest.mark.parametrize("code", list(cohorts()))
def test_unknown_is_not_no(code: str) -> None:
    assert of(code) == "unknown"


def test_one_no_is_enough_to_know_and_one_unknown_is_not_enough_to_say_no() -> None:
    assert of("disability", placement="foster") == "no"
    assert of("disability", placement="home", need_code="N1") == "unknown"
    assert of("disability", placement="home", need_code="N2") == "yes"


def test_thresholds_are_switched() -> None:
    assert of("dear", Thresholds(cost_gbp=5_000), weekly_cost_gbp=5_000.0) == "yes"
    assert of("dear", Thresholds(cost_gbp=None), weekly_cost_gbp=50_000.0) == "unknown"
    assert of("staffing", Thresholds(staffing="1:1"), staffing_ratio="1:1") == "yes"
    assert of("young", Thresholds(young=8), placement="home", age_years=8) == "no"
    assert "£5,000" in cohorts()["dear"].said(Thresholds(cost_gbp=5_000))


@given(st.lists(st.sampled_from([5_000.0, 9_000.0, 12_000.0, None]), min_size=1), st.integers(1, 20_000))
def test_a_higher_threshold_never_takes_in_more(costs: list[float | None], limit: int) -> None:
    frame = pd.DataFrame({"weekly_cost_gbp": pd.Series(costs, dtype=float)})
    lower, higher = (
        members(cohorts()["dear"], frame, Thresholds(cost_gbp=cost)) for cost in (limit, limit + 1_000)
    )
    assert not (higher.yes & ~lower.yes).any()
    assert not (lower.yes & ~lower.known).any()


def test_the_files_hold_what_the_issue_asks_for() -> None:
    assert len([one for one in cohorts().values() if NEEDS_PAGE in one.pages]) == 13
    voids = [code for code, one in cohorts().items() if VOIDS_PAGE in one.pages]
    assert set(voids) == {"dear", "solo", "dols", "far", "young", "home"}
    for one in cohorts().values():
        assert one.definition.endswith(".")
        assert one.source
        assert one.told_by
        assert one.home_words


def test_rules_may_speak_of_columns_of_the_table_of_children() -> None:
    told = {name for name, _kind in statement("build/73_as_at").columns}
    assert set(COLUMNS) <= told
    assert all(codes_of(column) for column in ("placement", "place_code", "legal_status", "provider", "age"))
    assert COLUMNS["placement"] == CODE


@pytest.mark.parametrize(
    ("differ", "column", "held"),
    [
        ({"cohort": "other"}, "cohort", "other"),
        ({"column": "mood"}, "column", "mood"),
        ({"test": "like"}, "test", "like"),
        ({"test": "at_least"}, "test", "at_least"),
        ({"way": ""}, "way", ""),
        ({"value": "@cost"}, "value", "@cost"),
        ({"value": "@cost_gbp"}, "value", "@cost_gbp"),
        ({"value": "perhaps"}, "value", "perhaps"),
        ({"column": "age_years", "test": "below", "value": "ten"}, "value", "ten"),
        ({"column": "place_code", "value": "Q9"}, "value", "Q9"),
        ({"column": "placement", "test": "in", "value": ""}, "value", ""),
    ],
)
def test_a_bad_rule_is_refused_by_line_and_column(differ: dict[str, str], column: str, held: str) -> None:
    with pytest.raises(UserError) as why:
        read_cohorts([TOLD], [rule(), rule(**differ)])
    assert f"cohort_rules.csv, line 3, the column “{column}”" in why.value.what
    assert held in why.value.what
    assert why.value.fix


@pytest.mark.parametrize(
    ("differ", "column"),
    [
        ({"code": "my cohort"}, "code"),
        ({"home_type": "castle"}, "home_type"),
        ({"max_places": "few"}, "max_places"),
        ({"title": ""}, "title"),
        ({"whom": "under {age}"}, "whom"),
    ],
)
def test_a_bad_cohort_is_refused_by_line_and_column(differ: dict[str, str], column: str) -> None:
    code = differ.get("code", "mine")
    with pytest.raises(UserError) as why:
        read_cohorts([TOLD | differ], [rule(cohort=code)])
    assert f"cohorts.csv, line 2, the column “{column}”" in why.value.what


def test_a_cohort_without_a_rule_and_one_told_twice_are_refused() -> None:
    with pytest.raises(UserError, match="Say who belongs to it"):
        read_cohorts([TOLD], [])
    with pytest.raises(UserError, match="a code of its own"):
        read_cohorts([TOLD, TOLD], [rule()])


def test_an_analyst_adds_a_cohort_by_rows() -> None:
    often = rule(way="2", column="missing_12m", test="at_least", value="3")
    mine = read_cohorts([TOLD], [rule(), often, rule(way="2", column="ehcp")])["mine"]
    frame = pd.DataFrame({"dols": [False, True, None], "missing_12m": [3, 0, 5], "ehcp": [True, True, None]})
    answer = members(mine, frame, PLAIN)
    assert answer.yes.tolist() == [True, True, False]
    assert answer.known.tolist() == [True, True, False]
