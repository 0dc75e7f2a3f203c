"""Rare needs as tables: every cohort, and the one chosen by area; and both as files."""

from typing import Final

import pandas as pd
import streamlit as st

from rcc_dash.domain.cohorts import NEEDS_PAGE, cohorts_of
from rcc_dash.domain.disclosure import HIDDEN
from rcc_dash.domain.measures import Unit
from rcc_dash.domain.places import la_name
from rcc_dash.figures.tables import TableColumn, TableRow, table_html
from rcc_dash.figures.written import written
from rcc_dash.queries.rare_children import ANY
from rcc_dash.queries.rare_counts import RareArea, RareRow, rare_areas, rare_rows
from rcc_dash.ui.cached import ask
from rcc_dash.ui.downloads import Sheet, sheet_download
from rcc_dash.ui.rare_scope import SOURCES, Scope, scope
from rcc_dash.ui.shell import Context
from rcc_dash.ui.text import quiet

_NEEDS: Final = {
    "children": "Children now",
    "rate": "For every 10,000 looked after",
    "known": "Known for",
    "las": "LAs with enough to show",
}
_AREAS: Final = {
    "children": "Children now",
    "rate": "For every 10,000 looked after",
    "expected": "Expected where hidden (estimate)",
    "began": "Began in the year",
    "looked_after": "Looked after",
}
BEGAN: Final = (
    "Began in the year: children counted on the date whose present placement began in the twelve months"
    " to it. Those who came and left within the year are not counted."
)


def need_title(code: str) -> str:
    """Name a cohort, or all of them together."""
    return "Any of these needs" if code == ANY else cohorts_of(NEEDS_PAGE)[code].title


def needs_table(scope: Scope, rows: tuple[RareRow, ...]) -> None:
    """Draw every cohort with what is known of it, any of them together first, and offer it as a file."""
    columns = [TableColumn(key, words) for key, words in _NEEDS.items()]
    table = [
        TableRow(
            need_title(row.code),
            _need_cells(row, len(scope.filters.la_codes)),
            is_chosen=row.code == scope.cohort.code,
            is_total=row.code == ANY,
        )
        for row in (rows[-1], *rows[:-1])
    ]
    once = ", ".join(filter(None, ("A child in several is counted once in the first row", scope.any_by)))
    st.html(table_html(once, "Need", columns, table))
    sheet_download(scope.now, "Rare needs", _needs_sheet)


def _need_cells(row: RareRow, las: int) -> dict[str, str]:
    if not row.is_told:
        return dict.fromkeys(_NEEDS, "not known")
    return {
        "children": written(row.children, Unit.CHILDREN),
        "rate": written(row.rate, Unit.PER_10000),
        "known": written(row.known, Unit.CHILDREN) if row.code != ANY else "",
        "las": f"{row.las_shown} of {las}",
    }


def areas_table(scope: Scope) -> None:
    """Draw the cohort's children of each area, and offer them as a file."""
    areas = ask(rare_areas, scope.now.reader, scope.asked)
    guessed = any(area.expected is not None for area in areas.values())
    columns = [TableColumn(key, words) for key, words in _AREAS.items() if guessed or key != "expected"]
    table = [
        TableRow(la_name(code) if code else scope.filters.area_phrase(), _area_cells(area), is_total=not code)
        for code, area in areas.items()
    ]
    st.html(table_html(f"Children {scope.whom}", "Local authority", columns, table))
    quiet(BEGAN)
    sheet_download(scope.now, "Rare needs by area", _areas_sheet)


def _area_cells(area: RareArea) -> dict[str, str]:
    return {
        "children": written(area.children, Unit.CHILDREN),
        "rate": written(area.rate, Unit.PER_10000),
        "expected": f"about {area.expected:,.0f}" if area.expected is not None else "",
        "began": written(area.began, Unit.CHILDREN),
        "looked_after": written(area.looked_after, Unit.CHILDREN),
    }


def _needs_sheet(now: Context) -> Sheet:
    asked, headings = scope(now), {"need": "Need", **_NEEDS, "definition": "Definition"}
    found = () if isinstance(asked, str) else rare_rows(now.reader, asked.asked)
    rows = [
        {
            "need": need_title(row.code),
            **_need_cells(row, len(now.state.filters.la_codes)),
            "definition": _definition(asked, row.code),
        }
        for row in found
    ]
    return _sheet(now, rows, headings)


def _definition(asked: Scope | str, code: str) -> str:
    if isinstance(asked, str):
        return ""
    return asked.any_by if code == ANY else cohorts_of(NEEDS_PAGE)[code].defined(asked.thresholds)


def _areas_sheet(now: Context) -> Sheet:
    asked, headings = scope(now), {"area": "Local authority", **_AREAS}
    found = {} if isinstance(asked, str) else rare_areas(now.reader, asked.asked)
    rows = [
        {"area": la_name(code) if code else now.state.filters.area_phrase(), **_area_cells(area)}
        for code, area in found.items()
    ]
    return _sheet(now, rows, headings)


def _sheet(now: Context, rows: list[dict[str, str]], headings: dict[str, str]) -> Sheet:
    frame = pd.DataFrame(rows, columns=list(headings))
    hidden = int(frame.isin([HIDDEN]).to_numpy().sum())
    return Sheet(frame, headings, now.state.filters, hidden, SOURCES)
