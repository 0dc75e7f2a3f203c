"""Which home is meant where a file gives a name and no URN? Asked of the owner of this machine alone."""

from datetime import UTC, date, datetime
from typing import Final

import streamlit as st

from rcc_dash.domain.name_match import Match
from rcc_dash.domain.places import la_name
from rcc_dash.domain.words import and_list, counted, short_date
from rcc_dash.figures.tables import TableColumn, TableRow
from rcc_dash.intake.load import rebuild
from rcc_dash.intake.names import Asked, decide, decisions, suggestions, take_back
from rcc_dash.settings import DataHome
from rcc_dash.store.name_decisions import Decision
from rcc_dash.ui.downloads import show_table
from rcc_dash.ui.exact_switch import is_local
from rcc_dash.ui.faults import faults_shown
from rcc_dash.ui.open_data import own_home
from rcc_dash.ui.pressed import button
from rcc_dash.ui.progress_shown import progress_shown
from rcc_dash.ui.text import quiet

_AT_ONCE: Final = 6
_DECIDED_COLUMNS: Final = (
    TableColumn("meant", "Home meant (URN)", is_number=False),
    TableColumn("on", "Decided on", is_number=False),
)
_NOT_LISTED: Final = ""
"""Stands for "on no list" among the URNs to choose from."""


def names_panel() -> None:
    """Draw the names that nobody has decided on, with the likeliest homes, and keep what is chosen."""
    if not is_local():
        quiet("Names are decided on where the data are.")
        return
    home = own_home()
    _asked(home)
    _decided(home)


def _asked(home: DataHome) -> None:
    asked = suggestions(home)
    if not asked:
        quiet("No loaded file names a home without its URN that nobody has decided on.")
        return
    quiet(
        f"{counted(len(asked), 'home is', 'homes are')} named without a URN, those of most rows first."
        " Nothing is taken for granted: say which home is meant, or that it is on no list of Ofsted's."
    )
    chosen = {one.key: urn for one in asked[:_AT_ONCE] if (urn := _choice(one)) is not None}
    if button("Keep these decisions", "keep-names", kind="primary", disabled=not chosen):
        with faults_shown():
            _keep(home, asked, chosen)
            st.rerun()


def _decided(home: DataHome) -> None:
    """List what was decided, and let one of it be asked again."""
    known = decisions(home)
    if not known:
        return
    rows = [_decided_row(one) for one in known.values()]
    with st.expander(f"{counted(len(rows), 'name is', 'names are')} decided on"):
        show_table("What was decided", "Name", _DECIDED_COLUMNS, rows, title="Decided names")
        with st.container(horizontal=True, key="names-back", vertical_alignment="bottom"):
            key = st.selectbox(
                "Ask again about",
                list(known),
                format_func=lambda key: _named(known[key]),
                key=f"name-back-{len(known)}",
            )
            again = button("Ask again", "names-ask-again")
    if again:
        with faults_shown():
            take_back(home, key, datetime.now(UTC))
            _rebuilt(home, "Building without this decision")
            st.rerun()


def _decided_row(one: Decision) -> TableRow:
    meant = one.urn or "on no list of Ofsted's"
    return TableRow(_named(one), {"meant": meant, "on": short_date(date.fromisoformat(one.decided_on))})


def _named(one: Asked | Decision) -> str:
    return ", ".join(part for part in (one.home_name, one.provider_name) if part)


def _choice(one: Asked) -> str | None:
    by_urn = {match.home.urn: match for match in one.matches}
    choice: str | None = st.selectbox(
        _question(one),
        [*by_urn, _NOT_LISTED],
        index=None,
        placeholder="Not decided",
        format_func=lambda urn: _said(by_urn[urn]) if urn in by_urn else "On no list of Ofsted's",
        key=f"name-{one.key}",
    )
    return choice


def _keep(home: DataHome, asked: tuple[Asked, ...], chosen: dict[str, str]) -> None:
    now = datetime.now(UTC)
    for one in asked:
        if one.key in chosen:
            decide(home, one, chosen[one.key] or None, now)
    _rebuilt(home, "Building with these decisions")


def _rebuilt(home: DataHome, doing: str) -> None:
    with progress_shown(doing) as progress:
        rebuild(home, datetime.now(UTC), progress)


def _question(one: Asked) -> str:
    where = f", {la_name(one.la_code)}" if one.la_code else ""
    return f"{_named(one)}{where} ({counted(one.rows, 'row', 'rows')})"


def _said(match: Match) -> str:
    home = match.home
    known = (home.home_name, home.owner_name, la_name(home.la_code) if home.la_code else None)
    because = f" ({and_list(match.because)})" if match.because else ""
    return f"{', '.join(part for part in known if part)}: {home.urn}{because}"
