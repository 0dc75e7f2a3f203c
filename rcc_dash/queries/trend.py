"""How has a figure changed over the dates that are loaded?"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from rcc_dash.domain.filters import Filters
from rcc_dash.domain.headline import Figure
from rcc_dash.domain.measures import Unit, measures
from rcc_dash.queries.area_values import Day, area_values
from rcc_dash.queries.calendar import Calendar
from rcc_dash.queries.headlines import england
from rcc_dash.queries.reader import Reader

_FROM_LISTS: Final = frozenset({"homes", "places"})
_COMPARABLE: Final = frozenset({Unit.SHARE_PCT, Unit.PER_100})
"""Units in which England can stand beside a region."""

_LAST: Final = 6


@dataclass(frozen=True, slots=True)
class TrendLine:
    """One area's figure on each date, earliest first; `code` is a cooperative's, or blank for England."""

    code: str
    name: str
    points: tuple[tuple[date, Figure], ...]


def trend(reader: Reader, filters: Filters, calendar: Calendar, measure: str) -> tuple[TrendLine, ...]:
    """Give one figure over the latest dates: of the areas chosen, the other cooperative, and England.

    England is left out where nothing alike is published, or where it would dwarf a region.
    """
    dates = calendar.homes if measure in _FROM_LISTS else calendar.children
    days = [day for day in dates if filters.as_of is None or day <= filters.as_of][-_LAST:]
    elsewhere = filters.elsewhere()
    lines = [
        TrendLine(asked.rcc, asked.area_phrase(), _points(reader, asked, calendar, measure, days))
        for asked in (filters, elsewhere)
    ]
    if measures()[measure].unit in _COMPARABLE and not filters.attributes:
        nation = tuple((day, england(reader, measure, Day(day, calendar.homes_on(day)))) for day in days)
        lines.append(TrendLine("", "England", nation))
    return tuple(line for line in lines if any(figure.value is not None for _, figure in line.points))


def _points(
    reader: Reader, filters: Filters, calendar: Calendar, measure: str, days: list[date]
) -> tuple[tuple[date, Figure], ...]:
    asked = [Day(calendar.children_on(day), calendar.homes_on(day)) for day in days]
    values = (area_values(reader, filters, day).together[measure] for day in asked)
    return tuple(zip(days, values, strict=True))
