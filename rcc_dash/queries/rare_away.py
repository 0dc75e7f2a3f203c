"""Who with a rare need lives far away for want of a place, who is served in the region, and what differs?"""

from dataclasses import dataclass
from functools import partial
from typing import Final

import pandas as pd

from rcc_dash.domain.amounts import cost_mean, mean
from rcc_dash.domain.cohorts import Cohort
from rcc_dash.domain.disclosure import HIDDEN
from rcc_dash.domain.headline import Figure
from rcc_dash.domain.rare import OWN, REGION
from rcc_dash.domain.suitability import SECURE_CODE
from rcc_dash.queries.distance_middles import is_one_cell
from rcc_dash.queries.rare_owned import COSTED
from rcc_dash.queries.rare_parts import RareAsked
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.released import figure
from rcc_dash.queries.suited import CHILD_LED

SAVED_BY: Final = (*COSTED, "distance_miles", "out_region", "far", "reason", "lives")
"""What tells of a child how much a place in the region would save."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What a place in the region saves for one child: mean straight-line miles, and £ a week; protected.

    The mean of those away less the mean of those of the cohort who live near, which may be less than nothing.
    """

    miles: Figure
    weekly_gbp: Figure


def is_away(children: pd.DataFrame) -> pd.Series:
    """Say who lives outside the region or over 20 miles away, unless that was chosen for the child."""
    away: pd.Series = (children["out_region"] | children["far"]) & children["reason"].ne(CHILD_LED)
    return away


def is_served(children: pd.DataFrame, cohort: Cohort) -> pd.Series:
    """Say who lives in the region in a registered place of a kind that serves the cohort."""
    secure = children["place_code"].eq(SECURE_CODE)
    kinds = {
        "secure": secure,
        "childrens_home": children["placement"].eq("home") & ~secure,
        "school_home": children["placement"].eq("school"),
    }
    here = children["lives"].isin([OWN, REGION]) & ~children["in_unregistered"]
    if not cohort.home_types:
        return here
    return here & pd.concat([kinds[kind] for kind in cohort.home_types], axis=1).any(axis=1)


def saved(reader: Reader, asked: RareAsked, children: pd.DataFrame) -> Saved:
    """Compare the cohort's children who are away with those who live near, in the region.

    Columns read: `SAVED_BY`.
    """
    away, near = is_away(children), children["lives"].isin([OWN, REGION]) & ~children["far"]
    groups = {"away": children[away], "near": children[near]}
    measured = asked.measured("rare_saved")
    miles, costs = (
        [
            figure(reader, measured, f"{name} {what}", partial(mean_of, reader, asked, own))
            for name, own in groups.items()
        ]
        for what, mean_of in (("miles", _mean_miles), ("cost", _mean_cost))
    )
    return Saved(_less(*miles), _less(*costs))


def _mean_miles(reader: Reader, asked: RareAsked, children: pd.DataFrame) -> Figure:
    known = children[children["distance_miles"].notna()]
    if not is_one_cell(reader.rule, asked.filters, known):
        return Figure(None, HIDDEN, asked.day)
    return Figure(*mean(reader.rule, known["distance_miles"]), asked.day)


def _mean_cost(reader: Reader, asked: RareAsked, children: pd.DataFrame) -> Figure:
    priced = children.dropna(subset=["weekly_cost_gbp"])
    costs = priced[["la_code"]].assign(cost_gbp=priced["weekly_cost_gbp"], provider=priced["provider"])
    return Figure(*cost_mean(reader.rule, costs), asked.day)


def _less(away: Figure, near: Figure) -> Figure:
    if away.value is None or near.value is None:
        return Figure(None, away.mark or near.mark, away.as_of)
    return Figure(away.value - near.value, "", away.as_of)
