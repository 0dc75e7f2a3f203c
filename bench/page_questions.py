"""What do the pages ask of our questions when they open, and when a filter is put on?

Each is asked of a whole region without a filter of children, as at opening, then with one. What a page asks
only once a part or a tab of it is opened is here too, at opening: it is then that somebody waits for it.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Final

from rcc_dash.domain.choices import CHOICES
from rcc_dash.domain.cohorts import Thresholds
from rcc_dash.domain.filters import Filters
from rcc_dash.queries.calendar import Calendar, year_before
from rcc_dash.queries.distance_bands import bands_by, bands_by_area
from rcc_dash.queries.distance_check import checked
from rcc_dash.queries.distance_children import Asked
from rcc_dash.queries.distance_flows import destinations, exchanges, matrix
from rcc_dash.queries.distance_headlines import distance_trend, distance_years, who_is_counted
from rcc_dash.queries.distance_nearer import nearer
from rcc_dash.queries.distance_redeal import redeal
from rcc_dash.queries.distance_why import why
from rcc_dash.queries.headlines import headlines, values_now
from rcc_dash.queries.nearly_all import nearly_all
from rcc_dash.queries.rare_children import settled
from rcc_dash.queries.rare_costs import rare_costs, rare_payers, rare_providers
from rcc_dash.queries.rare_counts import rare_areas, rare_rows
from rcc_dash.queries.rare_gap import RETURN_DAYS, GapAsked, rare_gaps
from rcc_dash.queries.rare_group import RareHome, groups
from rcc_dash.queries.rare_loads import cohort_loads
from rcc_dash.queries.rare_parts import RareAsked
from rcc_dash.queries.rare_places import places_by_area, rare_places
from rcc_dash.queries.rare_pooling import Target, levels, pooling
from rcc_dash.queries.rare_years import rare_headlines, rare_trend
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.trend import trend
from rcc_dash.queries.voids_block import Terms, block_shared
from rcc_dash.queries.voids_cost import void_costs
from rcc_dash.queries.voids_flags import void_flags
from rcc_dash.queries.voids_headlines import void_headlines
from rcc_dash.queries.voids_homes import Moment
from rcc_dash.queries.voids_match import Search
from rcc_dash.queries.voids_mismatch import mismatch
from rcc_dash.queries.voids_standing import long_voids, never_filled
from rcc_dash.queries.voids_totals import void_table
from rcc_dash.queries.voids_trend import void_trend

Asking = Callable[[], object]
_REGION: Final = Filters(rcc="se")
_FILTERS: Final = {"": _REGION, ", one filter": replace(_REGION, placement=("foster",))}
_OF_HOMES: Final = {"": _REGION, ", one filter": replace(_REGION, sector=("private",))}
_COHORT: Final = CHOICES["r-for"].default
_TARGET: Final = Target(0.95, 0.85)
_DAYS: Final = int(CHOICES["v-days"].default.removeprefix("d"))
RETURNS: Final = (_DAYS, RETURN_DAYS)
"""How many days old a vacancy return may be on the pages Voids and Rare needs."""


@dataclass(frozen=True, slots=True)
class Looking:
    """Who looks, and which dates there are, as another reader found out: this one remembers nothing."""

    reader: Reader
    dates: Calendar
    moments: Mapping[int, Moment]
    """What answers for places in homes, by how many days old a return may be."""

    @property
    def day(self) -> date:
        """Give the latest date of children's returns."""
        return self.dates.children[-1]

    @property
    def list_date(self) -> date:
        """Give the list of homes of that date."""
        return self.dates.homes_on(self.day) or self.dates.homes[-1]


def of_pages(at: Looking) -> dict[str, Asking]:
    """Give the questions of the pages by name, none of them asked yet."""
    found: dict[str, Asking] = {}
    for said, filters in _FILTERS.items():
        for page in (_overview, _compare, _distance, _rare):
            found |= {f"{name}{said}": asking for name, asking in page(at, filters)}
    for said, filters in _OF_HOMES.items():
        found |= {f"{name}{said}": asking for name, asking in _voids(at, filters)}
    found |= dict(_of_the_region(at))
    return dict(sorted(found.items()))


def _overview(at: Looking, filters: Filters) -> Iterator[tuple[str, Asking]]:
    yield (
        "Overview: figures, with last year and the other region",
        partial(headlines, at.reader, filters, at.dates),
    )
    yield "Overview: one figure over the years", partial(trend, at.reader, filters, at.dates, "outside")


def _compare(at: Looking, filters: Filters) -> Iterator[tuple[str, Asking]]:
    before = replace(filters, as_of=year_before(at.day, at.dates.children))
    for name, other in {"the year before": before, "the other region": filters.elsewhere()}.items():
        sides = (filters, other)
        yield (
            f"Compare: both sides, with {name}",
            lambda sides=sides: [values_now(at.reader, side, at.dates) for side in sides],
        )


def _distance(at: Looking, filters: Filters) -> Iterator[tuple[str, Asking]]:
    asked, reader = Asked(filters, at.day, CHOICES["d-base"].default), at.reader
    yield "Distance: figures, with last year", partial(distance_years, reader, asked, at.dates)
    yield "Distance: who is counted", partial(who_is_counted, reader, asked)
    yield "Distance: bands by LA", partial(bands_by_area, reader, asked)
    yield "Distance: over the years", partial(distance_trend, reader, asked, at.dates)
    yield "Distance: beside DfE's figures", partial(checked, reader, asked, "far")
    yield "Distance, whose: bands by age", partial(bands_by, reader, asked, "age")
    yield "Distance, where: outside the region", partial(destinations, reader, filters, at.day)
    yield "Distance, why: reasons", partial(why, reader, asked)
    yield "Distance, nearer: homes and empty places", partial(nearer, reader, asked, at.list_date, "now")
    yield "Distance, nearer: beds dealt anew", partial(redeal, reader, asked, at.list_date)


def _rare(at: Looking, filters: Filters) -> Iterator[tuple[str, Asking]]:
    asked, reader = RareAsked(filters, at.day, _COHORT, Thresholds()), at.reader
    yield "Rare needs: is a filter nearly all?", partial(nearly_all, reader, filters, at.day)
    yield "Rare needs: figures, with last year", partial(rare_headlines, reader, asked, at.dates)
    yield "Rare needs: every need", partial(rare_rows, reader, asked)
    yield "Rare needs: by LA", partial(rare_areas, reader, asked)
    yield "Rare needs: over the years", partial(rare_trend, reader, asked, at.dates)
    yield "Rare needs, where: places", partial(rare_places, reader, asked)
    yield "Rare needs, where: places by LA", partial(places_by_area, reader, asked)
    yield "Rare needs, where: costs", partial(rare_costs, reader, asked)
    yield "Rare needs, where: who pays", partial(rare_payers, reader, asked)
    yield "Rare needs, where: providers", partial(rare_providers, reader, asked)


def _voids(at: Looking, filters: Filters) -> Iterator[tuple[str, Asking]]:
    reader, when = at.reader, at.moments[_DAYS]
    search = Search(filters.rcc, when, 20, "all", "returned")
    terms = Terms(CHOICES["v-for"].default, 10, 7_500)
    yield "Voids: figures, with last year", partial(void_headlines, reader, filters, when, at.dates)
    yield "Voids: places by state", partial(void_table, reader, filters, when, "la_code")
    yield "Voids: over the years", partial(void_trend, reader, filters, when, at.dates)
    yield "Voids: what returns do not fit", partial(void_flags, reader, filters, when)
    yield "Voids, cost: by who runs them", partial(void_costs, reader, filters, search)
    yield "Voids, cost: empty for long", partial(long_voids, reader, filters, when)
    yield "Voids, cost: never filled", partial(never_filled, reader, filters, when)
    yield "Voids, match: far children and empty places", partial(mismatch, reader, filters, search)
    yield "Voids, block: beds shared", partial(block_shared, reader, filters, at.dates, terms)


def _of_the_region(at: Looking) -> Iterator[tuple[str, Asking]]:
    """Give what is always of the whole region, whatever filter is on."""
    reader, rcc, days = at.reader, _REGION.rcc, tuple(at.dates.children)
    loads = partial(cohort_loads, reader, rcc, days, _COHORT, Thresholds())
    home = RareHome(2, _TARGET.full, 30)
    gaps = GapAsked(rcc, days, Thresholds(), _TARGET.availability, 0.85, at.moments[RETURN_DAYS])
    dearest = Thresholds(top_pct=2)
    yield "Distance, where: from LA to LA", partial(matrix, reader, _REGION, at.day)
    yield "Distance, where: sent and taken", partial(exchanges, reader, _REGION, at.day)
    yield "Rare needs: what the dearest 2% cost", partial(settled, reader, rcc, at.day, dearest)
    yield "Rare needs, pool: loads and provision", lambda: pooling(reader, rcc, loads(), _TARGET, "")
    yield "Rare needs, pool: at which level", lambda: levels(reader, rcc, loads(), _TARGET)
    yield "Rare needs, group: the smallest", lambda: groups(rcc, loads(), home, "")
    yield "Rare needs, gap: of every need", partial(rare_gaps, reader, gaps)
