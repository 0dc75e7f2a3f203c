"""What is a measure by any one or two things? Rows, columns and figures; totals are cells of their own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product

from rcc_dash.domain.disclosure import HIDDEN, NOT_RETURNED
from rcc_dash.domain.explore import ALL, AREA, DATE, IN_HOMES, PER_100, Slice, value_labels
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.headline import Figure
from rcc_dash.domain.places import la_name
from rcc_dash.domain.words import short_date
from rcc_dash.queries.calendar import Calendar
from rcc_dash.queries.explore_children import child_figures
from rcc_dash.queries.explore_homes import home_figures, places_per_100
from rcc_dash.queries.reader import Reader

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Pivot:
    """An answer: rows and columns as codes with their words, and a figure for each pair of them.

    `ALL` is the total; a date has none, since the same children are there on many dates. Without columns
    there is the column `ALL` alone. `days` are the dates that it is of.
    """

    asked: Slice
    rows: tuple[tuple[str, str], ...]
    columns: tuple[tuple[str, str], ...]
    figures: Mapping[Key, Figure]
    days: tuple[date, ...]

    @property
    def hidden(self) -> int:
        """Count the cells that are not shown, whether of few children or of none; not those not returned."""
        marks = [figure.mark for figure in self.figures.values() if figure.value is None]
        return sum(mark.startswith("[") and mark != NOT_RETURNED for mark in marks)

    def figure(self, row: str, column: str) -> Figure:
        """Give one figure."""
        return self.figures[row, column]


def explore(reader: Reader, asked: Slice, filters: Filters, calendar: Calendar) -> Pivot | None:
    """Answer a slice; None where nothing is loaded that could. Ask `domain.explore.refusal` first."""
    days = days_of(asked, filters, calendar)
    if not days:
        return None
    found = _figures(reader, asked, filters, calendar, days)
    rows, columns = (_headings(code, filters, days) for code in (asked.rows, asked.columns))
    if asked.columns not in asked.dimensions[1:]:
        columns = ((ALL, ""),)
    keys = product((code for code, _ in rows), (code for code, _ in columns))
    absent = _absent(reader, asked)
    figures = {key: found.get(key, absent) for key in keys}
    return _without_empty(Pivot(asked, rows, columns, figures, days))


def _figures(
    reader: Reader, asked: Slice, filters: Filters, calendar: Calendar, days: tuple[date, ...]
) -> dict[Key, Figure]:
    if asked.is_of_homes:
        return home_figures(reader, asked, filters, days)
    if asked.measure != PER_100:
        return child_figures(reader, asked, filters, days)
    places = home_figures(reader, asked.of("places"), filters, list_days(asked, filters, calendar))
    return places_per_100(reader.rule, places, child_figures(reader, asked.of(IN_HOMES), filters, days))


def list_days(asked: Slice, filters: Filters, calendar: Calendar) -> tuple[date, ...]:
    """Give the dates of Ofsted's lists that a slice of places and children is of."""
    return days_of(asked.of("places"), filters, calendar)


def days_of(asked: Slice, filters: Filters, calendar: Calendar) -> tuple[date, ...]:
    """Give the dates that a slice is of: the one chosen, or all up to it where it is split by date."""
    loaded = calendar.homes if asked.is_of_homes else calendar.children
    within = tuple(day for day in loaded if filters.as_of is None or day <= filters.as_of)
    return within if DATE in asked.dimensions else within[-1:]


def _absent(reader: Reader, asked: Slice) -> Figure:
    """What has no cell is none in exact figures and of homes; of children it may be few."""
    if asked.is_of_homes or (reader.rule.exact and not asked.away):
        return Figure(0.0)
    return Figure(None, HIDDEN)


def _headings(code: str, filters: Filters, days: Sequence[date]) -> tuple[tuple[str, str], ...]:
    if code == DATE:
        return tuple((day.isoformat(), short_date(day)) for day in days)
    total = (ALL, filters.area_phrase() if code == AREA else "All")
    if code == AREA:
        return (total, *((la, la_name(la)) for la in filters.la_codes))
    kept = filters.chosen(code) if code in filters.attributes else ()
    labels = value_labels(code) if code else {}
    return (total, *((one, words) for one, words in labels.items() if not kept or one in kept))


def _without_empty(pivot: Pivot) -> Pivot:
    """Leave out values of homes that none has, and "unknown" where nothing is in it; the rest stays."""
    rows = tuple(
        row for row in pivot.rows if not _is_empty(pivot, row[0], [(row[0], c) for c, _ in pivot.columns])
    )
    columns = tuple(
        column
        for column in pivot.columns
        if not _is_empty(pivot, column[0], [(r, column[0]) for r, _ in rows])
    )
    kept = {
        key: figure
        for key, figure in pivot.figures.items()
        if key[0] in dict(rows) and key[1] in dict(columns)
    }
    return Pivot(pivot.asked, rows, columns, kept, pivot.days)


def _is_empty(pivot: Pivot, code: str, keys: Sequence[Key]) -> bool:
    return code == "unknown" and not any(pivot.figures[key].value for key in keys)
