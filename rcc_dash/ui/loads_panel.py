"""Which files were loaded, which of them count, and how is one taken back?"""

from datetime import UTC, datetime
from typing import Final

import streamlit as st

from rcc_dash.domain.words import and_list, short_date
from rcc_dash.figures.tables import TableColumn, TableRow
from rcc_dash.intake.loads import Standing, standings
from rcc_dash.intake.undo import undo
from rcc_dash.settings import DataHome
from rcc_dash.ui.as_words import as_words
from rcc_dash.ui.downloads import show_table
from rcc_dash.ui.faults import faults_shown
from rcc_dash.ui.open_data import own_home
from rcc_dash.ui.pressed import button
from rcc_dash.ui.progress_shown import progress_shown
from rcc_dash.ui.sign_in import access
from rcc_dash.ui.text import quiet
from rcc_dash.ui.upload_visit import forget_done

_COLUMNS: Final = (
    TableColumn("file", "File", is_number=False),
    TableColumn("holds", "What it holds", is_number=False),
    TableColumn("rows", "Rows read"),
    TableColumn("on", "Loaded on", is_number=False),
    TableColumn("state", "State", is_number=False),
)
_NONE_YET: Final = (
    "None yet: what you see is a synthetic region. The first file that is loaded takes its place."
)
_ASKED: Final = "_undo_asked"
_UNDONE: Final = "_undone"


def loads_panel() -> None:
    """Draw the list of loads, latest first, and the way to undo one."""
    home = own_home()
    loads = [one for one in standings(home) if access().may_load(held.la_code for held in one.accounts)]
    if st.session_state.get(_UNDONE):
        st.success(st.session_state.pop(_UNDONE))
    if not loads:
        quiet(_NONE_YET if access().is_local else "No file that is yours to load is loaded yet.")
        return
    with st.container(key="loads"):
        show_table("Latest first", "Load", _COLUMNS, [_row(one) for one in loads], title="Loads")
    _undo_form(home, [one for one in loads if one.can_be_undone])


def _undo_form(home: DataHome, loads: list[Standing]) -> None:
    named = {one.load.number: one for one in loads}
    if not named:
        return
    with st.container(horizontal=True, key="undo-bar", vertical_alignment="bottom"):
        number = st.selectbox(
            "Undo a load",
            list(named),
            format_func=lambda number: _name(named[number]),
            key=f"undo-of-{len(loads)}",
        )
        if button("Undo it", "undo"):
            st.session_state[_ASKED] = number
    asked = st.session_state.get(_ASKED)
    if asked in named:
        back = [number for number, one in named.items() if one.replaced_by == (asked,)]
        _confirm(home, named[asked], back)


def _confirm(home: DataHome, one: Standing, back: list[int]) -> None:
    again = f" What it replaced counts again: load {and_list([str(n) for n in back])}." if back else ""
    leaves = _leaves(one) if one.counts else "No figure changes: a later load replaced it."
    number = one.load.number
    st.warning(
        f"Undo load {number} ({as_words(one.load.arrival.file_name)})? {leaves}{again}"
        " The file itself is kept, and can be loaded again."
    )
    with st.container(horizontal=True, key="undo-confirm"):
        sure = button(f"Yes, undo load {number}", "undo-sure", kind="primary")
        if button("No, keep it", "undo-not"):
            del st.session_state[_ASKED]
            st.rerun()
    if sure:
        with faults_shown():
            with progress_shown(f"Undoing load {number}") as progress:
                undo(home, number, datetime.now(UTC), progress)
            del st.session_state[_ASKED]
            forget_done()
            st.session_state[_UNDONE] = f"Load {number} is undone. Every page shows the figures without it."
            st.rerun()


def _leaves(one: Standing) -> str:
    has_rows = any(account.rows_read for account in one.accounts)
    return "Its rows leave every figure." if has_rows else "That there is nobody is then not known again."


def _row(one: Standing) -> TableRow:
    arrival = one.load.arrival
    cells = {
        "file": f"{arrival.folder}/{arrival.file_name}" if arrival.folder else arrival.file_name,
        "holds": _holds(one),
        "rows": f"{sum(account.rows_read for account in one.accounts):,}",
        "on": short_date(datetime.fromisoformat(arrival.at).date()),
        "state": one.state.capitalize(),
    }
    return TableRow(str(one.load.number), cells)


def _holds(one: Standing) -> str:
    more = f" and {len(one.holds) - 1} more" if len(one.holds) > 1 else ""
    return f"{one.holds[0]}{more}" if one.holds else ""


def _name(one: Standing) -> str:
    return f"{one.load.number}: {one.load.arrival.file_name} ({_holds(one)})"
