"""What must be provided for a load, so that a bed is nearly always free, and how full is it then?"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from scipy.stats import gamma

from rcc_dash.models.erlang import beds_for, beds_used, last_bed_used
from rcc_dash.settings import WEEKS_A_YEAR


@dataclass(frozen=True, slots=True)
class Provision:
    """Beds for some children: `load` of them need one at one time, `used` beds have a child, on average."""

    load: float
    beds: int
    used: float

    @property
    def full(self) -> float:
        """Give the share of the beds with a child, 0 to 1; 0 without a bed."""
        return self.used / self.beds if self.beds else 0.0

    @property
    def empty(self) -> float:
        """Give the beds without a child, on average."""
        return self.beds - self.used

    @property
    def last_used(self) -> float:
        """Give the share of time, 0 to 1, in which the last of the beds is needed."""
        return float(last_bed_used(self.load, self.beds)) if self.beds else 0.0

    def empty_gbp(self, weekly_gbp: float) -> float:
        """Price the empty beds: £ a year at this many £ a week for each bed."""
        return self.empty * weekly_gbp * WEEKS_A_YEAR


def provision(load: float, availability: float) -> Provision:
    """Give the fewest beds with which this share of children, 0 to 1, finds one free; none for nobody."""
    beds = beds_for(load, availability) if load > 0 else 0
    return Provision(load, beds, float(beds_used(load, beds)))


def apart(loads: Sequence[float], availability: float) -> Provision:
    """Add up what each of several would have to provide for itself."""
    each = [provision(load, availability) for load in loads]
    return Provision(
        sum(one.load for one in each), sum(one.beds for one in each), sum(one.used for one in each)
    )


@dataclass(frozen=True, slots=True)
class Needed:
    """Beds that are needed, as far as counts on a few dates tell the load.

    In one case of ten fewer than `low` would do; `middle` is as likely too few as too many; `prudent`
    is enough in four cases of five; in one of ten more than `high` are needed.
    """

    low: int
    middle: int
    prudent: int
    high: int


_CHANCES: Final = (0.1, 0.5, 0.8, 0.9)


def beds_needed(load: float, dates: int, availability: float) -> Needed:
    """Give the beds for a load that is an average of counts on some dates.

    More load never needs fewer beds, so the quantiles of beds are the beds of the load's quantiles:
    gamma(load x dates + 1/2) / dates. No draws are made.
    """
    loads = gamma.ppf(_CHANCES, load * dates + 0.5) / dates
    return Needed(*(beds_for(float(one), availability) if load > 0 else 0 for one in loads))


def missing(needed: Needed, least: float, most: float, usable: float) -> tuple[int, int]:
    """Give the places to open, fewest and most, where between `least` and `most` beds take such children now.

    The fewest is for the likely need and the most beds, the most for the prudent need and the least beds. Of
    places that open only this share is `usable`, 0 to 1.
    """
    gaps = needed.middle - most, needed.prudent - least
    low, high = (int(np.ceil(round(max(gap, 0.0) / usable, 9))) for gap in gaps)
    return low, high
