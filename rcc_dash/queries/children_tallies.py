"""How many children are alike in each LA, and whose keys are theirs, before anything is protected?

Asked once for each date and for each set of filters that are on, whatever is chosen of them: a choice is
of some of these tallies. They never leave this room.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from rcc_dash.domain.filters import Filters
from rcc_dash.queries.reader import Reader

PARTS: Final = ("children", "outside", "not_outside", "far", "not_far", "residential")
LIKE: Final = ("placement", "age", "sector")
"""What a cell is by, besides its area; blank where all values are kept."""

Like = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Tally:
    """Children alike in one LA: of each of `PARTS`, how many there are and the sum of their keys."""

    like: Like
    la_code: str
    counted: tuple[int, ...]
    keys: tuple[int, ...]


def child_tallies(reader: Reader, filters: Filters, day: date) -> Iterator[Tally]:
    """Give the tallies that a choice is of, by LA and then by values."""
    las = frozenset(filters.la_codes)
    kept = [filters.attributes.get(attribute, ("",)) for attribute in LIKE]
    for tally in _every(reader, tuple(filters.attributes), day):
        is_of = (value in values for value, values in zip(tally.like, kept, strict=True))
        if tally.la_code in las and all(is_of):
            yield tally


@lru_cache(maxsize=64)
def _every(reader: Reader, attributes: tuple[str, ...], day: date) -> tuple[Tally, ...]:
    """Give the tallies of every LA and value, by which the children are told apart."""
    asked = {attribute: attribute in attributes for attribute in LIKE}
    rows = reader.ask("children_by_area", date=day.isoformat(), **asked)
    found: dict[tuple[str, Like], list[list[int]]] = defaultdict(lambda: [[0] * len(PARTS) for _ in range(2)])
    for la_code, *like, outside, far, residential, children, keys in zip(
        *(rows[column].tolist() for column in rows), strict=True
    ):
        counted, key_sums = found[la_code, tuple(like)]
        is_in = (True, outside, not outside, far, not far, residential)
        for part, belongs in enumerate(is_in):
            if belongs:
                counted[part] += children
                key_sums[part] += int(keys)
    return tuple(
        Tally(like, la_code, tuple(counted), tuple(keys))
        for (la_code, like), (counted, keys) in found.items()
    )
