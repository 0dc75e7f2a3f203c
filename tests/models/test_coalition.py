"""The smallest group that fills a home: as trying every group by hand finds it, and grown beyond twenty."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rcc_dash.models.coalition import MOST_MEMBERS, Neighbours, smallest_groups
from rcc_dash.models.erlang import beds_used, load_to_fill


def towns(seed: int, number: int, limit: float) -> Neighbours:
    rng = np.random.default_rng(seed)
    east, north = rng.integers(0, 60, (2, number)).astype(float)
    miles = np.hypot(east[:, None] - east, north[:, None] - north)
    return Neighbours(np.round(rng.gamma(1.5, 1.0, number), 3), miles, limit)


def is_linked(among: Neighbours, group: tuple[int, ...]) -> bool:
    met, left = {group[0]}, set(group[1:])
    while new := {one for one in left if any(among.miles[one, other] <= among.limit for other in met)}:
        met, left = met | new, left - new
    return not left


def by_hand(among: Neighbours, need: float, start: int | None) -> list[tuple[int, ...]]:
    everybody = range(len(among.loads))
    for size in range(1, len(among.loads) + 1):
        groups = [group for group in combinations(everybody, size) if start is None or start in group]
        found = [
            group
            for group in groups
            if among.loads[[*group]].sum() >= need - 1e-9 and is_linked(among, group)
        ]
        if found:
            return found
    return []


@settings(max_examples=60)
@given(
    st.integers(0, 10_000),
    st.integers(1, 7),
    st.sampled_from([5.0, 20.0, 30.0, 100.0]),
    st.floats(0.5, 12),
    st.sampled_from([None, 0]),
)
def test_the_smallest_groups_are_those_that_trying_all_finds(
    seed: int, number: int, limit: float, need: float, start: int | None
) -> None:
    among = towns(seed, number, limit)
    found = smallest_groups(among, need, 10_000, start)
    assert sorted(group.members for group in found) == by_hand(among, need, start)
    assert [group.miles for group in found] == sorted(group.miles for group in found)
    for group in found:
        inside = [*group.members]
        means = {host: np.average(among.miles[inside, host], weights=among.loads[inside]) for host in inside}
        assert group.miles == pytest.approx(min(means.values()))
        assert means[group.host] == pytest.approx(group.miles)


@settings(max_examples=30)
@given(st.integers(0, 10_000), st.floats(1, 8))
def test_a_wider_limit_or_a_smaller_need_never_takes_more_members(seed: int, need: float) -> None:
    def size(limit: float, load: float) -> float:
        found = smallest_groups(towns(seed, 6, limit), load, 1)
        return len(found[0].members) if found else np.inf

    assert size(40, need) <= size(15, need)
    assert size(15, need - 0.5) <= size(15, need)


def test_nobody_fills_a_home_where_links_are_too_short() -> None:
    apart = Neighbours(np.array([3.0, 3.0]), np.array([[0.0, 50.0], [50.0, 0.0]]), 30)
    assert smallest_groups(apart, 5, 5) == ()
    assert [group.members for group in smallest_groups(apart, 3, 5)] == [(0,), (1,)]


def test_groups_of_very_many_are_grown_and_fill_the_home_too() -> None:
    among = towns(5, MOST_MEMBERS + 4, 30)
    found = smallest_groups(among, 6, 3)
    assert found
    for group in found:
        assert group.load >= 6
        assert is_linked(among, group.members)
    assert smallest_groups(among, 1e6, 3) == ()


def test_the_secure_home_of_the_methods_needs_nine_of_ten_of_greater_manchester() -> None:
    """Loads by child population, as the methods take them: 7.1 children, and 6.43 fill two beds."""
    population = np.array([69, 45, 124, 57, 57, 62, 65, 50, 57, 69], dtype=float)
    loads = 7.1 * population / population.sum()
    found = smallest_groups(Neighbours(loads, np.zeros((10, 10)), 30), load_to_fill(2, 0.85), 1)
    assert len(found[0].members) == 9


@given(st.integers(1, 8), st.floats(0.5, 0.95))
def test_a_home_is_filled_by_the_load_that_fills_it(beds: int, full: float) -> None:
    assert float(beds_used(load_to_fill(beds, full), beds)) / beds == pytest.approx(full)
