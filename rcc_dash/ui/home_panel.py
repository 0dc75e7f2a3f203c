"""The children's homes: as a table, and the one in focus as a card."""

from dataclasses import replace
from datetime import date
from html import escape
from typing import Final

import pandas as pd
import streamlit as st

from rcc_dash.domain.dimensions import home_sectors, home_types
from rcc_dash.domain.places import la_name
from rcc_dash.domain.views import Focus
from rcc_dash.domain.words import counted, short_date
from rcc_dash.queries.area_values import AreaValues
from rcc_dash.queries.homes import home_history, homes_list
from rcc_dash.ui.cached import ask
from rcc_dash.ui.downloads import offer_frame
from rcc_dash.ui.nothing_loaded import LISTS
from rcc_dash.ui.session import set_view, state
from rcc_dash.ui.shell import Context
from rcc_dash.ui.text import quiet

JUDGEMENTS: Final = {
    "outstanding": "Outstanding",
    "good": "Good",
    "requires_improvement": "Requires improvement",
    "inadequate": "Inadequate",
}
_KEY: Final = "homes-table"
_SHOWN: Final = "_homes_shown"


def home_table(now: Context, values: AreaValues) -> None:
    """Draw the homes of the areas in view; choosing a row puts that home in focus."""
    if values.day.homes is None:
        quiet(LISTS)
        return
    homes = _in_view(now, values.day.homes)
    if homes.empty:
        quiet("There is no children's home here on this list. Widen the area or the provider sector.")
        return
    st.session_state[_SHOWN], display = tuple(homes["urn"]), _display(homes)
    st.dataframe(
        display,
        hide_index=True,
        height=430,
        key=_KEY,
        on_select=_focus_on_row,
        selection_mode="single-row",
        alt="Children's homes of the areas in view",
    )
    offer_frame("Children's homes", display)
    quiet(
        f"{counted(len(homes), 'home', 'homes')} on Ofsted's list as at {short_date(values.day.homes)}. "
        "Choose a row to put a home in focus. Ofsted publishes no address of a children's home."
    )


def home_card(now: Context, values: AreaValues) -> None:
    """Draw the home in focus, or say why the link's home cannot be shown."""
    with st.container(key="home-place"):
        if now.state.view.focus.urn:
            _home_card(now, values, now.state.view.focus.urn)


def _home_card(now: Context, values: AreaValues, urn: str) -> None:
    history = ask(home_history, now.reader, urn)
    known = history[history["as_of"].dt.date <= (values.day.homes or date.max)]
    with st.container(border=True, key="home-card"):
        if known.empty:
            quiet(f"Home {urn} is on no list that is loaded for this date.")
        else:
            st.html(_card(urn, known))
        st.button("Leave this home", on_click=_leave, type="tertiary")


def _in_view(now: Context, day: date) -> pd.DataFrame:
    homes = ask(homes_list, now.reader, now.state.filters, day)
    focus = now.state.view.focus.la_code
    return homes[homes["la_code"].eq(focus)] if focus else homes


def _display(homes: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame({
        "URN": homes["urn"],
        "LA": homes["la_code"].map(la_name),
        "Places": homes["places"],
        "Sector": homes["sector"].map({v.code: v.label for v in home_sectors()}),
        "Judgement": homes["judgement"].map(JUDGEMENTS).fillna("None yet"),
    })  # fmt: skip


def _card(urn: str, history: pd.DataFrame) -> str:
    last = history.iloc[-1]
    kinds = {value.code: value.label for value in home_types()}
    sectors = {value.code: value.label for value in home_sectors()}
    parts = [
        kinds.get(last["provision_type"], "Home"),
        f"Sector: {sectors.get(last['sector'], 'not stated').lower()}",
        "Places not stated" if pd.isna(last["places"]) else counted(int(last["places"]), "place", "places"),
        f"Judgement: {JUDGEMENTS.get(last['judgement'], 'none yet')}",
        f"Owner: {last['owner_name'] if isinstance(last['owner_name'], str) else 'not stated'}",
        _listed(history),
    ]
    where = la_name(last["la_code"]) if isinstance(last["la_code"], str) else "an area that is no present LA"
    items = "".join(f"<br>{escape(part)}" for part in parts)
    return f"<p><strong>Home {escape(urn)} in {escape(where)}</strong>{items}</p>"


def _listed(history: pd.DataFrame) -> str:
    first, last = history["as_of"].iloc[0], history["as_of"].iloc[-1]
    return f"On {counted(len(history), 'list', 'lists')} from {short_date(first)} to {short_date(last)}"


def _focus_on_row() -> None:
    rows = st.session_state[_KEY]["selection"]["rows"]
    shown = st.session_state[_SHOWN]
    if rows and rows[0] < len(shown):
        set_view(replace(state().view, focus=Focus(urn=shown[rows[0]])))


def _leave() -> None:
    set_view(replace(state().view, focus=Focus()))
