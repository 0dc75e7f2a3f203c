"""At which level does a need stop being rare: local authorities, sub-regions, the region, or England?"""

from typing import Final

import pandas as pd
import streamlit as st

from rcc_dash.domain.cohorts import NEEDS_PAGE, cohorts_of
from rcc_dash.figures.rare_sentences import amount, how_sure, price_of_being_ready
from rcc_dash.figures.tables import TableColumn, TableRow, table_html
from rcc_dash.figures.void_sentences import pounds
from rcc_dash.models.pooling import Level
from rcc_dash.models.provision import beds_needed
from rcc_dash.queries.rare_costs import rare_costs
from rcc_dash.queries.rare_loads import Loads
from rcc_dash.queries.rare_pooling import LA, NATION, REGION, SUB_REGION, Pooling, least_of, levels
from rcc_dash.ui.cached import ask
from rcc_dash.ui.downloads import Sheet, sheet_download, show_table
from rcc_dash.ui.rare_found import cohort_found, nobody_word, target, whole_region
from rcc_dash.ui.rare_scope import SOURCES, Scope, scope
from rcc_dash.ui.shell import Context
from rcc_dash.ui.text import quiet

_NAMES: Final = {
    LA: "Each local authority alone",
    SUB_REGION: "Each sub-region",
    REGION: "The whole region",
    NATION: "England, if its need is alike",
}
_STOPS: Final = {
    LA: "not rare: each authority",
    SUB_REGION: "sub-region",
    REGION: "region",
    NATION: "England",
    "": "at no level",
}
_COLUMNS: Final = {
    "beds": "Beds in all",
    "full": "How full",
    "viable": "How many fill theirs",
    "empty": "Empty beds",
    "gbp": "Empty beds, £ a year",
}
_COHORTS: Final = {
    "load": "Children at one time, about",
    LA: "Each authority alone",
    SUB_REGION: "Each sub-region",
    REGION: "Whole region",
    NATION: "England, if alike",
    "stops": "Stops being rare at",
}


def levels_table(asked: Scope, loads: Loads, found: Pooling) -> None:
    """Draw what each level needs for the cohort, and the price of a place being free."""
    weekly = _weekly_gbp(asked)
    shown = {code: one for code, one in found.levels.items() if code == REGION or not loads.is_at_most}
    rows = [
        TableRow(_NAMES[code], _cells(one, weekly), is_chosen=code == found.least)
        for code, one in shown.items()
    ]
    columns = [TableColumn(key, words) for key, words in _COLUMNS.items() if key != "gbp" or weekly]
    at_most = ", at the most" if loads.is_at_most else ""
    free = f"A place free {found.target.availability:.0%} of the time{at_most}"
    show_table(free, "Level", columns, rows, title="At which level is a place free")
    if not loads.is_at_most:
        needed = beds_needed(loads.total, len(loads.days), found.target.availability)
        quiet(f"{price_of_being_ready(found.together, found.levels[LA].total, weekly)} {how_sure(needed)}")


def cohorts_table(asked: Scope) -> None:
    """Draw for every cohort how full beds are at each level, and where it stops being rare."""
    st.html("<h2>Every need: at which level does it stop being rare?</h2>")
    has_subs = bool(asked.filters.cooperative.sub_regions)
    columns = [TableColumn(k, words) for k, words in _COHORTS.items() if k != SUB_REGION or has_subs]
    goal = target(asked)
    said = (
        f"How full beds are where a place is free {goal.availability:.0%} of the time;"
        f" {goal.full:.0%} or more is viable"
    )
    st.html(table_html(said, "Need", columns, _cohort_rows(asked)))
    sheet_download(asked.now, "At which level each need stops being rare", _sheet)


def _weekly_gbp(asked: Scope) -> float | None:
    """Give the cohort's mean £ a week in the whole region; None where it is hidden or not known."""
    return ask(rare_costs, asked.now.reader, whole_region(asked))[asked.cohort.code].mean.value


def _cells(one: Level, weekly: float | None) -> dict[str, str]:
    return {
        "beds": f"{one.total.beds:,}",
        "full": f"{one.total.full:.0%}",
        "viable": f"{one.viable} of {one.units}",
        "empty": amount(one.total.empty),
        "gbp": pounds(one.total.empty_gbp(weekly)) if weekly else "",
    }


def _cohort_rows(asked: Scope) -> list[TableRow]:
    found = {code: cohort_found(asked, code) for code in cohorts_of(NEEDS_PAGE)}
    known = {code: loads for code, loads in found.items() if loads}
    order = sorted(known, key=lambda code: (known[code].is_at_most, -known[code].total))
    return [
        TableRow(
            cohorts_of(NEEDS_PAGE)[code].title,
            _cohort_cells(asked, loads) if loads else {"load": nobody_word(asked, code)},
            is_chosen=code == asked.cohort.code,
        )
        for code, loads in ((code, found[code]) for code in [*order, *(c for c in found if c not in known)])
    ]


def _cohort_cells(asked: Scope, loads: Loads) -> dict[str, str]:
    each = ask(levels, asked.now.reader, asked.filters.rcc, loads, target(asked))
    if loads.is_at_most:
        most = each[REGION].total.full
        return {"load": "too few to show", REGION: f"at most {most:.0%}", "stops": _stop_at_most(asked, most)}
    stops = _STOPS[least_of(each, target(asked))]
    full = {code: f"{one.total.full:.0%}" for code, one in each.items()}
    return {"load": amount(loads.total), **full, "stops": stops}


def _stop_at_most(asked: Scope, full: float) -> str:
    return "above the region" if full < target(asked).full else "cannot be told"


def _sheet(now: Context) -> Sheet:
    asked = scope(now)
    rows = [] if isinstance(asked, str) else _cohort_rows(asked)
    headings = {"need": "Need", **_COHORTS}
    frame = pd.DataFrame(
        [{"need": row.name, **row.cells} for row in rows], columns=list(headings), dtype=object
    ).fillna("")
    return Sheet(frame, headings, now.state.filters, 0, SOURCES)
