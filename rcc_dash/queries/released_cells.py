"""Protected cells that a choice is summed from: made of tallies here, or looked up in a release."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import product
from typing import Final

import pandas as pd

from rcc_dash.domain.dimensions import dimensions
from rcc_dash.domain.disclosure import Rule
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.released import Key
from rcc_dash.queries.children import ALL_AREAS
from rcc_dash.queries.lattice import Cells, cells_of, each_together, own_cells, summed
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.released import each_la, scope_of
from rcc_dash.store.noting import Noting
from rcc_dash.store.pack import Pack

_DAY: Final = "as_of"


@dataclass(frozen=True, slots=True)
class Question:
    """What cells answer: the name of a question, the days that it is asked of, and its settings."""

    name: str
    days: tuple[date, ...]
    option: str = ""

    def key(self, day: date, scope: str, attributes: Sequence[str], by: Sequence[str]) -> Key:
        """Give the name that a release has for one day of it."""
        parts = tuple(name for name in by if name not in {_DAY, "la_code", *attributes})
        return Key(self.name, self.option, day, scope, tuple(attributes), parts)


def counted(
    reader: Reader,
    question: Question,
    tallies: pd.DataFrame | Callable[[], pd.DataFrame],
    filters: Filters,
    by: Sequence[str] = (),
) -> pd.DataFrame:
    """Give children by area and `by`, protected, with rows for all areas together: see `lattice.summed`.

    `tallies` have no rows where there is only a release; given as a function they are not even asked for.
    """

    def made() -> Cells:
        own = own_cells(reader.rule, tallies() if callable(tallies) else tallies, filters, by)
        cells = cells_of(reader.rule, own, filters)
        note_cells(reader, question, filters, by, (own, cells))
        return cells

    found = reader.looked_up_or_made(lambda pack: cells_released(pack, question, filters, by), made)
    return summed(found, by)


def note_cells(
    reader: Reader, question: Question, filters: Filters, by: Sequence[str], made: tuple[pd.DataFrame, Cells]
) -> None:
    """Note cells (`lattice.own_cells`, and `cells_of` them) for a release, where one is written."""
    if reader.noting is not None:
        _note(reader.noting, question, filters, by, _scopes(reader.rule, filters, *made))


def cells_released(pack: Pack, question: Question, filters: Filters, by: Sequence[str]) -> Cells:
    """Give the cells of a choice: of each area, and of all together where no LA is chosen."""
    own = _of_days(pack, question, each_la(filters), filters, by)
    own = own[own["la_code"].isin(filters.la_codes)]
    whole = own if filters.las else _of_days(pack, question, scope_of(filters), filters, by)
    return Cells(own, whole.assign(la_code=ALL_AREAS))


def _of_days(pack: Pack, question: Question, scope: str, filters: Filters, by: Sequence[str]) -> pd.DataFrame:
    found = []
    for day in question.days:
        cells = pack.cells(question.key(day, scope, tuple(filters.attributes), by))
        found.append(cells.assign(**{_DAY: pd.Timestamp(day)}) if _DAY in by else cells)
    cells = pd.concat(found, ignore_index=True)
    for attribute, values in filters.attributes.items():
        cells = cells[cells[attribute].isin(values)]
    return cells


def _scopes(
    rule: Rule, filters: Filters, own: pd.DataFrame, cells: Cells
) -> Iterator[tuple[str, pd.DataFrame]]:
    """Give the cells that no others add up to, by scope: with those of each LA go its sub-regions'."""
    is_some = any(set(kept) != set(dimensions()[code].codes) for code, kept in filters.attributes.items())
    if filters.las or is_some:
        return  # sums of areas and of values are sums of what is noted anyway
    yield scope_of(filters), cells.together.assign(la_code=None)
    if filters.sub_region:
        return
    yield each_la(filters), cells.own
    subs = {sub.code: sub.la_codes for sub in filters.cooperative.sub_regions}
    for code, together in each_together(rule, own, subs).items():
        yield scope_of(replace(filters, sub_region=code)), together.assign(la_code=None)


def _note(
    noting: Noting,
    question: Question,
    filters: Filters,
    by: Sequence[str],
    scopes: Iterator[tuple[str, pd.DataFrame]],
) -> None:
    for (scope, cells), day in product(scopes, question.days):
        key = question.key(day, scope, tuple(filters.attributes), by)
        mine = cells[cells[_DAY].eq(pd.Timestamp(day))] if _DAY in by else cells
        noting.note(key, mine[[*dict.fromkeys(["la_code", *key.attributes, *key.by, "children"])]])
