"""Which far placements could have been nearer, and what part of each distance do homes and voids explain?"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from typing import Final

import numpy as np
import pandas as pd

from rcc_dash.domain.amounts import mean
from rcc_dash.domain.disclosure import HIDDEN, Rule
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.headline import Figure
from rcc_dash.queries.children import ALL_AREAS
from rcc_dash.queries.counts import Counts, counts_by
from rcc_dash.queries.distance_children import Asked, distance_children
from rcc_dash.queries.distance_classed import far_classed, homes_near
from rcc_dash.queries.distance_middles import is_one_cell
from rcc_dash.queries.lattice import cell_columns, may_cross
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.released import Measured, figure, numbers
from rcc_dash.queries.released_cells import Question, counted
from rcc_dash.queries.returned import as_returned
from rcc_dash.queries.tallies import tallied
from rcc_dash.queries.voids_known import places_shown

CLASSES: Final = ("none", "full", "void")
"""No suitable home was nearer; one was, with no empty place known; one with a known empty place was.

Every far child whom the rules cover is in exactly one.
"""
_COUNTED: Final = ("far", "covered", "together", *CLASSES)
_MILES: Final = {"actual": "distance_miles", "home": "home_miles", "void": "void_miles"}


@dataclass(frozen=True, slots=True)
class Nearer:
    """Far children in homes and schools, not by choice, by class, and their mean miles; all protected."""

    day: date
    list_date: date
    counts: Mapping[str, Mapping[str, Figure]]
    """By area (`ALL_AREAS` for all together): `far` children, those `covered` (asked about), each class, and
    those who could have had a known empty place `together`, one each, in all the cooperative."""
    shares: Mapping[str, Mapping[str, Figure]]
    """Shares of the covered by area and class, in %."""
    miles: Mapping[str, Figure]
    """Mean miles of the covered far children: `actual`, `home` (nearest suitable), `void` (with a place)."""
    homes: int
    rough_homes: int
    """Homes that stand at the middle of their LA, because no more is known."""
    returns: int
    """Homes with a vacancy return."""
    empty_places: int
    """Usable places without a child in those homes."""


def nearer(reader: Reader, asked: Asked, list_date: date, near: str) -> Nearer:
    """Say of the far children in homes and schools what suitable home, or empty place, was nearer.

    `near`: "now" means nearer than where the child lives; "limit" means no more than 20 miles from home.
    """
    filters, day = asked.filters, asked.day
    far = partial(_meant, reader, asked, list_date, near)
    counts = _counts(reader, far, asked, Question("nearer", (day,), _option(asked, list_date, near)))
    of_homes = Measured("nearer_homes", day, Filters(rcc=filters.rcc), list_date.isoformat())
    searched = numbers(reader, of_homes, lambda: _homes(reader, homes_near(reader, day, list_date)))
    areas = (ALL_AREAS, *filters.la_codes)
    return Nearer(
        day=day,
        list_date=list_date,
        counts=as_returned(
            reader, day, {area: {part: counts.figure(area, part) for part in _COUNTED} for area in areas}
        ),
        shares=as_returned(reader, day, {area: _shares(counts, area) for area in areas}),
        miles=nearer_miles(reader, asked, list_date, near),
        homes=int(searched["homes"]),
        rough_homes=int(searched["rough_homes"]),
        returns=int(searched["returns"]),
        empty_places=int(searched["empty_places"]),
    )


@lru_cache(maxsize=8)
def _meant(reader: Reader, asked: Asked, list_date: date, near: str) -> pd.DataFrame:
    """Give the far children that the filter means; nobody where too many filters are on to part them."""
    everyone = far_classed(reader, asked.filters.rcc, asked.day, list_date, near)
    children = distance_children(reader, asked, ())
    may_part = may_cross(reader.rule, asked.filters, ["nearer"])
    return everyone[everyone["record_key"].isin(children["record_key"]) & may_part]


def _homes(reader: Reader, homes: pd.DataFrame) -> dict[str, float]:
    return {
        "homes": len(homes),
        "rough_homes": int(homes["basis"].eq("la").sum()),
        "returns": int(homes["is_told"].sum()),
        "empty_places": places_shown(reader.rule, homes[homes["is_told"]], "void"),
    }


def _shares(counts: Counts, area: str) -> dict[str, Figure]:
    return {c: counts.share((area, c), (area, f"not_{c}"), (area, "covered")) for c in CLASSES}


def _counts(reader: Reader, far: Callable[[], pd.DataFrame], asked: Asked, question: Question) -> Counts:
    cells = counted(reader, question, lambda: _parted(far(), asked.filters), asked.filters, ["part"])
    return counts_by(reader.rule, asked.day, cells, ["la_code", "part"])


def _parted(far: pd.DataFrame, filters: Filters) -> pd.DataFrame:
    """Tally each child once in every part that the child belongs to."""
    tallies = tallied(far, [*cell_columns(filters), "nearer", "together"])
    covered = tallies[tallies["nearer"].notna()]
    parts = [tallies.assign(part="far"), covered.assign(part="covered")]
    parts.append(tallies[tallies["together"]].assign(part="together"))
    for code in CLASSES:
        own = covered["nearer"].eq(code)
        parts.append(covered.assign(part=np.where(own, code, f"not_{code}")))
    return pd.concat(parts, ignore_index=True)


def _option(asked: Asked, list_date: date, near: str) -> str:
    return f"{asked.base}/{near}/{list_date.isoformat()}"


def nearer_miles(reader: Reader, asked: Asked, list_date: date, near: str) -> dict[str, Figure]:
    """Give mean miles of those for whom all three are known, so that their parts add up.

    Where no empty place is known for any, or for too few to tell their mean, of all of them and none for
    `void`: that one of them has one would else be told.
    """
    of = Measured("nearer", asked.day, asked.filters, _option(asked, list_date, near))
    far = partial(_meant, reader, asked, list_date, near)
    return {
        name: figure(reader, of, name, partial(_mean, reader.rule, of, far, column))
        for name, column in _MILES.items()
    }


def _mean(rule: Rule, asked: Measured, far: Callable[[], pd.DataFrame], column: str) -> Figure:
    covered = far().dropna(subset="nearer")
    known = covered.dropna(subset="void_miles")
    found = _mean_of(rule, asked, known, column)
    if found.value is not None or column == _MILES["void"]:
        return found
    return _mean_of(rule, asked, covered, column)


def _mean_of(rule: Rule, asked: Measured, children: pd.DataFrame, column: str) -> Figure:
    if not is_one_cell(rule, asked.filters, children):
        return Figure(None, HIDDEN, asked.day)
    return Figure(*mean(rule, children[column]), asked.day)
