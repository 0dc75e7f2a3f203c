"""Five thousand far children and a thousand empty beds, made up: how long does it take to place them?"""

from typing import Final

import numpy as np

from rcc_dash.models.assignment import assigned

_CHILDREN: Final = 5_000
_BEDS: Final = 1_000
_MILES_ACROSS: Final = 100.0
_NEAR: Final = 20.0


def place_five_thousand() -> int:
    """Place as many children as possible within 20 miles, one bed each, and say how many."""
    rng = np.random.default_rng(20250331)
    homes = rng.random((_BEDS // 2, 2)) * _MILES_ACROSS
    children = rng.random((_CHILDREN, 2)) * _MILES_ACROSS
    miles = np.hypot(*(np.subtract.outer(children[:, axis], homes[:, axis]) for axis in (0, 1)))
    suitable = rng.random(miles.shape) < 0.5  # noqa: PLR2004 half of the homes suit a child
    beds = np.full(len(homes), 2, dtype=np.int64)
    return int((assigned(miles, suitable & (miles <= _NEAR), beds) >= 0).sum())
