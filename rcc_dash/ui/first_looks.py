"""What do the pages that reckon most ask first of each region, and of each filter when it is first put on?

Cells are kept for every value of a filter and for every area, so one value and one area stand for all of
them: whoever then chooses another finds its cells made (decisions 27 and 31).
"""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from rcc_dash.domain.choices import CHOICES
from rcc_dash.domain.cohorts import Thresholds
from rcc_dash.domain.dimensions import dimensions
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.places import cooperatives
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


def first_looks(reader: Reader, calendar: Calendar) -> Iterator[Callable[[], object]]:
    """Give the questions one by one, each a fraction of a second's work; none of what is not loaded."""
    day = calendar.children_on(None)
    for rcc in cooperatives():
        whole = Filters(rcc=rcc)
        if day is not None:
            for filters in (whole, *_each_filter_on(whole)):
                yield from _of_children(reader, filters, day, calendar)
        yield partial(_of_homes, reader, Filters(rcc=rcc, las=whole.la_codes[:1]), calendar)


def _each_filter_on(whole: Filters) -> Iterator[Filters]:
    for name, dimension in dimensions().items():
        yield whole.with_chosen(name, dimension.codes[:1])


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
    when = moment(reader, calendar, None, int(CHOICES["v-days"].default.removeprefix("d")))
    if when is not None:
        ask(void_table, reader, filters, when, CHOICES["v-by"].default)
