"""The answer of a typed question: as it runs, as a table, a chart and a map, and as a file."""

from datetime import UTC, datetime
from functools import partial
from typing import Final

import streamlit as st

from rcc_dash.domain.words import counted
from rcc_dash.errors import UserError
from rcc_dash.export.citation import Citation
from rcc_dash.export.table_file import FORMS, TableFile
from rcc_dash.figures.base_map import region_ground
from rcc_dash.figures.tables import table_html
from rcc_dash.figures.typed_answer import (
    answer_chart,
    answer_rows,
    answer_shading,
    drawn_column,
    why_no_chart,
    why_no_map,
)
from rcc_dash.store.typed.answers import TypedResult
from rcc_dash.ui.choice_widgets import draw_tabs
from rcc_dash.ui.fields import Part, draw_fields
from rcc_dash.ui.menus import is_open, menu
from rcc_dash.ui.shell import Context
from rcc_dash.ui.shown import fitted_small_map, show_chart, show_small_map
from rcc_dash.ui.sql_running import Running
from rcc_dash.ui.sql_scope import source_words
from rcc_dash.ui.take_away_notes import on_page
from rcc_dash.ui.text import quiet

_AT_ONCE_SECONDS: Final = 1.2
_AGAIN_SECONDS: Final = 0.5
_AS_WORDS: Final = 200
"""So many rows are drawn as a table that is read like any other; more are scrolled through."""

_TAKE: Final = "sql-files"
_MAP_PX: Final = (720, 520)
_DRAWN: Final = "Drawn is the first column of numbers: {}. The table has every row and column."
_NOT_GIVEN: Final = "Rows of children are not given away as files. Count them, or switch exact figures off."


def answer(now: Context, running: Running | None) -> None:
    """Draw what has become of a question; nothing before the first."""
    if running is None:
        return
    if not running.is_done(_AT_ONCE_SECONDS):
        _wait(running)
    elif running.fault:
        _fault(running.fault)
    elif running.result:
        _result(now, running, running.result)


@st.fragment(run_every=_AGAIN_SECONDS)
def _wait(running: Running) -> None:
    """Say that it runs, with a way to stop it, until it has ended."""
    if running.is_done():
        st.rerun()
    with st.container(horizontal=True, key="sql-waiting", vertical_alignment="center"):
        st.button("Stop", key="sql-stop", on_click=running.stop)
        quiet(f"Running for {running.seconds:.0f} seconds. The first question of new data takes longer.")


def _fault(fault: UserError) -> None:
    st.warning(f"**{fault.title}**\n\n```\n{fault.what}\n```\n\n{fault.fix}")


def _result(now: Context, running: Running, found: TypedResult) -> None:
    took = f"{counted(len(found.frame), 'row', 'rows')} in {max(found.seconds, 0.01):.2f} seconds."
    is_old = running.scope.la_codes and not now.reader.rule.exact
    if is_old:
        quiet("Exact figures are off: run the question again.")
        return
    st.html("<h2>Answer</h2>")
    quiet(" ".join(filter(None, (took, found.cut, *found.lacking))))
    if found.frame.empty:
        quiet("No row fits. A cell of too few children has no row: nobody, or a few, look alike.")
        return
    draw_tabs(
        "sql",
        table=lambda: _table(now, running, found),
        chart=lambda: _chart(found),
        map=lambda: _map(now, found),
    )


def _table(now: Context, running: Running, found: TypedResult) -> None:
    if len(found.frame) > _AS_WORDS:
        st.dataframe(found.frame, hide_index=True, alt="Answer of the typed question")
    else:
        first, columns, rows = answer_rows(found.frame)
        st.html(table_html(f"Answer: {counted(len(rows), 'row', 'rows')}", first, columns, rows))
    _files(now, running, found)


def _chart(found: TypedResult) -> None:
    why = why_no_chart(found.frame)
    if why:
        quiet(why)
    else:
        quiet(_DRAWN.format(drawn_column(found.frame)))
        show_chart(answer_chart(found.frame), key="sql-chart")


def _map(now: Context, found: TypedResult) -> None:
    why = why_no_map(found.frame)
    if why:
        quiet(why)
        return
    filters = now.state.filters
    ground = region_ground(filters.cooperative.la_codes)
    shading = answer_shading(found.frame)
    show_small_map(fitted_small_map(filters.cooperative.name, ground, shading, _MAP_PX))
    quiet(f"{_DRAWN.format(drawn_column(found.frame))} The map shows the cooperative chosen above.")


def _files(now: Context, running: Running, found: TypedResult) -> None:
    if running.scope.la_codes:
        quiet(_NOT_GIVEN)
        return
    file = _file(now, running, found)
    on_page().tables[file.about.title] = lambda: file
    draw_fields("w-sql-files", [Part([menu(_TAKE, "Take the answer away")])])
    if not is_open(_TAKE):
        return
    with st.container(horizontal=True, gap="xsmall"):
        for code, form in FORMS.items():
            st.download_button(
                form.label,
                data=partial(form.make, file),
                file_name=file.name(form.extension),
                mime=form.mime,
                on_click="ignore",
                key=f"sql-file-{code}",
            )


def _file(now: Context, running: Running, found: TypedResult) -> TableFile:
    """Give the answer with what its files say of themselves: the question, and that no filter touches it."""
    about = Citation(
        title="Answer of a typed question",
        filters="None: the question itself says what it is of",
        sources=(source_words(now),),
        as_of=None,
        made_on=datetime.now(UTC),
        hidden=None,
        is_synthetic=now.is_demo,
        settings=" ".join(running.sql.split()),
    )
    return TableFile(found.frame, {name: name for name in found.frame.columns}, about)
