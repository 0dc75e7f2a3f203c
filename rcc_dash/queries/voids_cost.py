"""What do empty places cost a week? Three costs that must never be added (design/methods.md 2.3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from rcc_dash.domain.filters import Filters
from rcc_dash.domain.headline import Figure
from rcc_dash.domain.voids import INDEPENDENT, OWN
from rcc_dash.models.void_range import Band
from rcc_dash.queries.children import ALL_AREAS
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.voids_fees import fees
from rcc_dash.queries.voids_match import Search
from rcc_dash.queries.voids_mismatch import Mismatch, mismatch
from rcc_dash.queries.voids_totals import VoidRow, void_table

TARGET_SHARE: Final = 0.85
"""Occupancy at which a home is held to be viable (design/methods.md 3.1): a fee above it pays for voids."""


@dataclass(frozen=True, slots=True)
class Priced:
    """Empty places of one kind of provider, at the mean weekly cost of a child there."""

    row: VoidRow
    fee: Figure
    """£ a week; the price basis."""

    @property
    def told_gbp(self) -> float | None:
        """Give what the empty places known from returns stand for, in £ a week."""
        void, fee = self.row.told["void"].value, self.fee.value
        return None if void is None or fee is None else void * fee

    @property
    def likely_gbp(self) -> Band | None:
        """Give the likely range of all empty places, known or not, in £ a week."""
        found, fee = self.row.likely, self.fee.value
        if found is None or fee is None:
            return None
        return Band(found.void.low * fee, found.void.middle * fee, found.void.high * fee)


@dataclass(frozen=True, slots=True)
class VoidCosts:
    """The three costs, each in £ a week; None where it cannot be worked out."""

    together: VoidRow | None
    """Both kinds of homes; None where the chosen areas have none."""
    price: float | None
    """£ a week: the mean of both prices, as many times each as places of its kind are likely to be empty."""
    priced: Mapping[str, Priced]
    """By code of `domain.voids.RUN_BY`; one without a home has no entry."""
    cash: Band | None
    """Paid by LAs for empty places in their own homes: likely range, at the cost of a place."""
    embedded: float | None
    """Within the fees of others' homes that returned: what they would be less at the target occupancy."""
    opportunity: float | None
    """What far placements cost more than the empty places near home that the children could have had."""

    @property
    def told_gbp(self) -> float | None:
        """Give what the empty places known from returns stand for together."""
        void = self.together.told["void"].value if self.together else None
        return None if void is None or self.price is None else void * self.price

    @property
    def likely_gbp(self) -> Band | None:
        """Give the likely range of all empty places together."""
        likely = self.together.likely if self.together else None
        if likely is None or self.price is None:
            return None
        return Band(*(self.price * end for end in (likely.void.low, likely.void.middle, likely.void.high)))


def void_costs(reader: Reader, filters: Filters, search: Search) -> VoidCosts:
    """Price the empty places of the chosen areas' homes; `search` says which far placements to compare."""
    when = search.when
    prices = fees(reader, filters.rcc, when)
    found = void_table(reader, filters, when, "run_by")
    priced = {row.code: Priced(row, prices[row.code]) for row in found.rows}
    return VoidCosts(
        found.together,
        _price(priced),
        priced,
        _cash(priced.get(OWN)),
        _embedded(priced.get(INDEPENDENT)),
        _opportunity(mismatch(reader, filters, search)),
    )


def _price(priced: Mapping[str, Priced]) -> float | None:
    """Give one price for both kinds of homes: the ends of two ranges do not add up to the ends of one."""
    weekly = [one.likely_gbp for one in priced.values()]
    places = sum(one.row.likely.void.middle for one in priced.values() if one.row.likely)
    return sum(band.middle for band in weekly if band) / places if places and None not in weekly else None


def _cash(own: Priced | None) -> Band | None:
    if own is None or own.likely_gbp is None or own.row.likely is None:
        return None
    filled = own.row.likely.occupancy.middle / 100  # a child's cost spread over all places, filled or not
    weekly = own.likely_gbp
    return Band(weekly.low * filled, weekly.middle * filled, weekly.high * filled)


def _embedded(others: Priced | None) -> float | None:
    if others is None or others.fee.value is None or others.row.told["held"].value is None:
        return None
    held = others.row.told["held"].value
    filled = held / others.row.told_places
    return held * others.fee.value * max(1 - filled / TARGET_SHARE, 0.0)


def _opportunity(found: Mismatch | None) -> float | None:
    if found is None or found.saving.value is None:
        return None
    placed = found.counts[ALL_AREAS]["pooled"].value
    return None if placed is None else placed * found.saving.value
