"""Read = loaded + mended + rejected, whatever stands in the cells of each layout's file."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rcc_dash.domain.problems import Severity
from rcc_dash.ingest.checked import CheckedTable
from rcc_dash.ingest.layouts import (
    cost_fields,
    ssda903_dolo,
    ssda903_episodes,
    ssda903_header,
    ssda903_missing,
    ssda903_oc2,
    ssda903_uasc,
)
from rcc_dash.ingest.told import Told

CheckRows = Callable[..., CheckedTable]
TOLD = Told("rows.csv", la="Barnsley", year=2025, as_of=date(2025, 3, 31))
CELLS = st.sampled_from(
    (
        "", "1", "0", "41", "-5", "T-1", "01/05/2024", "2024-05-01", "31/02/2024", "2999-12-31", "U4", "K2",
        "T3", "V3", "C2", "N1", "PR1", "PR0", "X1", "S", "P", "L", "M", "SDQ1", "M2 5DB", "SK1 3", "SC012345",
        "1234567.0", "£1,200", "Yes", "AUT;BEH", "Spot", "WBRI", "nonsense", "NULL", "=1+1", "\u00a0", "é",
    )
)  # fmt: skip
HEADERS = {
    "header": ssda903_header.HEADERS,
    "episodes": ssda903_episodes.HEADERS,
    "uasc": ssda903_uasc.HEADERS,
    "missing": ssda903_missing.HEADERS,
    "oc2": ssda903_oc2.HEADERS,
    "dolo": ssda903_dolo.HEADERS,
    "placement costs": cost_fields.HEADERS,
    "home costs": cost_fields.HOME_HEADERS,
}


@pytest.mark.parametrize("name", list(HEADERS))
@settings(max_examples=10)
@given(data=st.data())
def test_every_row_is_loaded_mended_or_rejected(
    check_rows: CheckRows, name: str, data: st.DataObject
) -> None:
    header = HEADERS[name]
    row = st.tuples(*(CELLS for _ in header)).filter(lambda cells: any(cell.strip() for cell in cells))
    rows = data.draw(st.lists(row, min_size=1, max_size=20))
    table = check_rows(header, *rows, told=TOLD)
    (account,) = table.accounts
    assert account.rows_read == len(rows)
    assert account.rows_loaded + account.rows_mended == len(table.frame)
    assert account.rows_mended == int(table.frame["mends"].notna().sum())
    named = {problem.row for problem in table.problems if problem.severity is Severity.ERROR}
    assert named == set(range(2, len(rows) + 2)) - set(table.frame["source_row"])
