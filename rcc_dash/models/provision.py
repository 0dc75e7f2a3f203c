"""What must be provided for a load, so that a bed is nearly always free, and how full is it then?"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.stats import gamma

from rcc_dash.models.block import WEEKS_A_YEAR
from rcc_dash.models.erlang import beds_for, beds_used, last_bed_used

Amounts = NDArray[np.float64]


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


def beds_needed(load: float, dates: int, availability: float, usable: float) -> Needed:
    """Give the beds for a load that is an average of counts on some dates; not all beds are `usable`, 0 to 1.

    More load never needs fewer beds, so the quantiles of beds are the beds of the load's quantiles:
    gamma(load x dates + 1/2) / dates. No draws are made.
    """
    loads = gamma.ppf(_CHANCES, load * dates + 0.5) / dates
    beds = [beds_for(float(one), availability) if load > 0 else 0 for one in loads]
    return Needed(*(int(np.ceil(round(one / usable, 9))) for one in beds))
