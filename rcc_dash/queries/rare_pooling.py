"""What do LAs need for a rare cohort alone, and together? And at which level does it stop being rare?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from rcc_dash.domain.places import cooperatives
from rcc_dash.models.pooling import Level, least_level, level, nearest_first, pooled
from rcc_dash.models.provision import Provision, provision
from rcc_dash.queries.area_values import Day
from rcc_dash.queries.headlines import england
from rcc_dash.queries.rare_loads import Loads
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.travel import travel_miles

LA, SUB_REGION, REGION, NATION = "la", "sub", "region", "nation"
"""The levels that ADCS names, lowest first; a cooperative without sub-regions has three."""


@dataclass(frozen=True, slots=True)
class Target:
    """What is asked of provision: the share of children who find a bed free, and of beds filled, 0 to 1."""

    availability: float
    full: float


@dataclass(frozen=True, slots=True, eq=False)
class Pooling:
    """What the members of a cooperative need for a cohort, each alone and together."""

    target: Target
    each: Mapping[str, Provision]
    """By LA, those with any load."""
    sub_regions: Mapping[str, Provision]
    """By name."""
    together: Provision
    start: str
    """The LA that the steps begin with."""
    steps: tuple[tuple[str, Provision], ...]
    """The LA that joins, the nearest first, and what all that have joined need."""
    levels: Mapping[str, Level]
    least: str
    """The lowest level that keeps its beds filled; blank where none does."""


def pooling(reader: Reader, rcc: str, loads: Loads, target: Target, start: str) -> Pooling:
    """Give what the members need; steps begin with `start`, or where it is blank with a middling LA."""
    cooperative = cooperatives()[rcc]
    las = tuple(code for code in cooperative.la_codes if loads.by_la[code] > 0)
    sizes, first = loads.of(las), start if start in las else _middle(loads, las)
    order = nearest_first(travel_miles(las), las.index(first))
    subs = {sub.name: float(loads.of(sub.la_codes).sum()) for sub in cooperative.sub_regions}
    found = levels(reader, rcc, loads, target)
    return Pooling(
        target,
        {code: provision(loads.by_la[code], target.availability) for code in las},
        {name: provision(load, target.availability) for name, load in subs.items()},
        provision(loads.total, target.availability),
        first,
        tuple(
            (las[one], needed)
            for one, needed in zip(order, pooled(sizes, order, target.availability), strict=True)
        ),
        found,
        least_of(found, target),
    )


def levels(reader: Reader, rcc: str, loads: Loads, target: Target) -> dict[str, Level]:
    """Give what each level needs, lowest first; England where its children looked after are published."""
    cooperative = cooperatives()[rcc]
    each: dict[str, Sequence[float]] = {LA: [load for load in loads.by_la.values() if load > 0]}
    if cooperative.sub_regions:
        each[SUB_REGION] = [float(loads.of(sub.la_codes).sum()) for sub in cooperative.sub_regions]
    each[REGION] = [loads.total]
    nation = england(reader, "children", Day(loads.days[-1], None)).value
    if nation:
        each[NATION] = [loads.total * nation / loads.looked_after]
    return {code: level(sizes, target.availability, target.full) for code, sizes in each.items()}


def least_of(found: Mapping[str, Level], target: Target) -> str:
    """Give the lowest level that keeps its beds filled; blank where none does."""
    at = least_level([*found.values()], target.full)
    return "" if at is None else [*found][at]


def _middle(loads: Loads, las: Sequence[str]) -> str:
    """Give the LA whose load is in the middle, as an example that is neither large nor small."""
    order = np.argsort(loads.of(tuple(las)), kind="stable")
    return las[int(order[(len(las) - 1) // 2])]
