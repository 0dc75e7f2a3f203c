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
             "care": "Contribution from social care", "health": "Contribution from health"}  # fmt: skip
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
