"""Homes and their places by cell: of homes here, or of a release that was made elsewhere.

Sums of several LAs or sectors are sums of cells in either, so that a release holds them all. What
is parted by owner is parted by the largest owners of the choice; a release has those of one area
or of all, and of one sector or of all.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import Final

import pandas as pd

from rcc_dash.domain.dimensions import dimensions
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.released import BEDS, Key
from rcc_dash.domain.voids import owner_of
from rcc_dash.queries.children import ALL_AREAS
from rcc_dash.queries.homes import home_sectors
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.released import each_la, scope_of
from rcc_dash.queries.voids_homes import Moment, of_main_kind, void_homes, within
from rcc_dash.queries.voids_known import COUNTED, STATES, cells_of, known_cells, return_cells, told_in
from rcc_dash.store.noting import Noting
from rcc_dash.store.pack import Pack

OWNER: Final = "owner"


@dataclass(frozen=True, slots=True)
class BedsAsked:
    """Which homes are added up: the name of a question, the choice, the moment, and by what they are."""

    question: str
    filters: Filters
    when: Moment
    by: str = ""

    @property
    def cell(self) -> tuple[str, ...]:
        """Give the columns that part the cells besides the group."""
        return cells_of(self.filters)

    @property
    def is_noted(self) -> bool:
        """Say whether it is asked of every cell there is, or of what no choice of cells adds up to."""
        filters, sectors = self.filters, home_sectors(self.filters)
        if self.by == OWNER:
            return len(filters.las) <= 1 and len(sectors) <= 1
        return filters.las in {(), filters.cooperative.la_codes} and sectors in ([], _all_sectors())

    @property
    def of_all(self) -> "BedsAsked":
        """Ask the same of every cell of this kind: of each LA and of each sector, where some are chosen."""
        filters = every_sector(self.filters) if home_sectors(self.filters) else self.filters
        if filters.las:
            filters = replace(filters, sub_region="", las=filters.cooperative.la_codes)
        return replace(self, filters=filters)

    @property
    def key(self) -> Key:
        """Give the name that a release has for it."""
        filters, of = self.filters, [self.by, *(home_sectors(self.filters) if self.by == OWNER else [])]
        scope = each_la(filters) if filters.las else scope_of(filters)
        if self.by == OWNER and filters.las:
            scope = f"{filters.rcc}/{'+'.join(filters.las)}"
        option = "/".join([*of, str(self.when.days)])
        return Key(self.question, option, self.when.day, scope, (), (*self.cell, "group"))


def _all_sectors() -> list[str]:
    return home_sectors(every_sector(Filters()))


def every_sector(filters: Filters) -> Filters:
    """Choose every sector that a home may be of."""
    return filters.with_chosen("sector", dimensions()["sector"].codes)


def each_sector(filters: Filters) -> tuple[Filters, ...]:
    """Choose each sector that a home may be of alone, and none."""
    each = (filters.with_chosen("sector", (code,)) for code in dimensions()["sector"].codes)
    return tuple({(): filters, **{tuple(home_sectors(one)): one for one in each}}.values())


def returned_by(reader: Reader, filters: Filters, when: Moment, by: str) -> pd.DataFrame:
    """Give homes by cell and group: `COUNTED`, is_shown, and the children `known` where nobody returned.

    `by` is a column of homes, or blank for all of the main kind together.
    """
    asked = BedsAsked("returns", filters, when, by)
    return told_cells(beds_kept(reader, asked, lambda: _returned(reader, asked)))


def beds_kept(reader: Reader, asked: BedsAsked, make: Callable[[], pd.DataFrame]) -> pd.DataFrame:
    """Give homes by cell as they are made here, with nothing in what is hidden; or look them up."""
    return reader.looked_up_or_made(
        lambda pack: _looked_up(pack, asked),
        lambda: make().reindex(columns=[*asked.cell, "group", *BEDS]),
        lambda noting, made: _note(noting, asked, made),
    )


def _note(noting: Noting, asked: BedsAsked, made: pd.DataFrame) -> None:
    if asked.is_noted:
        noting.note_beds(asked.key, made)


def _looked_up(pack: Pack, asked: BedsAsked) -> pd.DataFrame:
    return _chosen(pack.beds(asked.key), asked)


def _chosen(cells: pd.DataFrame, asked: BedsAsked) -> pd.DataFrame:
    """Give the cells that are chosen, of those of all areas and sectors."""
    sectors = home_sectors(asked.filters)
    if "la_code" in asked.cell:
        cells = cells[cells["la_code"].isin(asked.filters.la_codes)]
    return cells[cells["sector"].isin(sectors)] if sectors else cells


def note_returned(reader: Reader, filters: Filters, when: Moment, columns: Sequence[str]) -> None:
    """Note what `returned_by` gives by several columns, worked out at once, for a release."""
    asked = [BedsAsked("returns", filters, when, by) for by in columns]
    homes = pd.concat([_homes(reader, one).assign(by=one.by) for one in asked])
    made = _protected(reader, when, homes, ("by", *asked[0].cell))
    for one in asked:
        mine = made[made["by"].eq(one.by)].reset_index(drop=True)
        beds_kept(reader, one, partial(mine.drop, columns="by"))


def _returned(reader: Reader, asked: BedsAsked) -> pd.DataFrame:
    if asked.by == OWNER:  # the largest owners are those of the choice
        return _cells(reader, asked)
    return _chosen(_cells(reader, asked.of_all), asked)


@lru_cache(maxsize=64)
def _cells(reader: Reader, asked: BedsAsked) -> pd.DataFrame:
    """Once for every choice of areas and sectors: whatever is chosen, its cells are the same."""
    return _protected(reader, asked.when, _homes(reader, asked), asked.cell)


def _protected(reader: Reader, when: Moment, homes: pd.DataFrame, cell: Sequence[str]) -> pd.DataFrame:
    each = return_cells(reader.rule, homes, cell)
    known = known_cells(reader, when, told_in(homes, each, cell), cell)
    return without_hidden(each).merge(known, on=[*cell, "group"], how="left")


def _homes(reader: Reader, asked: BedsAsked) -> pd.DataFrame:
    """Give the homes with the `group` that each is in."""
    region = within(void_homes(reader, asked.when), asked.filters)
    if asked.by == "kind":
        return region.assign(group=region["kind"])
    main = of_main_kind(region)
    if asked.by == OWNER:
        return main.assign(group=owner_of(main["owner_name"], main["places"]))
    return main.assign(group=main[asked.by] if asked.by else ALL_AREAS)


def without_hidden(cells: pd.DataFrame) -> pd.DataFrame:
    """Take away the states of places of cells that may not be shown, or of which nobody returned."""
    may = cells["told_homes"].gt(0) & cells["is_shown"]
    return cells.assign(**{state: cells[state].where(may).astype("Int64") for state in STATES})


def told_cells(cells: pd.DataFrame) -> pd.DataFrame:
    """Say which cells may be shown; what they hide counts as nothing in a sum."""
    is_shown = cells["told_homes"].eq(0) | cells["held"].notna()
    whole = {name: cells[name].fillna(0).astype("int64") for name in COUNTED}
    return cells.assign(**whole, is_shown=is_shown.astype(bool))
