from collections.abc import Callable

import pandas as pd
import pytest

from rcc_dash.ingest.checked import CheckedTable
from rcc_dash.ingest.layouts.ssda903_dolo import HEADERS
from rcc_dash.ingest.told import Told

CheckRows = Callable[..., CheckedTable]
Faults = Callable[[CheckedTable], set[str]]
BARNSLEY_2027 = Told("dolo.csv", la="Barnsley", year=2027)
BORN = "05/06/2012"


def test_as_an_la_submits_it(check_rows: CheckRows, faults: Faults) -> None:
    rows = (("T-1", BORN, "01/05/2026", "01/08/2026"), ("T-1", BORN, "01/08/2026", ""))
    table = check_rows(HEADERS, *rows, told=BARNSLEY_2027)
    assert table.table == "dolo"
    assert table.frame["started_on"].tolist() == [pd.Timestamp(2026, 5, 1), pd.Timestamp(2026, 8, 1)]
    assert table.frame["ended_on"].tolist() == [pd.Timestamp(2026, 8, 1), pd.NaT]
    assert [(a.source, a.period, a.rows_loaded) for a in table.accounts] == [("ssda903_dolo", "2027", 2)]
    assert faults(table) == set()


def test_as_a_hub_shares_it(check_rows: CheckRows, faults: Faults) -> None:
    row = ("1_BAR", "2012-06-01", "2026-05-01", "", "Barnsley", "2027")
    table = check_rows((*HEADERS, "LA", "YEAR"), row, told=Told("ssda903_dolo.csv"))
    assert table.accounts[0].rows_loaded == 1
    assert faults(table) == set()


@pytest.mark.parametrize(
    ("second", "codes"),
    [
        (("T-1", BORN, "01/07/2026", ""), {"E14"}),  # the first still runs
        (("T-1", BORN, "01/04/2026", "02/04/2026"), set()),  # before the first
        (("T-2", BORN, "01/07/2026", ""), set()),  # another child
        (("T-1", BORN, "01/05/2026", "01/06/2026"), {"E14", "I05"}),
        (("T-1", BORN, "01/09/2026", "01/08/2026"), {"E01"}),
        (("T-2", BORN, "01/05/2027", ""), {"E08"}),
    ],
)
def test_orders_are_held_against_each_other(
    check_rows: CheckRows, second: tuple[str, ...], codes: set[str], faults: Faults
) -> None:
    table = check_rows(HEADERS, ("T-1", BORN, "01/05/2026", "01/08/2026"), second, told=BARNSLEY_2027)
    assert faults(table) == codes


def test_an_order_without_an_end_runs_on(check_rows: CheckRows, faults: Faults) -> None:
    rows = (("T-1", BORN, "01/05/2026", ""), ("T-1", BORN, "01/09/2026", "01/10/2026"))
    assert faults(check_rows(HEADERS, *rows, told=BARNSLEY_2027)) == {"E14"}


def test_before_2026_27_the_return_has_no_such_file_and_the_row_is_kept(
    check_rows: CheckRows, faults: Faults
) -> None:
    table = check_rows(HEADERS, ("T-1", BORN, "01/05/2024", "01/08/2024"))
    assert faults(table) == {"C02"}
    assert len(table.frame) == 1
