"""How many homes and places of each type and sector are registered in an LA on a 31 March?

The publisher gives the two margins; the table inside is the likeliest that fits both.
"""

from dataclasses import dataclass
from itertools import product
from typing import Final

import numpy as np

from rcc_dash.demo.kinds import (
    HOME_KINDS,
    HOME_SECTORS,
    JUDGEMENTS,
    LA_HOME,
    PRIVATE_HOME,
    VOLUNTARY_HOME,
    Floats,
    Ints,
)
from rcc_dash.demo.raking import raked, whole_table
from rcc_dash.demo.targets import count

_USUAL_PLACES: Final[Floats] = np.array([
    # local authority, private, voluntary, health
    [5.5, 3.6, 5.0, 5.0],
    [16.0, 12.0, 20.0, 12.0],
    [35.0, 33.0, 38.0, 30.0],
])  # fmt: skip
_SECURE, _SCHOOL = 1, 2
_RECONSTRUCTED: Final = 2024
"""Ofsted's list of all homes on 31 March 2024 is not public: the figures were worked back."""


@dataclass(frozen=True, slots=True)
class Registered:
    """Homes, and places in them, of one LA on one 31 March: rows are types, columns sectors."""

    homes: Ints
    places: Ints
    judged: Ints
    short_break: int


def registered(la_code: str, year: int, rng: np.random.Generator) -> Registered:
    """Give an LA's registered homes and places on a 31 March, and judgements in `kinds` order."""
    suffix = "_reconstructed" if year == _RECONSTRUCTED else ""
    kinds, sectors = (
        _margin(la_code, f"childrens_homes_number{suffix}", b, year) for b in (HOME_KINDS, HOME_SECTORS)
    )
    kind_places, sector_places = (
        _margin(la_code, f"childrens_homes_places{suffix}", b, year) for b in (HOME_KINDS, HOME_SECTORS)
    )
    homes = min(_ways(kinds, sectors), key=lambda homes: _misfit(homes, kind_places, sector_places))
    spare: Floats = (_USUAL_PLACES - 1.0) * homes
    extra = whole_table(spare, kind_places - homes.sum(axis=1), sector_places - homes.sum(axis=0), rng)
    judged = _margin(la_code, "childrens_homes_overall_judgement_number", JUDGEMENTS, year)
    short = count(la_code, "childrens_homes_number", "Short-break-only", year)
    return Registered(homes, homes + extra, judged, int(np.nan_to_num(short)))


def _margin(la_code: str, measure: str, breakdowns: tuple[str, ...], year: int) -> Ints:
    return np.array([int(count(la_code, measure, breakdown, year)) for breakdown in breakdowns])


def _ways(kinds: Ints, sectors: Ints) -> list[Ints]:
    """List every way to share secure homes and school homes over sectors; other homes fill up."""
    found = []
    for secure, school in product(_shares(int(kinds[_SECURE])), _shares(int(kinds[_SCHOOL]))):
        table = np.zeros((len(kinds), len(sectors)), dtype=np.int64)
        for row, shares in ((_SECURE, secure), (_SCHOOL, school)):
            table[row, [LA_HOME, PRIVATE_HOME, VOLUNTARY_HOME]] = shares
        table[0] = sectors - table.sum(axis=0)
        if (table >= 0).all():
            found.append(table)
    return found


def _shares(homes: int) -> list[tuple[int, int, int]]:
    return [(a, b, homes - a - b) for a in range(homes + 1) for b in range(homes + 1 - a)]


def _misfit(homes: Ints, kind_places: Ints, sector_places: Ints) -> float:
    """Say how far places per home would lie from the usual, were homes shared out this way."""
    usual: Floats = (_USUAL_PLACES - 1.0) * homes
    fitted = raked(usual, kind_places - homes.sum(axis=1), sector_places - homes.sum(axis=0))
    off = np.abs(fitted.sum(axis=0) - (sector_places - homes.sum(axis=0))).sum()
    strange = np.abs(np.log((fitted + 0.5) / (usual + 0.5))).sum()
    empty = fitted[homes == 0].sum()
    rare = 0.7 * homes[_SECURE, PRIVATE_HOME] + 0.2 * homes[_SCHOOL, LA_HOME]
    return float(strange + 10 * off + 10 * empty + rare)
