"""How many children are looked after in each area, and how many live outside, far away or in homes?

Cells are plain tuples here: a few hundred rows cost more as a frame than they save.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Final

import pandas as pd

from rcc_dash.domain.disclosure import Rule
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.released import Key
from rcc_dash.queries.children_tallies import LIKE, PARTS, Like, Tally, child_tallies
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.released import each_la, scope_of
from rcc_dash.settings import MAX_CHILD_ATTRIBUTES
from rcc_dash.store.noting import Noting
from rcc_dash.store.pack import Pack

_NO_ATTRIBUTE: Final = frozenset({"children", "residential"})
"""Parts that are by no attribute of their own: living in a home is a type of placement."""
ALL_AREAS: Final = ""
"""The code of the row for all areas together."""

Shown = tuple[int | None, ...]
"""What may be shown of each part; None where too few."""

Row = Mapping[str, int | None]
"""Numbers by what they are of; None where nothing large enough to show."""


@dataclass(frozen=True, slots=True)
class _Cell:
    """Children alike in one area (None: all together): what is shown of each part."""

    like: Like
    la_code: str | None
    shown: Shown


@lru_cache(maxsize=128)
def children_by_area(reader: Reader, filters: Filters, day: date) -> Mapping[str, Row]:
    """Count children by area, protected, with one row for all areas together (`ALL_AREAS`).

    Each row has one whole number per part, and `cells`, of how many cells of children it is the
    sum. Several chosen values are summed from cells that are protected one by one, so that no
    choice of values draws a new number (design/disclosure.md, what to build first, 4). An area
    without a row has no cell to show: too few children, or none.
    """
    together, each = _shown(reader, filters, day)
    return MappingProxyType({code: MappingProxyType(row) for code, row in _summed(together, each)})


def _shown(reader: Reader, filters: Filters, day: date) -> tuple[list[_Cell], list[_Cell]]:
    """Give the protected cells of all areas together and of each, from children or from a release."""
    return reader.looked_up_or_made(
        lambda pack: _looked_up(pack, filters, day),
        lambda: _made(reader, filters, day),
        lambda noting, cells: _note(noting, filters, day, cells),
    )


def _looked_up(pack: Pack, filters: Filters, day: date) -> tuple[list[_Cell], list[_Cell]]:
    together, everywhere = (_released(pack, filters, key) for key in _keys(filters, day))
    each = [cell for cell in everywhere if cell.la_code in filters.la_codes]
    return (each if filters.las else together), each


def _made(reader: Reader, filters: Filters, day: date) -> tuple[list[_Cell], list[_Cell]]:
    tallies = list(child_tallies(reader, filters, day))
    each = [_Cell(one.like, one.la_code, _protected(reader.rule, one)) for one in tallies]
    return (each if filters.las else list(_regions(reader.rule, tallies, each))), each


def _keys(filters: Filters, day: date) -> tuple[Key, Key]:
    """Name what a release has of all areas together, and of each."""
    together = Key("children", "", day, scope_of(filters), tuple(filters.attributes), ("part",))
    return together, replace(together, scope=each_la(filters))


def _note(noting: Noting, filters: Filters, day: date, cells: tuple[list[_Cell], list[_Cell]]) -> None:
    """Note the cells that a page can show: with three attributes chosen it splits children no further.

    A choice of LAs is looked up as the same cells of each.
    """
    if filters.las:
        return
    attributes = tuple(filters.attributes)
    is_full = len(attributes) == MAX_CHILD_ATTRIBUTES
    parts = [(at, part) for at, part in enumerate(PARTS) if not is_full or part in _NO_ATTRIBUTE]
    at_like = [LIKE.index(attribute) for attribute in attributes]
    for key, some in zip(_keys(filters, day), cells, strict=True):
        rows = [
            (cell.la_code, *(cell.like[at] for at in at_like), part, cell.shown[at_part])
            for cell in some
            for at_part, part in parts
        ]
        if key.scope == each_la(filters) and filters.sub_region:
            continue
        noting.note(key, pd.DataFrame(rows, columns=["la_code", *attributes, "part", "children"]))


def _released(pack: Pack, filters: Filters, key: Key) -> list[_Cell]:
    """Look up the cells of one scope; values that are not chosen stay out."""
    found: dict[tuple[object, ...], dict[str, int]] = defaultdict(dict)
    for row in pack.cells(key).itertuples(index=False, name=None):
        la_code, *values, part, children = row
        chosen = zip(key.attributes, values, strict=True)
        if all(value in filters.attributes[attribute] for attribute, value in chosen):
            found[la_code, *values][part] = int(children)
    return [
        _Cell(
            _like(dict(zip(key.attributes, values, strict=True))),
            la_code if isinstance(la_code, str) else None,
            tuple(parts.get(part) for part in PARTS),
        )
        for (la_code, *values), parts in found.items()
    ]


def _like(values: Mapping[str, object]) -> Like:
    placement, age, sector = (str(values.get(attribute, "")) for attribute in LIKE)
    return placement, age, sector


def _protected(rule: Rule, tally: Tally) -> Shown:
    return tuple(map(rule.count, tally.counted, tally.keys))


def _regions(rule: Rule, tallies: Sequence[Tally], each: Sequence[_Cell]) -> Iterator[_Cell]:
    """Give the region's cells: with draws of their own where no LA could take itself away, else sums."""
    members: dict[Like, list[tuple[Tally, Shown]]] = defaultdict(list)
    for tally, cell in zip(tallies, each, strict=True):
        members[cell.like].append((tally, cell.shown))
    for like, some in members.items():
        yield _Cell(like, None, tuple(_region_part(rule, some, part) for part in range(len(PARTS))))


def _region_part(rule: Rule, members: Sequence[tuple[Tally, Shown]], part: int) -> int | None:
    counts = [tally.counted[part] for tally, _ in members]
    if rule.sizes_may_stand_alone(counts):
        return rule.count(sum(counts), sum(tally.keys[part] for tally, _ in members))
    return _sum(shown[part] for _, shown in members)


def _summed(together: Iterable[_Cell], each: Iterable[_Cell]) -> Iterator[tuple[str, dict[str, int | None]]]:
    groups: dict[str, list[Shown]] = defaultdict(list)
    for cell in together:
        groups[ALL_AREAS].append(cell.shown)
    for cell in each:
        groups[str(cell.la_code)].append(cell.shown)
    for code, some in groups.items():
        if cells := sum(shown[0] is not None for shown in some):
            numbers = map(_sum, zip(*some, strict=True))
            yield code, dict(zip(PARTS, numbers, strict=True)) | {"cells": cells}


def _sum(numbers: Iterable[int | None]) -> int | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if known else None
