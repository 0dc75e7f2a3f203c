"""If some LAs bought a block of beds together, how many children would need them, and who would pay what?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
import pandas as pd

from rcc_dash.domain.cohorts import Thresholds
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.headline import Figure
from rcc_dash.models.block import Block, block
from rcc_dash.queries.calendar import Calendar
from rcc_dash.queries.children import ALL_AREAS
from rcc_dash.queries.counts import counts_by
from rcc_dash.queries.rare_children import rare_children
from rcc_dash.queries.rare_loads import cohort_loads, load_question
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.released_cells import counted
from rcc_dash.queries.tallies import tallied


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
    """By LA, as `rare_loads` has them: the fewer were counted, the nearer to the region's rate."""
    counted: Mapping[str, Figure]
    """Children on the latest day, by LA and together, protected."""
    result: Block


def block_shared(reader: Reader, filters: Filters, calendar: Calendar, terms: Terms) -> BlockShared | None:
    """Share a block among the chosen LAs; None where nobody of the cohort can be counted."""
    limit = calendar.children_on(filters.as_of)
    days = tuple(day for day in calendar.children if limit and day <= limit)
    found = cohort_loads(reader, filters.rcc, days, terms.cohort, Thresholds())
    loads = {code: found.by_la[code] for code in filters.la_codes} if found and not found.is_at_most else {}
    if found is None or not sum(loads.values()):
        return None
    last = found.days[-1]
    result = block(
        np.array([*loads.values()]), terms.beds, terms.weekly_gbp, len(found.days), last.toordinal()
    )
    counted = {code: found.counted[code] for code in filters.la_codes}
    together = _together(reader, filters, last, terms.cohort)
    return BlockShared(terms, found.days, loads, {ALL_AREAS: together, **counted}, result)


def _together(reader: Reader, filters: Filters, day: date, cohort: str) -> Figure:
    """Count the cohort in the chosen LAs together, protected."""
    whom = Filters(rcc=filters.rcc, sub_region=filters.sub_region, las=filters.las)

    def tallies() -> pd.DataFrame:
        children = rare_children(reader, whom, (day,), Thresholds())
        return tallied(children[children[f"in_{cohort}"]], ["la_code"])

    cells = counted(reader, load_question(day, cohort, Thresholds()), tallies, whom)
    return counts_by(reader.rule, day, cells, ["la_code"]).figure(ALL_AREAS)
