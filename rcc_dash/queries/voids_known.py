"""What may be shown of returns and of children known in homes? The protection of the page *Voids*.

A return's figures are its provider's: sums of them are shown as they are where at least three
homes with at least ten children returned, and no sum that is hidden can be had by taking the
shown ones from the total. Children known from their LAs' returns go through the rule for children.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

import pandas as pd

from rcc_dash.domain.disclosure import Rule
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.voids import REASONS
from rcc_dash.queries.homes import home_sectors
from rcc_dash.queries.lattice import shown_together, tallied
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.voids_homes import Moment, of_main_kind, void_children, void_homes, within
from rcc_dash.settings import PROTECT_MIN_CHILDREN

STATES: Final = ("held", "blocked", "void", "untold", *REASONS)
"""States of places that a return tells; `untold` are those that it leaves open."""
_MIN_HOMES: Final = 3
"""Each provider knows its own home, so two others must remain."""


def told_to_all(reader: Reader, filters: Filters, when: Moment) -> pd.DataFrame:
    """Give the homes as everybody may see them: where LAs are chosen, those of a hidden LA have not told.

    Which LAs are hidden is settled for the whole cooperative, so that no choice of a few of them tells
    what one of them returned.
    """
    homes = void_homes(reader, when)
    if reader.rule.exact or not filters.las:
        return homes
    everywhere = of_main_kind(within(homes, replace(filters, las=(), sub_region="")))
    sums = shown_returns(reader.rule, everywhere.assign(group=everywhere["la_code"]))
    return homes.assign(is_told=homes["is_told"] & homes["la_code"].isin(sums.index[sums["is_shown"]]))


def shown_returns(rule: Rule, homes: pd.DataFrame, *, has_total: bool = True) -> pd.DataFrame:
    """Add homes up by their column `group`: homes, places, and of those that returned the rest.

    Columns: homes, places, told_homes, told_places, `STATES`, and is_shown: whether the states of a row
    may be shown. `has_total` says that the sum of all rows stands beside them.
    """
    told = homes["is_told"].astype(int)
    states = {state: homes[state] * told for state in STATES if state != "untold"}
    rows = homes.assign(
        homes=1, told_homes=told, told_places=homes["places"] * told, untold=homes["unknown"] * told, **states
    )
    sums = rows.groupby("group")[["homes", "places", "told_homes", "told_places", *STATES]].sum()
    return sums.assign(is_shown=True if rule.exact else _may_be_shown(sums, has_total=has_total))


def _may_be_shown(sums: pd.DataFrame, *, has_total: bool) -> pd.Series:
    """Hide small sums, and where just one is hidden the next smallest too: it could be worked back."""
    told = sums["told_homes"] > 0
    large = sums["told_homes"].ge(_MIN_HOMES) & sums["held"].ge(PROTECT_MIN_CHILDREN)
    others = sums.loc[large, "held"].sort_values(kind="stable")
    if has_total and (told & ~large).sum() == 1 and len(others):
        large[others.index[0]] = False
    return large | ~told


def children_known(
    reader: Reader, filters: Filters, when: Moment, homes: pd.DataFrame
) -> Mapping[str, int | None]:
    """Count the children known in the homes without a return, by the column `group`, protected.

    No more children than a home has places are counted. In exact figures a value without a child
    has no entry; in protected ones it may also be of too few.
    """
    quiet = homes[~homes["is_told"]].rename(columns={"la_code": "home_la", "sector": "home_sector"})
    living = void_children(reader, when).merge(quiet, on="urn")
    living = living[living.groupby("urn").cumcount() < living["places"]]
    narrowed = {"home_la": bool(filters.las), "home_sector": bool(home_sectors(filters))}
    cell = [*(column for column, is_on in narrowed.items() if is_on), "group"]
    cells = shown_together(reader.rule, tallied(living, ["la_code", *cell]), cell)
    if cells.empty:
        return {}
    sums = cells.groupby("group")["children"].sum(min_count=1)
    return {str(code): None if pd.isna(number) else int(number) for code, number in sums.items()}
