"""What is compared with what? The view as it is filtered, and another: the year before where none is told."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from rcc_dash.domain.filters import Filters
from rcc_dash.domain.measures import Measure, measures
from rcc_dash.domain.missing import Missing
from rcc_dash.domain.places import cooperatives
from rcc_dash.domain.words import long_date, short_date
from rcc_dash.figures.compare import Side
from rcc_dash.figures.protection import hidden_words, treated_words
from rcc_dash.queries.area_values import AreaValues
from rcc_dash.queries.calendar import year_before
from rcc_dash.queries.headlines import values_now
from rcc_dash.ui.cached import ask
from rcc_dash.ui.shell import Context

NO_EARLIER: Final = Missing(
    "Nothing of a year before is loaded.", "earlier files", instead=("choose below what to compare with",)
)


@dataclass(frozen=True, slots=True)
class Scope:
    """Both sides of the comparison with their filters, and the figure that is compared."""

    measure: Measure
    one: Side
    other: Side
    filters: Filters
    other_filters: Filters
    hidden: int


def scope(now: Context) -> Scope | None:
    """Read the page's question from the link; None where nothing of a year before is loaded."""
    filters, measure = now.state.filters, measures()[now.shade]
    other = now.state.other or last_year(now)
    if other is None:
        return None
    mine, theirs = (ask(values_now, now.reader, asked, now.calendar) for asked in (filters, other))
    return Scope(
        measure,
        _side(measure, filters, mine),
        _side(measure, other, theirs),
        filters,
        other,
        mine.hidden + theirs.hidden,
    )


def last_year(now: Context) -> Filters | None:
    """Give the same view a year before; None where that is not loaded."""
    day = now.state.filters.as_of or (now.calendar.dates[-1] if now.calendar.dates else None)
    before = year_before(day, now.calendar.dates) if day else None
    return replace(now.state.filters, as_of=before) if before else None


def possible(now: Context) -> dict[str, Filters | None]:
    """Give what the view can be compared with, by how it is called; none stands for the year before."""
    return {"The year before": None, **dict(_others(now))}


def _others(now: Context) -> Iterator[tuple[str, Filters]]:
    filters = now.state.filters
    yield cooperatives()[filters.elsewhere().rcc].name, filters.elsewhere()
    if filters.las or filters.sub_region_chosen:
        whole = replace(filters, las=(), sub_region="")
        yield whole.area_phrase(), whole
    if filters.attributes:
        yield "All children looked after", replace(filters, placement=(), age=(), sector=())
    for day in reversed(now.calendar.dates):
        if day != (filters.as_of or now.calendar.dates[-1]):
            yield long_date(day), replace(filters, as_of=None if day == now.calendar.dates[-1] else day)


def source_words(now: Context, asked: Scope) -> str:
    """Say where the figures come from, and what was done to them."""
    kind = "Synthetic demonstration data in the form of " if now.is_demo else ""
    rule = now.reader.rule
    hidden = "" if rule.exact else hidden_words(asked.hidden, "cell")
    return f"Source: {kind}{asked.measure.source}. {treated_words(rule)}{hidden}"


def _side(measure: Measure, filters: Filters, values: AreaValues) -> Side:
    together = values.together[measure.code]
    areas = {code: values.figures[code][measure.code] for code in filters.la_codes}
    return Side(_name(filters, values), areas, together)


def _name(filters: Filters, values: AreaValues) -> str:
    """Name one side within a sentence: its area and date, and its children where they are not all."""
    day = values.day.children or values.day.homes
    when = f" on {short_date(day)}" if day else ""
    whom = filters.children_phrase().removeprefix("children looked after").removeprefix(", ")
    return f"{filters.area_words()}{when}{f' ({whom})' if whom else ''}"
