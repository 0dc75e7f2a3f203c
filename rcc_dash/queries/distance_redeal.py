"""How much of the miles comes from where homes are, and how much from who has which bed?

The whole cooperative's children take part, whatever the filter. It is a bound with hindsight, as
if everybody moved on one day (design/methods.md 2.5).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from typing import Final

import numpy as np
import pandas as pd

from rcc_dash.domain.amounts import mean
from rcc_dash.domain.disclosure import HIDDEN
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.headline import Figure
from rcc_dash.domain.places import cooperatives
from rcc_dash.domain.suitability import suits
from rcc_dash.models.redeal import Whole, redealt
from rcc_dash.queries.children import ALL_AREAS
from rcc_dash.queries.counts import counts_by
from rcc_dash.queries.distance_children import Asked, distance_children, is_meant
from rcc_dash.queries.distance_classed import MOMENT_DAYS, homes_near
from rcc_dash.queries.distance_day import children_on
from rcc_dash.queries.distance_middles import is_one_cell
from rcc_dash.queries.lattice import cell_columns, may_cross
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.released import Measured, figure
from rcc_dash.queries.released_cells import Question, counted
from rcc_dash.queries.returned import as_returned
from rcc_dash.queries.suited import homes_seen, is_asked_about, kinds_among, miles_between
from rcc_dash.queries.tallies import tallied
from rcc_dash.queries.voids_homes import Moment, void_children
from rcc_dash.settings import FAR_MILES

BEDS: Final = ("theirs", "all")
"""Which beds are dealt: those the children have now with the known empty ones, or all registered places."""
FAR: Final = ("far", *(f"far_{beds}" for beds in BEDS))
"""Children over 20 miles from home: now, and by the deal of each kind of beds."""
_MOST: Final = 16_000_000
"""Children times beds that are dealt: some 4,000 of each, in seconds. More would hold up everybody else."""


@dataclass(frozen=True, slots=True)
class Redeal:
    """What would be left if beds were dealt afresh; all protected."""

    counts: Mapping[str, Mapping[str, Figure]]
    """By area (`ALL_AREAS` together): `dealt` children, and `FAR`."""
    miles: Mapping[str, Figure]
    """Mean miles: `actual`, and by the deal of each of `BEDS`."""


def may_be_dealt(reader: Reader, rcc: str, day: date, list_date: date) -> bool:
    """Say whether there are few enough children and beds to deal them; a release has what was dealt."""
    return reader.looked_up_or_made(
        lambda _: True, lambda: _on_the_table(reader, rcc, day, list_date).size <= _MOST
    )


def redeal(reader: Reader, asked: Asked, list_date: date) -> Redeal | None:
    """Deal beds in homes and schools afresh, and say how far the filter's children would live.

    None where they are too many to be dealt.
    """
    filters, day = asked.filters, asked.day
    if not may_be_dealt(reader, filters.rcc, day, list_date):
        return None
    own = partial(_meant, reader, asked, list_date)
    cells = counted(
        reader,
        Question("redeal", (day,), _option(asked, list_date)),
        lambda: _parted(own(), filters),
        filters,
        ["part"],
    )
    counts = counts_by(reader.rule, day, cells, ["la_code", "part"])
    areas = (ALL_AREAS, *filters.la_codes)
    return Redeal(
        as_returned(
            reader,
            day,
            {area: {part: counts.figure(area, part) for part in ("dealt", *FAR)} for area in areas},
        ),
        redealt_miles(reader, asked, list_date),
    )


def redealt_miles(reader: Reader, asked: Asked, list_date: date) -> dict[str, Figure]:
    """Give mean miles of the filter's children: as they are, and by the deal of each of `BEDS`.

    Not to be asked where they are too many to be dealt.
    """
    of = Measured("redeal", asked.day, asked.filters, _option(asked, list_date))
    own = partial(_meant, reader, asked, list_date)
    return {
        name: figure(reader, of, name, partial(_mean, reader, asked, own, f"miles_{name}"))
        for name in ("actual", *BEDS)
    }


def _option(asked: Asked, list_date: date) -> str:
    return f"{asked.base}/{list_date.isoformat()}"


@lru_cache(maxsize=8)
def _meant(reader: Reader, asked: Asked, list_date: date) -> pd.DataFrame:
    """Give the children that the filter means; nobody where too many filters are on to part them."""
    meant = distance_children(reader, asked, ())["record_key"]
    dealt = beds_dealt(reader, asked.filters.rcc, asked.day, list_date)
    return dealt[dealt["record_key"].isin(meant) & may_cross(reader.rule, asked.filters, ["nearer"])]


def _parted(own: pd.DataFrame, filters: Filters) -> pd.DataFrame:
    """Tally each child once in every part that the child belongs to."""
    tallies = tallied(own, [*cell_columns(filters), *FAR])
    parts = [tallies.assign(part="dealt"), *(tallies[tallies[far]].assign(part=far) for far in FAR)]
    return pd.concat(parts, ignore_index=True)


def _mean(reader: Reader, asked: Asked, meant: Callable[[], pd.DataFrame], column: str) -> Figure:
    own = meant()
    if not is_one_cell(reader.rule, asked.filters, own):
        return Figure(None, HIDDEN, asked.day)
    return Figure(*mean(reader.rule, own[column]), asked.day)


@lru_cache(maxsize=8)
def beds_dealt(reader: Reader, rcc: str, day: date, list_date: date) -> pd.DataFrame:
    """Deal a cooperative's beds so that the fewest of its children are far, then with the fewest miles.

    Columns: those of `children_on`, miles_actual, and by the deal of each of `BEDS` miles_ and far_.
    They never leave this room.
    """
    table = _on_the_table(reader, rcc, day, list_date)
    actual = table.children["distance_miles"]
    return table.children.assign(miles_actual=actual, **_deals(table))


@dataclass(frozen=True, slots=True, eq=False)
class _Table:
    """The children of a deal, the homes, the row of the home where each lives, and each home's beds."""

    children: pd.DataFrame
    homes: pd.DataFrame
    at: Whole
    beds: Mapping[str, Whole]

    @property
    def size(self) -> int:
        """Give how many children and beds are weighed against each other, at the most."""
        dealt = (int(np.minimum(room, len(self.children)).sum()) for room in self.beds.values())
        return len(self.children) * max(dealt)


@lru_cache(maxsize=8)
def _on_the_table(reader: Reader, rcc: str, day: date, list_date: date) -> _Table:
    everybody = children_on(reader, day)
    is_dealt = is_asked_about(everybody) & everybody["distance_miles"].notna()
    children = everybody[is_meant(everybody, Filters(rcc=rcc)) & is_dealt]
    children = children.sort_values(["la_code", "record_key"], ignore_index=True)
    homes = homes_near(reader, day, list_date)
    homes = homes[homes["la_code"].isin(cooperatives()[rcc].la_codes)].reset_index(drop=True)
    at = _living_in(reader, Moment(day, list_date, day, MOMENT_DAYS), children, homes)
    lived_in = np.bincount(at[at >= 0], minlength=len(homes))
    beds = {"theirs": lived_in + homes["void"].to_numpy(), "all": homes["places"].to_numpy()}
    return _Table(children, homes, at, beds)


def _deals(table: _Table) -> dict[str, np.ndarray]:
    different, group = kinds_among(table.children)
    could = suits(different, homes_seen(table.homes))[group]
    miles = miles_between(table.children, table.homes)
    now = (table.children["distance_miles"].to_numpy(float), table.at)
    found: dict[str, np.ndarray] = {}
    for beds, room in table.beds.items():
        found[f"miles_{beds}"] = redealt(miles, could, room.astype(np.int64), now, FAR_MILES)
        found[f"far_{beds}"] = found[f"miles_{beds}"] > FAR_MILES
    return found


def _living_in(reader: Reader, when: Moment, children: pd.DataFrame, homes: pd.DataFrame) -> Whole:
    """Give the row of the home where each child lives; -1 for one that is not among them."""
    key = ["la_code", "record_key"]
    living = void_children(reader, when).drop_duplicates(key).set_index(key)["urn"]
    urns = living.reindex(pd.MultiIndex.from_frame(children[key])).to_numpy()
    rows = pd.Series(homes.index, homes["urn"])
    found: Whole = rows.reindex(urns).fillna(-1).to_numpy().astype(np.int64)
    return found
