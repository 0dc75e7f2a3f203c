"""By which filters is a release asked? By every one that parts cells, and for means by single values."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, combinations, product

from rcc_dash.domain.dimensions import dimensions
from rcc_dash.domain.filters import Filters


def areas_of(rcc: str) -> tuple[Filters, ...]:
    """Give a cooperative and each of its sub-regions, which are counted together."""
    whole = Filters(rcc=rcc)
    return whole, *(replace(whole, sub_region=sub.code) for sub in whole.cooperative.sub_regions)


def sub_regions_of(rcc: str) -> tuple[Filters, ...]:
    """Give each sub-region of a cooperative; its cells are noted with those of the whole of it."""
    return areas_of(rcc)[1:]


def each_area(rcc: str) -> tuple[Filters, ...]:
    """Give every area that a middle may be of: a cooperative, its sub-regions, and each LA alone."""
    return *areas_of(rcc), *(Filters(rcc=rcc, las=(code,)) for code in Filters(rcc=rcc).la_codes)


def every_filter(filters: Filters) -> Iterator[Filters]:
    """Give the filters of children that part the cells, with all their values: from none to all three."""
    for number in range(len(dimensions()) + 1):
        for chosen in combinations(dimensions(), number):
            asked = filters
            for code in chosen:
                asked = asked.with_chosen(code, dimensions()[code].codes)
            yield asked


def every_value(filters: Filters, most: int) -> Iterator[Filters]:
    """Give the filters that keep a single value of each of some attributes: of none, of one, up to `most`."""
    for chosen in chain.from_iterable(combinations(dimensions(), number) for number in range(most + 1)):
        for values in product(*(dimensions()[code].codes for code in chosen)):
            asked = filters
            for code, value in zip(chosen, values, strict=True):
                asked = asked.with_chosen(code, (value,))
            yield asked
