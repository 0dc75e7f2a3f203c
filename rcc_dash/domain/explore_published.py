"""Which official figures can be looked at on the page *Explore*?"""

from collections.abc import Mapping
from functools import cache
from typing import Final

from rcc_dash.domain.published import Wanted
from rcc_dash.domain.published_register import TOTAL, published_measures
from rcc_dash.reference.tables import rows
from rcc_dash.settings import PUBLISHED_DIR

_FIRST: Final = ("far_share", "outside_share", "far_outside_share", "cla", "cla_rate")
"""Those asked for most, before the others in their order."""


@cache
def published_series() -> Mapping[str, Wanted]:
    """Give the published figures that the app knows, by the code of their series."""
    known = {
        r["series"]: Wanted(r["measure"], r["breakdown"]) for r in rows("published_series", PUBLISHED_DIR)
    }
    kept = {code: wanted for code, wanted in known.items() if _is_of_the_register(wanted)}
    return {code: kept[code] for code in (*_FIRST, *(code for code in kept if code not in _FIRST))}


def published_options() -> Mapping[str, str]:
    """Give the same in words."""
    return {code: wanted.label for code, wanted in published_series().items()}


def _is_of_the_register(wanted: Wanted) -> bool:
    """Leave out what the register has no unit for, and totals that only repeat another series."""
    measure = published_measures().get(wanted.measure)
    return measure is not None and not (wanted.category == TOTAL and measure.dimension)
