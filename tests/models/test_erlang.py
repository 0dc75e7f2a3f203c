"""Beds and children: the published table, the closed form, and a small simulation of arrivals and stays."""

import heapq
from math import exp, factorial

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcc_dash.models.erlang import (
    beds_for,
    beds_used,
    blocking,
    busy_shares,
    last_bed_used,
    load_to_fill,
)

LOADS = st.floats(0.05, 60)


@pytest.mark.parametrize(
    ("load", "beds", "share"), [(1, 1, 0.5), (2, 3, 0.2105263), (4, 6, 0.1171625), (10, 10, 0.2145823)]
)
def test_known_shares_of_children_turned_away(load: float, beds: int, share: float) -> None:
    assert float(blocking(load, beds)) == pytest.approx(share, abs=1e-7)


# The methods' table has 38% for a load of 2, which is 38.53%.
TABLE = {
    1: (4, 25), 2: (5, 39), 4: (8, 48), 6: (10, 57), 10: (15, 64),
    20: (26, 74), 30: (36, 80), 50: (56, 85), 100: (105, 91),
}  # fmt: skip


@pytest.mark.parametrize(("load", "beds", "full"), [(load, *row) for load, row in TABLE.items()])
def test_the_table_of_the_methods(load: float, beds: int, full: int) -> None:
    assert beds_for(load, 0.95) == beds
    assert round(100 * float(beds_used(load, beds)) / beds) == full


def test_what_the_methods_say_of_the_dearest_care() -> None:
    assert beds_for(42.4, 0.95) == 48
    assert float(blocking(42.4, 48)) == pytest.approx(0.048786, abs=1e-6)
    assert float(beds_used(42.4, 48)) / 48 == pytest.approx(0.84024, abs=1e-5)
    assert [round(float(last_bed_used(42.4, beds)), 2) for beds in (44, 46, 48, 50)] == [
        0.55,
        0.48,
        0.39,
        0.31,
    ]


# The methods' table of the least load that fills a home: beds, then 75, 80, 85 and 90% full.
FILLED = {
    1: (3.00, 4.00, 5.67, 9.00), 2: (3.65, 4.70, 6.43, 9.83), 3: (4.30, 5.41, 7.20, 10.66),
    4: (4.96, 6.12, 7.96, 11.50), 6: (6.30, 7.56, 9.51, 13.17),
}  # fmt: skip


@pytest.mark.parametrize(("beds", "loads"), FILLED.items())
def test_the_load_that_fills_a_home(beds: int, loads: tuple[float, ...]) -> None:
    assert [round(load_to_fill(beds, full), 2) for full in (0.75, 0.80, 0.85, 0.90)] == [*loads]


@pytest.mark.parametrize("full", [0.0, 1.0])
def test_beds_are_never_full_all_the_time(full: float) -> None:
    with pytest.raises(ValueError, match="less than all"):
        load_to_fill(2, full)


@given(LOADS, st.integers(0, 25))
def test_the_closed_form_agrees(load: float, beds: int) -> None:
    terms = [load**n / factorial(n) for n in range(beds + 1)]
    assert float(blocking(load, beds)) == pytest.approx(terms[-1] / sum(terms))
    assert busy_shares(load, beds) == pytest.approx(np.array(terms) / sum(terms))


@given(LOADS, st.integers(1, 80))
def test_more_beds_turn_fewer_away_and_each_is_used_less_than_the_one_before(load: float, beds: int) -> None:
    assert blocking(load, beds) <= blocking(load, beds - 1)
    assert 0 <= float(beds_used(load, beds)) <= min(load, beds)
    assert last_bed_used(load, beds + 1) <= last_bed_used(load, beds) + 1e-12


def test_many_loads_at_once_are_each_as_alone() -> None:
    loads = np.array([1.0, 4.0, 10.0])
    assert blocking(loads, 6).tolist() == [float(blocking(load, 6)) for load in loads]


def test_an_endless_load_has_no_number_of_beds() -> None:
    with pytest.raises(ValueError, match="beyond"):
        beds_for(1e9, 0.95)


@pytest.mark.parametrize(
    ("load", "beds", "stay"),
    [
        (4.0, 6, "the same for all"),
        (4.0, 6, "very uneven"),
        (1.0, 2, "very uneven"),
        (2.0, 3, "the same for all"),
        (12.0, 15, "very uneven"),
    ],
)
def test_a_simulation_of_arrivals_and_stays_agrees_whatever_the_stays(
    load: float, beds: int, stay: str
) -> None:
    rng, arrivals = np.random.default_rng(11), 40_000
    at = np.cumsum(rng.exponential(1 / load, arrivals))
    stays = np.ones(arrivals) if stay == "the same for all" else rng.lognormal(-0.5, 1.0, arrivals)
    leaving: list[float] = []
    away = 0
    for came, stays_for in zip(at, stays, strict=True):
        while leaving and leaving[0] <= came:
            heapq.heappop(leaving)
        if len(leaving) == beds:
            away += 1
        else:
            heapq.heappush(leaving, came + stays_for)
    expected = float(blocking(load, beds))
    spread = 3 * (expected * (1 - expected) / arrivals) ** 0.5 * exp(0.5)
    assert away / arrivals == pytest.approx(expected, abs=spread)
