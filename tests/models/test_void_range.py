"""What is likely of homes that returned nothing: within what is certain, and narrower with returns."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rcc_dash.models.void_range import Likely, Told, likely

NOTHING = Told()
THIRD = Told(homes=100, places=400, occupied=300, blocked=60, void=40)


def width(found: Likely | None) -> float:
    assert found is not None
    return found.void_rate.high - found.void_rate.low


@given(st.integers(0, 400), st.integers(0, 400), st.integers(0, 9))
def test_what_is_likely_lies_within_what_is_certain(places: int, known: int, seed: int) -> None:
    found = likely(THIRD, places, known, THIRD, seed)
    assert found is not None
    most = THIRD.void + places - min(known, places)
    assert THIRD.void <= found.void.low <= found.void.middle <= found.void.high <= most
    assert 0 <= found.void_rate.low <= found.void_rate.high <= 100
    assert found.occupancy.high <= 100


def test_the_same_question_has_the_same_answer_and_another_date_another() -> None:
    asked = (THIRD, 500, 200, THIRD)
    assert likely(*asked, 1) == likely(*asked, 1)
    assert likely(*asked, 1) != likely(*asked, 2)


def test_homes_that_all_returned_leave_nothing_open() -> None:
    found = likely(THIRD, 0, 0, THIRD, 1)
    assert found is not None
    assert (found.void.low, found.void.middle, found.void.high) == (40, 40, 40)
    assert found.occupancy.middle == 75
    assert round(found.void_rate.middle, 6) == round(100 * 40 / 340, 6)


def test_returns_of_a_third_halve_the_range_at_least() -> None:
    assert width(likely(THIRD, 800, 300, THIRD, 1)) < width(likely(NOTHING, 1200, 450, NOTHING, 1)) / 2


def test_no_place_has_no_range() -> None:
    assert likely(NOTHING, 0, 0, THIRD, 1) is None


def test_the_band_covers_the_truth_about_as_often_as_it_says() -> None:
    rng = np.random.default_rng(5)
    hits = 0
    for seed in range(200):
        filled = rng.binomial(4, 0.8, 300)
        ready = rng.binomial(4 - filled, 0.5)
        told = Told(
            100, 400, int(filled[:100].sum()), int((4 - filled - ready)[:100].sum()), int(ready[:100].sum())
        )
        found = likely(told, 800, int(rng.binomial(filled[100:], 0.6).sum()), told, seed)
        assert found is not None
        hits += found.void.low <= ready.sum() <= found.void.high
    assert 0.65 <= hits / 200 <= 0.95


def test_enough_homes_of_a_kind_speak_for_their_kind() -> None:
    everywhere = Told(homes=200, places=800, occupied=600, blocked=80, void=120)
    few, many = (Told(homes=n, places=3 * n, occupied=3 * n, blocked=0, void=0) for n in (29, 30))
    pooled, own = (likely(told, 300, 0, everywhere, 1) for told in (few, many))
    assert pooled
    assert own
    assert pooled.occupancy.middle < 85  # a quarter of the others stand empty, as everywhere
    assert own.occupancy.middle > 97  # and hardly any of those alike
