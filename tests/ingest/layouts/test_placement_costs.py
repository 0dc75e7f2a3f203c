from collections.abc import Callable
from datetime import date

import pandas as pd
import pytest

from rcc_dash.errors import UserError
from rcc_dash.ingest.checked import CheckedTable
from rcc_dash.ingest.layouts.placement_costs import HEADERS
from rcc_dash.ingest.told import Told

CheckRows = Callable[..., CheckedTable]
Faults = Callable[[CheckedTable], set[str]]
Q2 = Told("costs.csv", la="Barnsley", as_of=date(2024, 9, 30))
GOOD = dict.fromkeys(HEADERS, "") | {
    "Child ID": "T-1",
    "Date of birth": "05/06/2010",
    "Placement start date": "01/09/2024",
    "Placement type": "K2",
    "Provider type": "PR4",
    "Ofsted URN": "SC012345",
    "Total committed cost accrued in FY to date": "£24,000",
}
COST = "Total committed cost accrued in FY to date"


def placement(**changes: str) -> tuple[str, ...]:
    words = {"start": "Placement start date", "end": "Placement end date", "kind": "Placement type",
             "cost": COST, "provider": "Provider type", "born": "Date of birth", "urn": "Ofsted URN",
             "care": "Contribution from social care", "health": "Contribution from health",
             "education": "Contribution from education provider/s", "disability": "Disability",
             "plan": "Does the child have an EHCP", "uasc": "Is the child UASC", "child": "Child ID",
             "missing": "Number of missing episodes in current period of care",
             "moves": "Number of placements in last 12 months", "platform": "Procurement platform",
             "home": "Home postcode", "at": "Placement postcode", "la": "LA of placement",
             "care_from": "Date of start of current care period"}  # fmt: skip
    return tuple((GOOD | {words[name]: value for name, value in changes.items()}).values())


@pytest.mark.parametrize(
    ("changes", "weekly"),
    [
        ({}, 5600.0),  # 1 to 30 September, 30 days: 24,000 * 7 / 30
        ({"start": "01/01/2020", "cost": "91500"}, 3500.0),  # since 1 April, 183 days
        ({"end": "15/09/2024"}, 12000.0),  # fourteen nights
        ({"end": "15/10/2024"}, 5600.0),  # ends after the quarter: as if open
        ({"cost": "0", "provider": "PR1"}, 0.0),
    ],
)
def test_weekly_cost_is_cost_so_far_over_weeks_open_so_far(
    check_rows: CheckRows, changes: dict[str, str], weekly: float, faults: Faults
) -> None:
    table = check_rows(HEADERS, placement(**changes), told=Q2)
    assert table.frame["weekly_cost_gbp"].tolist() == [weekly]
    assert faults(table) == set()


def test_a_row_goes_to_its_la_quarter_and_return_year(check_rows: CheckRows) -> None:
    table = check_rows(HEADERS, placement(), told=Q2)
    assert [(a.la_code, a.period) for a in table.accounts] == [("E08000016", "2024-09-30")]
    assert table.frame["year"].tolist() == [2025]
    assert table.frame["home_urn"].tolist() == ["SC012345"]


@pytest.mark.parametrize(
    ("name", "as_of"),
    [
        ("Barnsley costs 2024-25 Q2.csv", "2024-09-30"),
        ("Barnsley costs Q4 2024-25.csv", "2025-03-31"),
        ("Barnsley costs 2024-12-31.csv", "2024-12-31"),
    ],
)
def test_the_quarter_from_the_files_name(check_rows: CheckRows, name: str, as_of: str) -> None:
    table = check_rows(HEADERS, placement(start="01/04/2024"), told=Told(name))
    assert table.accounts[0].period == as_of


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"cost": "-5"}, "K01"),
        ({"cost": "lots"}, "K01"),
        ({"care": "1000", "health": "2000"}, "K02"),
        ({"cost": "0"}, "K03"),
        ({"cost": "600000"}, "K04"),
        ({"end": "31/08/2024"}, "E01"),
        ({"start": "01/10/2024"}, "K08"),
        ({"born": "05/06/2025"}, "I04"),
        ({"kind": "K3"}, "C08"),
        ({"urn": "the blue house"}, "U03"),
        ({"care": "-1"}, "K01"),
        ({"disability": "AUT, XYZ"}, "C03"),
        ({"plan": "perhaps"}, "C03"),
        ({"missing": "often"}, "C03"),
        ({"platform": "The corner shop"}, "C03"),
        ({"care_from": "long ago"}, "I07"),
        ({"at": "somewhere"}, "G01"),
    ],
)
def test_what_cannot_be_right_is_said(
    check_rows: CheckRows, changes: dict[str, str], code: str, faults: Faults
) -> None:
    assert faults(check_rows(HEADERS, placement(**changes), told=Q2)) == {code}


def test_blank_costs_are_unknown_and_contributions_may_differ_by_a_pound(
    check_rows: CheckRows, faults: Faults
) -> None:
    table = check_rows(HEADERS, placement(cost=""), placement(care="12000", health="12000.99"), told=Q2)
    assert table.frame["weekly_cost_gbp"].tolist() == [pd.NA, 5600.0]
    assert faults(table) == set()


def test_without_a_quarter_it_says_how_to_give_it(check_rows: CheckRows) -> None:
    with pytest.raises(UserError) as refused:
        check_rows(HEADERS, placement(), told=Told("costs.csv", la="Barnsley"))
    assert "--as-of" in refused.value.fix


def test_who_pays_is_told_by_the_week_too(check_rows: CheckRows) -> None:
    row = placement(care="12000", health="9000", education="3000")
    (found,) = check_rows(HEADERS, row, told=Q2).frame.to_dict("records")
    assert (found["social_care_gbp"], found["health_gbp"], found["education_gbp"]) == (2800.0, 2100.0, 700.0)
    assert found["cost_basis"] == "to_date"


def test_needs_and_how_it_was_bought(check_rows: CheckRows, faults: Faults) -> None:
    row = placement(
        disability="aut; BEH", plan="Yes", uasc="N", missing="3", moves="2", platform="Spot",
        care_from="01/02/2020",
    )  # fmt: skip
    table = check_rows(HEADERS, row, told=Q2)
    (found,) = table.frame.to_dict("records")
    assert found["disability_codes"] == "AUT BEH"
    assert (found["has_ehcp"], found["uasc"]) == (True, False)
    assert (found["missing_episodes"], found["placements_12m"]) == (3, 2)
    assert (found["sourcing_route"], found["care_started_on"]) == ("spot", pd.Timestamp(2020, 2, 1))
    assert faults(table) == set()


def test_what_is_not_said_stays_unknown(check_rows: CheckRows, faults: Faults) -> None:
    table = check_rows(HEADERS, placement(uasc="Not yet established"), told=Q2)
    names = ["disability_codes", "has_ehcp", "uasc", "missing_episodes", "sourcing_route", "social_care_gbp"]
    assert table.frame[names].isna().all(axis=None)
    assert faults(table) == set()


def test_postcodes_come_out_as_sectors_with_the_distance(check_rows: CheckRows, faults: Faults) -> None:
    table = check_rows(HEADERS, placement(home="SK1 3XE", at="M2 5DB"), told=Q2)
    (found,) = table.frame.to_dict("records")
    assert (found["origin_sector"], found["placement_sector"]) == ("SK1 3", "M2 5")
    assert (found["placement_la"], found["distance_miles"]) == ("E08000003", 6.2)
    assert faults(table) == set()


def test_the_stated_la_counts_where_there_is_no_postcode(check_rows: CheckRows) -> None:
    table = check_rows(HEADERS, placement(la="Leeds"), told=Q2)
    assert table.frame["placement_la"].tolist() == ["E08000035"]


def test_one_home_with_very_different_costs_is_said_and_kept(check_rows: CheckRows) -> None:
    agency = {"urn": "SC000002", "kind": "U4"}
    rows = (
        placement(),
        placement(child="T-2", cost="80000"),
        placement(child="T-3", urn="SC000001"),
        placement(child="T-4", cost="1500", **agency),
        placement(child="T-5", cost="8000", **agency),
    )
    table = check_rows(HEADERS, *rows, told=Q2)
    assert [p.rows for p in table.problems if p.code == "K05"] == [2]
    assert len(table.frame) == 5
