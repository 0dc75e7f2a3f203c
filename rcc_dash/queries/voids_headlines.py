"""What are the page's key figures, a year before and in the other cooperative?"""

from dataclasses import replace

from rcc_dash.domain.disclosure import NOT_RETURNED
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.headline import NOT_KNOWN, Figure, Headline
from rcc_dash.domain.voids import VOID_MEASURES
from rcc_dash.queries.calendar import Calendar, year_before
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.voids_homes import Moment
from rcc_dash.queries.voids_totals import void_together

_NOT_PUBLISHED = Figure(None, "not published")


def void_headlines(
    reader: Reader, filters: Filters, when: Moment, calendar: Calendar
) -> tuple[Headline, ...]:
    """Give the key figures with their comparators; nothing alike is published for England."""
    now = _figures(reader, filters, when)
    earlier = year_before(when.listed, calendar.homes)
    then = (
        replace(when, day=earlier, listed=earlier, children=calendar.children_on(earlier))
        if earlier
        else None
    )
    before = _figures(reader, filters, then) if then else dict.fromkeys(VOID_MEASURES, NOT_KNOWN)
    there = _figures(reader, filters.elsewhere(), when)
    name = filters.elsewhere().cooperative.name
    return tuple(
        Headline(measure, now[code], before[code], there[code], name, _NOT_PUBLISHED)
        for code, measure in VOID_MEASURES.items()
    )


def _figures(reader: Reader, filters: Filters, when: Moment) -> dict[str, Figure]:
    row = void_together(reader, filters, when)
    if row is None:
        return dict.fromkeys(VOID_MEASURES, Figure(None, NOT_RETURNED))
    held, places = row.told["held"].value, row.told_places
    filled = Figure(None, row.told["held"].mark) if held is None else Figure(100 * held / places)
    return {
        "places": Figure(float(row.places), "", when.listed),
        "told_share": Figure(row.told_share, "", when.day),
        "occupancy": replace(filled, as_of=when.day),
        "void": replace(row.told["void"], as_of=when.day),
        "void_rate": replace(row.void_rate, as_of=when.day),
    }
