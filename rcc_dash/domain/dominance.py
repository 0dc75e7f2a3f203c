"""Could somebody work out what another is paid from a mean of costs? Rules of design/disclosure.md 1.2.

The same checks as ACRO's (section 6 there), by provider and by child: at least three providers,
the (n,k) rule and the p% rule. Costs are never negative, since one below zero is refused when loaded.
"""

from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike, NDArray

from rcc_dash.domain.disclosure import Rule
from rcc_dash.settings import (
    PROTECT_DOMINANT_PCT,
    PROTECT_GUESS_PCT,
    PROTECT_MIN_COSTS,
    PROTECT_MIN_PROVIDERS,
)

_LARGEST: Final = 2
_ALL: Final = 100


def costs_may_be_shown(rule: Rule, costs: pd.DataFrame) -> bool:
    """Say whether a mean or sum of these costs may be shown: one row per child.

    Columns: cost_gbp (0 or more), la_code (who pays) and provider (null if unknown: all of those
    count as one provider). A cost of several LAs must also be one that none could take its own from.
    """
    if rule.exact:
        return True
    payers = costs["la_code"].value_counts()
    paid = costs["cost_gbp"].groupby(costs["provider"].fillna("")).sum()
    if len(costs) < PROTECT_MIN_COSTS or len(paid) < PROTECT_MIN_PROVIDERS:
        return False
    if not rule.sizes_may_stand_alone(payers.tolist()):
        return False
    return not (is_dominated(paid) or is_dominated(costs["cost_gbp"]))


def is_dominated(amounts: ArrayLike) -> bool:
    """Say whether the largest of these amounts tell too much: nearly the whole, or one too closely."""
    ranked: NDArray[np.float64] = np.sort(np.asarray(amounts, float))[::-1]
    whole, rest = ranked.sum(), ranked[_LARGEST:].sum()
    is_most = _ALL * (whole - rest) > PROTECT_DOMINANT_PCT * whole
    is_guessed = _ALL * rest < PROTECT_GUESS_PCT * ranked[0]
    return bool(is_most or is_guessed)
