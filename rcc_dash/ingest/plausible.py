"""Is a weekly cost what such placements cost, and what others in the home cost?

Ranges by family: `data/reference/plausible_costs.csv`, open to editing.
"""

from functools import cache
from typing import Final

import pandas as pd

from rcc_dash.ingest.urns import OTHER_REGULATOR
from rcc_dash.reference.tables import rows

WEEKS_A_YEAR: Final = 52
DAYS_A_WEEK: Final = 7
_SPREAD: Final = 3.0
"""Solo care costs up to three times what shared care does in one home; more is worth a look."""


def odd_prices(family_code: pd.Series, weekly_gbp: pd.Series) -> pd.Series:
    """Say what is odd about each weekly cost: `yearly`, `daily` or `unlikely`; null if nothing is.

    `yearly`, `daily`: far from what the family costs a week, but usual as a price per year or
    day. Costs of zero, and families without a range, are never odd.
    """
    is_odd = ~_is_usual(family_code, weekly_gbp) & (weekly_gbp > 0).fillna(value=False)
    odd = pd.Series("unlikely", index=weekly_gbp.index, dtype="str")
    odd = odd.mask(_is_usual(family_code, weekly_gbp / WEEKS_A_YEAR), "yearly")
    odd = odd.mask(_is_usual(family_code, weekly_gbp * DAYS_A_WEEK), "daily")
    return odd.where(is_odd & family_code.isin(list(_ranges())))


def uneven_prices(costs: pd.DataFrame) -> pd.Series:
    """Mark placements in homes where one child of an LA costs over three times what another does on a date.

    `costs` holds la_code, home_urn, as_of and weekly_cost_gbp of each placement.
    """
    priced = costs[costs["home_urn"].ne(OTHER_REGULATOR) & (costs["weekly_cost_gbp"] > 0)]
    weekly = priced["weekly_cost_gbp"].groupby([priced["la_code"], priced["home_urn"], priced["as_of"]])
    uneven = weekly.transform("max") > _SPREAD * weekly.transform("min")
    return uneven.fillna(value=False).astype("bool").reindex(costs.index, fill_value=False)


def _is_usual(family_code: pd.Series, weekly_gbp: pd.Series) -> pd.Series:
    least = family_code.map({code: least for code, (least, _) in _ranges().items()}).astype("Float64")
    most = family_code.map({code: most for code, (_, most) in _ranges().items()}).astype("Float64")
    return ((weekly_gbp >= least) & (weekly_gbp <= most)).fillna(value=False).astype("bool")


@cache
def _ranges() -> dict[str, tuple[float, float]]:
    found = rows("plausible_costs")
    return {r["family_code"]: (float(r["least_gbp_week"]), float(r["most_gbp_week"])) for r in found}
