"""The figures of every area, and the flows between areas, as files."""

from dataclasses import replace
from typing import Final

import pandas as pd

from rcc_dash.domain.measures import AREA_MEASURES, measures
from rcc_dash.domain.places import la_name
from rcc_dash.figures.written import written
from rcc_dash.queries.children import ALL_AREAS
from rcc_dash.queries.flows import flows
from rcc_dash.queries.headlines import values_now
from rcc_dash.ui.cached import ask
from rcc_dash.ui.downloads import Sheet, sheet_download
from rcc_dash.ui.shell import Context

_FLOW_COLUMNS: Final = {"la_name": "Looked after by", "placement_name": "Lives in", "children": "Children"}
_SOURCES: Final = ("SSDA903 returns", "Ofsted list of providers and places")


def areas_download(now: Context) -> None:
    """Offer every figure of every area in view."""
    sheet_download(now, "Figures by area", _areas)


def flows_download(now: Context) -> None:
    """Offer all flows in view, not only those on the map."""
    sheet_download(now, "Flows between areas", _flows)


def _areas(now: Context) -> Sheet:
    filters = now.state.filters
    values = ask(values_now, now.reader, filters, now.calendar)
    codes = (ALL_AREAS, *filters.la_codes)
    figures = {
        code: [written(values.figures[area][code], measures()[code].unit) for area in codes]
        for code in AREA_MEASURES
    }
    names = [la_name(code) if code else filters.area_phrase() for code in codes]
    headings = {"area": "Local authority", **{code: measures()[code].short_label for code in AREA_MEASURES}}
    return Sheet(pd.DataFrame({"area": names, **figures}), headings, filters, values.hidden, _SOURCES)


def _flows(now: Context) -> Sheet:
    """Flows are of all children in the protected view, whatever the filter (decision 3)."""
    filters = now.state.filters
    if not now.reader.rule.exact:
        filters = replace(filters, placement=(), age=(), sector=())
    day = now.calendar.children_on(filters.as_of)
    if day is None:
        return Sheet(pd.DataFrame(columns=list(_FLOW_COLUMNS)), _FLOW_COLUMNS, filters, None, _SOURCES[:1])
    answer = ask(flows, now.reader, filters, now.state.view, day)
    frame = answer.frame.assign(children=[f"{children:,}" for children in answer.frame["children"]])
    return Sheet(frame, _FLOW_COLUMNS, filters, None, _SOURCES[:1])
