"""If the beds that people have now were dealt out afresh, how many miles would that leave?"""

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from rcc_dash.models.assignment import NOWHERE

Miles = NDArray[np.float64]
Whole = NDArray[np.int64]


def redealt(
    miles: Miles, could: NDArray[np.bool_], places: Whole, now: tuple[Miles, Whole], limit: float
) -> Miles:
    """Give each person's miles after the deal that leaves fewest people beyond a limit, then fewest miles.

    `miles` and `could` are by person and home, `places` how many each home takes. `now` is each
    person's present miles, and the home where they live: `NOWHERE` for one that is not among the
    homes, whose bed they may keep and nobody else gets. Everybody could stay where they are, so no
    more are beyond the limit than now.
    """
    actual, at = now
    if not miles.size:
        return actual.copy()
    here = at != NOWHERE
    across, may = miles.copy(), could.copy()
    across[here, at[here]], may[here, at[here]] = actual[here], True
    lived_in = np.bincount(at[here], minlength=len(places))
    column = np.repeat(np.arange(len(places)), np.minimum(np.maximum(places, lived_in), len(actual)))
    beyond = len(actual) * (float(max(across.max(), actual.max())) + 1.0)
    cost, stay = (some + beyond * (some > limit) for some in (across, actual))
    # `must` outweighs whatever all others could save: who lives in a home of the deal keeps a bed in one.
    must = (float(max(cost.max(initial=0.0), stay.max(initial=0.0))) + 1.0) * (len(actual) + 1)
    gain = np.where(may, np.maximum(np.where(here, must, stay)[:, None] - cost, 0.0), 0.0)[:, column]
    rows, beds = linear_sum_assignment(gain, maximize=True)
    better = gain[rows, beds] > 0
    found = actual.copy()
    found[rows[better]] = across[rows[better], column[beds[better]]]
    return found
