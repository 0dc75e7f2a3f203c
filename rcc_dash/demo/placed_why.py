"""How was each stay found, why is it where it is, and was the child deprived of liberty in it?"""

from typing import Final

import numpy as np
import pandas as pd

from rcc_dash.demo.kinds import (
    HOME,
    IN_FAR,
    NEVER,
    OTHER_LA,
    OUT_FAR,
    OUT_NEAR,
    PRIVATE,
    PUBLIC,
    VOLUNTARY,
    YEARS,
    Flags,
    Floats,
    Ints,
    Texts,
    day,
)

BOUGHT: Final = (OTHER_LA, PUBLIC, PRIVATE, VOLUNTARY)
"""Providers from whom a placement is bought."""

_ORDER_SHARE: Final = 0.36
"""Of stays in children's homes, those with an order at some time: a ninth on a day (methods.md 3.2)."""
_MEAN_ORDER_DAYS: Final = 395
_SHORTEST_ORDER: Final = 21
_REASONS: Final = np.array(["none_local", "local_unavailable", "child_led", "unknown", "not_applicable"])


def placed_why(stays: pd.DataFrame, people: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """Add reason (for the distance), route (how bought), order_from, order_until (NEVER) and luck to stays.

    `luck` is a standard normal number by which the stay's price differs from what is usual.
    """
    burden = people["burden"].to_numpy()[stays["person"]]
    bought = stays["provider"].isin(BOUGHT).to_numpy()
    far = stays["locality"].isin([IN_FAR, OUT_FAR]).to_numpy()
    spot = np.clip(0.22 + 0.09 * burden + 0.12 * far, 0.05, 0.85)
    draw = rng.random(len(stays))
    route = np.where(draw < spot, "spot", np.where(draw > 0.94, "block", "framework"))  # noqa: PLR2004 the last 6%
    order_from, order_until = _orders(stays, burden, rng)
    return stays.assign(
        reason=_reasons(stays, burden, rng),
        route=np.where(bought, route, ""),
        order_from=order_from,
        order_until=order_until,
        luck=rng.standard_normal(len(stays)),
    )


def _reasons(stays: pd.DataFrame, burden: Floats, rng: np.random.Generator) -> Texts:
    """Draw a reason: lack of any local provision weighs more where needs are greater."""
    n = len(stays)
    far = stays["locality"].isin([IN_FAR, OUT_FAR]).to_numpy()
    near_by = (stays["locality"] == OUT_NEAR).to_numpy()
    lacks = np.clip(0.22 + 0.08 * burden, 0.08, 0.55)
    shares_far = np.column_stack([lacks, np.full(n, 0.30), 0.62 - lacks, np.full(n, 0.08), np.zeros(n)])
    shares = np.where(far[:, None], shares_far, [0.0, 0.0, 0.02, 0.04, 0.94])
    shares = np.where(near_by[:, None], [0.05, 0.16, 0.09, 0.05, 0.65], shares)
    picked: Ints = (rng.random(n)[:, None] > shares.cumsum(axis=1)).sum(axis=1)
    return _REASONS[np.minimum(picked, len(_REASONS) - 1)]


def _orders(stays: pd.DataFrame, burden: Floats, rng: np.random.Generator) -> tuple[Ints, Ints]:
    """Draw orders: from some weeks into a stay, for a year on average, never beyond its end."""
    began, ended = stays["began"].to_numpy(), stays["ended"].to_numpy()
    start = began + rng.integers(0, 60, len(stays))
    until = start + _SHORTEST_ORDER + rng.exponential(_MEAN_ORDER_DAYS, len(stays)).astype(np.int64)
    under = _under_order(stays, burden, rng) & (start < np.minimum(ended, day(YEARS[-1])))
    runs = until > day(YEARS[-1])
    until = np.where(runs & (ended == NEVER), NEVER, np.minimum(until, ended))
    return np.where(under, start, NEVER), np.where(under, until, NEVER)


def _under_order(stays: pd.DataFrame, burden: Floats, rng: np.random.Generator) -> Flags:
    in_home = (stays["placement"] == HOME).to_numpy()
    score = burden + rng.gumbel(size=len(stays)) / 2
    most = np.quantile(score[in_home], 1 - _ORDER_SHARE)
    chosen: Flags = in_home & (score > most)
    return chosen
