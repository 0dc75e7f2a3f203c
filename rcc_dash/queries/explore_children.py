"""Children by any one or two things: each figure a protected cell, or the sum of several that are kept."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from datetime import date
from itertools import combinations
from typing import Final

import pandas as pd

from rcc_dash.domain.disclosure import HIDDEN, HIGH, NOT_RETURNED, Rule
from rcc_dash.domain.explore import ALL, AREA, DATE, Slice
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.headline import Figure
from rcc_dash.domain.splits import splits
from rcc_dash.queries.explore_cells import PARTS, Wanted, set_name
from rcc_dash.queries.explore_released import cells_of_sets
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.returned import returned_on

Figures = dict[tuple[str, str], Figure]

_PLACEMENT: Final = "placement"


def child_figures(reader: Reader, asked: Slice, filters: Filters, days: tuple[date, ...]) -> Figures:
    """Give the figures of a slice of children by codes of row and column; `ALL` for totals."""
    kept = asked.narrowed(filters)
    # All placement types are asked for: what holds nearly all of a group is told by the group.
    cells = cells_of_sets(reader, _wanted(reader.rule, asked, kept, days), kept.with_chosen(_PLACEMENT, ()))
    found: Figures = {}
    for split in splits_of(asked):
        of = _of_set(cells, asked, kept, split)
        found |= dict(_figures(reader.rule, of, asked, split))
    return found | _not_returned(reader, asked, filters, days)


def splits_of(asked: Slice) -> tuple[tuple[str, ...], ...]:
    """Give what the cells and each of the totals are split by: all dimensions, and with one left out or more.

    A date is never left out: the same child is there on many dates.
    """
    free = [code for code in asked.dimensions if code != DATE]
    left = (gone for size in range(len(free) + 1) for gone in combinations(free, size))
    return tuple(tuple(code for code in asked.dimensions if code not in gone) for gone in left)


def together_code(filters: Filters) -> str:
    """Name the area that the chosen LAs are when nobody chose some of them: a cooperative or its part."""
    return "" if filters.las else filters.sub_region or filters.rcc


def set_of(asked: Slice, filters: Filters, split: Sequence[str]) -> tuple[str, ...]:
    """Give the attributes that part the cells of a split: filters that are on, and what it is split by."""
    crossed = [*asked.narrowed(filters).attributes, *(code for code in split if code in splits())]
    return tuple(dict.fromkeys(crossed))


def several_kept(asked: Slice, filters: Filters, split: Sequence[str]) -> bool:
    """Say whether sums of several placement types are shown: they may be nearly all of a group together."""
    return len(asked.narrowed(filters).placement) > 1 and _PLACEMENT not in split


def _wanted(rule: Rule, asked: Slice, kept: Filters, days: tuple[date, ...]) -> Wanted:
    sets = [set_of(asked, kept, split) for split in splits_of(asked)]
    if len(kept.placement) > 1 and not rule.exact:
        sets += [tuple(code for code in one if code != _PLACEMENT) for one in sets]
    code = together_code(kept)
    together = ((code, kept.selectable_las),) if code else ()
    return Wanted(tuple(dict.fromkeys(sets)), days, kept.la_codes, together, asked.away)


def _of_set(cells: pd.DataFrame, asked: Slice, kept: Filters, split: Sequence[str]) -> pd.DataFrame:
    """Add up the cells of one split: by its dimensions, each part, and whether any may not be told."""
    areas = kept.la_codes if AREA in split or kept.las else (together_code(kept),)
    own = cells["parted_by"].eq(set_name(set_of(asked, kept, split))) & cells["area_code"].isin(areas)
    mine = cells[own & (cells[_PLACEMENT].isin(kept.placement) if kept.placement else True)]
    by = [_column(code) for code in split]
    sums = _summed(mine, by)
    if not several_kept(asked, kept, split):
        return sums.assign(whole=None, is_whole=False)
    groups = set_name(set(set_of(asked, kept, split)) - {_PLACEMENT})
    others = cells[cells["parted_by"].eq(groups) & cells["area_code"].isin(areas)]
    whole = _summed(others, by)[["children"]].rename(columns={"children": "whole"})
    return sums.join(whole).assign(is_whole=True)


def _summed(cells: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    groups = cells.groupby([*by] if by else [""] * len(cells), dropna=False)
    return groups[[*PARTS]].sum(min_count=1).assign(nearly_all=groups["nearly_all"].any())


def _column(code: str) -> str:
    return "area_code" if code == AREA else code


def _figures(
    rule: Rule, sums: pd.DataFrame, asked: Slice, split: Sequence[str]
) -> Iterator[tuple[tuple[str, str], Figure]]:
    for at, row in zip(sums.index, sums.to_dict("records"), strict=True):
        values = dict(zip(split, at if isinstance(at, tuple) else (at,), strict=False))
        codes = {code: str(value) for code, value in values.items()}
        key = (
            codes.get(asked.rows, ALL),
            codes.get(asked.columns, ALL) if len(asked.dimensions) > 1 else ALL,
        )
        yield key, _figure(rule, asked, row)


def _figure(rule: Rule, asked: Slice, row: Mapping[Hashable, object]) -> Figure:
    children, part, rest, whole = (_number(row[name]) for name in (*PARTS, "whole"))
    if row["nearly_all"] or (row["is_whole"] and rule.is_nearly_all(children, whole)):
        return Figure(None, HIGH)
    if asked.away and not asked.as_number:
        return Figure(*rule.share_pct(part, rest, children))
    shown = part if asked.away else children
    return Figure(None, HIDDEN) if shown is None else Figure(float(shown))


def _number(value: object) -> int | None:
    return None if pd.isna(value) else int(str(value))  # type: ignore[call-overload]  # one cell


def _not_returned(reader: Reader, asked: Slice, filters: Filters, days: tuple[date, ...]) -> Figures:
    """Mark the LAs whose returns for a date are not loaded: nothing is known of them, which is not none."""
    if AREA not in asked.dimensions:
        return {}
    returned = {day: returned_on(reader, day) for day in days}
    lacking = {
        (la, day.isoformat() if DATE in asked.dimensions else ALL)
        for day in days
        for la in filters.la_codes
        if la not in returned[day]
    }
    return {key: Figure(None, NOT_RETURNED) for one in lacking for key in _keys(asked, one)}


def _keys(asked: Slice, lacking: tuple[str, str]) -> Iterator[tuple[str, str]]:
    """Give the keys of all cells of an LA, or of an LA and date."""
    la, day = lacking
    if len(asked.dimensions) == 1:
        yield la, ALL
        return
    other = asked.columns if asked.rows == AREA else asked.rows
    values = [day] if other == DATE else [ALL, *(splits()[other].codes if other in splits() else ())]
    for value in values:
        yield (la, value) if asked.rows == AREA else (value, la)
