"""Every child looked after on some dates, with the rare needs that they have. Never leaves this room."""

from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Final

import numpy as np
import pandas as pd

from rcc_dash.domain.amounts import quantile
from rcc_dash.domain.cohorts import NEEDS_PAGE, Thresholds, cohorts, members
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.rare import BEYOND, OWN, REGION, UNKNOWN
from rcc_dash.queries.distance_children import distance_children, everywhere, of_filter
from rcc_dash.queries.distance_day import knows
from rcc_dash.queries.distance_middles import is_one_cell
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.tallies import key_sum

ANY: Final = "any"
"""The code of all cohorts of the page together: a child in several of them is in it once."""
_NEWEST: Final = "left_hospital"
_MORE: Final = ("placed_on", "home_urn", "social_care_gbp", "education_gbp", "health_gbp", "sourcing_route")
_STEP_GBP: Final = 50


@lru_cache(maxsize=32)
def rare_children(
    reader: Reader, filters: Filters, days: tuple[date, ...], thresholds: Thresholds
) -> pd.DataFrame:
    """Give the children that the filter means, one row per child and date, never changed by a caller.

    Columns: those of `distance_children` (`sector` is the provider's, `reason` why at a distance), those of
    `_MORE`, and for each cohort `in_<code>` (belongs to it) and `known_<code>` (that is known: unknown is not
    "no"), with `in_any` for any cohort of the page (`_in_any`), and where they live (`lives`). A threshold of
    the dearest n % is that of the latest day.
    """
    fixed = settled(reader, filters.rcc, max(days), thresholds)
    found = [_everyone(reader, day, fixed) for day in days]
    return of_filter(found[0] if len(found) == 1 else pd.concat(found), filters)


@lru_cache(maxsize=64)
def settled(reader: Reader, rcc: str, day: date, thresholds: Thresholds) -> Thresholds:
    """Turn "the cooperative's dearest n %" into £ a week on the day; None where too few costs are known.

    Also where those of two LAs alone are: each could take its own out.
    """
    if thresholds.top_pct is None:
        return thresholds
    everyone = distance_children(reader, Filters(rcc=rcc), (day,))
    priced = everyone.dropna(subset=["weekly_cost_gbp"])
    if not is_one_cell(reader.rule, Filters(rcc=rcc), priced):
        return replace(thresholds, cost_gbp=None, top_pct=None)
    share = 1 - thresholds.top_pct / 100
    least, _ = quantile(reader.rule, priced["weekly_cost_gbp"], share, key_sum(priced))
    cost = None if least is None else _STEP_GBP * round(least / _STEP_GBP)
    return replace(thresholds, cost_gbp=cost, top_pct=None)


@lru_cache(maxsize=32)
def _everyone(reader: Reader, day: date, thresholds: Thresholds) -> pd.DataFrame:
    children = everywhere(reader, Filters(), (day,))
    if not knows(reader, _NEWEST):
        return children.assign(**_nobody(len(children)), lives=lives_at(children))
    told = reader.ask("rare_needs", date=day.isoformat())
    found = {code: members(cohort, told, thresholds) for code, cohort in cohorts().items()}
    together = thresholds if reader.rule.exact else Thresholds()
    return children.assign(
        **{column: told[column] for column in _MORE},
        **{f"in_{code}": answer.yes for code, answer in found.items()},
        **{f"known_{code}": answer.known for code, answer in found.items()},
        in_any=_in_any(told, together),
        lives=lives_at(children),
    )


def lives_at(children: pd.DataFrame) -> pd.Series:
    """Say of each child where they live: a code of `PLACES`."""
    known = children["placement_la"].notna()
    cases = [~known, children["out_region"], children["inside"]]
    return pd.Series(np.select(cases, [UNKNOWN, BEYOND, OWN], default=REGION), children.index)


def _in_any(told: pd.DataFrame, thresholds: Thresholds) -> np.ndarray:
    """Say who is in any cohort of the page.

    Protected figures keep to the thresholds that the page opens with: each choice would else be another
    union of the same children, and two unions tell of the few who are in one of them only.
    """
    each = [members(one, told, thresholds).yes for one in cohorts().values() if NEEDS_PAGE in one.pages]
    found: np.ndarray = np.logical_or.reduce(each)
    return found


def _nobody(children: int) -> dict[str, np.ndarray]:
    """Give the columns of a build that is older than the needs: nothing is known of anybody."""
    nothing = dict.fromkeys(_MORE, np.full(children, np.nan, dtype=object))
    answers = [f"{said}_{code}" for code in cohorts() for said in ("in", "known")]
    return {**nothing, **dict.fromkeys((*answers, "in_any"), np.zeros(children, bool))}
