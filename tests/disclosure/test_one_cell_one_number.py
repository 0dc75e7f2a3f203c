"""The same children, asked about on different pages and again: always the same number (scorecard, row 2)."""

import random
from dataclasses import replace

import pytest

from rcc_dash.domain.filters import Filters
from rcc_dash.domain.headline import Figure
from rcc_dash.domain.links import State, decode, encode
from rcc_dash.domain.places import cooperatives
from rcc_dash.queries.area_values import Day, area_values
from rcc_dash.queries.calendar import calendar
from rcc_dash.queries.children import ALL_AREAS
from rcc_dash.queries.distance_bands import bands_by_area
from rcc_dash.queries.distance_children import Asked
from rcc_dash.queries.distance_flows import exchanges
from rcc_dash.queries.distance_headlines import who_is_counted
from rcc_dash.queries.distance_shares import distance_shares
from rcc_dash.queries.fitness import fitness
from rcc_dash.queries.loaded import completeness
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.trend import trend
from tests.disclosure.conftest import ATTRIBUTES, DAY

WHEN = Day(DAY, DAY)


def random_filters(seed: int) -> Filters:
    """Choose areas and up to three attributes at random, one value or several of each."""
    rng = random.Random(seed)  # noqa: S311 a choice of filters, no secret
    rcc = rng.choice(list(cooperatives()))
    kept = rng.sample(list(ATTRIBUTES), rng.randint(0, 3))
    chosen = {name: tuple(rng.sample(ATTRIBUTES[name], rng.randint(1, 3))) for name in kept}
    las = cooperatives()[rcc].la_codes
    some = tuple(rng.sample(las, rng.randint(1, 4))) if rng.random() < 0.4 else ()
    return Filters(rcc=rcc, las=some, **chosen).normalised()


@pytest.mark.parametrize("seed", range(30))
def test_every_page_gives_the_same_cell_the_same_number(protected: Reader, seed: int) -> None:
    filters = random_filters(seed)
    overview = area_values(protected, filters, WHEN).figures
    distance = distance_shares(protected, filters, (DAY,), "all")[DAY].areas
    bands = {row.code: row.children for row in bands_by_area(protected, Asked(filters, DAY))}
    counted = who_is_counted(protected, Asked(filters, DAY))
    for code in (ALL_AREAS, *filters.la_codes):
        same(overview[code]["children"], distance[code].children)
        same(overview[code]["outside"], distance[code].shares["outside"])
        same(overview[code]["far"], distance[code].shares["far"])
        if code in bands:
            same(overview[code]["children"], bands[code])
    if counted:
        same(overview[ALL_AREAS]["children"], counted["all"])


def same(one: Figure, other: Figure) -> None:
    assert (one.value, one.mark) == (other.value, other.mark)


@pytest.mark.parametrize("rcc", cooperatives())
def test_pages_without_filters_give_it_too(protected: Reader, rcc: str) -> None:
    filters = Filters(rcc=rcc)
    overview = area_values(protected, filters, WHEN).figures
    looked_after = {row.la_code: row.looked_after for row in exchanges(protected, filters, DAY)}
    complete = completeness(protected, DAY)
    fit = fitness(protected, DAY, filters.la_codes)
    loaded = fit[fit["level"].eq("load")].set_index("la_code")["of_rows"]
    for code in filters.la_codes:
        same(overview[code]["children"], looked_after[code])
        same(overview[code]["children"], complete[code]["children"])
        assert overview[code]["children"].value == loaded[code]
    years = trend(protected, filters, calendar(protected), "children")
    same(dict(years[0].points)[DAY], overview[ALL_AREAS]["children"])


@pytest.mark.parametrize("seed", range(30, 50))
def test_a_link_and_another_session_give_it_again(protected: Reader, seed: int) -> None:
    """What the link brings back is asked anew, by a reader who has nothing in memory."""
    filters = random_filters(seed)
    query = {key: (value,) for key, value in encode(State(filters=filters)).items()}
    again, _ = decode(query, (DAY,))
    fresh = Reader(protected.warehouse, replace(protected.rule))
    assert area_values(fresh, again.filters, WHEN).figures == area_values(protected, filters, WHEN).figures


@pytest.mark.parametrize("seed", range(50, 70))
def test_several_values_are_the_sum_of_what_is_shown_of_each(protected: Reader, seed: int) -> None:
    """So a union is no new draw, and asking for many of them tells nothing (scorecard, row 6)."""
    filters = replace(random_filters(seed), placement=("foster", "home", "supported"), las=()).normalised()
    whole = distance_shares(protected, filters, (DAY,), "all")[DAY].areas
    each = [
        distance_shares(protected, one, (DAY,), "all")[DAY].areas
        for one in map(filters.with_chosen, *parts(filters))
    ]
    for code in filters.la_codes:
        shown = [areas[code].children.value for areas in each]
        if any(areas[code].children.mark == "[high]" for areas in (whole, *each)):
            continue
        known = [number for number in shown if number is not None]
        assert whole[code].children.value == (sum(known) if known else None)


def parts(filters: Filters) -> tuple[list[str], list[tuple[str, ...]]]:
    values = [(value,) for value in filters.placement]
    return ["placement"] * len(values), values


def test_the_order_of_asking_changes_nothing(protected: Reader) -> None:
    filters = [random_filters(seed) for seed in range(4)]
    forth = [area_values(Reader(protected.warehouse, replace(protected.rule)), one, WHEN) for one in filters]
    back = [
        area_values(Reader(protected.warehouse, replace(protected.rule)), one, WHEN) for one in filters[::-1]
    ]
    assert forth == back[::-1]
