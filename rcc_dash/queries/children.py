"""How many children are looked after in each area, and how many live outside, far away or in homes?"""

from datetime import date
from typing import Final

import pandas as pd

from rcc_dash.domain.filters import Filters
from rcc_dash.queries.reader import Reader, iso_dates

PARTS: Final = ("children", "outside", "not_outside", "far", "not_far", "residential")
ALL_AREAS: Final = ""
"""The `la_code` of the row for all areas together."""


def children_by_area(reader: Reader, filters: Filters, dates: list[date]) -> pd.DataFrame:
    """Count children by date and area, protected, with one row for all areas together.

    Columns: as_of, la_code (`ALL_AREAS` for all), one nullable whole number per part, and
    `hidden`, how many cells were too small to add in. Null: nothing large enough to show.
    Several chosen values are summed from cells that are protected one by one, so that no
    choice of values draws a new number (design/disclosure.md, what to build first, 4).
    """
    cells = reader.ask(
        "children_by_area",
        dates=iso_dates(dates),
        la_codes=list(filters.la_codes),
        **reader.children_filter(filters),
    )
    by_la = _summed(_protected(reader, cells[cells["la_code"].notna()]))
    together = _together(reader, filters, cells, by_la)
    return pd.concat([together, by_la], ignore_index=True)


def _protected(reader: Reader, cells: pd.DataFrame) -> pd.DataFrame:
    shown = {part: reader.rule.counts(cells[f"{part}_n"], cells[f"{part}_keys"]) for part in PARTS}
    frame = cells[["as_of", "la_code"]].assign(**shown)
    return frame.assign(
        la_code=frame["la_code"].fillna(ALL_AREAS), hidden=frame["children"].isna().astype(int)
    )


def _summed(cells: pd.DataFrame) -> pd.DataFrame:
    grouped = cells.groupby(["as_of", "la_code"], as_index=False, sort=True)
    return grouped[[*PARTS, "hidden"]].sum(min_count=1)


def _together(reader: Reader, filters: Filters, cells: pd.DataFrame, by_la: pd.DataFrame) -> pd.DataFrame:
    """Give the row for all areas: a cell of its own for a whole region, else the sum of its LAs."""
    own = _summed(_protected(reader, cells[cells["la_code"].isna()]))
    if not filters.las and _may_stand_alone(reader, cells):
        return own
    return _summed(by_la.assign(la_code=ALL_AREAS))


def _may_stand_alone(reader: Reader, cells: pd.DataFrame) -> bool:
    by_la = cells[cells["la_code"].notna()].groupby(["as_of", "la_code"])["children_n"].sum()
    per_date = by_la.groupby(level="as_of").agg(["count", "sum", "max"])
    return all(
        reader.rule.area_may_stand_alone(int(row["count"]), int(row["sum"]), int(row["max"]))
        for _, row in per_date.iterrows()
    )
