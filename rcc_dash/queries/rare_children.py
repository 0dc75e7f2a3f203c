"""Every child looked after on some dates, with the rare needs that they have. Never leaves this room."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Final

import numpy as np
import pandas as pd

from rcc_dash.domain.amounts import quantile
from rcc_dash.domain.cohort_rules import Answer
from rcc_dash.domain.cohorts import NEEDS_PAGE, Thresholds, cohorts, cohorts_of, members
from rcc_dash.domain.filters import Filters
from rcc_dash.queries.distance_children import of_filter
from rcc_dash.queries.distance_middles import is_one_cell
from rcc_dash.queries.lattice import anybody_in
from rcc_dash.queries.rare_told import children_told
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.tallies import key_sum

ANY: Final = "any"
"""The code of all cohorts of the page together: a child in several of them is in it once."""
COST: Final = "weekly_cost_gbp"
_KEPT: Final = (
    "la_code", "record_key", "placement", "place_code", "age", "sector", "placed_on", "home_urn",
    "distance_miles", "band", "far", "out_region", "lives", "reason", COST, "social_care_gbp",
    "education_gbp", "health_gbp",
)  # fmt: skip
_STEP_GBP: Final = 50


@lru_cache(maxsize=32)
def rare_children(
    reader: Reader, filters: Filters, days: tuple[date, ...], thresholds: Thresholds
) -> pd.DataFrame:
    """Give the children that the filter means, one row per child and date, never changed by a caller.

    Columns: `_KEPT` of `rare_told.children_told`, and for each cohort `in_<code>` (belongs to it) and
    `known_<code>` (that is known: unknown is not "no"), with `in_any` for any cohort of the page (`_in_any`).
    A threshold of the dearest n % is that of the latest day.
    """
    fixed = settled(reader, filters.rcc, max(days), thresholds)
    found = [_everyone(reader, filters.rcc, day, fixed) for day in days]
    return of_filter(found[0] if len(found) == 1 else pd.concat(found), filters)


@lru_cache(maxsize=64)
def settled(reader: Reader, rcc: str, day: date, thresholds: Thresholds) -> Thresholds:
    """Turn "the cooperative's dearest n %" into £ a week on the day; None where too few costs are known.

    Also where those of two LAs alone are: each could take its own out.
    """
    if thresholds.top_pct is None:
        return thresholds
    everyone = children_told(reader, rcc, day)[["la_code", "record_key", COST]]
    priced = everyone.dropna(subset=[COST])
    if not is_one_cell(reader.rule, Filters(rcc=rcc), priced):
        return replace(thresholds, cost_gbp=None, top_pct=None)
    share = 1 - thresholds.top_pct / 100
    least, _ = quantile(reader.rule, priced[COST], share, key_sum(priced))
    cost = None if least is None else _STEP_GBP * round(least / _STEP_GBP)
    return replace(thresholds, cost_gbp=cost, top_pct=None)


@lru_cache(maxsize=64)
def known_at_all(reader: Reader, rcc: str, day: date, thresholds: Thresholds) -> frozenset[str]:
    """Name the cohorts, and `COST`, that are known of children of the cooperative, and not of a few.

    All at once: the page asks of each.
    """
    children = rare_children(reader, Filters(rcc=rcc), (day,), thresholds)
    known = {code: children[f"known_{code}"] for code in cohorts()}
    return anybody_in(reader.rule, children, {**known, COST: children[COST].notna()})


@lru_cache(maxsize=32)
def _everyone(reader: Reader, rcc: str, day: date, thresholds: Thresholds) -> pd.DataFrame:
    found = _answers(reader, rcc, day, thresholds)
    each = {f"in_{code}": answer.yes for code, answer in found.items()}
    each |= {f"known_{code}": answer.known for code, answer in found.items()}
    together = thresholds if reader.rule.exact else Thresholds()
    return children_told(reader, rcc, day)[[*_KEPT]].assign(
        **each, in_any=_in_any(_answers(reader, rcc, day, together))
    )


@lru_cache(maxsize=32)
def _answers(reader: Reader, rcc: str, day: date, thresholds: Thresholds) -> Mapping[str, Answer]:
    """Say of every cohort which children belong to it."""
    told = children_told(reader, rcc, day)
    return {code: members(cohort, told, thresholds) for code, cohort in cohorts().items()}


def _in_any(found: Mapping[str, Answer]) -> np.ndarray:
    """Say who is in any cohort of the page.

    Protected figures keep to the thresholds that the page opens with: each choice would else be another
    union of the same children, and two unions tell of the few who are in one of them only.
    """
    together: np.ndarray = np.logical_or.reduce([found[code].yes for code in cohorts_of(NEEDS_PAGE)])
    return together
