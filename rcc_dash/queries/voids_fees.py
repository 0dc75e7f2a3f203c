"""What does a place in a children's home cost a week? The price basis of everything on voids."""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache, partial

import pandas as pd

from rcc_dash.domain.amounts import cost_mean
from rcc_dash.domain.disclosure import HIDDEN, Rule
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.headline import Figure
from rcc_dash.domain.places import cooperatives
from rcc_dash.domain.voids import RUN_BY, run_by_of
from rcc_dash.queries.lattice import is_anybody
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.released import Measured, figure, is_so
from rcc_dash.queries.voids_homes import Moment, of_main_kind, void_children, void_homes


@lru_cache(maxsize=16)
def fees(reader: Reader, rcc: str, when: Moment) -> Mapping[str, Figure]:
    """Give the mean weekly cost in £ of the cooperative's children in children's homes, by who runs them.

    A figure without value and mark: no cost is loaded, or of a few children only. Worked out once for
    everybody, whatever the filter.
    """
    measured = Measured("fees", when.day, Filters(rcc=rcc))

    def mean(code: str) -> Figure:
        return _mean(reader.rule, _priced(reader, rcc, when)[code], when)

    if not is_so(reader, measured, "priced", lambda: _is_priced(reader, rcc, when)):
        return dict.fromkeys(RUN_BY, Figure(None))
    found = {code: figure(reader, measured, code, partial(mean, code)) for code in RUN_BY}
    return {code: replace(one, as_of=when.children) for code, one in found.items()}


def _is_priced(reader: Reader, rcc: str, when: Moment) -> bool:
    return is_anybody(reader.rule, pd.concat(_priced(reader, rcc, when).values()))


@lru_cache(maxsize=8)
def _priced(reader: Reader, rcc: str, when: Moment) -> Mapping[str, pd.DataFrame]:
    """Give the cooperative's children in children's homes whose cost is known, by who runs the homes.

    Asked for by each figure of `fees` in turn; never changed by a caller.
    """
    homes = of_main_kind(void_homes(reader, when))
    living = void_children(reader, when).merge(homes[["urn", "sector", "owner_name"]], on="urn")
    living = living.dropna(subset=["weekly_cost_gbp", "sector"])
    living = living[living["la_code"].isin(cooperatives()[rcc].la_codes)]
    by = run_by_of(living["sector"])
    return {code: living[by == code] for code in RUN_BY}


def _mean(rule: Rule, children: pd.DataFrame, when: Moment) -> Figure:
    if children.empty:
        return Figure(None, "" if rule.exact else HIDDEN)
    costs = children.rename(columns={"weekly_cost_gbp": "cost_gbp", "owner_name": "provider"})
    return Figure(*cost_mean(rule, costs), when.children)
