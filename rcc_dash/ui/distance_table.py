"""The shares of every area as a table: with range, rank, change, and what DfE published of neighbours."""

from collections.abc import Mapping
from typing import Final

import pandas as pd
import streamlit as st

from rcc_dash.domain.headline import Figure
from rcc_dash.domain.measures import Unit, measures
from rcc_dash.domain.missing import Missing
from rcc_dash.domain.places import la_name
from rcc_dash.domain.published import Comparison
from rcc_dash.figures.tables import TableColumn, TableRow, table_html
from rcc_dash.figures.written import written
from rcc_dash.queries.children import ALL_AREAS
from rcc_dash.queries.distance_headlines import DistanceYears, compared, distance_years
from rcc_dash.queries.distance_shares import LeftOpen
from rcc_dash.ui.cached import ask
from rcc_dash.ui.distance_beside import beside_columns, beside_rows, has_ranks, wider_rows
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
_BASES: Final = {
    "all": "all children looked after",
    "known": "children whose distance applies and is known",
}
_DEFINITIONS: Final = (
    "What DfE published is of all children looked after, whatever is chosen above. Statistical neighbours are"
    " the ten LAs most like each, and have two definitions: DfE's Outcomes and Enablers dashboard takes their"
    " median, its Local Authority Interactive Tool (LAIT) their mean. LAs without a number are left out of"
    " both, which (9 of 10) then says, and of the ranks. One model of neighbours, the"
    " latest, answers for every year."
)
_NO_NEIGHBOURS: Final = Missing(
    "Ranks in England and statistical neighbours need what DfE published of all LAs for this date.",
    "its tables",
)


def area_table(scope: Scope, years: DistanceYears) -> None:
    """Draw the shares by area, the highest first, and offer them as a file."""
    beside = compared(scope.now.reader, scope.whole, scope.measure)
    rows = _rows(scope, years, beside)
    columns = _columns(beside, is_open=any(row.cells.get("range") for row in rows))
    label = measures()[scope.measure].label
    heading = [TableColumn(key, words) for key, words in columns.items()]
    st.html(table_html(f"{label}: {_base(scope)}", "Local authority", heading, rows))
    quiet(_beside_words(beside))
    sheet_download(scope.now, f"Distance: {label}", _sheet)


def _beside_words(beside: Comparison | None) -> str | Missing:
    """Name the two definitions and the tables that answered; or say why there are no neighbours."""
    if beside is None:
        return ""
    if not has_ranks(beside):
        return _NO_NEIGHBOURS
    return f"{_DEFINITIONS} Sources: {'; '.join(cited.words for cited in beside.sources)}."


def _base(scope: Scope) -> str:
    return f"as a share of {_BASES[scope.whole.base]}"


def _columns(beside: Comparison | None, *, is_open: bool) -> dict[str, str]:
    """Name the columns; the range is one only where postcode sectors leave a share open."""
    found = {key: words for key, words in _OURS.items() if key != "range" or is_open}
    return found | beside_columns(beside)


def _rows(scope: Scope, years: DistanceYears, beside: Comparison | None) -> list[TableRow]:
    """Write every area's row: all areas, England, region; then from the highest share, unknown ones last."""
    shares = {code: area.shares[scope.measure] for code, area in years.now().areas.items()}
    order = sorted(
        (code for code in shares if code != ALL_AREAS),
        key=lambda c: (shares[c].value is None, -(shares[c].value or 0), la_name(c)),
    )
    ranks, theirs = _ranks({code: shares[code] for code in order}), beside_rows(beside)
    each = [_row(scope, years, code, ranks.get(code, ""), theirs.get(code)) for code in order]
    together = TableRow(scope.whole.filters.area_phrase(), _own(scope, years, ALL_AREAS, ""), is_total=True)
    return [together, *wider_rows(beside), *each]


def _row(scope: Scope, years: DistanceYears, code: str, rank: str, theirs: TableRow | None) -> TableRow:
    beside = theirs or TableRow(la_name(code), {})
    cells = {**_own(scope, years, code, rank), **beside.cells}
    return TableRow(beside.name, cells, is_chosen=code == scope.focus, meanings=beside.meanings)


def _own(scope: Scope, years: DistanceYears, code: str, rank: str) -> dict[str, str]:
    area, days = years.now().areas[code], sorted(years.here)
    left = area.ranges.get(scope.measure)
    before = years.here[days[0]].areas[code].shares[scope.measure] if len(days) > 1 else Figure(None)
    return {
        "share": written(area.shares[scope.measure], Unit.SHARE_PCT),
        "range": _range(left) if left else "",
        "rank": rank,
        "change": _change(area.shares[scope.measure], before),
        "number": written(area.counts[scope.measure], Unit.CHILDREN),
        "whole": written(area.children, Unit.CHILDREN),
    }


def _range(left: LeftOpen) -> str:
    low, high, likely = (written(one, Unit.SHARE_PCT) for one in (left.low, left.high, left.likely))
    return f"{low} to {high}, likely {likely}"


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


def _sheet(now: Context) -> Sheet:
    asked = scope(now)
    if asked is None:
        return Sheet(pd.DataFrame(columns=["area"]), {"area": "Local authority"}, now.state.filters, 0)
    years = ask(distance_years, now.reader, asked.whole, now.calendar)
    beside = compared(now.reader, asked.whole, asked.measure)
    rows = _rows(asked, years, beside)
    is_open = any(row.cells.get("range") for row in rows)
    columns = {"area": "Local authority", **_columns(beside, is_open=is_open)}
    frame = pd.DataFrame([{"area": row.name, **row.cells} for row in rows])
    sources = (
        ("SSDA903 returns", *(cited.words for cited in beside.sources)) if beside else ("SSDA903 returns",)
    )
    return Sheet(
        frame.astype(object).reindex(columns=list(columns)).fillna(""),
        columns,
        asked.whole.filters,
        years.now().hidden,
        sources,
    )
