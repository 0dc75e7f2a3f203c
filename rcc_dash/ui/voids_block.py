"""A block of beds shared among the chosen LAs: who uses it, what stays empty, and who would pay what."""

from typing import Final

import pandas as pd
import streamlit as st

from rcc_dash.domain.measures import Unit
from rcc_dash.domain.places import la_name
from rcc_dash.domain.words import and_list, short_date
from rcc_dash.figures.range_bars import RangeRow, range_bars, range_key
from rcc_dash.figures.tables import TableColumn, TableRow, table_html
from rcc_dash.figures.void_sentences import pounds
from rcc_dash.figures.written import written
from rcc_dash.models.erlang import beds_for, last_bed_used
from rcc_dash.queries.children import ALL_AREAS
from rcc_dash.queries.voids_block import BlockShared, block_shared
from rcc_dash.ui.cached import ask
from rcc_dash.ui.downloads import Sheet, sheet_download
from rcc_dash.ui.shell import Context
from rcc_dash.ui.shown import show_chart
from rcc_dash.ui.text import quiet
from rcc_dash.ui.voids_scope import Scope, scope

_AVAILABLE: Final = 0.95
_MODEL: Final = (
    "Erlang's loss model: a child who finds no free bed goes elsewhere. The beds are paid for, used or not."
    " The ranges say how far an average of so few dates may be off. The fewer such children a local authority"
    " has, the nearer its need is drawn to the region's rate. The figure at the end of each bar is the mean"
    " by expected use. Choose the local authorities in the filter above."
)
_COLUMNS: Final = {
    "children": "Children on the last date",
    "load": "Beds needed at one time",
    "share": "Share of the use",
    "equal": "£ a year, shared equally",
    "expected": "£ a year, by expected use",
    "actual": "£ a year, by actual use",
}


def block_part(scope: Scope) -> None:
    """Draw the block's use, and each LA's part of its cost by three rules."""
    found = _found(scope.now, scope)
    if found is None:
        return
    quiet(_use(found))
    chart, table = st.columns([2, 3], gap="medium")
    with chart:
        st.html("<h2>What each would pay in a year</h2>")
        keys = range_key("By actual use, as on one day", "By expected use", "Shared equally")
        st.html(keys)
        spec = range_bars("Cost of the block by local authority", "£ a year", _ranges(found))
        show_chart(spec, key="v-shares", keys=keys)
    with table:
        st.html("<h2>The same as figures</h2>")
        columns = [TableColumn(key, words) for key, words in _COLUMNS.items()]
        st.html(table_html("Ranges: four times in five", "Local authority", columns, _rows(scope.now, found)))
        sheet_download(scope.now, "Sharing a block of beds", _sheet)
    days = and_list([short_date(day) for day in found.days])
    quiet(f"{_MODEL} Children are {'those' if len(found.days) == 1 else 'the average'} of {days}.")


def _found(now: Context, asked: Scope) -> BlockShared | None:
    return ask(block_shared, now.reader, now.state.filters, now.calendar, asked.terms)


def _use(found: BlockShared) -> str:
    load, terms, result = sum(found.loads.values()), found.terms, found.result
    low, high = (f"{end:,.1f}" for end in result.used_range)
    used = f"about {low}" if low == high else f"{low} to {high}"
    return (
        f"About {load:,.0f} of these children need such a bed at one time; {beds_for(load, _AVAILABLE):,}"
        f" beds would have one free for 95% of them. Of {terms.beds:,} beds {used} would be"
        f" in use on average, and the last one {float(last_bed_used(load, terms.beds)):.0%} of the time. The"
        f" block costs {pounds(result.cost)} a year, of which {pounds(result.void_weeks * terms.weekly_gbp)}"
        " is for empty weeks."
    )


def _ranges(found: BlockShared) -> list[RangeRow]:
    result, equal = found.result, found.result.cost / len(found.loads)
    rows = zip(found.loads, result.actual, result.expected, result.shares, strict=True)
    return [
        RangeRow(
            la_name(code),
            (float(actual[0]), float(actual[1])),
            (float(expected[0]), float(expected[1])),
            equal,
            pounds(share * result.cost),
        )
        for code, actual, expected, share in rows
    ]


def _rows(now: Context, found: BlockShared) -> list[TableRow]:
    total = {
        "children": written(found.counted[ALL_AREAS], Unit.CHILDREN),
        "load": f"{sum(found.loads.values()):,.1f}",
        "share": "100%",
        "equal": pounds(found.result.cost),
    }
    rows = [TableRow(now.state.filters.area_phrase(), total, is_total=True)]
    return rows + [TableRow(la_name(code), cells) for code, cells in _cells(found).items()]


def _cells(found: BlockShared) -> dict[str, dict[str, str]]:
    result, equal = found.result, pounds(found.result.cost / len(found.loads))
    rows = zip(found.loads.items(), result.shares, result.expected, result.actual, strict=True)
    return {
        code: {
            "children": written(found.counted[code], Unit.CHILDREN),
            "load": f"{load:,.1f}",
            "share": f"{share:.0%}",
            "equal": equal,
            "expected": " to ".join(pounds(end) for end in expected),
            "actual": " to ".join(pounds(end) for end in actual),
        }
        for (code, load), share, expected, actual in rows
    }


def _sheet(now: Context) -> Sheet:
    asked = scope(now)
    found = _found(now, asked) if asked else None
    headings = {"la": "Local authority", **_COLUMNS}
    rows = [{"la": row.name, **row.cells} for row in _rows(now, found)] if found else []
    frame = pd.DataFrame(rows, columns=list(headings), dtype=object).fillna("")
    sources = ("SSDA903 returns", "placement cost extracts")
    return Sheet(frame, headings, now.state.filters, int(frame.isin(["[c]"]).to_numpy().sum()), sources)
