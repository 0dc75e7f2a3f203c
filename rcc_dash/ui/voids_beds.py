"""Where beds stand empty: bars of states, the table, two maps, the years, and what does not fit."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from rcc_dash.domain.measures import Unit, measures
from rcc_dash.domain.voids import REASONS, VOID_MEASURES
from rcc_dash.figures.base_map import region_ground
from rcc_dash.figures.map_frames import shading_of
from rcc_dash.figures.range_bars import RangeRow, range_bars, range_key
from rcc_dash.figures.shading import Shading
from rcc_dash.figures.tables import TableColumn, TableRow
from rcc_dash.figures.void_bars import Bar
from rcc_dash.figures.written import written
from rcc_dash.queries.headlines import values_now
from rcc_dash.queries.voids_totals import VoidRow, VoidTable, void_table
from rcc_dash.queries.voids_trend import void_trend
from rcc_dash.ui.cached import ask
from rcc_dash.ui.choice_widgets import draw_tabs
from rcc_dash.ui.downloads import show_table
from rcc_dash.ui.shown import fitted_small_map, show_bars, show_chart, show_small_map
from rcc_dash.ui.text import quiet
from rcc_dash.ui.voids_flags import flags_part
from rcc_dash.ui.voids_scope import Scope
from rcc_dash.ui.voids_table import band_words, state_table

_PICTURE_PX: Final = (600, 430)
_WHOLE: Final = (
    "Homes are counted whole: the filters of children's placement and age do not change this part. Known from"
    " returns and inferred are never added: “likely” is where four times in five the whole would lie, were"
    " the homes that did not tell filled as those alike that did (30 of them or more), or else as all that"
    " did."
)


def beds_part(scope: Scope) -> None:
    """Draw the states of places, compared by what the settings say."""
    filters, by = scope.now.state.filters, scope.now.state.choices.get("v-by")
    found = ask(void_table, scope.now.reader, filters, scope.when, by)
    show_bars("Places by state", _bars(found))
    draw_tabs(
        "voids",
        table=lambda: _table(scope, found),
        maps=lambda: _maps(scope),
        years=lambda: _years(scope),
        why=lambda: _reasons(found),
        checks=lambda: flags_part(scope),
    )


def _table(scope: Scope, found: VoidTable) -> None:
    state_table(scope, found)
    quiet(_WHOLE)


def _bars(found: VoidTable) -> list[Bar]:
    total = [_bar(found.together, is_total=True)] if found.together else []
    return [*total, *(_bar(row) for row in found.rows)]


def _bar(row: VoidRow, *, is_total: bool = False) -> Bar:
    told = {state: row.told[state].value or 0.0 for state in ("held", "blocked", "void")}
    known = min(row.known.value or 0.0, max(row.places - sum(told.values()), 0.0))
    left = max(row.places - sum(told.values()) - known, 0.0)
    filled = row.likely.occupancy.middle * row.places / 100 if row.likely else 0.0
    others = min(max(filled - told["held"] - known, 0.0), left)
    places = {**told, "known": known, "likely": others, "rest": left - others}
    void = row.told["void"]
    known_words = (
        f"{void.value:,.0f} known to be empty" if void.value is not None else f"known empty {void.mark}"
    )
    likely = band_words(row.likely.void if row.likely else None)
    return Bar(
        row.label,
        f"{row.places:,} places: {known_words}, likely {likely}, at most {row.most:,}",
        places,
        is_total,
    )


def _maps(scope: Scope) -> None:
    filters, reader = scope.now.state.filters, scope.now.reader
    found = ask(void_table, reader, filters, scope.when, "la_code")
    rates = {row.code: row.void_rate for row in found.rows}
    far = ask(values_now, reader, filters, scope.now.calendar).figures
    shares = {code: far[code]["far"] for code in filters.la_codes}
    left, right = st.columns(2, gap="medium")
    with left:
        st.html("<h2>Where places stand empty</h2>")
        _picture(scope, shading_of(VOID_MEASURES["void_rate"], rates))
    with right:
        st.html("<h2>Whose children live far away</h2>")
        _picture(scope, shading_of(measures()["far"], shares))
    quiet("Left: of the homes that returned, whoever lives in them. Right: of the LA's own children.")


def _picture(scope: Scope, shading: Shading) -> None:
    filters = scope.now.state.filters
    base = region_ground(filters.cooperative.la_codes)
    picture = fitted_small_map(filters.area_words(), base, shading, _PICTURE_PX)
    show_small_map(picture)


def _years(scope: Scope) -> None:
    found = ask(void_trend, scope.now.reader, scope.now.state.filters, scope.when, scope.now.calendar)
    rows = [row for _, row in found]
    names = [f"{day:%b %Y}" for day, _ in found]
    keys = range_key("Least and most possible", "Likely", "Known from returns")
    left, right = st.columns(2, gap="medium")
    with left:
        st.html("<h2>Empty places</h2>")
        show_chart(range_bars("Empty places", "places", _empty(names, rows)), key="v-empty", keys=keys)
    with right:
        st.html("<h2>Places with a child</h2>")
        show_chart(range_bars("Occupancy", "% of places", _filled(names, rows)), key="v-filled", keys=keys)
    st.html(keys)
    quiet(
        "A return from one home in three cuts the range by more than half. Without returns the likely"
        " occupancy is taken from England's: 60 to 85%, most likely 69%."
    )


def _empty(names: Sequence[str], rows: Sequence[VoidRow]) -> list[RangeRow]:
    return [
        RangeRow(
            name,
            (row.told["void"].value or 0.0, float(row.most)),
            (row.likely.void.low, row.likely.void.high) if row.likely else None,
            row.told["void"].value,
            f"{band_words(row.likely.void if row.likely else None)} of {row.places:,}",
        )
        for name, row in zip(names, rows, strict=True)
    ]


def _filled(names: Sequence[str], rows: Sequence[VoidRow]) -> list[RangeRow]:
    return [
        RangeRow(
            name,
            _certain(row),
            (row.likely.occupancy.low, row.likely.occupancy.high) if row.likely else None,
            None,
            band_words(row.likely.occupancy if row.likely else None, "%"),
        )
        for name, row in zip(names, rows, strict=True)
    ]


def _certain(row: VoidRow) -> tuple[float, float]:
    """Give the least and most places that can be occupied, in %."""
    held = (row.told["held"].value or 0.0) + (row.known.value or 0.0)
    shut = (row.told["void"].value or 0.0) + (row.told["blocked"].value or 0.0)
    return 100 * min(held, row.places) / row.places, 100 * (row.places - shut) / row.places


def _reasons(found: VoidTable) -> None:
    columns = [TableColumn(code, words) for code, words in {"blocked": "All", **REASONS}.items()]
    rows = [*([found.together] if found.together else []), *found.rows]
    show_table(
        "Places that cannot be used, by reason, of the homes that returned",
        "Homes",
        columns,
        [
            TableRow(
                row.label,
                {column.key: written(row.told[column.key], Unit.PLACES) for column in columns},
                is_total=row is found.together,
            )
            for row in rows
        ],
        title="Why places cannot be used",
    )
