"""What pooling changes and who fills a home, from loads given by hand; and how far LAs are apart."""

from collections.abc import Mapping

import pytest

from rcc_dash.domain.headline import Figure
from rcc_dash.domain.places import cooperatives
from rcc_dash.models.erlang import beds_for
from rcc_dash.queries.children import ALL_AREAS
from rcc_dash.queries.rare_group import RareHome, groups
from rcc_dash.queries.rare_loads import Loads
from rcc_dash.queries.rare_pooling import NATION, REGION, SUB_REGION, Target, levels, pooling
from rcc_dash.queries.travel import FERRY_MILES, centres, travel_miles
from tests.queries.conftest import DAY, ReaderMaker

GM, SE = cooperatives()["gm"].la_codes, cooperatives()["se"].la_codes
BOLTON, BURY, MANCHESTER, WIGAN = "E08000001", "E08000002", "E08000003", "E08000010"
ISLE_OF_WIGHT, PORTSMOUTH, KENT = "E06000046", "E06000044", "E10000016"
USUAL = Target(0.95, 0.85)


def loads(by_la: Mapping[str, float], members: tuple[str, ...] = GM) -> Loads:
    return Loads(
        (DAY,),
        {code: by_la.get(code, 0.0) for code in members},
        frozenset(by_la),
        5_000.0,
        {ALL_AREAS: Figure(None)},
        frozenset(),
        is_at_most=False,
    )


def test_neighbours_join_from_the_middle_la_or_from_the_one_that_is_chosen(reader: ReaderMaker) -> None:
    three = loads({BOLTON: 1.0, BURY: 0.4, MANCHESTER: 4.0})
    found = pooling(reader(), "gm", three, USUAL, "")
    assert found.start == BOLTON
    assert [code for code, _ in found.steps] == [BOLTON, BURY, MANCHESTER]
    assert [step.beds for _, step in found.steps] == [beds_for(load, 0.95) for load in (1, 1.4, 5.4)]
    assert found.together.beds == found.steps[-1][1].beds
    assert pooling(reader(), "gm", three, USUAL, MANCHESTER).start == MANCHESTER
    assert pooling(reader(), "gm", three, USUAL, WIGAN).start == BOLTON
    assert set(found.each) == {BOLTON, BURY, MANCHESTER}


def test_levels_go_up_to_england_where_its_number_is_published(reader: ReaderMaker) -> None:
    se = loads({KENT: 6.0, PORTSMOUTH: 2.0}, SE)
    plain = levels(reader(), "se", se, USUAL)
    assert [*plain] == ["la", SUB_REGION, REGION, NATION]
    assert plain["la"].units == 2
    assert plain[SUB_REGION].total.load == pytest.approx(8.0)
    assert plain[REGION].total.beds == beds_for(8.0, 0.95)
    assert SUB_REGION not in levels(reader(), "gm", loads({BURY: 2.0}), USUAL)
    assert plain[NATION].total.load == pytest.approx(8.0 * 81_770 / 5_000), "DfE counted 81,770 in 2025"


def test_the_smallest_group_is_linked_and_may_have_to_hold_one_la() -> None:
    three = loads({BOLTON: 3.0, BURY: 3.0, MANCHESTER: 4.0, WIGAN: 0.5})
    home = RareHome(2, 0.85, 30)
    found = groups("gm", three, home, "")
    assert found.need == pytest.approx(6.43, abs=0.01)
    assert found.served == pytest.approx(0.26, abs=0.01)
    assert {group.la_codes for group in found.groups} == {(BOLTON, MANCHESTER), (BURY, MANCHESTER)}
    assert found.groups[0].la_codes == (BURY, MANCHESTER)
    assert found.groups[0].host == MANCHESTER
    with_wigan = groups("gm", three, home, WIGAN)
    assert {len(group.la_codes) for group in with_wigan.groups} == {3}
    assert groups("gm", three, RareHome(2, 0.85, 1), "").groups == ()


def test_water_parts_more_than_land() -> None:
    codes = (ISLE_OF_WIGHT, PORTSMOUTH, KENT)
    miles = travel_miles(codes)
    assert miles[0, 1] > FERRY_MILES
    assert miles[1, 2] == miles[2, 1]
    assert miles.diagonal().tolist() == [0, 0, 0]
    two = loads({ISLE_OF_WIGHT: 4.0, PORTSMOUTH: 4.0}, SE)
    assert groups("se", two, RareHome(2, 0.85, 30), "").groups == ()
    assert groups("se", two, RareHome(2, 0.85, 60), "").groups


def test_centres_are_where_people_live() -> None:
    east, north = centres()[MANCHESTER]
    assert (east, north) == pytest.approx((384_000, 396_000), abs=4_000)
    assert set(GM + SE) <= set(centres())
