"""What does somebody see who sees no figures: how to sign in, why not, and whom to ask? In plain words."""

import os
from datetime import UTC, datetime
from html import escape
from typing import Final

import streamlit as st

from rcc_dash.domain.access import Access
from rcc_dash.domain.people import Person
from rcc_dash.domain.places import la_name
from rcc_dash.domain.roles import roles
from rcc_dash.domain.sign_in import AGAIN, NOT_HERE, NOT_LISTED, Refused, identity_of
from rcc_dash.domain.words import and_list, counted, short_date
from rcc_dash.figures.tables import TableColumn, TableRow, table_html
from rcc_dash.store import audit
from rcc_dash.store.people import read_people
from rcc_dash.ui import session
from rcc_dash.ui.as_words import as_words
from rcc_dash.ui.nav import PRODUCT, PageSpec, go_to
from rcc_dash.ui.open_data import own_home
from rcc_dash.ui.sign_in import leave, viewer
from rcc_dash.ui.wanted import recall, remember

_REFUSED: Final = "_page_refused"
CONTACT_VARIABLE: Final = "RCC_CONTACT"
_SOMEBODY: Final = "whoever looks after this service in your region"
_COLUMNS: Final = (
    TableColumn("role", "Role", is_number=False),
    TableColumn("las", "For", is_number=False),
    TableColumn("state", "State", is_number=False),
)


def come_back(access: Access) -> None:
    """Take whoever has just signed in to the address that they had asked for before."""
    if session.page() or st.query_params.to_dict():
        return
    asked_for = recall(datetime.now(UTC))
    if asked_for:
        go_to(access, *asked_for)


def refused_page(why: Refused, spec: PageSpec) -> None:
    """Draw why there is nothing to see, what to do about it, and whom to ask."""
    if why in AGAIN:
        remember(spec.code, datetime.now(UTC))
    st.html(f'<span class="brand">{PRODUCT}</span>')
    _words(why.title, why.what)
    if why in NOT_LISTED:
        _who_you_are()
    if why in AGAIN:
        st.button("Sign in", on_click=st.login, type="primary", key="sign-in")
    elif why is not NOT_HERE:
        st.button("Sign out", on_click=leave, key="sign-out")
    if why.code != "sign-in":
        _whom_to_ask()


def refuse_page(spec: PageSpec, access: Access) -> None:
    """Draw that this person's role has no such page, and write it down."""
    seen = audit.Seen(spec.code)
    if st.session_state.get(_REFUSED) != spec:
        st.session_state[_REFUSED] = spec
        home = own_home()
        audit.record(home, audit.Event.PAGE_REFUSED, viewer(), seen, datetime.now(UTC))
    _words(f"{spec.title} is not part of your role", f"You are signed in as: {access.title}.")
    st.html('<p class="quiet">The bar above has the pages that are.</p>')
    _whom_to_ask()
    leave_button(access)


def leave_button(access: Access) -> None:
    """Draw the way out, with the name of whoever is signed in, where people sign in."""
    if access.subject:
        st.button("Sign out", on_click=leave, key="sign-out", type="tertiary", help=_signed_in_as(access))


def _signed_in_as(access: Access) -> str:
    las = f" for {access.las_phrase()}" if access.la_codes else ""
    return f"Signed in as {as_words(access.name) or 'somebody without a name'}, {access.title}{las}"


def no_figures_page(access: Access) -> None:
    """Draw what there is for somebody who looks after access and sees no figures: who is listed."""
    with st.container(horizontal=True, key="top-bar", vertical_alignment="center"):
        st.html(f'<span class="brand">{PRODUCT}</span>', width="content")
        st.space("stretch")
        leave_button(access)
    _words("Who may use this service?", f"You are signed in as: {access.title}. This role sees no figures.")
    table, today = read_people(own_home()), datetime.now(UTC).date()
    rows = [_row(one, one.why_not(today)) for one in table.people]
    st.html(table_html(counted(len(rows), "person", "people"), "Name", _COLUMNS, rows))
    for fault in table.faults:
        st.warning(as_words(fault))
    st.html('<p class="quiet">To change it, run on the server: python -m rcc_dash people --help</p>')


def _row(one: Person, why_not: str) -> TableRow:
    state = f"No access: {why_not}" if why_not else f"Confirm by {short_date(one.review_by)}"
    las = and_list([la_name(code) for code in one.la_codes])
    return TableRow(one.name, {"role": roles()[one.role].title, "las": las, "state": state})


def _words(title: str, what: str) -> None:
    st.html(f'<h1>{escape(title)}</h1><p class="lead">{escape(what)}</p>')


def _who_you_are() -> None:
    """Show the two things by which they can be let in; they are theirs, and no secret."""
    who = identity_of(st.user.to_dict())
    if who:
        st.html('<p class="quiet">Send this to whom you ask. It names you, and is no password.</p>')
        st.code(f"--issuer {who.issuer} --subject {who.subject}", language=None, wrap_lines=True)


def _whom_to_ask() -> None:
    contact = os.environ.get(CONTACT_VARIABLE, "").strip() or _SOMEBODY
    st.html(f'<p class="quiet">Whom to ask: {escape(contact)}.</p>')
