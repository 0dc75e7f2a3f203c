"""Rows of files as somebody reads them who does not sit at the machine."""

import pandas as pd

from rcc_dash.queries.loaded import as_released

ROWS = {"rows_read": [9, 12, 4_321], "rows_loaded": [9, 9, 4_321], "rows_mended": [0, 3, 14]}


def test_rows_of_a_few_children_are_not_told_and_others_to_the_nearest_five() -> None:
    """Where one LA's return came last, what its rows add is a count of its children."""
    found = as_released(pd.DataFrame({"source": ["a", "b", "c"], **ROWS}))
    assert found["rows_read"].tolist() == [0, 10, 4_320]
    assert found["rows_loaded"].tolist() == [0, 0, 4_320]
    assert found["rows_mended"].tolist() == [0, 0, 15]


def test_a_finding_in_few_rows_is_told_without_their_number() -> None:
    found = as_released(pd.DataFrame({"code": ["x", "y"], "rows": [3, 17]}))["rows"]
    assert (pd.isna(found[0]), found[1]) == (True, 15)
