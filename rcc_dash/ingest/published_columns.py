"""One measure of a publisher's table as columns of `published_figure`."""

from collections.abc import Callable
from typing import Final

import pandas as pd

from rcc_dash.domain.problems import Severity
from rcc_dash.domain.published_areas import Level
from rcc_dash.domain.published_register import (
    EVERY_GROUP,
    Crossed,
    Dataset,
    Place,
    PublishedMeasure,
    canonical,
    published_measures,
)
from rcc_dash.domain.published_values import Cell, State, read_cell
from rcc_dash.ingest.recognise import Matched
from rcc_dash.ingest.rules import Part, Rule

_UNREAD: Final = (
    "This is neither a number nor a mark that the publisher uses; row not loaded.",
    "Compare the cell with the publisher's release and load the file again.",
)
_NONE: Final = Cell(None, State.NOT_AVAILABLE)


def figure_columns(matched: Matched, dataset: Dataset, rows: pd.DataFrame, place: Place) -> Part:
    """Give the figures of one measure, one per row, and the rows whose cell cannot be read.

    `rows` as in `published_long.Described`.
    """
    measure = published_measures()[place.measure]
    text = matched.data.loc[rows.index, place.field]
    cells = {one: read_cell(one, dataset.codes) for one in text.unique()}
    columns = pd.DataFrame(
        {
            "source": dataset.source,
            "dataset": dataset.code,
            **_period(measure, rows["year"]),
            "area_code": rows["area_code"],
            "area_level": rows["area_level"],
            "measure": measure.code,
            "dimension": measure.dimension or None,
            "dimension_2": measure.dimension_2 or None,
            **_categories(dataset, rows, place),
            **_values(text, {one: cell or _NONE for one, cell in cells.items()}),
            "unit": measure.unit,
            "rounding": rows["area_level"].map(_roundings(measure)),
        },
        index=rows.index,
    )
    unread = Rule("D01", Severity.ERROR, place.field, *_UNREAD)
    return Part(columns, (unread.hit(matched, text.map(cells).isna()),))


def _period(measure: PublishedMeasure, year: pd.Series) -> dict[str, pd.Series]:
    """Give the first and last day counted; a figure as at a date has no first."""
    ends = "-06-30" if measure.period == "mid_year" else "-03-31"
    written = year.astype("int64").astype("str")
    last = pd.to_datetime(written + ends)
    first = pd.to_datetime((year.astype("int64") - 1).astype("str") + "-04-01")
    return {"period_start": first if measure.period == "year" else first.where(year < 0), "period_end": last}


def _categories(dataset: Dataset, rows: pd.DataFrame, place: Place) -> dict[str, object]:
    """Say what the figures are of, in the words of the latest edition."""
    if place.category:
        return {"category": place.category, "category_2": place.category_2 or None}
    group, category = (_mapped(rows[name], canonical) for name in ("group", "category"))
    if dataset.crossed is Crossed.NO or place.group != EVERY_GROUP:
        return {"category": category, "category_2": None}
    first, second = (group, category) if dataset.crossed is Crossed.GROUP_FIRST else (category, group)
    return {"category": first, "category_2": second}


def _values(text: pd.Series, cells: dict[str, Cell]) -> dict[str, pd.Series]:
    return {
        "value": text.map({one: cell.value for one, cell in cells.items()}).astype("Float64"),
        "value_state": text.map({one: cell.state.value for one, cell in cells.items()}),
        "mark": text.map({one: cell.mark for one, cell in cells.items()}),
    }


def _mapped(cells: pd.Series, to: Callable[[str], str]) -> pd.Series:
    return cells.map({one: to(one) for one in cells.unique()})


def _roundings(measure: PublishedMeasure) -> dict[str, float | None]:
    """Publishers round what they say of England and its regions more than what they say of LAs."""
    of_total = {Level.COUNTRY.value, Level.REGION.value}
    return {
        level.value: measure.rounding_total if level.value in of_total else measure.rounding_la
        for level in Level
    }
