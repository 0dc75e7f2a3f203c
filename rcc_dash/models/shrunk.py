"""How many children of a rare kind has each LA at one time, when few are counted? Empirical Bayes.

Method: design/methods.md 3.3. A count of two is mostly chance: each LA's rate is drawn towards
the region's, the more the fewer were counted, but never much more than halfway: where LAs differ no more
than chance would have it, the method alone would tell each one the region's rate and nothing of its own.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

Amounts = NDArray[np.float64]

_LEAST_ALPHA: Final = 0.5
_NO_SPREAD: Final = 1e-9


def filled(counted: Amounts, whole: float, sizes: Amounts, most: float) -> Amounts:
    """Give one date's children by LA, which add up to the `whole`.

    `counted` is NaN where it is not known: then it is the LA's part by its size, at most `most`.
    """
    guessed = np.minimum(whole / sizes.sum() * sizes, most)
    each = np.where(np.isnan(counted), guessed, counted)
    return _scaled(each, whole)


def shrunk(means: Amounts, sizes: Amounts, dates: int) -> Amounts:
    """Give each LA's load from its mean count over some dates; all loads add up to all means.

    `sizes` are the children of whom those counted are a part; where nobody is, the load is 0.
    """
    rate = float(means.sum() / sizes.sum())
    if rate == 0:
        return np.zeros_like(means)
    there = sizes > 0
    alpha = _alpha(means[there] / sizes[there], rate, dates * sizes[there])
    beta = min(alpha / rate, dates * float(sizes[there].mean()))
    loads = sizes * (dates * means + beta * rate) / (dates * sizes + beta)
    return _scaled(loads, float(means.sum()))


def _alpha(rates: Amounts, rate: float, sizes: Amounts) -> float:
    """Say how alike LAs are: the spread of their rates beyond what chance alone makes, by moments."""
    chance = rate * float(np.mean(1.0 / sizes))
    beyond = float(np.var(rates, ddof=1)) - chance if len(rates) > 1 else 0.0
    return max(rate**2 / max(beyond, rate**2 * _NO_SPREAD), _LEAST_ALPHA)


def _scaled(each: Amounts, whole: float) -> Amounts:
    total = float(each.sum())
    found: Amounts = each * (whole / total) if total else np.zeros_like(each)
    return found
