"""The SQL that gives the numbers of *Explore*, to read, copy and go on with in the SQL box."""

from dataclasses import replace
from typing import Final

import streamlit as st

from rcc_dash.domain.links import encode
from rcc_dash.queries.explore import Pivot, list_days
from rcc_dash.queries.explore_sql import slice_sql
from rcc_dash.ui.nav import page_of
from rcc_dash.ui.shell import Context
from rcc_dash.ui.sign_in import access
from rcc_dash.ui.text import quiet

_WHAT: Final = (
    "Typed into the SQL box, this gives the numbers of the table: the box holds the same protected cells."
    " “all” stands for a total. What the table marks as hidden has no row there, or no value."
)
_EXACT: Final = "You look at exact figures; this SQL gives the protected ones, which everybody sees."


def sql_tab(now: Context, found: Pivot) -> None:
    """Draw the SQL and the way to the box."""
    filters = now.state.filters
    sql = slice_sql(found.asked, filters, found.days, list_days(found.asked, filters, now.calendar))
    quiet(_EXACT if now.reader.rule.exact else _WHAT)
    sql_shown(now, sql)


def sql_shown(now: Context, sql: str) -> None:
    """Draw SQL with the way to the box."""
    st.code(sql, language="sql", wrap_lines=True)
    if not access().may_open("sql"):
        return
    with st.container(key="sql-ways"):
        st.page_link(
            page_of("pages/sql.py"),
            label="Open in the SQL box",
            query_params=encode(replace(now.state.carried, query=sql)),
        )
