"""Which children of a rare need are counted for its load, as served in the region, and as away?"""

from typing import Final

import pandas as pd

from bench.oracle_sets import Make, Sets
from rcc_dash.domain.cohorts import NEEDS_PAGE, cohorts
from rcc_dash.domain.suitability import SECURE_CODE


def _loads(rows: pd.DataFrame, option: str, _rcc: str) -> Sets:
    yield rows[rows[f"in_{option.partition('/')[0]}"]], {}


def _gaps(rows: pd.DataFrame, _option: str, _rcc: str) -> Sets:
    """Give of each need who lives in the region in a home that serves it, and who is away, not by choice."""
    secure = rows["place_code"].eq(SECURE_CODE)
    kind = rows["placement"].map({"home": "childrens_home", "school": "school_home"}).mask(secure, "secure")
    here = rows["lives"].isin(["own", "region"]) & ~rows["in_unregistered"]
    away = (rows["out_region"] | rows["far"]) & rows["reason"].ne("child_led")
    for code, cohort in cohorts().items():
        if NEEDS_PAGE in cohort.pages:
            serves = kind.isin(cohort.home_types) | (not cohort.home_types)
            yield rows[rows[f"in_{code}"] & here & serves], {"part": f"{code} served"}
            yield rows[rows[f"in_{code}"] & away], {"part": f"{code} away"}


GAPS: Final[dict[str, Make]] = {"loads": _loads, "rare_gap": _gaps}
