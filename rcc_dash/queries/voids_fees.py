"""What does a place in a children's home cost a week? The price basis of everything on voids."""

from collections.abc import Mapping
from typing import Final

import pandas as pd

from rcc_dash.domain.amounts import mean
from rcc_dash.domain.disclosure import HIDDEN, Rule
from rcc_dash.domain.headline import Figure
from rcc_dash.domain.places import cooperatives
from rcc_dash.domain.voids import RUN_BY, run_by_of
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.voids_homes import Moment, of_main_kind, void_children, void_homes

_LEAST: Final = 20
"""A mean cost needs this many children (design/disclosure.md 1.2)."""
_STEP_GBP: Final = 50


def fees(reader: Reader, rcc: str, when: Moment) -> Mapping[str, Figure]:
    """Give the mean weekly cost in £ of the cooperative's children in children's homes, by who runs them.

    A figure without value and mark: no cost is loaded.
    """
    homes = of_main_kind(void_homes(reader, when))
    living = void_children(reader, when).merge(homes[["urn", "sector"]], on="urn").dropna()
    living = living[living["la_code"].isin(cooperatives()[rcc].la_codes)]
    by = run_by_of(living["sector"])
    return {code: _mean(reader.rule, living[by == code], when) for code in RUN_BY}


def _mean(rule: Rule, children: pd.DataFrame, when: Moment) -> Figure:
    if children.empty:
        return Figure(None)
    each = children["la_code"].value_counts()
    many = len(children) >= _LEAST and rule.area_may_stand_alone(len(each), len(children), int(each.max()))
    if not many and not rule.exact:
        return Figure(None, HIDDEN, when.children)
    value, mark = mean(rule, children["weekly_cost_gbp"])
    rounded = None if value is None else float(_STEP_GBP * round(value / _STEP_GBP))
    return Figure(rounded, mark, when.children)
