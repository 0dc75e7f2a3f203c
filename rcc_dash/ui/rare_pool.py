"""What pooling gives: how full beds are alone and together, and at which level the need stops being rare."""

from typing import Final

import pandas as pd
import streamlit as st

from rcc_dash.domain.disclosure import HIDDEN
from rcc_dash.domain.explained_rare import POOLING
from rcc_dash.domain.measures import Unit
from rcc_dash.domain.places import la_name
from rcc_dash.figures.explained import explained_html
from rcc_dash.figures.pooling_curve import Dot, beds_panel, curve_key, full_panel
from rcc_dash.figures.rare_sentences import amount, too_few_to_pool, verdict, what_pooling_changes
from rcc_dash.figures.tables import TableColumn, TableRow, table_html
from rcc_dash.figures.written import written
from rcc_dash.models.provision import Provision, provision
from rcc_dash.queries.rare_loads import Loads
from rcc_dash.queries.rare_pooling import NATION, Pooling
from rcc_dash.ui.downloads import Sheet, sheet_download
from rcc_dash.ui.rare_found import basis_words, found_loads, found_pooling, nobody, subject
from rcc_dash.ui.rare_levels import cohorts_table, levels_table
from rcc_dash.ui.rare_scope import SOURCES, Scope, scope
from rcc_dash.ui.shell import Context
from rcc_dash.ui.shown import show_chart
from rcc_dash.ui.text import quiet

_MODEL: Final = (
    "The model: a child who needs a bed takes a free one; when none is free the child goes elsewhere and does"
    " not come back. Needs arise by chance, one apart from the other. How long stays last does not matter,"
    " only how many children need a bed at one time. All beds suit all these children and all can be used:"
    " where they do not, more are needed."
)
_ANY: Final = (0.5, 1.0, 2.0, 3.0, 5.0, 7.0, 10.0, 15.0, 20.0, 22.0)
_COLUMNS: Final = {
    "children": "Children on the last date",
    "load": "Children at one time, about",
    "beds": "Beds needed alone",
    "full": "How full, alone",
    "joined": "Joins as number",
    "beds_so_far": "Beds needed with those before",
    "full_so_far": "How full, with those before",
}


def pool_lead(asked: Scope) -> str:
    """Say what one LA alone needs, what all need together, and at which level the need stops being rare."""
    loads = found_loads(asked)
    if loads is None:
        return nobody(asked)
    found = found_pooling(asked, loads)
    if loads.is_at_most:
        return too_few_to_pool(subject(asked, loads), found.together)
    told = verdict(found.least, found.target.full, knows_nation=NATION in found.levels)
    of = subject(asked, loads)
    return what_pooling_changes(of, la_name(found.start), found.each[found.start], found.together, told)


def pool_part(asked: Scope) -> None:
    """Draw the curve, the levels, and what each LA needs alone and as they join."""
    loads = found_loads(asked)
    if loads is None:
        return
    found = found_pooling(asked, loads)
    curve, levels = st.columns([3, 2], gap="medium")
    with curve:
        _curve(asked, loads, found)
    with levels:
        st.html("<h2>At which level does it stop being rare?</h2>")
        levels_table(asked, loads, found)
    quiet(f"{_MODEL} {basis_words(asked, loads)}")
    st.html(explained_html("How these numbers are worked out", *POOLING))
    if not loads.is_at_most:
        st.html("<h2>Each local authority alone, and as they join, the nearest first</h2>")
        columns = [TableColumn(key, words) for key, words in _COLUMNS.items()]
        st.html(table_html("Beds needed", "Local authority", columns, _rows(asked, loads, found)))
        sheet_download(asked.now, "What pooling gives", _sheet)
    cohorts_table(asked)


def _curve(asked: Scope, loads: Loads, found: Pooling) -> None:
    dots, steps = _dots(asked, loads, found), _steps(loads, found)
    st.html("<h2>How full beds are, and how many are needed</h2>")
    keys = _key(loads, found)
    st.html(keys)
    spec = full_panel(dots, steps, 100 * found.target.full)
    show_chart(spec, key="r-curve-full", keys=keys)
    show_chart(beds_panel(dots, steps), key="r-curve-beds", keys=keys)


def _key(loads: Loads, found: Pooling) -> str:
    if loads.is_at_most:
        return curve_key("any number of children", "the whole region, at the most")
    line = f"{la_name(found.start)} and neighbours, one joining after another"
    return curve_key(line, "the whole region", "one local authority alone", has_subs=bool(found.sub_regions))


def _steps(loads: Loads, found: Pooling) -> list[Dot]:
    """Give the members as they join, or any number of children where theirs is too few to show."""
    if not loads.is_at_most:
        return [_dot(la_name(code), "la", needed) for code, needed in found.steps]
    free = found.target.availability
    return [_dot("", "la", provision(load, free)) for load in _ANY if load <= loads.total]


def _dots(asked: Scope, loads: Loads, found: Pooling) -> list[Dot]:
    """Give the region, and where it is not too few to show, each LA alone and each sub-region."""
    region = _dot(asked.filters.cooperative.name, "region", found.together, is_named=True)
    if loads.is_at_most:
        return [region]
    alone = [
        _dot(la_name(code), "la", needed, is_named=code == found.start) for code, needed in found.each.items()
    ]
    subs = [_dot(name, "sub", needed) for name, needed in found.sub_regions.items() if needed.beds]
    return [*alone, *subs, region]


def _dot(name: str, level: str, needed: Provision, *, is_named: bool = False) -> Dot:
    return Dot(name, level, needed.load, needed.beds, 100 * needed.full, is_named)


def _rows(asked: Scope, loads: Loads, found: Pooling) -> list[TableRow]:
    whole = {
        "children": written(loads.counted[""], Unit.CHILDREN),
        "load": amount(found.together.load),
        "beds_so_far": f"{found.together.beds:,}",
        "full_so_far": f"{found.together.full:.0%}",
    }
    rows = [TableRow(asked.filters.cooperative.name, whole, is_total=True)]
    return rows + [
        TableRow(la_name(code), _cells(loads, found, code, turn), is_chosen=code == found.start)
        for turn, (code, _) in enumerate(found.steps)
    ]


def _cells(loads: Loads, found: Pooling, code: str, turn: int) -> dict[str, str]:
    alone, joined = found.each[code], found.steps[turn][1]
    return {
        "children": written(loads.counted[code], Unit.CHILDREN),
        "load": amount(alone.load),
        "beds": f"{alone.beds:,}",
        "full": f"{alone.full:.0%}",
        "joined": f"{turn + 1}",
        "beds_so_far": f"{joined.beds:,}",
        "full_so_far": f"{joined.full:.0%}",
    }


def _sheet(now: Context) -> Sheet:
    asked = scope(now)
    loads = None if isinstance(asked, str) else found_loads(asked)
    rows: list[TableRow] = []
    if not isinstance(asked, str) and loads and not loads.is_at_most:
        rows = _rows(asked, loads, found_pooling(asked, loads))
    headings = {"la": "Local authority", **_COLUMNS}
    cells = [{"la": row.name, **row.cells} for row in rows]
    frame = pd.DataFrame(cells, columns=list(headings), dtype=object).fillna("")
    return Sheet(frame, headings, now.state.filters, int(frame.isin([HIDDEN]).to_numpy().sum()), SOURCES)
