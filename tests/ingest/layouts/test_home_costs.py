from collections.abc import Callable
from datetime import date

import pytest

from rcc_dash.domain.problems import Severity
from rcc_dash.errors import UserError
from rcc_dash.ingest.checked import CheckedTable
from rcc_dash.ingest.layouts.home_costs import HOME_HEADERS
from rcc_dash.ingest.told import Told

CheckRows = Callable[..., CheckedTable]
Faults = Callable[[CheckedTable], set[str]]
Q2 = Told("homes.csv", la="Barnsley", as_of=date(2024, 9, 30))


@pytest.mark.parametrize(
    ("row", "weekly"),
    [
        (("Elm House", "SC012345", "01/01/2015", "", "£183,000"), 7000.0),  # 183 days since 1 April
        (("Elm House", "", "", "", "183000"), 7000.0),  # opened who knows when
        (("Elm House", "", "01/09/2024", "", "30000"), 7000.0),  # thirty days
        (("Elm House", "", "01/01/2015", "15/04/2024", "14000"), 7000.0),  # fourteen nights
    ],
)
def test_weekly_cost_is_cost_so_far_over_weeks_in_use(
    check_rows: CheckRows, row: tuple[str, ...], weekly: float, faults: Faults
) -> None:
    table = check_rows(HOME_HEADERS, row, told=Q2)
    assert table.table == "home_cost"
    assert table.frame["weekly_cost_gbp"].tolist() == [weekly]
    assert [(a.source, a.la_code, a.period) for a in table.accounts] == [
        ("home_costs", "E08000016", "2024-09-30")
    ]
    assert faults(table) == set()


@pytest.mark.parametrize(
    ("row", "code", "severity"),
    [
        (("Total", "", "", "", "183000"), "K11", Severity.ERROR),
        (("", "", "", "", "1000"), "K09", Severity.ERROR),
        (("Ash House", "", "01/09/2024", "31/08/2024", "1000"), "E01", Severity.ERROR),
        (("Ash House", "no. 7", "", "", "1000"), "U03", Severity.MENDED),
        (("Ash House", "", "", "", "-1"), "K01", Severity.MENDED),
        (("Ash House", "", "", "", "plenty"), "K01", Severity.MENDED),
        (("Ash House", "", "01/12/2024", "", "1000"), "K08", Severity.WARNING),
        (("Elm House", "SC012345", "", "", "1000"), "K10", Severity.WARNING),
    ],
)
def test_what_is_wrong_is_said(
    check_rows: CheckRows, row: tuple[str, ...], code: str, severity: Severity, faults: Faults
) -> None:
    table = check_rows(HOME_HEADERS, ("Elm House", "SC012345", "", "", "1000"), row, told=Q2)
    assert faults(table) == {code}
    assert {p.severity for p in table.problems if p.code == code} == {severity}


def test_without_a_quarter_it_says_how_to_give_it(check_rows: CheckRows) -> None:
    with pytest.raises(UserError) as refused:
        check_rows(HOME_HEADERS, ("Elm House", "", "", "", "1"), told=Told("homes.csv", la="Barnsley"))
    assert "--as-of" in refused.value.fix
