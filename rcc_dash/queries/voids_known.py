"""What may be shown of returns and of children known in homes? The protection of the page *Voids*.

A home's occupied places are a count of children, and so would be its empty ones taken from its
places (decision 14). So sums of returns are shown of three homes and ten children or more, and
every state of places is rounded by the rule for children, with noise that the set of homes and
returns fixes: whoever subtracts two sums that differ by a home learns nothing certain of it.
Several LAs or sectors chosen are the sum of their own cells.
"""

from collections.abc import Sequence
from functools import lru_cache
from hashlib import sha256
from typing import Final

import pandas as pd

from rcc_dash.domain.disclosure import Rule
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.voids import REASONS
from rcc_dash.queries.homes import home_sectors
from rcc_dash.queries.lattice import shown_together
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.tallies import grouped, tallied
from rcc_dash.queries.voids_homes import Moment, void_children
from rcc_dash.settings import PROTECT_BASE, PROTECT_MIN_PROVIDERS

_HOMES: Final = ["homes", "places", "told_homes", "told_places"]
STATES: Final = ("held", "blocked", "void", "untold", *REASONS)
"""States of places that a return tells; `untold` are those that it leaves open."""
_OTHERS: Final = ("void", "blocked", "untold")
"""With the places held they add up to those of the homes that returned; rounded, to hardly more."""
COUNTED: Final = (*_HOMES, *STATES)


def cells_of(filters: Filters) -> tuple[str, ...]:
    """Give the columns that part the cells of returns: the LA and the sector where some are chosen."""
    chosen = {"la_code": bool(filters.las), "sector": bool(home_sectors(filters))}
    return tuple(column for column, is_on in chosen.items() if is_on)


def told_in(homes: pd.DataFrame, each: pd.DataFrame, cell: Sequence[str]) -> pd.DataFrame:
    """Give the homes as all may see them: of a hidden cell none has told. `each` are their `return_cells`."""
    kept = homes[[*cell, "group"]].merge(each[[*cell, "group", "is_shown"]], how="left")["is_shown"]
    return homes.assign(is_told=homes["is_told"] & kept.to_numpy(bool))


def added_up(each: pd.DataFrame) -> pd.DataFrame:
    """Add protected cells of `return_cells` up by their column `group`.

    Columns: `COUNTED`, and is_shown: whether the states of a row may be shown. Those are then of the
    cells that may be shown, and so are told_homes and told_places.
    """
    told = ["told_homes", "told_places", *STATES]
    groups = grouped(each, ["group"])
    index, may = pd.Index(groups.rows["group"]), each["is_shown"].astype("int64")
    every = pd.DataFrame({name: groups.sums(each[name]) for name in _HOMES}, index)
    kept = pd.DataFrame({name: groups.sums(each[name] * may) for name in told}, index)
    is_shown = kept["told_homes"].gt(0) | every["told_homes"].eq(0)
    told_of = kept[["told_homes", "told_places"]].where(is_shown, every[["told_homes", "told_places"]])
    return pd.concat([every[["homes", "places"]], told_of, kept[[*STATES]]], axis=1).assign(is_shown=is_shown)


def return_cells(rule: Rule, homes: pd.DataFrame, cell: Sequence[str] = ()) -> pd.DataFrame:
    """Add homes up by cell and group: `COUNTED`, rounded where that is the rule, and is_shown."""
    by = [*cell, "group"]
    told = homes["is_told"].astype(int)
    states = {state: homes[state] * told for state in STATES if state != "untold"}
    rows = homes[[*by, "urn", "returned_on", "is_told", "places"]].assign(
        homes=1, told_homes=told, told_places=homes["places"] * told, untold=homes["unknown"] * told, **states
    )
    sums = rows.groupby(by)[[*COUNTED]].sum()
    if rule.exact:
        return sums.assign(is_shown=True).reset_index()
    each = [home_key(*home) for home in zip(rows["urn"], rows["returned_on"], strict=True)]
    keys = pd.Series(each, rows.index, dtype=object)  # sums are longer than 64 bits, and must not wrap
    in_all = rows.assign(key=keys.where(rows["is_told"], 0)).groupby(by)["key"].sum()
    return _rounded(rule, sums, in_all).reset_index()


@lru_cache(maxsize=2**15)
def home_key(urn: str, returned_on: object = "") -> int:
    """Give the key of a home, or of its return; unlike a child's it is no secret, the pepper is."""
    return int(sha256(f"{urn}:{returned_on}".encode()).hexdigest()[:16], 16)


def homes_shown(rule: Rule, homes: pd.DataFrame, places: str = "places") -> tuple[int | None, int | None]:
    """Give how many homes there are, and their places, of homes in a state that tells of children.

    None of fewer than three homes, or of none; places are rounded. Columns read: urn and `places`.
    """
    if rule.exact:
        return len(homes), places_shown(rule, homes, places)
    if len(homes) < PROTECT_MIN_PROVIDERS:
        return None, None
    return rule.places(len(homes), _keys(homes)), places_shown(rule, homes, places)


def places_shown(rule: Rule, homes: pd.DataFrame, places: str) -> int:
    """Give the places of these homes together, rounded. Columns read: urn and `places`."""
    return rule.places(int(homes[places].sum()), _keys(homes))


def _keys(homes: pd.DataFrame) -> int:
    return sum(map(home_key, homes["urn"]))


def _rounded(rule: Rule, sums: pd.DataFrame, keys: pd.Series) -> pd.DataFrame:
    held = rule.counts(sums["held"], keys)
    is_shown = (sums["told_homes"].ge(PROTECT_MIN_PROVIDERS) & held.notna()) | sums["told_homes"].eq(0)
    states = {
        state: [rule.places(int(n), int(key)) for n, key in zip(sums[state], keys, strict=True)]
        for state in STATES
    }
    found = sums.assign(**states, is_shown=is_shown).assign(held=held.fillna(0).astype(int))
    found["held"] = found["held"].clip(upper=sums["told_places"] // PROTECT_BASE * PROTECT_BASE)
    left = sums["told_places"] - found["held"]
    for state in _OTHERS:
        found[state] = found[state].clip(upper=-(-left // PROTECT_BASE) * PROTECT_BASE)
        left = (left - found[state]).clip(lower=0)
    return found


def known_cells(reader: Reader, when: Moment, homes: pd.DataFrame, cell: Sequence[str]) -> pd.DataFrame:
    """Count the children `known` in the homes without a return, by cell and group, protected.

    No more children than a home has places are counted. A cell without a child has no row.
    """
    there = {"la_code": "home_la", "sector": "home_sector"}
    quiet = homes.loc[~homes["is_told"], [*cell, "group", "urn", "places"]].rename(columns=there)
    living = void_children(reader, when)[["la_code", "record_key", "urn"]].merge(quiet, on="urn")
    each_home = ["urn", *(column for column in cell if column not in there)]
    living = living[living.groupby(each_home).cumcount() < living["places"]]
    by = [*(there.get(column, column) for column in cell), "group"]
    cells = shown_together(reader.rule, tallied(living, ["la_code", *by]), by)
    return cells.rename(columns={**{own: name for name, own in there.items()}, "children": "known"})
