"""What do the pages that reckon most ask of a region and date, at first and when a filter is first put on?

Cells are kept for every value of a filter and for every area, so one value and one area stand for all of
them: whoever then chooses another finds its cells made (decisions 27 and 31).
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial

from rcc_dash.domain.choices import CHOICES
from rcc_dash.domain.cohorts import Thresholds
from rcc_dash.domain.dimensions import dimensions
from rcc_dash.domain.filters import Filters
from rcc_dash.queries.calendar import Calendar
from rcc_dash.queries.distance_children import Asked
from rcc_dash.queries.distance_headlines import distance_years, who_is_counted
from rcc_dash.queries.rare_counts import rare_areas, rare_rows
from rcc_dash.queries.rare_parts import RareAsked
from rcc_dash.queries.rare_years import rare_headlines
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.voids_homes import moment
from rcc_dash.queries.voids_totals import void_table
from rcc_dash.ui.cached import ask


def first_looks(reader: Reader, calendar: Calendar, seen: Filters) -> Iterator[Callable[[], object]]:
    """Give the questions one by one, each a fraction of a second's work; none of what is not loaded.

    `seen` is the region and the date that somebody looks at.
    """
    day = calendar.children_on(seen.as_of)
    if day is not None:
        for filters in (seen, *_each_filter_on(seen)):
            yield from _of_children(reader, filters, day, calendar)
    yield partial(_of_homes, reader, replace(seen, las=seen.la_codes[:1]), calendar)


def _each_filter_on(seen: Filters) -> Iterator[Filters]:
    for name, dimension in dimensions().items():
        yield seen.with_chosen(name, dimension.codes[:1])


def _of_children(
    reader: Reader, filters: Filters, day: date, calendar: Calendar
) -> Iterator[Callable[[], object]]:
    away = Asked(filters, day, CHOICES["d-base"].default)
    yield partial(ask, distance_years, reader, away, calendar)
    yield partial(ask, who_is_counted, reader, away)
    rare = RareAsked(filters, day, CHOICES["r-for"].default, Thresholds())
    yield partial(ask, rare_headlines, reader, rare, calendar)
    yield partial(ask, rare_rows, reader, rare)
    yield partial(ask, rare_areas, reader, rare)


def _of_homes(reader: Reader, filters: Filters, calendar: Calendar) -> None:
    when = moment(reader, calendar, filters.as_of, int(CHOICES["v-days"].default.removeprefix("d")))
    if when is not None:
        ask(void_table, reader, filters, when, CHOICES["v-by"].default)
