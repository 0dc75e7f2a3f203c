"""Every child looked after on a day, with how far from home that is in each sense. Never leaves this room."""

from datetime import date
from functools import lru_cache
from typing import Final

import numpy as np
import pandas as pd
from pandas.api.extensions import ExtensionArray

from rcc_dash.domain.distance import band_codes, is_borderline, is_far
from rcc_dash.domain.distance_base import standings
from rcc_dash.domain.places import OUTSIDE_ENGLAND, rcc_of
from rcc_dash.domain.splits import UNKNOWN, care_bands, cost_bands, legal_group
from rcc_dash.models.far_chance import counted_as, far_chance
from rcc_dash.queries.by_value import by_value, looked_up
from rcc_dash.queries.reader import Reader
from rcc_dash.settings import FAR_MILES

_ONLY_READ: Final = ["uasc", "legal_status", "distance_basis", "origin_sector", "placement_sector"]
"""What others follow from, and nobody asks for itself."""
_CAME: Final = ["east", "north", "la_code", "spread_miles"]
_LIVES: Final = ["spread_miles"]


@lru_cache(maxsize=16)
def children_on(reader: Reader, day: date) -> pd.DataFrame:
    """Give all children of a day, by LA and record key, never changed by a caller.

    Columns: those of `distance_children.sql` that are not only read; origin_east, origin_north and origin_la
    (of the sector of home; null if unknown), `standing` and `band` (codes), yes-or-no columns for
    each share (`measures.DISTANCE_MEASURES`; unknown is no) with `far_sure`, `far_maybe`, `far_likely`
    and the same of `far_outside` around what postcode sectors leave open (as many are likely far as
    their chances add up to), the groups of `domain.splits`, `reason` and `reason_label`.
    """
    rows = reader.ask("distance_children", date=day.isoformat())
    places = reader.ask("sectors").set_index("postcode_sector")
    came = looked_up(rows["origin_sector"], places[_CAME])
    lives = looked_up(rows["placement_sector"], places[_LIVES])
    has_origin = rows["origin_sector"].notna()
    return rows.drop(columns=_ONLY_READ).assign(
        origin_east=came["east"],
        origin_north=came["north"],
        origin_la=came["la_code"],
        **_away(rows, came["spread_miles"], lives["spread_miles"]),
        standing=standings(rows["placement"], rows["uasc"], has_origin, rows["distance_miles"]),
        band=band_codes(rows["distance_miles"]),
        cost=cost_bands(rows["weekly_cost_gbp"]),
        legal=by_value(rows["legal_status"], legal_group, UNKNOWN),
        **_needs(reader, day),
    )


def _away(rows: pd.DataFrame, came: pd.Series, lives: pd.Series) -> dict[str, np.ndarray]:
    """Say who is away from home, in each sense, and what the spreads of postcode sectors leave open of it."""
    miles, far = rows["distance_miles"], is_far(rows["distance_miles"])
    by_sector = rows["distance_basis"].eq("sector")
    spread, spread_to = (one.where(by_sector, 0.0).fillna(0.0) for one in (came, lives))
    open_ = is_borderline(miles, rows["distance_basis"])
    found = {
        "far": far,
        "far_sure": far & ~open_,
        "far_maybe": far | open_,
        "far_likely": counted_as(far_chance(miles, spread, spread_to, FAR_MILES)),
    }
    outside = rows["outside"].to_numpy(bool)
    both = {name.replace("far", "far_outside"): found[name] & outside for name in found}
    return {
        **found,
        **both,
        "far_inside": far & rows["inside"].to_numpy(bool),
        "out_region": out_of_region(rows),
        "out_england": rows["placement_la"].isin(list(OUTSIDE_ENGLAND)).to_numpy(),
    }


def out_of_region(rows: pd.DataFrame) -> np.ndarray:
    """Say who is placed with no member of the cooperative of their LA; an unknown LA is not outside."""
    own, there = (by_value(rows[name], _cooperative, "") for name in ("la_code", "placement_la"))
    known = rows["placement_la"].notna() & own.ne("")
    return (known & own.ne(there)).to_numpy()


def _cooperative(la_code: str) -> str:
    return rcc_of(la_code) or ""


def _needs(reader: Reader, day: date) -> dict[str, pd.Series | ExtensionArray]:
    """Give what later sources say, in the order of the children."""
    rows = reader.ask("distance_needs", date=day.isoformat())
    return {
        "care": care_bands(rows["care_days"]),
        "dols": rows["dols"],
        "solo": rows["solo"],
        "reason": rows["reason"],
        "reason_label": rows["reason_label"],
    }
