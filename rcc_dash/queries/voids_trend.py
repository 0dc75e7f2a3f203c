"""How has the occupancy of homes, and what of them stands empty, changed over the dates loaded?"""

from dataclasses import replace
from datetime import date
from typing import Final

from rcc_dash.domain.filters import Filters
from rcc_dash.queries.calendar import Calendar
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.voids_homes import Moment
from rcc_dash.queries.voids_totals import VoidRow, void_together

_LAST: Final = 8


def void_trend(
    reader: Reader, filters: Filters, when: Moment, calendar: Calendar
) -> tuple[tuple[date, VoidRow], ...]:
    """Give the chosen areas' homes on the dates of the lists up to the day, and on the day itself.

    A date on which Ofsted listed inspected homes only is left out: its counts are too low.
    """
    listed = [day for day in calendar.homes if day < when.day and day not in calendar.inspected_only]
    moments = [replace(when, day=day, listed=day, children=calendar.children_on(day)) for day in listed]
    found = ((one.day, void_together(reader, filters, one)) for one in (*moments[-_LAST + 1 :], when))
    return tuple((day, row) for day, row in found if row)
