"""What are the key figures, beside last year, the other cooperative and England as published?"""

from datetime import date
from typing import Final

from rcc_dash.domain.filters import Filters
from rcc_dash.domain.headline import NOT_KNOWN, Figure, Headline
from rcc_dash.domain.measures import OVERVIEW_MEASURES, measures
from rcc_dash.domain.published import Wanted
from rcc_dash.queries.area_values import AreaValues, Day, area_values
from rcc_dash.queries.calendar import Calendar, year_before
from rcc_dash.queries.published_values import figure_on
from rcc_dash.queries.reader import Reader
from rcc_dash.reference.published import ENGLAND

_TOTAL: Final = "Total"
_PUBLISHED: Final = {
    "children": (("cla_31_march_number", _TOTAL), None),
    "outside": (
        ("cla_31_march_by_locality_number", "Placed outside the local authority boundary"),
        ("cla_31_march_by_locality_number", _TOTAL),
    ),
    "far": (
        ("cla_31_march_by_distance_number", "Placed more than 20 miles from home"),
        ("cla_31_march_by_distance_number", _TOTAL),
    ),
    "homes": (("childrens_homes_number_published_time_series", "All types"), None),
    "places": (("childrens_homes_places_published_time_series", "All types"), None),
    "places_per_100": (
        ("childrens_homes_places_published_time_series", "All types"),
        ("cla_31_march_by_placement_number", "Secure homes and children's homes"),
    ),
}
"""Which published series answer for a figure: a part, and what it is per hundred of (or nothing)."""


def values_now(reader: Reader, filters: Filters, calendar: Calendar) -> AreaValues:
    """Give every area's figures for the day that the filter chooses, without comparators."""
    return area_values(reader, filters, _day(calendar, filters.as_of))


def headlines(
    reader: Reader, filters: Filters, calendar: Calendar
) -> tuple[AreaValues, tuple[Headline, ...]]:
    """Give every area's figures for the day, and the key figures with their comparators.

    England is left out where the filter restricts children, since nothing alike is published.
    """
    now = values_now(reader, filters, calendar)
    before = _values_before(reader, filters, calendar, now.day)
    elsewhere = area_values(reader, filters.elsewhere(), now.day)
    found = [
        Headline(
            measures()[code],
            now.together[code],
            before.together[code] if before else NOT_KNOWN,
            elsewhere.together[code],
            filters.elsewhere().cooperative.name,
            NOT_KNOWN if filters.attributes else england(reader, code, now.day),
        )
        for code in OVERVIEW_MEASURES
    ]
    return now, tuple(found)


def england(reader: Reader, code: str, day: Day) -> Figure:
    """Give a figure for England as DfE or Ofsted published it for 31 March of that year."""
    when = day.homes if code in {"homes", "places"} else day.children
    if when is None:
        return NOT_KNOWN
    published_on = date(when.year, 3, 31)
    part, whole = (_published(reader, series, published_on) for series in _PUBLISHED[code])
    if _PUBLISHED[code][1] is None:
        return Figure(part, "", published_on)
    return Figure(100 * part / whole if part and whole else None, "", published_on)


def _published(reader: Reader, series: tuple[str, str] | None, day: date) -> float | None:
    found = figure_on(reader, Wanted(*series), ENGLAND, day) if series else None
    return found.value if found else None


def _day(calendar: Calendar, chosen: date | None) -> Day:
    return Day(calendar.children_on(chosen), calendar.homes_on(chosen))


def _values_before(reader: Reader, filters: Filters, calendar: Calendar, now: Day) -> AreaValues | None:
    children = year_before(now.children, calendar.children) if now.children else None
    homes = year_before(now.homes, calendar.homes) if now.homes else None
    if children is None and homes is None:
        return None
    return area_values(reader, filters, Day(children, homes))
