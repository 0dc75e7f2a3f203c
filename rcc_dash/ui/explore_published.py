"""Official figures: each LA beside England, its region and its statistical neighbours, and over the years."""

from typing import Final

from rcc_dash.domain.explore_published import published_series
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.measures import Polarity
from rcc_dash.domain.missing import Missing
from rcc_dash.domain.places import la_name
from rcc_dash.domain.published import Comparison, PublishedFigure, Wanted
from rcc_dash.domain.words import long_date
from rcc_dash.figures.chart_parts import Reference
from rcc_dash.figures.charts import ranked_bars, trend_lines
from rcc_dash.figures.published import (
    comparison_columns,
    comparison_rows,
    published_bars,
    published_lines,
    published_text,
)
from rcc_dash.figures.tables import TableColumn, TableRow
from rcc_dash.queries.explore_published_sql import published_sql
from rcc_dash.queries.published import latest_published, published, published_beside, published_over_time
from rcc_dash.reference.published import ENGLAND
from rcc_dash.ui.cached import ask
from rcc_dash.ui.choice_widgets import draw_choices, draw_tabs, one_of
from rcc_dash.ui.downloads import show_table
from rcc_dash.ui.explore_sql import sql_shown
from rcc_dash.ui.shell import Context
from rcc_dash.ui.shown import show_chart
from rcc_dash.ui.source_line import treated_line
from rcc_dash.ui.text import lead, quiet

_NONE: Final = Missing(
    "Nothing was published of this for these local authorities by the date chosen.",
    "DfE's tables",
    instead=("choose a later date above", "choose another figure"),
)
_FEW: Final = 5
_ONE_LA: Final = (
    "Choose one local authority above to see it beside its region, England and its statistical neighbours."
)
_WORKED_OUT: Final = (
    "These shares are worked out of two published numbers, so there is no one row to ask for."
)


def published_part(now: Context) -> None:
    """Draw the choice of a figure, the sentence, and the comparison."""
    draw_choices("e-pub", [one_of("e-pub", 720)])
    wanted = published_series()[now.state.choices.get("e-pub")]
    filters = now.state.filters
    day = latest_published(now.reader, wanted, filters.as_of or now.calendar.dates[-1])
    found = ask(published, now.reader, wanted, filters.la_codes, day) if day else None
    if found is None:
        lead(_NONE)
        treated_line(now, "Source: no published table that is at hand.", is_treated=False)
        return
    lead(_sentence(found, filters))
    _tabs(now, found)
    sources = "; ".join(cited.words for cited in found.sources) or "no table that is at hand"
    of = f"As at {long_date(found.day)}, as published: of all children, whatever is filtered."
    treated_line(now, f"Source: {sources}. {of}", is_treated=False)


def _sentence(found: Comparison, filters: Filters) -> str:
    known = {code: one.own for code, one in found.by_la.items() if one.own and one.own.value is not None}
    if not known:
        nothing = f"nothing was published of {filters.area_words()} for {long_date(found.day)}"
        return f"{found.wanted.label}: {nothing}."
    low, high = (pick(known, key=lambda code: known[code].value or 0.0) for pick in (min, max))
    england = published_text(found.england, found.unit)
    if len(known) == 1:
        return (
            f"{found.wanted.label}: {_said(found, high, known)} on {long_date(found.day)}; England {england}."
        )
    return (
        f"{found.wanted.label}: from {_said(found, low, known)} to {_said(found, high, known)}"
        f" on {long_date(found.day)}; England {england}."
    )


def _said(found: Comparison, code: str, known: dict[str, PublishedFigure]) -> str:
    return f"{published_text(known[code], found.unit)} in {la_name(code)}"


def _tabs(now: Context, found: Comparison) -> None:
    draw_tabs(
        "published",
        table=lambda: _table(found),
        bars=lambda: _ranking(found),
        years=lambda: _years(now, found.wanted, found.unit),
        sql=lambda: _sql(now, found),
    )


def _table(found: Comparison) -> None:
    columns, rows = comparison_columns(found), comparison_rows(found)
    show_table(found.wanted.label, "Local authority", columns, rows, title="Official figures")


def _ranking(found: Comparison) -> None:
    spec = ranked_bars(found.wanted.label, found.unit, published_bars(found), _beside(found))
    show_chart(spec, key="e-published-bars")


def _beside(found: Comparison) -> list[Reference]:
    nation = found.england
    if (
        nation is None
        or nation.value is None
        or (found.wanted.polarity is Polarity.NEUTRAL and found.unit in _COUNTS)
    ):
        return []
    return [Reference("England", nation.value, published_text(nation, found.unit))]


_COUNTS: Final = frozenset({"children", "people", "places", "gbp", "gbp_thousand"})
"""Of which England's would dwarf an LA's."""


def _years(now: Context, wanted: Wanted, unit: str) -> None:
    las = now.state.filters.las
    frame = published_lines(_lines(now, wanted, unit), unit)
    if len(las) != 1:
        quiet(_ONE_LA)
    if frame.empty:
        quiet("Nothing was published of these areas at any date.")
        return
    show_chart(trend_lines(wanted.label, unit, frame, las[0] if las else ENGLAND), key="e-published-years")
    days, names = (list(dict.fromkeys(frame[column])) for column in ("period", "name"))
    cells = frame.groupby(["name", "period"])["shown"].first()
    rows = [TableRow(name, {day: str(cells.get((name, day), "")) for day in days}) for name in names]
    columns = [TableColumn(day, day) for day in days]
    show_table(f"Over the years: {wanted.label}", "Area", columns, rows, title="Over time")


def _lines(now: Context, wanted: Wanted, unit: str) -> dict[str, tuple[PublishedFigure, ...]]:
    """Give the lines of one LA and what it is beside, or of a few LAs, or of England."""
    filters = now.state.filters
    if len(filters.las) == 1:
        found = ask(published_beside, now.reader, wanted, filters.las[0])
        return {code: of for code, of in found.items() if unit not in _COUNTS or code == filters.las[0]}
    areas = filters.las if filters.las or unit in _COUNTS else (ENGLAND,)
    return ask(published_over_time, now.reader, wanted, (areas or filters.la_codes)[:_FEW])


def _sql(now: Context, found: Comparison) -> None:
    text = published_sql(found)
    if text:
        sql_shown(now, text)
    else:
        quiet(_WORKED_OUT)
