"""Which questions does a release answer? Every one of the pages' that protected cells can carry, asked once.

Cells are asked for by every filter of children, with all its values chosen: a choice of some is a sum of
them. Areas are asked for one by one and together, since no sum of areas is a cell of its own.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import partial
from itertools import combinations
from typing import Final

from rcc_dash.domain.cohorts import NEEDS_PAGE, Thresholds, cohorts_of
from rcc_dash.domain.dimensions import dimensions
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.places import cooperatives
from rcc_dash.domain.splits import splits
from rcc_dash.domain.views import MapView
from rcc_dash.domain.words import short_date
from rcc_dash.queries.children import children_by_area
from rcc_dash.queries.distance_bands import bands_by, bands_by_area, is_told
from rcc_dash.queries.distance_children import Asked
from rcc_dash.queries.distance_flows import destinations, exchanges, matrix
from rcc_dash.queries.distance_headlines import who_is_counted
from rcc_dash.queries.distance_shares import distance_shares
from rcc_dash.queries.distance_why import reasons_known, why
from rcc_dash.queries.explore_table import note_slices
from rcc_dash.queries.fitness import fitness
from rcc_dash.queries.flows import flows
from rcc_dash.queries.loaded import completeness
from rcc_dash.queries.origins import origins
from rcc_dash.queries.rare_children import ANY
from rcc_dash.queries.rare_costs import rare_costs, rare_payers, rare_providers
from rcc_dash.queries.rare_counts import RareAsked, rare_areas, rare_rows
from rcc_dash.queries.rare_places import places_by_area, rare_places
from rcc_dash.queries.rare_years import rare_year
from rcc_dash.queries.reader import Reader

BASES: Final = ("all", "known")
_MAP: Final = MapView()
_OF_A_NEED: Final[tuple[Callable[[Reader, RareAsked], object], ...]] = (
    rare_areas, rare_places, places_by_area, rare_costs, rare_payers, rare_providers,
)  # fmt: skip


class Kind(StrEnum):
    """What a part of the walk asks about."""

    COUNTS = "counts"
    PLACES = "places"
    DISTANCES = "distances"
    MIDDLES = "middles"
    NEEDS = "needs"
    SLICES = "slices"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the walk: its kind and day, what it is about in words, and how it is asked."""

    kind: Kind
    day: date
    about: str
    ask: Callable[[Reader], object]


def walk(days: Sequence[date], rccs: Sequence[str] = ()) -> Iterator[Part]:
    """Give every question of a release, by day; of all regions if none is named.

    Counts are asked by every filter on every day. What only the latest day is looked at for (distances by
    filters, each LA's quarter points, rare needs in all their parts) is asked of that one: a release takes
    minutes and not an hour, and the page says where it holds no more.
    """
    for day in days:
        for rcc in rccs or tuple(cooperatives()):
            whole = Filters(rcc=rcc)
            about = f"{whole.cooperative.name}, {short_date(day)}"
            yield Part(Kind.PLACES, day, about, partial(_places, filters=whole, day=day))
            yield Part(Kind.SLICES, day, about, partial(note_slices, rcc=rcc, day=day))
            for areas in _areas(rcc):
                yield Part(Kind.COUNTS, day, about, partial(_counts, filters=areas, day=day))
                every = tuple(every_filter(areas)) if areas == whole and day == days[-1] else (areas,)
                yield Part(Kind.DISTANCES, day, about, partial(_distances, every=every, day=day))
            yield Part(
                Kind.NEEDS, day, about, partial(_needs, filters=whole, day=day, in_full=day == days[-1])
            )
            if day == days[-1]:
                yield Part(Kind.MIDDLES, day, about, partial(_middles, rcc=rcc, day=day))


def _areas(rcc: str) -> tuple[Filters, ...]:
    """Give a cooperative and each of its sub-regions, which are counted together."""
    whole = Filters(rcc=rcc)
    return whole, *(replace(whole, sub_region=sub.code) for sub in whole.cooperative.sub_regions)


def every_filter(filters: Filters) -> Iterator[Filters]:
    """Give the filters of children that part the cells, with all their values: from none to all three."""
    for number in range(len(dimensions()) + 1):
        for chosen in combinations(dimensions(), number):
            asked = filters
            for code in chosen:
                asked = asked.with_chosen(code, dimensions()[code].codes)
            yield asked


def _counts(reader: Reader, filters: Filters, day: date) -> None:
    for asked in every_filter(filters):
        children_by_area(reader, asked, day)
        for base in BASES:
            distance_shares(reader, asked, (day,), base)


def _distances(reader: Reader, every: Sequence[Filters], day: date) -> None:
    reasons_known(reader, Asked(every[0], day))
    for split in splits():
        is_told(reader, Asked(every[0], day), split)
    for filters in every:
        who_is_counted(reader, Asked(filters, day))
        for base in BASES:
            asked = Asked(filters, day, base)
            bands_by_area(reader, asked)
            why(reader, asked)
            for split in splits():
                bands_by(reader, asked, split)


def _middles(reader: Reader, rcc: str, day: date) -> None:
    """Ask for each LA's quarter points; their counts are noted with those of all together."""
    for la_code in Filters(rcc=rcc).la_codes:
        for split in splits():
            bands_by(reader, Asked(Filters(rcc=rcc, las=(la_code,)), day), split)


def _needs(reader: Reader, filters: Filters, day: date, *, in_full: bool) -> None:
    """Ask of every rare need, by the thresholds that the page opens with, and of all children."""
    rare_rows(reader, RareAsked(filters, day, ANY, Thresholds()))
    for cohort in (*cohorts_of(NEEDS_PAGE), ANY):
        asked = RareAsked(filters, day, cohort, Thresholds())
        rare_year(reader, asked)
        if in_full:
            for question in _OF_A_NEED:
                question(reader, asked)


def _places(reader: Reader, filters: Filters, day: date) -> None:
    for question in (matrix, exchanges, origins):
        question(reader, filters, day)
    for areas in _areas(filters.rcc):
        destinations(reader, areas, day)
    flows(reader, filters, _MAP, day)
    fitness(reader, day, filters.la_codes)
    completeness(reader, day)
