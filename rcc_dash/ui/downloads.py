"""Take the figures away as a file that says what they are. Files are always protected."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Final

import pandas as pd
import streamlit as st

from rcc_dash.domain.filters import Filters
from rcc_dash.domain.links import encode
from rcc_dash.domain.measures import AREA_MEASURES, measures
from rcc_dash.domain.places import la_name
from rcc_dash.export.citation import Citation, file_name
from rcc_dash.export.csv_text import csv_text
from rcc_dash.figures.written import written
from rcc_dash.queries.children import ALL_AREAS
from rcc_dash.queries.flows import flows
from rcc_dash.queries.headlines import values_now
from rcc_dash.ui.cached import ask
from rcc_dash.ui.link_text import link_text
from rcc_dash.ui.shell import Context

_FLOW_COLUMNS: Final = {"la_name": "Looked after by", "placement_name": "Lives in", "children": "Children"}


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """What a file holds: columns with headings, the filter, cells hidden (None: left out), and sources."""

    frame: pd.DataFrame
    headings: dict[str, str]
    filters: Filters
    hidden: int | None
    sources: tuple[str, ...] = ("SSDA903 returns", "Ofsted list of providers and places")


@dataclass(frozen=True, slots=True)
class _Made:
    title: str
    on: datetime
    link: str


def areas_download(now: Context) -> None:
    """Offer every figure of every area in view as a CSV, made when it is asked for."""
    sheet_download(now, "Figures by area", _areas)


def flows_download(now: Context) -> None:
    """Offer all flows in view, not only those on the map, as a CSV made when it is asked for."""
    sheet_download(now, "Flows between areas", _flows)


def sheet_download(now: Context, title: str, make: Callable[[Context], Sheet]) -> None:
    """Offer a table as a CSV, made when it is asked for, and always of protected figures."""
    # The page's address is known only while the page is drawn, not when the file is made.
    made_on, link = datetime.now(UTC), link_text(encode(now.state))
    rule = replace(now.reader.rule, exact=False)
    protected = replace(now, reader=replace(now.reader, rule=rule))
    st.download_button(
        f"{title} (CSV)",
        data=lambda: _csv(protected, make(protected), _Made(title, made_on, link)),
        file_name=file_name(title, made_on, "csv", is_synthetic=now.is_demo),
        mime="text/csv",
        on_click="ignore",
        type="tertiary",
        key=f"download-{title}",
    )


def _csv(now: Context, sheet: Sheet, made: _Made) -> str:
    filters = f"{sheet.filters.area_phrase()}; {sheet.filters.children_phrase()}"
    day = now.calendar.children_on(now.state.filters.as_of)
    citation = Citation(
        made.title,
        filters,
        sheet.sources,
        day,
        made.on,
        sheet.hidden,
        is_synthetic=now.is_demo,
        link=made.link,
    )
    return csv_text(sheet.frame, sheet.headings, citation)


def _areas(now: Context) -> Sheet:
    filters = now.state.filters
    values = ask(values_now, now.reader, filters, now.calendar)
    codes = (ALL_AREAS, *filters.la_codes)
    figures = {
        code: [written(values.figures[area][code], measures()[code].unit) for area in codes]
        for code in AREA_MEASURES
    }
    names = [la_name(code) if code else filters.area_phrase() for code in codes]
    headings = {"area": "Area", **{code: measures()[code].label for code in AREA_MEASURES}}
    return Sheet(pd.DataFrame({"area": names, **figures}), headings, filters, values.hidden)


def _flows(now: Context) -> Sheet:
    """Flows are of all children in the protected view, whatever the filter (decision 3)."""
    filters = replace(now.state.filters, placement=(), age=(), sector=())
    day = now.calendar.children_on(filters.as_of)
    if day is None:
        return Sheet(pd.DataFrame(columns=list(_FLOW_COLUMNS)), _FLOW_COLUMNS, filters, None)
    answer = ask(flows, now.reader, filters, now.state.view, day)
    return Sheet(answer.frame, _FLOW_COLUMNS, filters, None)
