"""The own LA's part of Ofsted's register: homes by name, in exact figures, for whoever may read it."""

from datetime import date
from typing import Final

import pandas as pd
import streamlit as st

from rcc_dash.domain.dimensions import home_sectors, home_types
from rcc_dash.domain.places import la_name
from rcc_dash.domain.words import and_list, counted, short_date
from rcc_dash.figures.tables import TableColumn, TableRow, table_html
from rcc_dash.queries.register import own_register
from rcc_dash.ui.cached import ask
from rcc_dash.ui.home_panel import JUDGEMENTS
from rcc_dash.ui.shell import Context
from rcc_dash.ui.sign_in import access
from rcc_dash.ui.text import quiet

_COLUMNS: Final = (
    TableColumn("urn", "URN", is_number=False),
    TableColumn("kind", "Kind", is_number=False),
    TableColumn("sector", "Sector", is_number=False),
    TableColumn("places", "Places"),
    TableColumn("judgement", "Judgement", is_number=False),
    TableColumn("inspected", "Inspected", is_number=False),
    TableColumn("owner", "Owner", is_number=False),
)
_ABOUT: Final = (
    "{}, as at {}. Names that Ofsted redacts come from the lists that it gives to LAs. No address is shown,"
    " and the list is not given away as a file."
)


def register_table(now: Context, day: date | None) -> None:
    """Draw it in the page's width; nothing in protected figures, or for a role that may not read it."""
    las = access().register_las(now.state.filters.la_codes) if now.reader.rule.exact else ()
    if day is None or not las:
        return
    homes = ask(own_register, now.reader, las, day)
    title = f"Ofsted's register: {and_list([la_name(code) for code in las])}"
    with st.expander(title, key="own-register"):
        quiet(_ABOUT.format(counted(len(homes), "home", "homes"), short_date(day)))
        st.html(table_html(title, "Name", _COLUMNS, [_row(home) for _, home in homes.iterrows()]))


def _row(home: pd.Series) -> TableRow:
    kinds = {one.code: one.label for one in home_types()}
    sectors = {one.code: one.label for one in home_sectors()}
    cells = {
        "urn": _text(home["urn"]),
        "kind": kinds.get(_text(home["provision_type"]), "Home"),
        "sector": sectors.get(_text(home["sector"]), "Not stated"),
        "places": _text(home["places"]).removesuffix(".0"),
        "judgement": JUDGEMENTS.get(_text(home["judgement"]), "None yet"),
        "inspected": _day(home["inspected_on"]),
        "owner": _text(home["owner_name"]),
    }
    return TableRow(_text(home["home_name"]) or "Not named in any list", cells)


def _day(value: object) -> str:
    return short_date(value) if isinstance(value, date) and not pd.isna(value) else ""


def _text(value: object) -> str:
    return "" if pd.isna(value) else str(value)  # type: ignore[call-overload] # one cell
