"""Protected cells of every value of the filters that are on, made once: a choice is the sum of some of them.

What is chosen of a filter changes no cell, only which cells are added up (design/disclosure.md, what to build
first, 4). So a value never chosen before needs no child's row again, and a server keeps what a release holds.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, product
from typing import Protocol

import pandas as pd

from rcc_dash.domain.filters import Filters
from rcc_dash.queries.children import ALL_AREAS
from rcc_dash.queries.counts import Counts, Key
from rcc_dash.queries.lattice import Cells, cells_of, shown
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.released_cells import Question, cells_released, note_cells


class Counting(Protocol):
    """What is counted: equal ones are of the same children, so their cells are made once.

    Its `question` names the very same for a release; it may have settings of its own that decide them.
    """

    @property
    def question(self) -> Question:
        """Name the cells, of one day."""

    @property
    def by(self) -> tuple[str, ...]:
        """Name the columns of a cell, besides the area and the filters that are on."""

    def tallies(self, reader: Reader, filters: Filters) -> pd.DataFrame:
        """Count the children that a filter means: a row for each area, value of its attributes, and `by`."""

    def __hash__(self) -> int:
        """Tell it from others."""


def counts_of(reader: Reader, counting: Counting, filters: Filters) -> Counts:
    """Give children by area (`ALL_AREAS` together) and `by`, protected: the sums of the cells chosen."""
    found = _every(reader, counting, filters.of_every_value)
    if found.made is not None:
        note_cells(reader, counting.question, filters, counting.by, found.made)
    (day,) = counting.question.days
    return Counts(reader.rule, day, _summed(found, filters))


_Cell = tuple[Key, int | None]
"""What a cell is of (the area, then `by`), and what may be shown; None where too few."""


@dataclass(frozen=True, slots=True, eq=False)
class _Every:
    """Cells by the values of the attributes: of each area, and of all areas together."""

    each: Mapping[Key, Sequence[_Cell]]
    together: Mapping[Key, Sequence[_Cell]]
    made: tuple[pd.DataFrame, Cells] | None
    """As `note_cells` takes them; None where nothing is noted."""


@lru_cache(maxsize=256)
def _every(reader: Reader, counting: Counting, filters: Filters) -> _Every:
    """Keep them for a reader's own data and rule: for whom figures are exact, those are kept apart."""

    def told(cells: Cells, made: tuple[pd.DataFrame, Cells] | None) -> _Every:
        each, together = (_by_value(some, filters, counting.by) for some in (cells.own, cells.together))
        return _Every(each, together, made if reader.noting is not None else None)

    def make() -> _Every:
        own = shown(reader.rule, counting.tallies(reader, filters))
        cells = cells_of(reader.rule, own, filters)
        return told(cells, (own, cells))

    return reader.looked_up_or_made(
        lambda pack: told(cells_released(pack, counting.question, filters, counting.by), None), make
    )


def _by_value(cells: pd.DataFrame, filters: Filters, by: Sequence[str]) -> Mapping[Key, Sequence[_Cell]]:
    found: dict[Key, list[_Cell]] = defaultdict(list)
    values = _rows(cells, [*filters.attributes])
    children = cells["children"].astype(object).where(cells["children"].notna(), None)
    for value, key, number in zip(values, _rows(cells, ["la_code", *by]), children, strict=True):
        found[value].append((key, number))
    return dict(found)


def _rows(cells: pd.DataFrame, columns: Sequence[str]) -> Iterable[Key]:
    return zip(*(cells[column].tolist() for column in columns), strict=True) if columns else [()] * len(cells)


def _summed(found: _Every, filters: Filters) -> dict[Key, int | None]:
    numbers: dict[Key, int | None] = {}
    for key, number in _chosen(found, filters):
        known = numbers.get(key)
        numbers[key] = number if known is None else known + (number or 0)
    return numbers


def _chosen(found: _Every, filters: Filters) -> Iterable[_Cell]:
    """Give the cells that a choice is of; where LAs are chosen all together are the sums of each."""
    las, values = frozenset(filters.la_codes), [*product(*filters.attributes.values())]
    own = [cell for value in values for cell in found.each.get(value, ()) if cell[0][0] in las]
    if filters.las:
        return [*own, *(((ALL_AREAS, *key[1:]), number) for key, number in own)]
    return chain(own, *(found.together.get(value, ()) for value in values))
