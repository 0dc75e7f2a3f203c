"""Which questions does a release answer? Every one of the pages' that protected cells can carry, asked once.

Cells are asked for by every filter of children, with all its values chosen: a choice of some is a sum of
them. Areas are asked for one by one and together, since no sum of areas is a cell of its own.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import partial
from itertools import chain, combinations, product
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
from rcc_dash.queries.distance_middles import note_middles
from rcc_dash.queries.distance_shares import distance_shares
from rcc_dash.queries.distance_why import reasons_known, why
from rcc_dash.queries.explore_table import note_slices
from rcc_dash.queries.fitness import fitness
from rcc_dash.queries.flows import flows
from rcc_dash.queries.loaded import completeness
from rcc_dash.queries.origins import origins
from rcc_dash.queries.pack_filters import areas_of, every_filter, sub_regions_of
from rcc_dash.queries.pack_walk_homes import ask_beds, ask_loads, ask_matches, ask_nearer, return_days
from rcc_dash.queries.rare_children import ANY
from rcc_dash.queries.rare_costs import note_costs, rare_costs, rare_payers, rare_providers
from rcc_dash.queries.rare_counts import rare_areas, rare_rows
from rcc_dash.queries.rare_parts import RareAsked
from rcc_dash.queries.rare_places import places_by_area, rare_places
from rcc_dash.queries.rare_years import rare_year
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.reconcile import findings, reconciliation

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
    LOADS = "loads"
    NEARER = "nearer"
    BEDS = "beds"
    MATCHES = "matches"
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

    Counts are asked by every filter on every day. What only the latest day is looked at for (distances of
    groups by filters, each LA's quarter points, rare needs in all their parts, places near home by filters)
    is asked of that one: a release takes minutes and not an hour, and the page says where it holds no more.
    """
    for day in days:
        for rcc in rccs or tuple(cooperatives()):
            whole = Filters(rcc=rcc)
            about = f"{whole.cooperative.name}, {short_date(day)}"
            yield Part(Kind.PLACES, day, about, partial(_places, filters=whole, day=day))
            yield Part(Kind.SLICES, day, about, partial(note_slices, rcc=rcc, day=day))
            yield Part(Kind.COUNTS, day, about, partial(_counts, whole=whole, day=day))
            for kind, question in {Kind.DISTANCES: _distances, Kind.NEEDS: _needs}.items():
                yield Part(kind, day, about, partial(question, whole=whole, day=day, in_full=day == days[-1]))
            yield Part(Kind.LOADS, day, about, partial(ask_loads, rcc=rcc, day=day))
            yield Part(Kind.NEARER, day, about, partial(ask_nearer, rcc=rcc, day=day))
            if day == days[-1]:
                yield Part(Kind.MIDDLES, day, about, partial(_middles, rcc=rcc, day=day))
                yield from _of_homes(rcc, day, about)


def _of_homes(rcc: str, day: date, about: str) -> Iterator[Part]:
    """Give the questions about homes, which are of every date that can be looked at."""
    for days in return_days():
        yield Part(Kind.BEDS, day, f"{about}: homes", partial(ask_beds, rcc=rcc, days=days))
    yield Part(Kind.MATCHES, day, f"{about}: places near home", partial(ask_matches, rcc=rcc))


def _counts(reader: Reader, whole: Filters, day: date) -> None:
    for asked in chain.from_iterable(map(every_filter, areas_of(whole.rcc))):
        children_by_area(reader, asked, day)
    for asked, base in product(every_filter(whole), BASES):
        distance_shares(reader, asked, (day,), base)


def _distances(reader: Reader, whole: Filters, day: date, *, in_full: bool) -> None:
    """Ask for bands by every filter; and for reasons and groups of children by every filter only in full."""
    reasons_known(reader, Asked(whole, day))
    for split in splits():
        is_told(reader, Asked(whole, day), split)
    for filters, base in product(every_filter(whole), BASES):
        asked = Asked(filters, day, base)
        who_is_counted(reader, asked)
        bands_by_area(reader, asked)
        if in_full or not filters.attributes:
            why(reader, asked)
            for split in splits():
                bands_by(reader, asked, split)
    for sub, base in product(sub_regions_of(whole.rcc), BASES):
        for split in ("la_code", *splits()):
            note_middles(reader, Asked(sub, day, base), split)


def _middles(reader: Reader, rcc: str, day: date) -> None:
    """Ask for quarter points of each LA, and of single values of filters; their counts are noted with all."""
    whole = Filters(rcc=rcc)
    for split, las in product(splits(), whole.la_codes):
        note_middles(reader, Asked(replace(whole, las=(las,)), day), split)
    for split, one in product(splits(), dimensions()):
        note_middles(reader, Asked(whole, day), split, [one])
    for areas, base, number in product(areas_of(rcc), BASES, range(3)):
        for chosen in combinations(dimensions(), number):
            note_middles(reader, Asked(areas, day, base), "la_code", chosen)


def _needs(reader: Reader, whole: Filters, day: date, *, in_full: bool) -> None:
    """Ask of every rare need, by the thresholds that the page opens with, and of all children."""
    rare_rows(reader, RareAsked(whole, day, ANY, Thresholds()))
    for cohort in (*cohorts_of(NEEDS_PAGE), ANY):
        asked = RareAsked(whole, day, cohort, Thresholds())
        rare_year(reader, asked)
        if in_full:
            for question in _OF_A_NEED:
                question(reader, asked)
            for sub in sub_regions_of(whole.rcc):
                note_costs(reader, replace(asked, filters=sub))


def _places(reader: Reader, filters: Filters, day: date) -> None:
    for question in (matrix, exchanges, origins):
        question(reader, filters, day)
    for areas in areas_of(filters.rcc):
        destinations(reader, areas, day)
    flows(reader, filters, _MAP, day)
    fitness(reader, day, filters.la_codes)
    for everywhere in (completeness, reconciliation, findings):
        everywhere(reader, day)
