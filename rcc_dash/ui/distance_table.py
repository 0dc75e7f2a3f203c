"""The shares of every area as a table: with range, rank, change, and what DfE published of neighbours."""

from collections.abc import Mapping
from typing import Final

import pandas as pd
import streamlit as st

from rcc_dash.domain.headline import Figure
from rcc_dash.domain.measures import Unit, measures
from rcc_dash.domain.places import la_name
from rcc_dash.domain.published import Comparison
from rcc_dash.figures.tables import TableColumn, TableRow, table_html
from rcc_dash.figures.written import written
from rcc_dash.queries.children import ALL_AREAS
from rcc_dash.queries.distance_headlines import DistanceYears, compared, distance_years
from rcc_dash.ui.cached import ask
from rcc_dash.ui.distance_scope import Scope, scope
from rcc_dash.ui.downloads import Sheet, sheet_download
from rcc_dash.ui.shell import Context
from rcc_dash.ui.text import quiet

_OURS: Final = {
    "share": "Share",
    "range": "Between",
    "rank": "Rank here (1 is lowest)",
    "change": "Change in a year",
    "number": "Children",
    "whole": "Out of",
}
_THEIRS: Final = {
    "published": "DfE published",
    "median": "Neighbours, median",
    "mean": "Neighbours, mean",
    "national": "Rank in England",
}
_BASES: Final = {
    "all": "all children looked after",
    "known": "children whose distance applies and is known",
}
_DEFINITIONS: Final = (
    "Statistical neighbours have two definitions: DfE's Outcomes and Enablers tool takes their median, its"
    " Local Authority Interactive Tool their mean; both leave out neighbours without a number."
)
_NO_NEIGHBOURS: Final = (
    "Statistical neighbours and ranks in England need DfE's neighbours file and its published tables:"
    " load them on the Data page."
)


def area_table(scope: Scope, years: DistanceYears) -> None:
    """Draw the shares by area, the highest first, and offer them as a file."""
    beside = compared(scope.now.reader, scope.whole, scope.measure)
    cells = _cells(scope, years, beside)
    columns = _columns(beside, is_open=any(row["range"] for row in cells.values()))
    names = {code: la_name(code) if code else scope.whole.filters.area_phrase() for code in cells}
    rows = [
        TableRow(names[code], row, is_chosen=code == scope.focus != "", is_total=code == ALL_AREAS)
        for code, row in cells.items()
    ]
    label = measures()[scope.measure].label
    heading = [TableColumn(key, words) for key, words in columns.items()]
    st.html(table_html(f"{label}: {_base(scope)}", "Local authority", heading, rows))
    quiet(_DEFINITIONS if "median" in columns else _NO_NEIGHBOURS if beside else "")
    sheet_download(scope.now, f"Distance: {label}", _sheet)


def _base(scope: Scope) -> str:
    return f"as a share of {_BASES[scope.whole.base]}"


def _columns(beside: Comparison | None, *, is_open: bool) -> dict[str, str]:
    """Name the columns; the range is one only where postcode sectors leave a share open."""
    found = {key: words for key, words in _OURS.items() if key != "range" or is_open}
    if beside:
        found["published"] = _THEIRS["published"]
        if any(one.neighbours for one in beside.by_la.values()):
            found |= {key: _THEIRS[key] for key in ("median", "mean")}
        if any(one.rank for one in beside.by_la.values()):
            found["national"] = _THEIRS["national"]
    return found


def _cells(scope: Scope, years: DistanceYears, beside: Comparison | None) -> dict[str, dict[str, str]]:
    """Write every area's row; all areas first, then the highest share, then by name what cannot be shown."""
    shares = {code: area.shares[scope.measure] for code, area in years.now().areas.items()}
    order = sorted(
        shares, key=lambda c: (c != ALL_AREAS, shares[c].value is None, -(shares[c].value or 0), la_name(c))
    )
    ranks = _ranks({code: figure for code, figure in shares.items() if code != ALL_AREAS})
    return {
        code: {**_own(scope, years, code), "rank": ranks.get(code, ""), **_published(beside, code)}
        for code in order
    }


def _own(scope: Scope, years: DistanceYears, code: str) -> dict[str, str]:
    area, days = years.now().areas[code], sorted(years.here)
    low_high = area.ranges.get(scope.measure)
    before = years.here[days[0]].areas[code].shares[scope.measure] if len(days) > 1 else Figure(None)
    return {
        "share": written(area.shares[scope.measure], Unit.SHARE_PCT),
        "range": " to ".join(written(one, Unit.SHARE_PCT) for one in low_high) if low_high else "",
        "change": _change(area.shares[scope.measure], before),
        "number": written(area.counts[scope.measure], Unit.CHILDREN),
        "whole": written(area.children, Unit.CHILDREN),
    }


def _change(now: Figure, before: Figure) -> str:
    if now.value is None or before.value is None:
        return ""
    points = round(now.value - before.value)
    return f"{points:+d} point{'' if abs(points) == 1 else 's'}" if points else "none"


def _ranks(shares: Mapping[str, Figure]) -> dict[str, str]:
    """Rank the areas that can be shown, the lowest share first, since low is good; equals share a place."""
    known = sorted(figure.value for figure in shares.values() if figure.value is not None)
    return {
        code: f"{known.index(figure.value) + 1} of {len(known)}"
        for code, figure in shares.items()
        if figure.value is not None
    }


def _published(beside: Comparison | None, code: str) -> dict[str, str]:
    if beside is None:
        return {}
    if code == ALL_AREAS:
        nation = beside.england.figure if beside.england else Figure(None, "")
        return {"published": f"England {written(nation, Unit.SHARE_PCT)}"}
    one = beside.by_la[code]
    alike, rank = one.neighbours, one.rank
    return {
        "published": written(one.own.figure, Unit.SHARE_PCT) if one.own else "not published",
        "median": _mean(alike.median, alike.used) if alike else "",
        "mean": _mean(alike.mean, alike.used) if alike else "",
        "national": f"{rank.place} of {rank.of}" if rank else "",
    }


def _mean(value: float | None, used: int) -> str:
    return f"{value:.1f}% (of {used})" if value is not None else "not published"


def _sheet(now: Context) -> Sheet:
    asked = scope(now)
    if asked is None:
        return Sheet(pd.DataFrame(columns=["area"]), {"area": "Area"}, now.state.filters, 0)
    years = ask(distance_years, now.reader, asked.whole, now.calendar)
    beside = compared(now.reader, asked.whole, asked.measure)
    columns = {"area": "Area", **_columns(beside, is_open=True), "share": f"Share {_base(asked)}"}
    cells = _cells(asked, years, beside)
    frame = pd.DataFrame(
        [
            {"area": la_name(code) if code else asked.whole.filters.area_phrase(), **row}
            for code, row in cells.items()
        ]
    )
    sources = (
        ("SSDA903 returns", *(cited.words for cited in beside.sources)) if beside else ("SSDA903 returns",)
    )
    return Sheet(
        frame.reindex(columns=list(columns)).fillna(""),
        columns,
        asked.whole.filters,
        years.now().hidden,
        sources,
    )
