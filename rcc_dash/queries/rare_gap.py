"""How many places for rare needs are missing in a region, and who lives far away for want of one?

Always of the whole cooperative, whatever the filter: beds are shared. Every count is protected, and what
is worked out is worked out from what is shown.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

import pandas as pd

from rcc_dash.domain.cohorts import NEEDS_PAGE, Cohort, Thresholds, cohorts_of
from rcc_dash.domain.disclosure import LOW
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.headline import Figure
from rcc_dash.models.provision import Needed, beds_needed, missing
from rcc_dash.queries.children import ALL_AREAS
from rcc_dash.queries.counts import Counts
from rcc_dash.queries.rare_away import SAVED_BY, Saved, is_away, is_served, saved
from rcc_dash.queries.rare_loads import MOST_HIDDEN, Loads, cohort_loads
from rcc_dash.queries.rare_owned import owned
from rcc_dash.queries.rare_parts import RareAsked, count_parts
from rcc_dash.queries.rare_voids import Suitable, suitable_places
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.tallies import Part, Parts
from rcc_dash.queries.voids_homes import Moment
from rcc_dash.settings import PROTECT_BASE

RETURN_DAYS: Final = 92
"""Vacancy returns of so many days tell of empty places: rarely needed homes report less often."""


@dataclass(frozen=True, slots=True)
class GapAsked:
    """Whose gaps: a cooperative on the last of some days, by thresholds, and what is asked of provision.

    `availability` and `usable` are shares, 0 to 1; `when` says which list and returns tell of places.
    """

    rcc: str
    days: tuple[date, ...]
    thresholds: Thresholds
    availability: float
    usable: float
    when: Moment | None

    def of(self, cohort: str) -> RareAsked:
        """Give the question about one cohort in the whole cooperative."""
        return RareAsked(Filters(rcc=self.rcc), self.days[-1], cohort, self.thresholds)


@dataclass(frozen=True, slots=True, eq=False)
class Gap:
    """One cohort's beds in a cooperative, needed and there."""

    cohort: Cohort
    loads: Loads | None
    """None where nothing is known of it, or in exact figures nobody is of it."""
    needed: Needed | None
    """Beds that can be used; None where too few children may be shown."""
    served: Figure
    """Children of it who live in the region in a place of the kind that serves it."""
    suitable: Suitable | None
    """None where no kind of home on Ofsted's list serves it, or no list is loaded."""
    missing: tuple[int, int] | None
    """Places to open, fewest and most; None where `needed` is."""
    away: Mapping[str, Figure]
    """Children outside the region or over 20 miles away, not by choice; by LA and together."""
    saved: Saved

    @property
    def closed(self) -> tuple[int, int] | None:
        """Give how many who live away would find a place if the gap were closed, fewest and most."""
        together = self.away[ALL_AREAS].value
        if self.missing is None or together is None:
            return None
        return min(self.missing[0], int(together)), min(self.missing[1], int(together))


@lru_cache(maxsize=16)
def rare_gaps(reader: Reader, asked: GapAsked) -> tuple[Gap, ...]:
    """Give the gap of every cohort of the page: most children away for want of a place first, then by gap."""
    everyone = owned(reader, asked.of(""))
    read = everyone[[*SAVED_BY]]
    own = {code: read[everyone[f"in_{code}"]] for code in cohorts_of(NEEDS_PAGE)}
    counts = count_parts(reader, asked.of(""), "rare_gap", _parts)
    gaps = [_gap(reader, asked, counts, own[code], cohort) for code, cohort in cohorts_of(NEEDS_PAGE).items()]
    return tuple(sorted(gaps, key=_weight, reverse=True))


def _parts(children: pd.DataFrame, _asked: RareAsked) -> Parts:
    """Tell of each cohort who is served, and who is away for want of a place."""
    found: dict[str, Part] = {}
    away = is_away(children)
    for code, cohort in cohorts_of(NEEDS_PAGE).items():
        own = children[f"in_{code}"]
        found |= {f"{code} served": own & is_served(children, cohort), f"{code} away": own & away}
    return found


def _gap(reader: Reader, asked: GapAsked, counts: Counts, children: pd.DataFrame, cohort: Cohort) -> Gap:
    loads = cohort_loads(reader, asked.rcc, asked.days, cohort.code, asked.thresholds)
    served = counts.figure(ALL_AREAS, f"{cohort.code} served")
    suitable = suitable_places(reader, asked.rcc, cohort, asked.when) if asked.when else None
    needed = places = None
    if loads and not loads.is_at_most:
        needed = beds_needed(loads.total, len(loads.days), asked.availability)
        places = missing(needed, served.value or 0.0, _most(served, suitable, loads), asked.usable)
    areas = (ALL_AREAS, *Filters(rcc=asked.rcc).la_codes)
    away = {code: counts.figure(code, f"{cohort.code} away") for code in areas}
    return Gap(
        cohort,
        loads,
        needed,
        served,
        suitable,
        places,
        away,
        saved(reader, asked.of(cohort.code), children),
    )


def _most(served: Figure, suitable: Suitable | None, loads: Loads) -> float:
    """Give the most beds that can be taking such children now: those who do, and places known to be empty.

    A hidden number of children is the most that it can be, but no more than there are at one time;
    places that are too few to say are the least number that is said.
    """
    now = min(float(MOST_HIDDEN), loads.total) if served.value is None else served.value
    if suitable is None:
        return now
    return now + (float(PROTECT_BASE) if suitable.empty.mark == LOW else suitable.empty.value or 0.0)


def _weight(gap: Gap) -> tuple[float, int]:
    return gap.away[ALL_AREAS].value or 0.0, gap.missing[1] if gap.missing else 0
