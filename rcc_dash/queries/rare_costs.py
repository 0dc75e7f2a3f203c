"""What do rare needs cost a week and a year, who pays, and how many provide? By the rules of dominance.

What is spent is worked out from what is shown: children with a known cost, times their mean cost,
times the weeks of a year. So a year's spend tells no more than the two numbers that it is made of.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

import pandas as pd

from rcc_dash.domain.amounts import cost_mean, quantile
from rcc_dash.domain.disclosure import HIDDEN, Rule
from rcc_dash.domain.dominance import costs_may_be_shown
from rcc_dash.domain.headline import Figure
from rcc_dash.domain.rare import PAYERS, PLACES
from rcc_dash.queries.children import ALL_AREAS
from rcc_dash.queries.counts import Counts
from rcc_dash.queries.distance_middles import is_of_several, is_one_cell
from rcc_dash.queries.rare_children import ANY
from rcc_dash.queries.rare_owned import COSTED, is_costed, owned, owned_with_cost
from rcc_dash.queries.rare_parts import RareAsked, count_parts
from rcc_dash.queries.rare_places import EVERYONE
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.released import figure
from rcc_dash.queries.tallies import Parts, key_sum
from rcc_dash.settings import PROTECT_BASE, WEEKS_A_YEAR

_POINTS: Final = {"lower": 0.25, "median": 0.5, "upper": 0.75}
_STEP_GBP: Final = 50
_TOLD, _SHARED = "told", "shared"
NO_COST: Final = Figure(None, "no cost loaded")


@dataclass(frozen=True, slots=True)
class RareCost:
    """What some children cost: how many costs are known, £ a week (mean, quarter points), £ a year in all."""

    priced: Figure
    mean: Figure
    points: Mapping[str, Figure]
    """`lower`, `median` and `upper` quarter points."""
    year: Figure


@dataclass(frozen=True, slots=True)
class RarePayer:
    """One agency's part: children that it pays for, and its mean £ a week over all whose parts are known."""

    children: Figure
    mean: Figure


def rare_costs(reader: Reader, asked: RareAsked) -> dict[str, RareCost]:
    """Give what the cohort costs, in all and by where children live (`PLACES`), any need, and everyone."""
    priced = _priced(reader, asked)
    if not is_costed(reader, asked, "any"):
        return dict.fromkeys(priced, RareCost(NO_COST, NO_COST, dict.fromkeys(_POINTS, NO_COST), NO_COST))
    counts = count_parts(reader, asked, "rare_priced", _priced_parts)
    return {
        code: _cost(reader, asked, (code, children), counts.figure(ALL_AREAS, code))
        for code, children in priced.items()
    }


def note_costs(reader: Reader, asked: RareAsked) -> None:
    """Ask for all that a release holds of a sub-region's costs: other counts go with the cooperative's."""
    mean_cost(reader, asked)
    rare_providers(reader, asked)
    for of in _priced(reader, asked).items():
        _cost(reader, asked, of, Figure(None))
    rare_payers(reader, asked)  # with its counts: a mean of few whom an agency pays for must not get in


def _priced(reader: Reader, asked: RareAsked) -> dict[str, pd.DataFrame]:
    """Give the children whose cost is known: all, with any need, and the cohort's by where they live."""
    children = owned(reader, asked)
    return {code: children[[*COSTED]][is_in] for code, is_in in _priced_parts(children, asked).items()}


def _priced_parts(children: pd.DataFrame, asked: RareAsked) -> Parts:
    priced = children["weekly_cost_gbp"].notna()
    own = priced & children[f"in_{asked.cohort}"]
    places = {place: own & children["lives"].eq(place) for place in PLACES}
    return {EVERYONE: priced, ANY: priced & children["in_any"], **places, asked.cohort: own}


def mean_cost(reader: Reader, asked: RareAsked) -> Figure:
    """Give the cohort's mean £ a week, or why it has none."""
    if not is_costed(reader, asked, "mean"):
        return NO_COST
    return _mean(reader, asked, ("cohort", partial(owned_with_cost, reader, asked)), "weekly_cost_gbp")


def rare_payers(reader: Reader, asked: RareAsked) -> dict[str, RarePayer]:
    """Give each agency's part in the cohort's costs (`PAYERS`), of the children whose parts are known."""
    told = _with_parts(reader, asked)
    counts = count_parts(reader, asked, "rare_payers", _payer_parts)
    return {payer: _payer(reader, asked, told, counts, payer) for payer in PAYERS}


def _payer_parts(children: pd.DataFrame, asked: RareAsked) -> Parts:
    costs = children[["weekly_cost_gbp", *PAYERS]].astype("float64")
    told = children[f"in_{asked.cohort}"] & costs.notna().all(axis=1)
    shared = told & (costs["weekly_cost_gbp"] > costs["social_care_gbp"])
    return {_TOLD: told, _SHARED: shared, **{payer: told & (costs[payer] > 0) for payer in PAYERS}}


def _with_parts(reader: Reader, asked: RareAsked) -> pd.DataFrame:
    own = _own(reader, asked, (*COSTED, *PAYERS))
    return own.dropna(subset=["weekly_cost_gbp", *PAYERS]).astype(dict.fromkeys(PAYERS, "float64"))


def rare_providers(reader: Reader, asked: RareAsked) -> int | None:
    """Count the known providers of the cohort's placements; None where that could tell whose they are.

    Rounded as children are, with noise that the children fix: one more would tell of one child's move.
    """
    own = _own(reader, asked, COSTED).assign(cost_gbp=1.0)

    def providers() -> Figure:
        may = is_one_cell(reader.rule, asked.filters, own) and costs_may_be_shown(reader.rule, own)
        return Figure(_providers(reader.rule, own) if may else None, "", asked.day)

    number = figure(reader, asked.measured("rare_providers"), "providers", providers).value
    return None if number is None else int(number)


def _providers(rule: Rule, own: pd.DataFrame) -> float:
    number = own["provider"].nunique()
    return float(number if rule.exact else max(rule.places(number, key_sum(own)), PROTECT_BASE))


def _own(reader: Reader, asked: RareAsked, columns: Sequence[str]) -> pd.DataFrame:
    everyone = owned(reader, asked)
    return everyone[[*columns]][everyone[f"in_{asked.cohort}"]]


def _payer(reader: Reader, asked: RareAsked, told: pd.DataFrame, counts: Counts, payer: str) -> RarePayer:
    """Give one agency's part; no mean where those it is paid for, or those whose cost is shared, are few."""
    children, few = counts.figure(ALL_AREAS, payer), Figure(None, HIDDEN, asked.day)
    is_shown = children.value is not None and counts.number(ALL_AREAS, _SHARED) is not None
    return RarePayer(children, _mean(reader, asked, (_TOLD, lambda: told), payer) if is_shown else few)


def _cost(reader: Reader, asked: RareAsked, of: tuple[str, pd.DataFrame], priced: Figure) -> RareCost:
    code, children = of
    weekly = _mean(reader, asked, (code, lambda: children), "weekly_cost_gbp")
    if weekly.value is None:
        return RareCost(priced, weekly, dict.fromkeys(_POINTS, weekly), weekly)
    keys, costs = key_sum(children), children["weekly_cost_gbp"]

    def point(share: float) -> Figure:
        return _stepped(*quantile(reader.rule, costs, share, keys), asked)

    measured = asked.measured("rare_cost_points")
    points = {
        name: figure(reader, measured, f"{code} {name}", partial(point, share))
        for name, share in _POINTS.items()
    }
    return RareCost(priced, weekly, points, _year(priced, weekly))


def _mean(
    reader: Reader, asked: RareAsked, of: tuple[str, Callable[[], pd.DataFrame]], column: str
) -> Figure:
    """Give a mean of £ a week to £50, where who is paid and who pays could not be told from it."""
    code, children = of
    return figure(
        reader,
        asked.measured("rare_mean_cost"),
        f"{code} {column}",
        lambda: _mean_of(reader, asked, children, column),
    )


def _mean_of(reader: Reader, asked: RareAsked, own: Callable[[], pd.DataFrame], column: str) -> Figure:
    if is_of_several(asked.filters) and not reader.rule.exact:
        return Figure(None, HIDDEN, asked.day)
    children = own()
    whole = children.rename(columns={"weekly_cost_gbp": "cost_gbp"})
    if not is_one_cell(reader.rule, asked.filters, whole):
        return Figure(None, HIDDEN, asked.day)
    if column == "weekly_cost_gbp":
        return Figure(*cost_mean(reader.rule, whole), asked.day)
    if not costs_may_be_shown(reader.rule, whole):
        return Figure(None, HIDDEN, asked.day)
    return Figure(*cost_mean(reader.rule, whole.assign(cost_gbp=children[column])), asked.day)


def _stepped(value: float | None, mark: str, asked: RareAsked) -> Figure:
    return Figure(None if value is None else float(_STEP_GBP * round(value / _STEP_GBP)), mark, asked.day)


def _year(priced: Figure, weekly: Figure) -> Figure:
    if priced.value is None or weekly.value is None:
        return Figure(None, priced.mark or weekly.mark, weekly.as_of)
    return Figure(priced.value * weekly.value * WEEKS_A_YEAR, "", weekly.as_of)
