"""What would a block of beds cost each of several LAs, by how it is shared, and how much of it is used?"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from rcc_dash.models.erlang import beds_used, busy_shares
from rcc_dash.settings import WEEKS_A_YEAR

_DRAWS: Final = 1_000
_BAND: Final = (10.0, 90.0)

Amounts = NDArray[np.float64]
Range = tuple[float, float]
"""A tenth of the draws lie below the first number, a tenth above the second."""


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """The beds of a contract in a year: mean, and range over what the load may be."""

    used: float
    used_range: Range
    served_share: float
    """Share of children who find a bed when they need one, 0 to 1."""
    served_range: Range
    void_weeks: float
    void_range: Range
    cost: float
    """£ a year, whoever pays: the beds are paid for, used or not."""
    shares: Amounts
    """Each LA's share of the expected use, 0 to 1."""
    expected: NDArray[np.float64]
    """£ a year by LA (rows) if shared by expected use: low and high."""
    actual: NDArray[np.float64]
    """The same if shared by actual use, as it may stand on one day."""


def block(loads: Amounts, beds: int, weekly_gbp: float, dates: int, seed: int) -> Block:
    """Share a block of beds among LAs whose children need `loads` of them at one time.

    `dates` is on how many dates the loads were counted: the more, the narrower the ranges.
    """
    rng = np.random.default_rng([seed, 4])
    drawn = rng.gamma(loads * dates + 0.5, 1 / dates, (_DRAWS, len(loads)))
    total, cost = drawn.sum(axis=1), beds * weekly_gbp * WEEKS_A_YEAR
    used, mean = beds_used(total, beds), float(beds_used(loads.sum(), beds))
    of_expected = drawn / total[:, None]
    return Block(
        used=mean,
        used_range=_range(used),
        served_share=mean / float(loads.sum()),
        served_range=_range(used / total),
        void_weeks=(beds - mean) * WEEKS_A_YEAR,
        void_range=_range((beds - used) * WEEKS_A_YEAR),
        cost=cost,
        shares=loads / loads.sum(),
        expected=_bands(cost * of_expected),
        actual=_bands(cost * _shares_of_use(total, of_expected, beds, rng)),
    )


def _shares_of_use(total: Amounts, shares: Amounts, beds: int, rng: np.random.Generator) -> Amounts:
    """Draw whose children are in the beds on one day; an empty block is shared by expected use."""
    odds = np.array([np.cumsum(busy_shares(float(load), beds)) for load in total])
    busy = np.minimum((rng.random((len(total), 1)) > odds).sum(axis=1), beds)
    whose = rng.multinomial(busy, shares)
    found: Amounts = np.where(busy[:, None] > 0, whose / np.maximum(busy, 1)[:, None], shares)
    return found


def _range(draws: Amounts) -> Range:
    low, high = np.percentile(draws, _BAND)
    return float(low), float(high)


def _bands(draws: Amounts) -> NDArray[np.float64]:
    bands: NDArray[np.float64] = np.percentile(draws, _BAND, axis=0).T
    return bands
