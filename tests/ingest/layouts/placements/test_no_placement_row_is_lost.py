"""Whatever cells hold, every row read is loaded, mended or rejected, and nothing personal comes out."""

import io
from collections.abc import Callable
from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rcc_dash.ingest.checked import CheckedTable
from rcc_dash.ingest.layouts.pnw_fields import HEADERS
from tests.ingest.layouts.placements.census_files import census_row
from tests.ingest.layouts.placements.referral_files import FORM_LABELS, JSON_NAMES, form_row, standard_row

CheckTable = Callable[..., CheckedTable]
UNHURRIED = settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
CELLS = st.one_of(
    st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp")), max_size=30),
    st.sampled_from(["", "0", "-1", "1e9", "<1", "Yes", "n/a", "31/02/2020", "99/99/9999", "\u00a31,000"]),
)
EDITIONS = st.sampled_from(sorted(HEADERS))
CHILD_ID = "CANARY123456"
POSTCODES = ("SK1 3XE", "M2 5DB")


def everything_said(table: CheckedTable) -> str:
    text = io.StringIO()
    table.frame.to_csv(text)
    return f"{text.getvalue()} {table.problems} {table.accounts}".upper()


@UNHURRIED
@given(st.data())
def test_rows_read_are_loaded_mended_or_rejected(check: CheckTable, data: st.DataObject) -> None:
    edition = data.draw(EDITIONS)
    width = len(HEADERS[edition])
    junk = data.draw(st.lists(st.lists(CELLS, min_size=width, max_size=width), max_size=4))
    table = check(HEADERS[edition], census_row(edition), *junk, la="Bury", as_of=date(2025, 1, 31))
    blank = sum(not "".join(row).strip() for row in junk)
    assert sum(a.rows_read for a in table.accounts) == 1 + len(junk) - blank
    assert len(table.frame) == sum(a.rows_loaded + a.rows_mended for a in table.accounts)
    rejected = sum(a.rows_rejected for a in table.accounts)
    assert rejected <= sum(p.rows for p in table.problems if p.severity == "error")


@UNHURRIED
@given(st.data())
def test_ids_and_postcodes_stay_out_even_with_columns_mixed_up(
    check: CheckTable, data: st.DataObject
) -> None:
    header = HEADERS["enriched"]
    cells = census_row("enriched", id=CHILD_ID, total="5000", **{"Home postcode": POSTCODES[0]})
    order = data.draw(st.permutations(range(len(cells))))
    rows = (cells, [cells[i] for i in order], census_row("enriched", id="T-2"))
    said = everything_said(check(header, *rows, la="Bury"))
    assert CHILD_ID not in said
    assert not [post for post in POSTCODES if post in said or post.replace(" ", "") in said]


@UNHURRIED
@given(st.data())
def test_rows_of_referrals_are_loaded_mended_or_rejected(check: CheckTable, data: st.DataObject) -> None:
    header, good = data.draw(st.sampled_from([(JSON_NAMES, standard_row()), (FORM_LABELS, form_row())]))
    junk = data.draw(st.lists(st.lists(CELLS, min_size=len(good), max_size=len(good)), max_size=4))
    table = check(header, good, *junk, la="Bury", name="referrals.csv")
    blank = sum(not "".join(row).strip() for row in junk)
    assert sum(a.rows_read for a in table.accounts) == 1 + len(junk) - blank
    assert len(table.frame) == sum(a.rows_loaded + a.rows_mended for a in table.accounts)


@UNHURRIED
@given(st.data())
def test_ids_and_free_text_of_referrals_stay_out(check: CheckTable, data: st.DataObject) -> None:
    cells = standard_row(childId=CHILD_ID, placementLocation="M2 5DB", riskOther="CANARY", pets="CANARY")
    order = data.draw(st.permutations(range(len(cells))))
    said = everything_said(check(JSON_NAMES, cells, [cells[i] for i in order], standard_row(), la="Bury"))
    assert "CANARY" not in said
    assert "M2 5DB" not in said
