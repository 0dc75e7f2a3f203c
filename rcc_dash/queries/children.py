"""How many children are looked after in each area, and how many live outside, far away or in homes?"""

from datetime import date
from typing import Final

import numpy as np
import pandas as pd

from rcc_dash.domain.disclosure import Rule
from rcc_dash.domain.filters import Filters
from rcc_dash.queries.reader import Reader, iso_dates

PARTS: Final = ("children", "outside", "not_outside", "far", "not_far", "residential")
ALL_AREAS: Final = ""
"""The `la_code` of the row for all areas together."""


_CELL: Final = ["as_of", "placement", "age", "sector"]
"""What a cell is by, besides its area; blank where all values are kept."""


def children_by_area(reader: Reader, filters: Filters, dates: list[date]) -> pd.DataFrame:
    """Count children by date and area, protected, with one row for all areas together.

    Columns: as_of, la_code (`ALL_AREAS` for all), one nullable whole number per part, and
    `cells`, of how many cells of children the row is the sum. Null: nothing large enough to
    show. Several chosen values are summed from cells that are protected one by one, so that
    no choice of values draws a new number (design/disclosure.md, what to build first, 4).
    An area without a row has no cell to show: too few children, or none.
    """
    cells = reader.ask(
        "children_by_area",
        dates=iso_dates(dates),
        la_codes=list(filters.la_codes),
        **reader.children_filter(filters),
    )
    each = cells[cells["la_code"].notna()]
    shown = _protected(reader.rule, each)
    region = shown if filters.las else _region(reader.rule, cells[cells["la_code"].isna()], each, shown)
    found = pd.concat([_summed(region.assign(la_code=ALL_AREAS)), _summed(shown)], ignore_index=True)
    return found[found["cells"] > 0].reset_index(drop=True)


def _protected(rule: Rule, cells: pd.DataFrame) -> pd.DataFrame:
    shown = {part: rule.counts(cells[f"{part}_n"], cells[f"{part}_keys"]) for part in PARTS}
    return cells[[*_CELL, "la_code"]].assign(**shown)


def _summed(cells: pd.DataFrame) -> pd.DataFrame:
    counted = cells.assign(cells=cells["children"].notna().astype("Int64"))
    return counted.groupby(["as_of", "la_code"], as_index=False)[[*PARTS, "cells"]].sum(min_count=1)


def _region(rule: Rule, cells: pd.DataFrame, each: pd.DataFrame, shown: pd.DataFrame) -> pd.DataFrame:
    """Give the region's cells: with draws of their own where no LA could take itself away, else sums."""
    own = _protected(rule, cells)
    may = _may_stand_alone(rule, cells, each)
    if may.all():
        return own
    sums = shown.groupby(_CELL)[[*PARTS]].sum(min_count=1)
    own = own.set_index(_CELL)
    own[[*PARTS]] = own[[*PARTS]].where(may, sums.reindex(own.index))
    return own.reset_index()


def _may_stand_alone(rule: Rule, cells: pd.DataFrame, each: pd.DataFrame) -> np.ndarray:
    """Say of each of the region's cells (rows) and parts (columns) whether it may have its own draw."""
    wanted = list(cells[_CELL].itertuples(index=False, name=None))
    row = {cell: number for number, cell in enumerate(wanted)}
    at = [row[cell] for cell in each[_CELL].itertuples(index=False, name=None)]
    counts = each[[f"{part}_n" for part in PARTS]].to_numpy()
    areas, total, largest = np.zeros((3, len(wanted), len(PARTS)), dtype=int)
    np.add.at(areas, at, counts > 0)
    np.add.at(total, at, counts)
    np.maximum.at(largest, at, counts)
    may: np.ndarray = np.vectorize(rule.area_may_stand_alone, otypes=[bool])(areas, total, largest)
    may[total == 0] = True
    return may
