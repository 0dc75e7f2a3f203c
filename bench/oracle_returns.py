"""What should a release tell of homes and their places, cell by cell? By decisions 14 and 22, told anew.

Homes and registered places are Ofsted's and stand as they are. What returns say is a count of children, or
one taken from it: it is rounded, hidden for fewer than three homes or ten children, and never adds up to more
places than there are.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import pandas as pd

from bench.oracle_homes import MAIN, REASONS, Homes, home_key
from bench.oracle_law import reckoned, rounded, tallied, together
from bench.oracle_slices import las_of

STATES: Final = ("held", "blocked", "void", "untold", *REASONS)
SECTORS: Final = ("health", "la", "private", "voluntary")
_LEAST_HOMES, _BASE, _OWNERS, _FRESH = 3, 5, 10, 0.25
Cell = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Asked:
    """One question about homes: its settings, the day, the areas, and what its cells are by."""

    question: str
    option: list[str]
    day: date
    scope: str
    by: list[str]

    @property
    def days(self) -> int:
        """Give how old a return may be."""
        return int(self.option[-1])

    def homes(self, homes: Homes) -> pd.DataFrame:
        """Give the homes of its areas and sectors."""
        rcc, _, area = self.scope.partition("/")
        found = homes.on(self.day, self.days)
        found = found[found["la_code"].isin([area] if area.startswith("E") else las_of(rcc, area))]
        sectors = self.option[1:-1] if self.option[0] == "owner" else []
        if "sector" in self.by:
            sectors = sectors or list(SECTORS)
        return found[found["sector"].isin(sectors)] if sectors else found


def parts_of(homes: pd.DataFrame, by: list[str]) -> Iterator[tuple[dict[str, Any], pd.DataFrame]]:
    """Give the homes of each cell, and what the cell is by; by nothing one cell of all."""
    if not by:
        yield {}, homes
        return
    for key, own in homes.groupby(by):
        yield dict(zip(by, key, strict=True)), own


def returns(asked: Asked, homes: Homes, pepper: str) -> Iterator[Cell]:
    """Give each cell of returns, by one comparison of homes."""
    grouped = _grouped(asked.homes(homes), asked.option[0])
    cells = [{**key, **_cell(own, pepper)} for key, own in parts_of(grouped, [*asked.by, "group"])]
    known = _known(grouped, cells, asked, homes, pepper)
    for cell in cells:
        yield {**cell, "known": known.get(tuple(cell[name] for name in (*asked.by, "group")))}


def suitable(asked: Asked, homes: Homes, pepper: str) -> Iterator[Cell]:
    """Give the homes of some kinds and sizes that could take a child, with their places empty of late."""
    *kinds, most, alone, _ = asked.option
    found = asked.homes(homes)
    found = found[found["is_open"] & found["provision_type"].isin(kinds)]
    found = found if most == "any" else found[found["places"] <= int(most)]
    free = found["void"].where(found["still"] >= _FRESH, 0)
    free = (free >= found["places"]).astype(int) if alone == "True" else free
    if len(found):
        yield {"group": "", **_cell(found.assign(void=free), pepper), "known": None}


def _grouped(homes: pd.DataFrame, compared: str) -> pd.DataFrame:
    """Name the group of each home; all but a comparison of kinds is of the main kind."""
    if compared == "kind":
        return homes.assign(group=homes["kind"])
    main = homes[homes["kind"].eq(MAIN)]
    if compared != "owner":
        return main.assign(group=main[compared] if compared else "")
    sizes = main.groupby("owner_name")["places"].sum().to_dict()
    largest = sorted(sizes, key=lambda owner: (-sizes[owner], owner))[:_OWNERS]
    named = [
        ("unknown" if one is None else one if one in largest else "others") for one in main["owner_name"]
    ]
    return main.assign(group=named)


def _cell(homes: pd.DataFrame, pepper: str) -> dict[str, int | None]:
    """Add the homes of one cell up, and round what tells of children; nothing stands in what is hidden."""
    told = homes[homes["told"]]
    found = {"homes": len(homes), "places": _sum(homes, "places")}
    found |= {"told_homes": len(told), "told_places": _sum(told, "places")}
    keys = sum(told["key"])
    held = reckoned(_sum(told, "held"), keys, pepper)
    if len(told) < _LEAST_HOMES or held is None:
        return {**found, **dict.fromkeys(STATES)}
    states = {state: places_shown(_sum(told, state), keys, pepper) for state in STATES}
    states["held"] = min(held, found["told_places"] // _BASE * _BASE)
    left = found["told_places"] - states["held"]
    for state in ("void", "blocked", "untold"):
        states[state] = min(states[state], -(-left // _BASE) * _BASE)
        left = max(left - states[state], 0)
    return {**found, **states}


def _sum(homes: pd.DataFrame, column: str) -> int:
    return sum(int(one) for one in homes[column])


def places_shown(n: int, keys: int, pepper: str) -> int:
    """Round places of homes with these keys: none are none, and few may be none or five."""
    return max(rounded(n, keys, pepper), 0) if n else 0


def homes_shown(
    homes: pd.DataFrame, pepper: str, places: str = "places"
) -> tuple[int, int] | tuple[None, None]:
    """Round how many homes are in a state that tells of children, and places; None of fewer than three."""
    if len(homes) < _LEAST_HOMES:
        return None, None
    keys = sum(map(home_key, homes["urn"]))
    return places_shown(len(homes), keys, pepper), places_shown(_sum(homes, places), keys, pepper)


def _known(
    homes: pd.DataFrame, cells: list[dict[str, Any]], asked: Asked, every: Homes, pepper: str
) -> dict[tuple[Any, ...], int]:
    """Count who lives in homes that did not return, or whose cell is hidden: no more than places."""
    by = [*asked.by, "group"]
    shown = {tuple(cell[name] for name in by) for cell in cells if cell["held"] is not None}
    keys = homes[["told", *by]].itertuples(index=False, name=None)
    is_quiet = [not (told and tuple(key) in shown) for told, *key in keys]
    quiet = homes[pd.Series(is_quiet, homes.index, dtype=bool)].rename(
        columns={"la_code": "home_la", "sector": "home_sector"}
    )
    there = [{"la_code": "home_la", "sector": "home_sector"}.get(name, name) for name in by]
    columns = dict.fromkeys(["urn", "places", *there])
    living = every.living(asked.day).merge(quiet[[*columns]], left_on="home_urn", right_on="urn")
    living = living.sort_values(["urn", "record_key"])
    living = living[living.groupby("urn").cumcount() < living["places"]]
    if living.empty:
        return {}
    counted = together(tallied(living, ["la_code", *there]), there, pepper).dropna(subset="expected")
    rows = counted[[*there, "expected"]].itertuples(index=False, name=None)
    return {tuple(row[:-1]): int(row[-1]) for row in rows}


Tell = Callable[[Asked, Homes, str], Iterator[Cell]]
RETURNED: Final[Mapping[str, Tell]] = {"returns": returns, "suitable": suitable}
