"""How much do releases give away one after another, and what do they keep? Scorecard rows 7 and 18."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

import numpy as np
import pandas as pd

from rcc_dash.domain.churn import CARRIED, standings
from rcc_dash.domain.disclosure import Rule
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.places import cooperatives
from rcc_dash.queries.distance_children import of_filter
from rcc_dash.queries.distance_day import children_on
from rcc_dash.queries.lattice import shown
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.tallies import tallied
from rcc_dash.settings import PROTECT_MIN_CHILDREN

_DAY: Final = date(2025, 3, 31)


@dataclass(frozen=True)
class Attacked:
    """What came of an attack on somebody who joined between two releases."""

    trials: int
    right: float
    prior: float
    """Right by naming the commonest type of placement."""
    carried: int
    """Trials in which the LA was held back."""
    alike: int
    """Of them with every cell carried forward."""


def joined(rule: Rule, children: pd.DataFrame, trials: int, changed: int) -> Attacked:
    """Let `changed` children join a third of some LA's children, and guess the first one's placement.

    The attacker names the placement of which most cells moved, or the commonest where none did.
    """
    rng = np.random.default_rng(7)
    right = prior = carried = alike = 0
    for _ in range(trials):
        order = rng.permutation(len(children))
        before, new = children.iloc[order[: len(order) // 3]], children.iloc[order[-changed:]]
        now = pd.concat([before, new])
        key = ("LA", _DAY)
        held = standings({key: now}, {key: before}, None)[0].state == CARRIED
        moved = _moved(rule, before, before if held else now)
        usual = str(before["placement"].mode()[0])
        votes = [dict(zip(by, values, strict=True)).get("placement") for by, values in moved]
        named = pd.Series([vote for vote in votes if vote], dtype=object)
        truth = new["placement"].iloc[0]
        right += (str(named.mode()[0]) if len(named) else usual) == truth
        prior += usual == truth
        carried += held
        alike += held and not moved
    return Attacked(trials, right / trials, prior / trials, carried, alike)


def _moved(
    rule: Rule, before: pd.DataFrame, now: pd.DataFrame
) -> list[tuple[tuple[str, ...], tuple[object, ...]]]:
    """Give the cells of one or two attributes that are shown otherwise in the new release."""
    found = []
    for by in (("placement",), ("placement", "age"), ("placement", "sector")):
        one, other = ({tuple(row[:-1]): row[-1] for row in _cells(rule, some, by)} for some in (before, now))
        found += [(by, cell) for cell in {*one, *other} if one.get(cell) != other.get(cell)]
    return found


def _cells(rule: Rule, children: pd.DataFrame, by: tuple[str, ...]) -> Iterator[tuple[object, ...]]:
    cells = shown(rule, tallied(children, by)).dropna(subset="children")
    return cells[[*by, "children"]].itertuples(index=False, name=None)


def print_releases(reader: Reader, day: date, trials: int = 500) -> None:
    """Print rows 7 and 18."""
    rule = reader.rule
    children = of_filter(children_on(reader, day), Filters(rcc="gm"))
    largest = children["la_code"].mode()[0]
    own = children[children["la_code"].eq(largest)]
    for changed in (1, 3, 9, 10, 35):
        found = joined(rule, own, trials if changed == 1 else trials // 5, changed)
        print(
            f"7   {changed} joined, {found.trials} trials: placement right {found.right:.1%}, prior"
            f" {found.prior:.1%} (at most five points more); held back {found.carried},"
            f" every cell of them carried forward {found.alike}"
        )
    _utility(reader, day)


_SIX: Final = {"school": "other", "other_residential": "other"}
_FIVE: Final = {**_SIX, "adoption": "other"}
_GROUPINGS: Final = {"eight placement types, as shown": {}, "six, as the design has": _SIX, "five": _FIVE}
"""Fewer types put rare ones with the others: measured only, the app shows eight."""


def _utility(reader: Reader, day: date) -> None:
    for rcc in cooperatives():
        children = of_filter(children_on(reader, day), Filters(rcc=rcc))
        for grouping, into in _GROUPINGS.items():
            kinds = children["placement"].replace(into)
            _shown_of(reader.rule, rcc, grouping, children.assign(placement=kinds))


def _shown_of(rule: Rule, rcc: str, grouping: str, children: pd.DataFrame) -> None:
    totals, types = (shown(rule, tallied(children, by)) for by in (["la_code"], ["la_code", "placement"]))
    off = (totals["children"] - totals["children_n"]).abs() / totals["children_n"]
    kept = types.dropna(subset="children")
    could = types["children_n"].ge(PROTECT_MIN_CHILDREN).mean()
    error = (kept["children"] - kept["children_n"]).abs() / kept["children_n"]
    print(
        f"18  {rcc}, {grouping}: LA totals off by {off.mean():.1%}, most {off.max():.1%} (2%);"
        f" LA by placement {len(kept) / len(types):.0%} of cells (90%; with ten children or more"
        f" {could:.0%}),"
        f" {kept['children_n'].sum() / len(children):.1%} of"
        f" children (99%), off by {error.mean():.1%} (6%)"
    )
