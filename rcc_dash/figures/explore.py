"""A measure by any one or two things as a table, as rows in an order, and in a sentence."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Protocol

from rcc_dash.domain.explore import ALL, DATE, Slice, dimension_titles, in_a_sentence
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.headline import Figure
from rcc_dash.domain.measures import measures
from rcc_dash.domain.words import and_list, long_date
from rcc_dash.figures.tables import TableColumn, TableRow
from rcc_dash.figures.written import written

Headings = tuple[tuple[str, str], ...]
Part = tuple[str, str, list[tuple[str, str, Figure]]]
"""One of several small charts: its code and words, and the code, words and figure of each of its rows."""


class Answer(Protocol):
    """What `queries.explore` answers."""

    @property
    def asked(self) -> Slice:
        """Give the question."""

    @property
    def rows(self) -> Headings:
        """Give the rows as codes with their words."""

    @property
    def columns(self) -> Headings:
        """Give the columns likewise."""

    @property
    def figures(self) -> Mapping[tuple[str, str], Figure]:
        """Give the figures by codes of row and column."""

    @property
    def days(self) -> tuple[date, ...]:
        """Give the dates that it is of."""


def measure_words(asked: Slice) -> str:
    """Name what is counted; a share that is given as a number says so."""
    label = measures()[asked.measure].label
    return f"Children: {label[0].lower()}{label[1:]}" if asked.as_number and asked.away else label


def in_order(found: Answer, order: str) -> Headings:
    """Give the rows as they are, or the highest first: the total stays on top, what has no number last."""
    if order != "high":
        return found.rows
    top = found.columns[0][0]

    def place(row: tuple[str, str]) -> tuple[bool, bool, float, str]:
        value = found.figures[row[0], top].value
        return row[0] != ALL, value is None, -(value or 0.0), row[1] if value is None else ""

    return tuple(sorted(found.rows, key=place))


def caption(found: Answer) -> str:
    """Say what the table holds."""
    by = and_list([in_a_sentence(code) for code in found.asked.dimensions])
    return f"{measure_words(found.asked)} by {by}"


def table_columns(found: Answer) -> list[TableColumn]:
    """Give the columns; one that is not split is headed by the measure."""
    if found.columns == ((ALL, ""),):
        return [TableColumn("c-", measure_words(found.asked))]
    return [TableColumn(f"c-{code}", words) for code, words in found.columns]


def table_rows(found: Answer, order: str) -> list[TableRow]:
    """Give the rows, figures as written; the total stands out."""
    unit = found.asked.unit
    return [
        TableRow(
            words,
            {f"c-{code}": written(found.figures[row, code], unit) for code, _ in found.columns},
            is_total=row == ALL,
        )
        for row, words in in_order(found, order)
    ]


def first_heading(found: Answer) -> str:
    """Name what the rows are."""
    return dimension_titles()[found.asked.rows]


def explore_sentence(found: Answer, filters: Filters, about: str) -> str:
    """Say the total of what is shown, or that there is none that may be told."""
    asked = found.asked
    who = "homes" if asked.is_of_homes else filters.children_phrase()
    area = f"{measures()[asked.measure].label} in {filters.area_words()}"
    chosen = f" ({who})" if filters.attributes and not asked.is_of_homes else ""
    if DATE in asked.dimensions:
        return f"{area}{chosen}, from {long_date(found.days[0])} to {long_date(found.days[-1])}."
    total = found.figures.get((ALL, ALL))
    said = _total(total, asked, about) if total else ""
    return f"{area}{chosen} on {long_date(found.days[-1])}{said}."


def _total(total: Figure, asked: Slice, about: str) -> str:
    if total.value is None:
        return ": the total may not be told"
    rounded = "" if asked.is_of_homes or asked.unit.value == "share_pct" else about
    return f": {rounded}{written(total, asked.unit)} in all"


def multiples(found: Answer, order: str) -> Sequence[Part]:
    """Give each column as a small chart: its code and words, and its rows without the total as bars."""
    rows = [row for row in in_order(found, order) if row[0] != ALL]
    columns = [c for c in found.columns if c[0] != ALL] or [found.columns[0]]
    return [
        (code, words, [(row, name, found.figures[row, code]) for row, name in rows])
        for code, words in columns
    ]
