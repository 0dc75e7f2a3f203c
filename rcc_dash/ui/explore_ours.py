"""Our own figures by any one or two things: table, small multiples, and the SQL that gives the same."""

from collections.abc import Iterator
from typing import Final

from rcc_dash.domain.explore import DATE, PER_100, Slice, refusal
from rcc_dash.domain.links import State
from rcc_dash.domain.words import long_date, short_date
from rcc_dash.figures.explore import (
    caption,
    explore_sentence,
    first_heading,
    table_columns,
    table_rows,
)
from rcc_dash.figures.protection import hidden_words, treated_words
from rcc_dash.queries.explore import Pivot, explore
from rcc_dash.ui.cached import ask
from rcc_dash.ui.choice_widgets import draw_choices, draw_tabs, one_of
from rcc_dash.ui.copy_link import is_narrow
from rcc_dash.ui.downloads import show_table
from rcc_dash.ui.explore_pictures import pictures
from rcc_dash.ui.explore_sql import sql_tab
from rcc_dash.ui.fields import Field
from rcc_dash.ui.nothing_loaded import LISTS, RETURNS, nothing_loaded
from rcc_dash.ui.shell import Context
from rcc_dash.ui.source_line import treated_line
from rcc_dash.ui.text import lead, quiet

_HOMES_INSTEAD: Final = "Homes and their places can be counted: choose them under Count."
_NO_CHILDREN: Final = (
    "Homes and places are not of any children: filters of placement type and age do not touch them."
)
_MULTIPLE: Final = (
    "Totals are cells of their own and rounded by themselves: they are not the sum of their parts."
)


def ours_part(now: Context) -> None:
    """Draw the settings, the sentence and the answer; or why there is none and what to take off."""
    asked = asked_now(now.state)
    draw_choices("e-settings", [*_settings(asked)])
    filters = now.state.filters
    refused = refusal(asked, filters, is_exact=now.reader.rule.exact)
    found = None if refused else ask(explore, now.reader, asked, filters, now.calendar)
    if found is None:
        _no_answer(now, asked, refused)
        return
    lead(explore_sentence(found, filters, now.about))
    if asked.is_of_homes and (filters.placement or filters.age):
        quiet(_NO_CHILDREN)
    _answer(now, found)
    treated_line(now, _source(now, found), is_treated=not asked.is_of_homes)


def _no_answer(now: Context, asked: Slice, refused: str) -> None:
    calendar = now.calendar
    if refused:
        lead(refused)
        treated_line(now, treated_words(now.reader.rule))
    elif asked.is_of_homes:
        nothing_loaded(now, LISTS, calendar.homes)
    else:
        instead = _HOMES_INSTEAD if calendar.homes_on(now.state.filters.as_of) else ""
        nothing_loaded(now, RETURNS, calendar.children, instead)


def asked_now(state: State) -> Slice:
    """Read the question of the page from the link."""
    get = state.choices.get
    return Slice(get("e-of"), get("e-rows"), get("e-cols"), as_number=get("e-as") == "number")


def _settings(asked: Slice) -> Iterator[Field]:
    wide = 165 if is_narrow() else 200
    yield one_of("e-of", 290)
    if asked.away:
        yield one_of("e-as", wide)
    yield one_of("e-rows", wide)
    yield one_of("e-cols", wide)
    yield one_of("e-sort", 165)


def _answer(now: Context, found: Pivot) -> None:
    order = now.state.choices.get("e-sort")
    draw_tabs(
        "explore",
        table=lambda: _table(now, found, order),
        chart=lambda: pictures(found, order),
        sql=lambda: sql_tab(now, found),
    )


def _table(now: Context, found: Pivot, order: str) -> None:
    show_table(caption(found), first_heading(found), table_columns(found), table_rows(found, order))
    if not now.reader.rule.exact and not found.asked.is_of_homes:
        quiet(_MULTIPLE)


def _source(now: Context, found: Pivot) -> str:
    kind = "Synthetic demonstration data in the form of " if now.is_demo else ""
    last = found.days[-1]
    when = f"as at {short_date(last)}"
    if DATE in found.asked.dimensions and len(found.days) > 1:
        when = f"from {short_date(found.days[0])} to {short_date(last)}"
    if found.asked.is_of_homes:
        few = any(day in now.calendar.inspected_only for day in found.days)
        caveat = f" (a list of inspected homes only: counts are too low, {long_date(last)})" if few else ""
        return f"Source: {kind}Ofsted's list of homes {when}{caveat}. Open data, not rounded."
    hidden = hidden_words(found.hidden, "cell")
    lists = " and Ofsted's list of homes" if found.asked.measure == PER_100 else ""
    return f"Source: {kind}SSDA903 returns{lists} {when}. {treated_words(now.reader.rule)}{hidden}"
