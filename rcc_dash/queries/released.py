"""Where numbers of children come from: from children here, or from a release that was made elsewhere.

Every page's counts pass through here. On a machine with children they are made as ever; while a release
is written they are noted down besides; and where there is only a release they are looked up in it. So a
release holds what the pages ask, cell by cell, and a page shows the same number from either.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

import pandas as pd

from rcc_dash.domain.disclosure import HIDDEN
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.headline import Figure
from rcc_dash.domain.released import NOT_RELEASED, Key, NotReleasedError
from rcc_dash.queries.reader import Reader
from rcc_dash.store.noting import Noting
from rcc_dash.store.pack import Pack

ASKED: Final = "asked"
"""Tells that a question was asked whose answer may be nothing."""
EVERYWHERE: Final = "all/each"
"""The scope of cells of each LA of both cooperatives."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What a figure is of: the name of a question, a day, the filter, and settings."""

    question: str
    day: date
    filters: Filters
    option: str = ""

    @property
    def is_one(self) -> bool:
        """Say whether a release may hold it: of one area or all together, and of one value of a filter."""
        return len(self.filters.las) <= 1 and all(len(kept) == 1 for kept in self.filters.attributes.values())

    def of_all(self) -> tuple["Measured", "Measured"]:
        """Give the same of all children of the areas chosen, and of the whole cooperative."""
        whole = self.filters.reset()
        own = replace(whole, sub_region=self.filters.sub_region, las=self.filters.las)
        return replace(self, filters=own), replace(self, filters=whole)

    @property
    def key(self) -> Key:
        """Give the name that a release has for it."""
        scope = f"{self.filters.rcc}/{self.filters.las[0]}" if self.filters.las else scope_of(self.filters)
        values = (f"{code}={value}" for code, (value, *_) in self.filters.attributes.items())
        return Key(self.question, "/".join(filter(None, (self.option, *values))), self.day, scope)


def kept(reader: Reader, key: Key, make: Callable[[], pd.DataFrame]) -> pd.DataFrame:
    """Give protected counts that no filter sums: la_code, those of the key's `by`, and children.

    A release leaves out what is hidden, as it leaves out what nobody is in.
    """
    return reader.looked_up_or_made(
        lambda pack: pack.cells(key), make, lambda noting, made: noting.note(key, made)
    )


def figure(reader: Reader, asked: Measured, name: str, make: Callable[[], Figure]) -> Figure:
    """Give a protected figure that is no count: a middle, a mean, a cost.

    A release has those of one area or of all together, of all children or of one value of a filter: any
    other is marked `NOT_RELEASED`, but for several areas or values, which have none anywhere.
    """
    if reader.noting is not None and not asked.is_one:
        return Figure(None, NOT_RELEASED, asked.day)  # nobody looks at it while a release is written
    return reader.looked_up_or_made(
        lambda pack: _figure(pack, asked, name),
        make,
        lambda noting, made: noting.note_figure(asked.key, name, made),
    )


def numbers(reader: Reader, asked: Measured, make: Callable[[], Mapping[str, float]]) -> Mapping[str, float]:
    """Give numbers that are known together and may be shown; none is hidden.

    Raises NotReleasedError where there is only a release, and it was not asked for them.
    """
    return reader.looked_up_or_made(
        lambda pack: pack.numbers(asked.key), make, lambda noting, made: note_numbers(noting, asked, made)
    )


def note_numbers(noting: Noting, asked: Measured, made: Mapping[str, float]) -> None:
    """Note what `numbers` gives, for a release."""
    noting.note_numbers(asked.key, {**made, ASKED: 1.0})


def is_so(reader: Reader, asked: Measured, name: str, make: Callable[[], bool]) -> bool:
    """Answer yes or no about what is loaded, which tells of no child.

    A release answers for all children of one area, or else of all areas.
    """
    return reader.looked_up_or_made(
        lambda pack: _is_so(pack, asked, name),
        make,
        lambda _, made: figure(reader, asked, name, lambda: Figure(float(made))),
    )


def _is_so(pack: Pack, asked: Measured, name: str) -> bool:
    own, region = (_figure(pack, one, name) for one in asked.of_all())
    return bool(region.value if own.value is None else own.value)


def _figure(pack: Pack, asked: Measured, name: str) -> Figure:
    filters = asked.filters
    if len(filters.las) > 1 or any(len(values) > 1 for values in filters.attributes.values()):
        return Figure(None, HIDDEN, asked.day)
    try:
        return pack.figure(asked.key, name)
    except NotReleasedError:
        return Figure(None, NOT_RELEASED, asked.day)


def scope_of(filters: Filters) -> str:
    """Name the areas that are counted together where no LA is chosen."""
    return f"{filters.rcc}/{filters.sub_region}" if filters.sub_region else filters.rcc


def each_la(filters: Filters) -> str:
    """Name the cells of each LA of a cooperative alone."""
    return f"{filters.rcc}/each"
