"""Which questions about homes and beds does a release answer? Those of *Voids*, *Rare needs*, nearer homes.

Homes are asked for by every comparison on every date. Matches of children and beds take longest: by
every filter for the settings that the pages open with, by each other setting of all children.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import lru_cache
from itertools import chain, product
from typing import Final

from rcc_dash.domain.choices import CHOICES
from rcc_dash.domain.cohorts import NEEDS_PAGE, VOIDS_PAGE, Thresholds, cohorts_of
from rcc_dash.domain.filters import Filters
from rcc_dash.queries.calendar import calendar
from rcc_dash.queries.distance_children import Asked
from rcc_dash.queries.distance_nearer import nearer, nearer_miles
from rcc_dash.queries.distance_redeal import may_be_dealt, redeal, redealt_miles
from rcc_dash.queries.pack_filters import areas_of, each_area, every_filter, every_value, sub_regions_of
from rcc_dash.queries.rare_gap import RETURN_DAYS, GapAsked, rare_gaps
from rcc_dash.queries.rare_loads import cohort_loads
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.voids_block import Terms, block_shared
from rcc_dash.queries.voids_cells import OWNER, each_sector, every_sector, note_returned, returned_by
from rcc_dash.queries.voids_fees import fees
from rcc_dash.queries.voids_flags import void_flags
from rcc_dash.queries.voids_homes import Moment, moment
from rcc_dash.queries.voids_match import Search
from rcc_dash.queries.voids_mismatch import mismatch, saving
from rcc_dash.queries.voids_standing import long_voids, never_filled
from rcc_dash.queries.voids_totals import BY

_USUAL_MILES: Final = int(CHOICES["v-miles"].default)
_BLOCK: Final = (int(CHOICES["v-n"].default), int(CHOICES["v-gbp"].default))
_FREE, _USABLE = (int(CHOICES[key].default) / 100 for key in ("r-free", "r-usable"))


def return_days() -> tuple[int, ...]:
    """Give how old a return may be, as the page lets choose."""
    return tuple(int(code.removeprefix("d")) for code in CHOICES["v-days"].options)


def ask_beds(reader: Reader, rcc: str, days: int) -> None:
    """Ask for homes by every comparison: on every date there is; where older returns count on the last.

    Of the dates before it then only all homes are asked for, which the last one is compared with.
    """
    is_usual = days == return_days()[0]
    moments = _moments(reader, days)
    for when, filters in product([] if is_usual else moments[:-1], _every_cell(rcc)):
        note_returned(reader, filters, when, [""])
    for when in moments if is_usual else moments[-1:]:
        fees(reader, rcc, when)
        void_flags(reader, Filters(rcc=rcc), when)
        for filters in _every_cell(rcc):
            long_voids(reader, filters, when)
            never_filled(reader, filters, when)
            note_returned(reader, filters, when, ["", *(by for by in BY if by != OWNER)])
    if is_usual and moments:
        for filters in chain.from_iterable(map(each_sector, each_area(rcc))):
            returned_by(reader, filters, moments[-1], OWNER)


def _every_cell(rcc: str) -> Iterator[Filters]:
    """Give the choices whose cells all others are sums of: areas together and each LA, each sector or all."""
    whole = Filters(rcc=rcc)
    for areas in (*areas_of(rcc), replace(whole, las=whole.la_codes)):
        yield from (areas, every_sector(areas))


def ask_matches(reader: Reader, rcc: str) -> None:
    """Ask which far children could have had which place: as the page opens by every filter, else of all."""
    usual, *others = return_days()
    moments = _moments(reader, usual)
    if not moments:
        return
    *before, last = moments
    first = Search(rcc, last, _USUAL_MILES, *_settings()[0])
    if last.children:
        for filters in every_filter(Filters(rcc=rcc)):
            mismatch(reader, filters, first)
        for filters in (*each_area(rcc), *every_value(Filters(rcc=rcc), 1)):
            saving(reader, filters, first)
    of_others = _other_searches(first, [replace(last, days=days) for days in others])
    for search in chain(of_others, (replace(first, when=when) for when in before)):
        mismatch(reader, Filters(rcc=rcc), search)
        for sub in sub_regions_of(rcc) if search.when.children else ():
            saving(reader, sub, search)


def ask_nearer(reader: Reader, rcc: str, day: date) -> None:
    """Ask what would be nearer: on the last date by every filter, before it of all children."""
    loaded, whole = calendar(reader), Filters(rcc=rcc)
    listed = loaded.homes_on(day)
    if listed is None:
        return
    is_last = day == loaded.children[-1]
    for filters, base in product(every_filter(whole) if is_last else (whole,), CHOICES["d-base"].options):
        redeal(reader, Asked(filters, day, base), listed)
        for near in CHOICES["d-near"].options:
            nearer(reader, Asked(filters, day, base), listed, near)
    means = (*each_area(rcc), *every_value(whole, 1)) if is_last else sub_regions_of(rcc)
    is_dealt = may_be_dealt(reader, rcc, day, listed)
    for filters, base in product(means, CHOICES["d-base"].options):
        if is_dealt:
            redealt_miles(reader, Asked(filters, day, base), listed)
        for near in CHOICES["d-near"].options:
            nearer_miles(reader, Asked(filters, day, base), listed, near)


def ask_loads(reader: Reader, rcc: str, day: date) -> None:
    """Ask how many children of each rare need there are at one time, and which places are missing."""
    loaded = calendar(reader)
    days = tuple(one for one in loaded.children if one <= day)
    for cohort in {**cohorts_of(NEEDS_PAGE), **cohorts_of(VOIDS_PAGE)}:
        cohort_loads(reader, rcc, days, cohort, Thresholds())
    for areas, cohort in product(areas_of(rcc), cohorts_of(VOIDS_PAGE)):
        block_shared(reader, replace(areas, as_of=day), loaded, Terms(cohort, *_BLOCK))
    when = moment(reader, loaded, day, RETURN_DAYS)
    rare_gaps(reader, GapAsked(rcc, days, Thresholds(), _FREE, _USABLE, when))


@lru_cache(maxsize=4)
def _moments(reader: Reader, days: int) -> tuple[Moment, ...]:
    """Give every date that can be chosen and the one that is looked at without a choice, earliest first."""
    loaded = calendar(reader)
    found = {moment(reader, loaded, day, days) for day in (*loaded.dates, None)}
    return tuple(sorted((one for one in found if one), key=lambda one: one.day))


def _settings() -> list[tuple[str, str]]:
    """Give for whom and in which places may be searched, the settings that the page opens with first."""
    return [*product(CHOICES["v-whom"].options, CHOICES["v-beds"].options)]


def _other_searches(first: Search, moments: list[Moment]) -> Iterator[Search]:
    low, high, step = CHOICES["v-miles"].span or (_USUAL_MILES, _USUAL_MILES, 1)
    for miles, (whom, beds) in product(range(low, high + 1, step), _settings()):
        yield replace(first, miles=miles, whom=whom, beds=beds)
    for when, (whom, beds) in product(moments, _settings()):
        yield replace(first, when=when, whom=whom, beds=beds)
