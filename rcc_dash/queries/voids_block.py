"""If some LAs bought a block of beds together, how many children would need them, and who would pay what?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np

from rcc_dash.domain.cohorts import Thresholds
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.headline import Figure
from rcc_dash.models.block import Block, block
from rcc_dash.queries.calendar import Calendar
from rcc_dash.queries.children import ALL_AREAS
from rcc_dash.queries.counts import Counts, counts_by
from rcc_dash.queries.lattice import shown_cells, tallied
from rcc_dash.queries.rare_children import rare_children
from rcc_dash.queries.reader import Reader
from rcc_dash.settings import PROTECT_MIN_CHILDREN

_LAST: Final = 3


@dataclass(frozen=True, slots=True)
class Terms:
    """What is bought and for whom: a cohort's code, beds, and £ a week for each."""

    cohort: str
    beds: int
    weekly_gbp: int


@dataclass(frozen=True, slots=True, eq=False)
class BlockShared:
    """A block among the chosen LAs; loads are of children at one time, on average over `days`."""

    terms: Terms
    days: tuple[date, ...]
    loads: Mapping[str, float]
    """By LA. Where few were counted: the LA's part of all by its children looked after."""
    counted: Mapping[str, Figure]
    """Children on the latest day, by LA and together, protected."""
    result: Block


def block_shared(reader: Reader, filters: Filters, calendar: Calendar, terms: Terms) -> BlockShared | None:
    """Share a block among the chosen LAs; None where nobody of the cohort can be counted."""
    limit = calendar.children_on(filters.as_of)
    days = [day for day in calendar.children if limit and day <= limit][-_LAST:]
    whom = Filters(rcc=filters.rcc, sub_region=filters.sub_region, las=filters.las)
    each = {day: found for day in days if (found := _counted(reader, whom, day, terms.cohort))}
    sizes = [_loads(found, whom) for found in each.values()]
    loads = {code: float(np.mean([size[code] for size in sizes])) for code in whom.la_codes} if sizes else {}
    if not sum(loads.values()):
        return None
    last = max(each)
    result = block(np.array([*loads.values()]), terms.beds, terms.weekly_gbp, len(each), last.toordinal())
    counted = {code: each[last][0].figure(code, "own") for code in (ALL_AREAS, *whom.la_codes)}
    return BlockShared(terms, tuple(each), loads, counted, result)


_Found = tuple[Counts, Counts]
"""Children of the cohort, and all children looked after."""


def _counted(reader: Reader, filters: Filters, day: date, cohort: str) -> _Found | None:
    """Count the cohort by LA, protected; None where no source tells who belongs to it."""
    children = rare_children(reader, filters, (day,), Thresholds())
    own = children[children[f"in_{cohort}"]]
    if own.empty:
        return None
    parts = (own.assign(part="own"), children.assign(part="all"))
    found = []
    for part in parts:
        cells = shown_cells(reader.rule, tallied(part, ["la_code", "part"]), filters, ["part"])
        found.append(counts_by(reader.rule, day, cells, ["la_code", "part"]))
    return found[0], found[1]


def _loads(found: _Found, filters: Filters) -> dict[str, float]:
    """Give each LA's children at one time, which add up to all that are shown.

    A hidden number is guessed from the LA's size, below ten; all are worked out from shown ones.
    """
    own, everyone = found
    whole = own.number(ALL_AREAS, "own") or 0
    sizes = {code: everyone.number(code, "all") or PROTECT_MIN_CHILDREN for code in filters.la_codes}
    most, per_child = PROTECT_MIN_CHILDREN - 1.0, whole / sum(sizes.values())
    shown = {code: own.number(code, "own") for code in filters.la_codes}
    loads = {code: min(per_child * sizes[code], most) if n is None else float(n) for code, n in shown.items()}
    scale = whole / (sum(loads.values()) or 1.0)
    return {code: scale * load for code, load in loads.items()}
