"""Which kind of home would suit which child? A small table that practitioners can read and change.

`data/reference/suitability.csv` has one rule a row; a home suits a child if any rule says so.
What a rule leaves blank it does not ask for. The rules are ours until practitioners have agreed
their own (design/methods.md, Appendix C).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from rcc_dash.reference.tables import rows

SECURE_CODE: Final = "K1"
ISLANDS: Final = frozenset({"E06000046"})
"""LAs that a ferry away is not near (Isle of Wight): a home across the water never counts as nearer."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One row: children of this placement, age and need may live in homes of this type and size."""

    placement: str
    home_type: str
    from_age: int
    to_age: int
    need: str
    max_places: int | None
    words: str


@dataclass(frozen=True, slots=True, order=True)
class Kind:
    """What decides which homes suit a child: placement (`secure` for K1), age, need, and water around."""

    placement: str
    age_years: int
    need: str
    on_island: bool


@dataclass(frozen=True, slots=True, eq=False)
class Homes:
    """Homes as the rules see them, one value each: type, registered places (NaN unknown), on an island."""

    home_type: NDArray[np.str_]
    places: NDArray[np.float64]
    on_island: NDArray[np.bool_]


@cache
def rules() -> tuple[Rule, ...]:
    """Give the table's rules in its order."""
    return tuple(
        Rule(
            r["placement"],
            r["home_type"],
            int(r["from_age"]),
            int(r["to_age"]),
            r["need"],
            int(r["max_places"]) if r["max_places"] else None,
            r["words"],
        )
        for r in rows("suitability")
    )


def suits(kinds: Sequence[Kind], homes: Homes) -> NDArray[np.bool_]:
    """Say which homes (columns) suit which kinds of children (rows). A home of unknown size is not small."""
    found = np.zeros((len(kinds), len(homes.home_type)), dtype=bool)
    for row, kind in enumerate(kinds):
        for rule in rules():
            if _asks_for(rule, kind):
                found[row] |= _offered(rule, homes) & (homes.on_island == kind.on_island)
    return found


def _asks_for(rule: Rule, kind: Kind) -> bool:
    fits = rule.placement == kind.placement and rule.need == kind.need
    return fits and rule.from_age <= kind.age_years <= rule.to_age


def _offered(rule: Rule, homes: Homes) -> NDArray[np.bool_]:
    right: NDArray[np.bool_] = homes.home_type == rule.home_type
    return right if rule.max_places is None else right & (homes.places <= rule.max_places)
