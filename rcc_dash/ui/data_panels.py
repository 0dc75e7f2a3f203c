"""What is loaded, how complete it is, and what was put right or refused: one panel each."""

import re
from collections.abc import Sequence
from datetime import date
from typing import Final

import pandas as pd
import streamlit as st

from rcc_dash.domain.accounts import SOURCES
from rcc_dash.domain.measures import Unit
from rcc_dash.domain.places import la_name
from rcc_dash.domain.words import counted, long_date, short_date
from rcc_dash.figures.tables import TableColumn, TableRow
from rcc_dash.figures.written import written
from rcc_dash.queries.loaded import completeness, passed_over
from rcc_dash.reference.boundaries import areas
from rcc_dash.store.manifest import refused
from rcc_dash.ui.cached import ask
from rcc_dash.ui.downloads import offer_frame, show_table
from rcc_dash.ui.loaded_rows import Period, are_rounded, findings_known, periods_by_source, sources_known
from rcc_dash.ui.nothing_loaded import RETURNS
from rcc_dash.ui.shell import Context
from rcc_dash.ui.sign_in import access
from rcc_dash.ui.text import quiet

_ROWS: Final = ("rows_read", "rows_loaded", "rows_mended", "rows_rejected", "rows_repeated")
_SOURCE_COLUMNS: Final = (
    TableColumn("periods", "As of", is_number=False),
    TableColumn("las", "LAs"),
    TableColumn("files", "Files"),
    TableColumn("rows_read", "Rows read"),
    TableColumn("rows_loaded", "Loaded as they came"),
    TableColumn("rows_mended", "Loaded, mended"),
    TableColumn("rows_rejected", "Rejected"),
    TableColumn("rows_repeated", "of them told again later"),
    TableColumn("loaded_on", "Loaded on"),
)
_ISO_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_COMPLETE_COLUMNS: Final = (
    TableColumn("children", "Children"),
    TableColumn("placed", "LA of placement known, %"),
    TableColumn("distance", "Distance from home known, %"),
    TableColumn("urn", "Home's Ofsted number known, % of children in homes"),
)
_PROBLEM_COLUMNS: Final = (
    TableColumn("done", "What was done", is_number=False),
    TableColumn("where", "Where", is_number=False),
    TableColumn("rows", "Rows"),
    TableColumn("fix", "How to mend it", is_number=False),
)
_NOTHING_OFTEN: Final = "Nothing was found wrong in ten rows or more of a file."
_DONE: Final = {
    "error": "Row rejected",
    "mended": "Loaded, mended",
    "warning": "Loaded as it is",
    "info": "Nothing to do",
    "not needed": "Not used, so not loaded",
}


def sources_panel(now: Context) -> None:
    """Draw one line for each source: periods, files, and where every row went."""
    frame = sources_known(now)
    rows = [_source_row(source, periods) for source, periods in periods_by_source(now).items()]
    st.html("<h2>Sources</h2>")
    show_table(
        "Rows read = loaded + mended + rejected", "Source", _SOURCE_COLUMNS, rows, title="Rows by source"
    )
    quiet(
        "Rejected rows that are told again later are not lost: a stay that crosses 31 March is in both years'"
        " returns, and the later one counts."
    )
    if are_rounded(now):
        quiet("Rows are rounded to the nearest five here; fewer than ten of an LA or period are left out.")
    with st.expander("By source and period"):
        periods = _by_period(frame)
        st.dataframe(periods, hide_index=True, alt="Rows by source and period")
        offer_frame("Rows by source and period", periods)


def completeness_panel(now: Context) -> None:
    """Draw, for each LA chosen, what share of its records hold what the maps need."""
    st.html("<h2>How complete are the children's records?</h2>")
    day = now.calendar.children_on(now.state.filters.as_of)
    if day is None:
        quiet(RETURNS)
        return
    found = ask(completeness, now.reader, day)
    rows = [
        TableRow(
            la_name(code),
            {
                part: written(figure, Unit.CHILDREN if part == "children" else Unit.SHARE_PCT)
                for part, figure in found.get(code, {}).items()
            }
            or {"children": "[x]"},
        )
        for code in now.state.filters.la_codes
    ]
    show_table(
        f"As at {long_date(day)}",
        "Local authority",
        _COMPLETE_COLUMNS,
        rows,
        title="How complete records are",
    )
    quiet("[high] and [low]: nearly all or hardly any, the rest too few to show. [x]: not returned.")


def problem_panel(now: Context) -> None:
    """Draw what was found wrong in the files, and the sheets that hold no data of ours."""
    st.html("<h2>What was rejected or put right, and why?</h2>")
    frame = findings_known(now)
    if frame.empty:
        quiet(_NOTHING_OFTEN if are_rounded(now) else "Nothing was found wrong.")
    else:
        rows = [_problem_row(frame.loc[at]) for at in frame.index[:60]]
        caption = f"{counted(len(frame), 'finding', 'findings')}, worst first"
        show_table(caption, "Finding", _PROBLEM_COLUMNS, rows, title="Findings")
    sheets = ask(passed_over, now.reader)
    if len(sheets) and access().is_local:
        with st.expander(f"{counted(len(sheets), 'sheet', 'sheets')} without data of ours"):
            st.dataframe(sheets, hide_index=True, alt="Sheets passed over")
            offer_frame("Sheets passed over", sheets)


def refused_panel(now: Context) -> None:
    """Draw the files that could not be loaded, with the reason and the remedy."""
    files = refused(now.home)
    if not files or not access().is_local:
        return
    st.html("<h2>Files that could not be loaded</h2>")
    columns = [TableColumn("why", "Why", is_number=False)]
    columns.append(TableColumn("fix", "How to mend it", is_number=False))
    rows = [
        TableRow(one.arrival.file_name, {"why": f"{one.title}. {one.what}", "fix": one.fix}) for one in files
    ]
    show_table(counted(len(rows), "file", "files"), "File", columns, rows, title="Files not loaded")


def outlines_panel() -> None:
    """Say whose outlines the maps draw, under which licence, and why a dropped file is not used."""
    drawn = areas()
    st.html("<h2>Map outlines</h2>")
    if drawn.notice:
        st.warning(drawn.notice)
    quiet(f"{drawn.source_name}. {drawn.licence}")


def _source_row(source: str, told: Sequence[Period]) -> TableRow:
    periods = [_period(row["period"]) for row in told]
    cells = {key: f"{sum(row[key] for row in told):,}" for key in (*_ROWS, "files")}
    las = max(row["las"] for row in told)
    cells |= {
        "periods": periods[0] if len(periods) == 1 else f"{periods[0]} to {periods[-1]}",
        "las": f"{las:,}" if las else "England",
        "loaded_on": short_date(max(row["loaded_on"] for row in told)),
    }
    return TableRow(SOURCES[source], cells)


def _period(period: str) -> str:
    """Write a day as people do; a year stays as it is."""
    return short_date(date.fromisoformat(period)) if _ISO_DATE.fullmatch(period) else period


def _problem_row(row: pd.Series) -> TableRow:
    several = row["files"] != 1 or not access().is_local or pd.isna(row["example_file"])
    of = counted(int(row["files"]), "file", "files")
    where = f"{row['title']}, {of}" if several else f"{row['title']}: {row['example_file']}"
    if not several and pd.notna(row["example_row"]):
        where += f", row {row['example_row']:.0f}"
    cells = {
        "done": _DONE[str(row["severity"])],
        "where": where,
        "rows": f"{row['rows']:,.0f}",
        "fix": str(row["fix"]),
    }
    return TableRow(str(row["what"]), cells)


def _by_period(frame: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame({
        "Source": frame["title"],
        "Period": frame["period"],
        "LAs": frame["las"],
        "Files": frame["files"],
        "Rows read": frame["rows_read"],
        "Loaded as they came": frame["rows_loaded"],
        "Loaded, mended": frame["rows_mended"],
        "Rejected": frame["rows_rejected"],
        "Of them told again later": frame["rows_repeated"],
    })  # fmt: skip
