"""What is told of each child of a cooperative that makes a need rare? Rows never leave this room."""

from datetime import date
from functools import lru_cache

import numpy as np
import pandas as pd
from pandas.api.extensions import ExtensionArray

from rcc_dash.domain.coded import coded
from rcc_dash.domain.distance import band_codes, is_far
from rcc_dash.domain.places import cooperatives
from rcc_dash.domain.rare import BEYOND, OWN, PLACES, REGION, UNKNOWN
from rcc_dash.queries.distance_day import out_of_region
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.tallies import Mask


@lru_cache(maxsize=16)
def children_told(reader: Reader, rcc: str, day: date) -> pd.DataFrame:
    """Give all children of a cooperative on a day, one row per child, never changed by a caller.

    Columns: those of `rare_needs.sql`; `sector` (the provider's) and `reason` (why at a distance), which
    filters and pages call so; `out_region`, `far` and `band` as `distance_children` has them; and where they
    live (`lives`, a code of `PLACES`).
    """
    told = reader.ask("rare_needs", date=day.isoformat(), la_codes=[*cooperatives()[rcc].la_codes])
    away, miles = out_of_region(told), told["distance_miles"]
    return told.assign(
        sector=told["provider"],
        reason=told["distance_reason"],
        out_region=away,
        far=is_far(miles),
        band=band_codes(miles),
        lives=_lives(told, away),
    )


def _lives(told: pd.DataFrame, away: Mask) -> ExtensionArray:
    codes = [*PLACES]
    own, region, beyond, unknown = map(codes.index, (OWN, REGION, BEYOND, UNKNOWN))
    here = np.where(told["inside"].to_numpy(bool), own, region)
    known = np.where(away, beyond, here)
    return coded(np.where(told["placement_la"].isna(), unknown, known), codes)
