"""The gaps as tables, with the way to each row's map."""

from dataclasses import replace
from typing import Final

import pandas as pd
import streamlit as st

from rcc_dash.domain.disclosure import HIDDEN
from rcc_dash.domain.headline import Figure
from rcc_dash.domain.links import encode
from rcc_dash.domain.measures import Unit
from rcc_dash.domain.places import la_name
from rcc_dash.figures.rare_sentences import amount, span_words
from rcc_dash.figures.tables import TableColumn, TableRow, table_html
from rcc_dash.figures.void_sentences import pounds
from rcc_dash.figures.written import written
from rcc_dash.queries.children import ALL_AREAS
from rcc_dash.queries.rare_gap import Gap
from rcc_dash.settings import WEEKS_A_YEAR
from rcc_dash.ui.downloads import Sheet, sheet_download
from rcc_dash.ui.nav import page_of
from rcc_dash.ui.rare_found import found_gaps, nobody_word
from rcc_dash.ui.rare_scope import SOURCES, Scope, scope
from rcc_dash.ui.session import set_choice
from rcc_dash.ui.shell import Context
from rcc_dash.ui.text import quiet

_COLUMNS: Final = {
    "load": "Children at one time, about",
    "needed": "Beds needed, likely",
    "prudent": "Beds needed, prudent",
    "served": "Taking them now",
    "homes": "Places in such homes, all uses",
    "empty": "Of these known to be empty",
    "missing": "Places to open",
    "away": "Children away for want of a place",
    "miles": "Miles nearer, each",
    "gbp": "£ a year saved",
}
_AREAS: Final = {
    "load": "Children at one time, about",
    "share": "Share of the region's beds",
    "away": "Children away for want of a place",
}


def cohort_table(asked: Scope, gaps: tuple[Gap, ...]) -> None:
    """Draw every cohort's gap, who has most children away first, and a way to each one's group on the map."""
    columns = [TableColumn(key, words) for key, words in _COLUMNS.items()]
    st.html(table_html("Most children away first", "Need", columns, _cohort_rows(asked, gaps)))
    sheet_download(asked.now, "Gaps by need", _cohort_sheet)
    needed = [gap.cohort for gap in gaps if gap.needed]
    if needed:
        quiet("Who would fill a home for it, on the map:")
    with st.container(horizontal=True, key="r-gap-maps"):
        for cohort in needed:
            key = f"r-open-{cohort.code}"
            st.button(cohort.title, key=key, on_click=_open_group, args=(cohort.code,))


def _open_group(cohort: str) -> None:
    """Look at who would fill a home for a cohort; a link to the same page would not change the address."""
    set_choice("r-for", cohort)
    set_choice("r-part", "group")


def area_table(asked: Scope, gap: Gap) -> None:
    """Draw the chosen cohort by LA, and a way to where each one's children and homes are."""
    if gap.loads is None or gap.loads.is_at_most:
        return
    st.html(f"<h2>{gap.cohort.title}: by local authority</h2>")
    columns = [TableColumn(key, words) for key, words in _AREAS.items()]
    rows = _area_rows(asked, gap)
    st.html(table_html("Whose children they are", "Local authority", columns, rows))
    sheet_download(asked.now, "Gap by local authority", _area_sheet)
    quiet("Where they come from and where homes are, on the map:")
    with st.container(horizontal=True, key="r-area-maps"):
        for code in _areas(gap):
            st.page_link(
                page_of("pages/homes_and_origins.py"),
                label=la_name(code),
                query_params=encode(replace(asked.now.state, filters=replace(asked.filters, las=(code,)))),
                width="content",
            )


def _cohort_rows(asked: Scope, gaps: tuple[Gap, ...]) -> list[TableRow]:
    return [
        TableRow(gap.cohort.title, _cells(asked, gap), is_chosen=gap.cohort.code == asked.cohort.code)
        for gap in gaps
    ]


def _cells(asked: Scope, gap: Gap) -> dict[str, str]:
    found = gap.suitable
    return {
        "load": _load(asked, gap),
        "needed": f"{gap.needed.middle:,}" if gap.needed else "",
        "prudent": f"{gap.needed.prudent:,}" if gap.needed else "",
        "served": written(gap.served, Unit.CHILDREN),
        "homes": f"{found.places:,}" if found else "not on the list",
        "empty": written(found.empty, Unit.PLACES) if found else "",
        "missing": span_words(*gap.missing) if gap.missing else "",
        "away": written(gap.away[ALL_AREAS], Unit.CHILDREN),
        "miles": _miles(gap.saved.miles),
        "gbp": _saved_gbp(gap),
    }


def _load(asked: Scope, gap: Gap) -> str:
    if gap.loads is None:
        return nobody_word(asked, gap.cohort.code)
    return "too few to show" if gap.loads.is_at_most else amount(gap.loads.total)


def _miles(figure: Figure) -> str:
    return figure.mark or "not known" if figure.value is None else f"{figure.value:,.0f}"


def _saved_gbp(gap: Gap) -> str:
    weekly: Figure = gap.saved.weekly_gbp
    if weekly.value is None:
        return weekly.mark
    if gap.closed is None or weekly.value <= 0:
        return "none" if weekly.value <= 0 else "cannot be told"
    low, high = (children * weekly.value * WEEKS_A_YEAR for children in gap.closed)
    if low == high:
        return pounds(high)
    return f"{pounds(low)} to {pounds(high)}" if low else f"up to {pounds(high)}"


def _areas(gap: Gap) -> list[str]:
    """Give the LAs, those with the largest load first."""
    loads = gap.loads.by_la if gap.loads else {}
    return sorted(loads, key=lambda code: (-loads[code], la_name(code)))


def _area_rows(asked: Scope, gap: Gap) -> list[TableRow]:
    total = gap.loads.total if gap.loads else 0.0
    loads = gap.loads.by_la if gap.loads else {}
    whole = {"load": amount(total), "share": "100%", "away": written(gap.away[ALL_AREAS], Unit.CHILDREN)}
    rows = [TableRow(asked.filters.cooperative.name, whole, is_total=True)]
    return rows + [
        TableRow(
            la_name(code),
            {
                "load": amount(loads[code]) if loads[code] else "not told",
                "share": f"{loads[code] / total:.0%}" if loads[code] else "",
                "away": written(gap.away[code], Unit.CHILDREN),
            },
            is_chosen=code in asked.filters.las,
        )
        for code in _areas(gap)
    ]


def _cohort_sheet(now: Context) -> Sheet:
    asked = scope(now)
    rows = [] if isinstance(asked, str) else _cohort_rows(asked, found_gaps(asked))
    return _sheet(now, {"name": "Need", **_COLUMNS}, rows)


def _area_sheet(now: Context) -> Sheet:
    asked = scope(now)
    if isinstance(asked, str):
        return _sheet(now, {"name": "Local authority", **_AREAS}, [])
    gap = next(one for one in found_gaps(asked) if one.cohort.code == asked.cohort.code)
    return _sheet(now, {"name": "Local authority", **_AREAS}, _area_rows(asked, gap))


def _sheet(now: Context, headings: dict[str, str], rows: list[TableRow]) -> Sheet:
    frame = pd.DataFrame([{"name": row.name, **row.cells} for row in rows], columns=list(headings))
    return Sheet(frame, headings, now.state.filters, int(frame.isin([HIDDEN]).to_numpy().sum()), SOURCES)
