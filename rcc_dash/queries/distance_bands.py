"""How far away do children live, in bands and around the middle, and how does that differ between groups?"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

import pandas as pd

from rcc_dash.domain.dimensions import values_of
from rcc_dash.domain.disclosure import HIDDEN, HIGH, SENSITIVE
from rcc_dash.domain.distance import BANDS, FAR_BANDS, UNKNOWN_BAND
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.headline import Figure
from rcc_dash.domain.places import la_name
from rcc_dash.domain.splits import UNKNOWN
from rcc_dash.queries.children import ALL_AREAS
from rcc_dash.queries.counts import Counts, counts_by
from rcc_dash.queries.distance_children import Asked, distance_children
from rcc_dash.queries.distance_middles import middles, parts_of
from rcc_dash.queries.lattice import cell_columns, is_anybody, may_cross
from rcc_dash.queries.nearly_all import nearly_all
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.released import Measured, is_so
from rcc_dash.queries.released_cells import Question, counted
from rcc_dash.queries.tallies import tallied

ALL_BANDS: Final = (*BANDS, UNKNOWN_BAND)
_ALL, _FAR, _NEAR = "all", "far", "not_far"


@dataclass(frozen=True, slots=True)
class BandRow:
    """One group of children: how many, how many in each band, and the quarter points in miles."""

    code: str
    label: str
    children: Figure
    bands: Mapping[str, Figure]
    miles: Mapping[str, Figure]
    """`lower`, `median` and `upper` quarter points of known distances."""
    far: Figure
    """Share who live over 20 miles away, in % of all in the group."""


def bands_by_area(reader: Reader, asked: Asked) -> tuple[BandRow, ...]:
    """Give the bands of all areas together, then of each area; none where too many filters are on."""
    filters = asked.filters
    if not may_cross(reader.rule, filters, ["band"]):
        return ()
    codes = (ALL_AREAS, *filters.la_codes)
    names = {code: la_name(code) if code else filters.area_phrase() for code in codes}
    high = nearly_all(reader, filters, asked.day)
    return tuple(
        _all_but_told(row) if row.code in high else row for row in _rows(reader, asked, "la_code", names)
    )


def bands_by(reader: Reader, asked: Asked, split: str) -> tuple[BandRow, ...]:
    """Give the bands of each value of a split, all chosen areas together; empty groups are left out.

    None where it would cross too many attributes. A value of a sensitive split that holds nearly all
    children is not counted.
    """
    names = {value.code: value.label for value in values_of(split)}
    if not may_cross(reader.rule, asked.filters, [split, "band"]):
        return ()
    if ALL_AREAS in nearly_all(reader, asked.filters, asked.day):
        return ()
    rows = _rows(reader, asked, split, names)
    if split not in SENSITIVE:
        return rows
    whole = _whole(reader, asked, split)
    return tuple(
        _all_but_told(row) if reader.rule.is_nearly_all(_number(row.children), whole) else row for row in rows
    )


def _whole(reader: Reader, asked: Asked, split: str) -> int | None:
    """Count all children that the filter means, whatever their value of the split."""
    filters = asked.filters.with_chosen(split, ()) if split in asked.filters.attributes else asked.filters
    return _in_base(reader, replace(asked, filters=filters))


@lru_cache(maxsize=32)
def _in_base(reader: Reader, asked: Asked) -> int | None:
    by = cell_columns(asked.filters)
    tallies = tallied(distance_children(reader, asked, by), by)
    cells = counted(reader, Question("in_base", (asked.day,), asked.base), tallies, asked.filters)
    return counts_by(reader.rule, asked.day, cells, ["la_code"]).number(ALL_AREAS)


def _number(figure: Figure) -> int | None:
    return None if figure.value is None else int(figure.value)


def _all_but_told(row: BandRow) -> BandRow:
    """Say of a group that it is nearly all of them, and not how many."""
    high = Figure(None, HIGH, row.children.as_of)
    return replace(row, children=high, bands=dict.fromkeys(row.bands, Figure(None, HIDDEN, high.as_of)))


def is_told(reader: Reader, asked: Asked, split: str) -> bool:
    """Say whether anything loaded tells this of children of the whole cooperative, and not of a few."""
    whole = Filters(rcc=asked.filters.rcc)

    def told() -> bool:
        everybody = distance_children(reader, Asked(whole, asked.day), [split])
        return is_anybody(reader.rule, everybody[everybody[split].ne(UNKNOWN)])

    return is_so(reader, Measured("told", asked.day, whole, split), "told", told)


def _rows(reader: Reader, asked: Asked, split: str, names: Mapping[str, str]) -> tuple[BandRow, ...]:
    columns = (*cell_columns(asked.filters), split, "band", "distance_miles")
    children = distance_children(reader, asked, columns)
    counts = _counts(reader, children, asked, split)
    parts = parts_of(children, (split,)) | {(ALL_AREAS,): children}
    found = (
        BandRow(
            code,
            label,
            counts.figure(code, _ALL),
            {band.code: counts.figure(code, band.code) for band in ALL_BANDS},
            middles(reader, parts.get((code,), children.iloc[:0]), asked, (split, code)),
            counts.share((code, _FAR), (code, _NEAR), (code, _ALL)),
        )
        for code, label in names.items()
    )
    return tuple(row for row in found if row.children.value != 0)


def _counts(reader: Reader, children: pd.DataFrame, asked: Asked, split: str) -> Counts:
    """Count by group and part: each band, far or not, and all of them; every one a cell of its own."""
    by = list(dict.fromkeys([*cell_columns(asked.filters), split]))
    tallies = tallied(children, [*by, "band"])
    is_far = tallies["band"].isin(list(FAR_BANDS))
    parts = [
        tallies.assign(part=_ALL),
        tallies.assign(part=tallies["band"]),
        tallies.assign(part=is_far.map({True: _FAR, False: _NEAR})),
    ]
    asked_for = ["part"] if split == "la_code" else [split, "part"]
    question = Question(f"bands_by_{split}", (asked.day,), asked.base)
    cells = counted(reader, question, pd.concat(parts, ignore_index=True), asked.filters, asked_for)
    kept = cells if split == "la_code" else cells[cells["la_code"].eq(ALL_AREAS)]
    return counts_by(reader.rule, asked.day, kept, [split, "part"])
