"""Count children by area and anything else, so that no count singles anybody out.

Cells are protected one by one: per area and per value of every filter that is on. A choice of
several values or areas is the sum of its cells and never a new draw (design/disclosure.md,
what to build first, 4). All areas together have cells of their own where no area could take
its own number away.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from rcc_dash.domain.disclosure import Rule
from rcc_dash.domain.filters import Filters
from rcc_dash.queries.children import ALL_AREAS
from rcc_dash.settings import MAX_CHILD_ATTRIBUTES

_LOW_BITS: Final = 32
_SUMS: Final = ["children_n", "high", "low"]


def may_cross(rule: Rule, filters: Filters, attributes: Sequence[str]) -> bool:
    """Say whether children may be split by these attributes beside the filters that are on."""
    return rule.exact or len({*filters.attributes, *attributes}) <= MAX_CHILD_ATTRIBUTES


def tallied(children: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    """Count children by these columns: children_n, and the sum of record keys in two halves (high, low).

    Keys are of 64 bits and their sums longer; halves add up exactly. Nulls are a value of their own.
    """
    keys = children["record_key"].to_numpy(np.uint64)
    rows = children[[*by]].assign(
        children_n=1,
        high=(keys >> np.uint64(_LOW_BITS)).astype(np.int64),
        low=(keys & np.uint64(2**_LOW_BITS - 1)).astype(np.int64),
    )
    return added(rows, by)


def counted_cells(cells: pd.DataFrame) -> pd.DataFrame:
    """Give cells that a question counted (children_n, and children_keys as text) as tallies."""
    keys = [int(key) for key in cells["children_keys"]]
    halves = {"high": [key >> _LOW_BITS for key in keys], "low": [key % 2**_LOW_BITS for key in keys]}
    return cells.drop(columns="children_keys").assign(**halves)


def added(tallies: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    """Add tallies up by fewer columns; by none, into one row."""
    if by:
        return tallies.groupby([*by], as_index=False, dropna=False)[_SUMS].sum()
    return tallies[_SUMS].sum().to_frame().T


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """Protected cells: of each area, and of all areas together (the same ones where areas were chosen).

    Columns: la_code, the values that part them, `children` (null where it may not be shown).
    """

    own: pd.DataFrame
    together: pd.DataFrame


def cells_of(rule: Rule, tallies: pd.DataFrame, filters: Filters, by: Sequence[str] = ()) -> Cells:
    """Protect the cells that a choice is summed from, one by one.

    `tallies` are those of `tallied` by at least `cell_columns(filters)` and `by`. What nobody is in has no
    row.
    """
    cell = list(dict.fromkeys([*cell_columns(filters), *by]))
    each = added(tallies, cell)
    own = shown(rule, each)[[*cell, "children"]]
    if filters.las:
        return Cells(own, own.assign(la_code=ALL_AREAS))
    whole = shown_together(rule, each, [code for code in cell if code != "la_code"])
    return Cells(own, whole.assign(la_code=ALL_AREAS))


def summed(cells: Cells, by: Sequence[str] = ()) -> pd.DataFrame:
    """Add protected cells up by area and `by`, those of all areas together beside (`ALL_AREAS`).

    Columns: la_code, those of `by`, `children` (whole; null where nothing of it may be shown).
    """
    stacked = pd.concat([cells.together, cells.own], ignore_index=True)
    return stacked.groupby(["la_code", *by], as_index=False, dropna=False)[["children"]].sum(min_count=1)


def cell_columns(filters: Filters) -> tuple[str, ...]:
    """Give the columns that part the protected cells: the area, and every filter that is on."""
    return ("la_code", *filters.attributes)


def shown_together(rule: Rule, each: pd.DataFrame, by: Sequence[str], area: str = "la_code") -> pd.DataFrame:
    """Give children of several areas by `by`: with draws of their own where no area could take itself away.

    `each` are tallies by area and `by`; where a cell may not stand alone it is the sum of what
    each area shows. Columns: those of `by`, `children` (null where nothing may be shown).
    """
    parts = shown(rule, each).groupby([*by] if by else np.zeros(len(each), dtype=int), dropna=False)
    whole = shown(rule, added(each, by))
    facts = parts.agg(areas=(area, "nunique"), largest=("children_n", "max"))
    facts["sum"] = parts["children"].sum(min_count=1)
    found = whole.merge(facts.reset_index(), on=[*by], how="left") if by else whole.join(facts)
    may = pd.Series(
        [
            rule.area_may_stand_alone(areas, total, largest)
            for areas, total, largest in found[["areas", "children_n", "largest"]].itertuples(index=False)
        ],
        found.index,
    )
    return found.assign(children=found["children"].where(may, found["sum"]))[[*by, "children"]]


def shown(rule: Rule, tallies: pd.DataFrame) -> pd.DataFrame:
    """Add `children` to tallies: the count to show of each as a cell of its own, null where it is hidden."""
    pairs = zip(tallies["high"], tallies["low"], strict=True)
    keys = pd.Series(
        [int(high) * 2**_LOW_BITS + int(low) for high, low in pairs], tallies.index, dtype=object
    )
    return tallies.assign(children=rule.counts(tallies["children_n"], keys))


def key_sum(children: pd.DataFrame) -> int:
    """Add up the record keys of children."""
    return sum(int(key) for key in children["record_key"])
