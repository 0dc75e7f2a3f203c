"""Are the costs a week's, as they should be, or a day's or a year's (K04)?"""

from collections.abc import Iterator
from typing import Final

import pandas as pd

from rcc_dash.domain.codes import place_families
from rcc_dash.domain.dimensions import dimensions
from rcc_dash.domain.problems import Severity
from rcc_dash.intake.report import Flag
from rcc_dash.intake.subject import Subject
from rcc_dash.reference.tables import rows

_COST: Final = "weekly_cost_gbp"
_BY_KIND: Final = frozenset({"family_code", "place_code"})
"""Costs of whole homes are of no kind of placement."""
_FEWEST: Final = 5
_MOST: Final = 0.3
"""Share of a family's placements outside the plausible range: single ones are slips, many are the unit."""
_FIX: Final = "Check the unit with whoever made the file."


def cost_flags(subject: Subject) -> Iterator[Flag]:
    """Say when the costs of one kind of placement are mostly too low or too high to be those of a week."""
    for frame in subject.tables.values():
        if _COST in frame and not _BY_KIND.isdisjoint(frame.columns):
            yield from _families(frame)


def _families(frame: pd.DataFrame) -> Iterator[Flag]:
    known = frame["family_code"] if "family_code" in frame else frame["place_code"].map(place_families())
    for plausible in rows("plausible_costs"):
        costs = frame.loc[known.eq(plausible["family_code"]), _COST].astype("float64")
        costs = costs[costs > 0]
        low = float((costs < float(plausible["least_gbp_week"])).mean())
        high = float((costs > float(plausible["most_gbp_week"])).mean())
        if len(costs) >= _FEWEST and max(low, high) >= _MOST:
            yield _flag(dimensions()["placement"].label(plausible["family_code"]), low, high)


def _flag(kind: str, low: float, high: float) -> Flag:
    unit, way, share = ("£ a day", "too low", low) if low > high else ("£ a year", "too high", high)
    what = f"{kind}: {share:.0%} of the costs are {way} for a week. They may be {unit}."
    return Flag("K04", Severity.WARNING, what, _FIX)
