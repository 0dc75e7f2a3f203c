"""How old is each source, and which should be newer by now?"""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from html import escape
from typing import Final

import streamlit as st

from rcc_dash.domain.accounts import SOURCES
from rcc_dash.domain.ages import Freshness, age_months, last_day, limit_of
from rcc_dash.domain.missing import Missing
from rcc_dash.domain.words import and_list, counted, short_date
from rcc_dash.figures.tables import TableColumn, TableRow
from rcc_dash.ui.downloads import show_table
from rcc_dash.ui.loaded_rows import Period, periods_by_source
from rcc_dash.ui.shell import Context
from rcc_dash.ui.text import quiet

_COLUMNS: Final = (
    TableColumn("newest", "Newest", is_number=False),
    TableColumn("age", "Age", is_number=False),
    TableColumn("state", "State", is_number=False),
    TableColumn("old", "Old after", is_number=False),
    TableColumn("outdated", "Out of date after", is_number=False),
    TableColumn("why", "Because", is_number=False),
)
_SAYS: Final = {Freshness.OUTDATED: "Out of date", Freshness.OLD: "Newer ones are due"}
_ASK: Final = Missing("", "newer files", instead=("say of which date the figures are when you quote them",))


def ages_panel(now: Context) -> None:
    """Draw the age of every source beside its limits; first, in red or amber, those past them."""
    today = datetime.now(UTC).date()
    found = [_aged(source, rows, today) for source, rows in periods_by_source(now).items()]
    rows = [row for row in found if row]
    st.html("<h2>How old are they?</h2>")
    if not now.is_demo:
        _warn(rows, Freshness.OUTDATED)
        _warn(rows, Freshness.OLD)
    show_table("Age of the newest of each source", "Source", _COLUMNS, rows, title="Age of sources")
    quiet("Synthetic data do not age: the limits are those of real ones." if now.is_demo else _ASK)


def _aged(source: str, periods: Sequence[Period], today: date) -> TableRow | None:
    days = [day for day in (last_day(row["period"]) for row in periods) if day]
    if not days:
        return None
    months, limit = age_months(max(days), today), limit_of(source)
    cells = {
        "newest": short_date(max(days)),
        "age": counted(months, "month", "months"),
        "state": limit.freshness(months).value,
        "old": counted(limit.old_months, "month", "months"),
        "outdated": counted(limit.outdated_months, "month", "months"),
        "why": limit.why,
    }
    return TableRow(SOURCES[source], cells)


def _warn(rows: list[TableRow], what: Freshness) -> None:
    named = [f"{row.name} ({row.cells['age']})" for row in rows if row.cells["state"] == what.value]
    if named:
        kind = "damaged" if what is Freshness.OUTDATED else "note"
        says = _SAYS[what]
        st.html(f'<p class="strip strip-{kind}">{says}: {escape(and_list(named))}.</p>')
