"""What is the middle, or the mean, of many children's miles or costs, and may it be shown?

Rules of design/disclosure.md 1.2: a quantile needs enough children on both of its sides and
steps aside by a few of them, fixed by who they are; a mean needs ten, and its longest
twentieth is drawn in, so that no one child can be read off it. A cost needs more (`domain.dominance`).
"""

from hashlib import sha256
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from rcc_dash.domain.disclosure import HIDDEN, NONE, Rule
from rcc_dash.domain.dominance import costs_may_be_shown
from rcc_dash.settings import PROTECT_MIN_CHILDREN

Amounts = NDArray[np.float64]

_EACH_SIDE: Final = PROTECT_MIN_CHILDREN + 2
"""Children that must lie on either side of a quantile; two of them may be stepped over."""
_DRAWN_IN: Final = 95.0
_STEP_GBP: Final = 50


def quantile(rule: Rule, amounts: ArrayLike, share: float, key_sum: int) -> tuple[float | None, str]:
    """Give the amount below which this share of the children lies, to a whole unit, and its mark.

    Unknown amounts (NaN) are left out. Exact figures keep 0.1 and do not step aside.
    `key_sum` is the sum of the children's record keys.
    """
    known = _known(amounts)
    if len(known) == 0:
        return None, NONE if rule.exact else HIDDEN
    if rule.exact:
        return round(float(np.quantile(known, share)), 1), ""
    if len(known) * min(share, 1 - share) < _EACH_SIDE:
        return None, HIDDEN
    place = round(len(known) * share) - 1 + _step(rule, share, len(known), key_sum)
    return float(round(known[min(max(place, 0), len(known) - 1)])), ""


def mean(rule: Rule, amounts: ArrayLike) -> tuple[float | None, str]:
    """Give the mean amount to a whole unit, the longest twentieth drawn in, and its mark.

    Unknown amounts (NaN) are left out. Exact figures keep 0.1 and draw nothing in.
    """
    known = _known(amounts)
    if len(known) == 0:
        return None, NONE if rule.exact else HIDDEN
    if rule.exact:
        return round(float(known.mean()), 1), ""
    if len(known) < PROTECT_MIN_CHILDREN:
        return None, HIDDEN
    return float(round(np.minimum(known, np.percentile(known, _DRAWN_IN)).mean())), ""


def cost_mean(rule: Rule, costs: pd.DataFrame) -> tuple[float | None, str]:
    """Give the mean weekly cost in £ to £50, the dearest twentieth drawn in, and its mark.

    `costs` has a row per child, with the columns of `dominance.costs_may_be_shown`.
    """
    if not costs_may_be_shown(rule, costs):
        return None, HIDDEN
    value, mark = mean(rule, costs["cost_gbp"])
    return (None if value is None else float(_STEP_GBP * round(value / _STEP_GBP))), mark


def _known(amounts: ArrayLike) -> Amounts:
    given = np.asarray(amounts, float)
    return np.sort(given[~np.isnan(given)])


def _step(rule: Rule, share: float, children: int, key_sum: int) -> int:
    """Step aside by -2 to 2 children, always by the same for the same children and share."""
    digest = sha256(f"{rule.pepper}:q:{share}:{key_sum}:{children}".encode()).hexdigest()
    return int(digest[:8], 16) * 5 // 2**32 - 2
