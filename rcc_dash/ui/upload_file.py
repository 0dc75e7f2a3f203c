"""What would come of one file? The verdict, its columns, its faulty rows, and where every row goes."""

from datetime import UTC, datetime
from html import escape
from typing import Final

import streamlit as st

from rcc_dash.domain.problems import Severity
from rcc_dash.domain.words import and_list, counted
from rcc_dash.export.citation import file_name
from rcc_dash.export.problems_csv import DONE, problems_csv
from rcc_dash.figures.faulty_rows import faulty_rows, faulty_rows_html
from rcc_dash.figures.tables import TableColumn, TableRow, table_html
from rcc_dash.intake.preview import FilePreview
from rcc_dash.intake.report import Finding
from rcc_dash.ui.text import quiet
from rcc_dash.ui.upload_ask import ask_panel

_ROWS_SHOWN: Final = 50
_HOLDS_SHOWN: Final = 4
_EMPTY: Final = (
    "It counts as none, and not as not known. If somebody is to be in it, export it again with its rows."
)
_COLUMNS: Final = (
    TableColumn("column", "Column", is_number=False),
    TableColumn("rows", "Rows"),
    TableColumn("done", "What becomes of them", is_number=False),
    TableColumn("fix", "How to mend it", is_number=False),
)
_LOST: Final = frozenset({Severity.ERROR})
_KEPT: Final = frozenset({Severity.MENDED, Severity.WARNING})


def file_panel(number: int, one: FilePreview) -> bool:
    """Draw one file that was looked at; gives whether its reader wants it loaded."""
    with st.container(border=True, key=f"file-{number}"):
        st.html(f"<h2>{escape(one.name)}</h2>")
        if one.looked.outcome.refused:
            _refused(number, one)
            return False
        if not one.holds:
            _strip("good", "It is a right file, and nothing of it needs to be loaded.")
            _columns(one)
            return False
        _verdict(one)
        _flags(one)
        wanted = _wanted(number, one)
        _columns(one)
        _counts(one)
        _rows(one)
        _download(number, one)
    return wanted


def _refused(number: int, one: FilePreview) -> None:
    why = one.looked.outcome.refused
    if why is None:
        return
    if why.asks:
        _strip("look", f"{why.title} {why.what}")
        ask_panel(number, one)
        return
    _strip("bad", "It cannot be loaded.")
    st.html(f"<p><b>{escape(why.title)}.</b> {escape(why.what)}</p>")
    st.html(f"<p><b>How to mend it:</b> {escape(why.fix)}</p>")
    quiet("Nothing of it is kept.")


def _verdict(one: FilePreview) -> None:
    holds = one.holds
    more = f" and {len(holds) - _HOLDS_SHOWN} more" if len(holds) > _HOLDS_SHOWN else ""
    what = f"{'; '.join(holds[:_HOLDS_SHOWN])}{more}"
    count = one.counts
    if one.is_doubtful:
        _strip("look", f"Look again before you load it. It reads as {what}.")
    elif count["rejected"]:
        not_all = f"{count['rejected']:,} of {counted(count['read'], 'row', 'rows')} cannot be loaded"
        _strip("part", f"{not_all}. It reads as {what}.")
    else:
        _strip("good", f"It can be loaded. It reads as {what}.")


def _wanted(number: int, one: FilePreview) -> bool:
    label = "Load it all the same" if one.is_doubtful else "Load this file"
    return st.checkbox(label, value=not one.is_doubtful, key=f"want-{number}-{one.looked_on}")


def _flags(one: FilePreview) -> None:
    items = "".join(
        f'<li class="{flag.severity}"><b>{escape(flag.what)}</b> {escape(flag.fix)}</li>'
        for flag in one.flags
    )
    if items:
        st.html(f'<ul class="flags">{items}</ul>')


def _columns(one: FilePreview) -> None:
    if one.of_columns:
        rows = [_finding_row(finding) for finding in one.of_columns]
        st.html(table_html("Columns first: how the headings were read", "What was found", _COLUMNS, rows))
    for sheet in one.looked.outcome.passed_over:
        quiet(f"Not loaded: sheet '{sheet.sheet}'. {sheet.why}" if sheet.sheet else sheet.why)


def _counts(one: FilePreview) -> None:
    if one.nobody:
        st.html(f'<p class="sum"><b>0 rows</b> below headings. {escape(" ".join(one.nobody))}</p>')
    if one.looked.outcome.is_nobody:
        return
    count = {name: f"{number:,}" for name, number in one.counts.items()}
    unused = f" + {count['not_needed']} not used here" if one.counts["not_needed"] else ""
    st.html(
        f'<p class="sum"><b>{count["read"]} rows read</b> = {count["loaded"]} loaded as they came'
        f" + {count['mended']} loaded, mended + {count['rejected']} rejected{unused}</p>"
    )


def _rows(one: FilePreview) -> None:
    told = [finding for finding in one.of_rows if finding.severity is not Severity.INFO]
    if not told:
        quiet("No row is at fault." if one.counts["read"] else _EMPTY)
        return
    _table(one, _LOST, "not loaded")
    table = [_finding_row(finding) for finding in told]
    st.html(table_html("What is wrong, and how to mend it", "What is wrong", _COLUMNS, table))
    if any(finding.severity in _KEPT for finding in told):
        with st.expander("Rows that are loaded with a change or a warning"):
            _table(one, _KEPT, "loaded with a change or a warning")


def _table(one: FilePreview, severities: frozenset[Severity], fate: str) -> None:
    rows = faulty_rows(finding for finding in one.of_rows if finding.severity in severities)
    if not rows:
        return
    first = f": the first {_ROWS_SHOWN}" if len(rows) > _ROWS_SHOWN else ""
    caption = f"{counted(len(rows), 'row', 'rows')} {fate}{first}, numbered as in the file"
    st.html(faulty_rows_html(caption, rows[:_ROWS_SHOWN], one.cells))


def _download(number: int, one: FilePreview) -> None:
    if not (one.findings or one.flags):
        return
    made_on = datetime.now(UTC)
    st.download_button(
        "All problems of this file, row by row (CSV)",
        data=lambda: problems_csv([one]),
        file_name=file_name(f"problems in {one.name}", made_on, "csv", is_synthetic=False),
        mime="text/csv",
        on_click="ignore",
        key=f"problems-{number}",
    )


def _finding_row(finding: Finding) -> TableRow:
    where = and_list([part for part in (finding.sheet, finding.column) if part])
    rows = f"{finding.rows:,}" if finding.at else ""
    cells = {"column": where, "rows": rows, "done": DONE[finding.severity], "fix": finding.fix}
    return TableRow(finding.what, cells)


def _strip(kind: str, words: str) -> None:
    st.html(f'<p class="verdict verdict-{kind}" role="status">{escape(words)}</p>')
