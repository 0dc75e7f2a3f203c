import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcc_dash.domain.distance import (
    BANDS,
    band_codes,
    dfe_miles,
    is_borderline,
    is_far,
    same_sector_miles,
)

METRES = st.integers(0, 700_000)


@pytest.mark.parametrize(
    ("home", "placement", "miles"),
    [
        ((389561, 389918), (383867, 398089), 6.2),  # Stockport to Manchester
        ((358353, 405570), (393482, 404988), 21.8),  # Wigan to Oldham
        ((576017, 156294), (540881, 109939), 36.1),  # Maidstone to Lewes
        ((450180, 89236), (441792, 112191), 15.2),  # Newport to Southampton, over water
    ],
)
def test_known_distances_between_town_halls(
    home: tuple[int, int], placement: tuple[int, int], miles: float
) -> None:
    assert dfe_miles(*home, *placement) == miles


def test_an_unknown_end_makes_the_distance_unknown() -> None:
    assert np.isnan(dfe_miles([1.0, np.nan], [1.0, 1.0], [2.0, 2.0], [2.0, np.nan])[1])


@pytest.mark.parametrize(("exact", "far"), [(20.0, False), (20.04, False), (20.06, True)])
def test_far_is_decided_on_the_rounded_value(exact: float, far: bool) -> None:  # noqa: FBT001  a parameter of the table above
    assert is_far(dfe_miles(0, 0, exact * 1609.3, 0)) == far


def test_unknown_is_not_far() -> None:
    assert not is_far(np.nan)


def test_bands_hold_their_edges() -> None:
    miles = [0.0, 4.9, 5.0, 9.9, 10.0, 20.0, 20.1, 50.0, 50.1, np.nan]
    expected = ["0to5", "0to5", "5to10", "5to10", "10to20", "10to20", "20to50", "20to50", "over50", "unknown"]
    assert band_codes(miles).tolist() == expected


def test_borderline_is_18_to_22_miles_between_sectors() -> None:
    miles = [17.9, 18.0, 22.0, 22.1, 20.0, np.nan]
    basis = ["sector", "sector", "sector", "sector", "postcode", "sector"]
    assert is_borderline(miles, basis).tolist() == [False, True, True, False, False, False]


def test_one_sector_has_a_width() -> None:
    assert same_sector_miles([1.0, 0.5]).tolist() == [1.2, 0.6]


@given(METRES, METRES, METRES, METRES)
def test_there_and_back_is_the_same_and_agrees_with_plain_arithmetic(
    east: int, north: int, east_to: int, north_to: int
) -> None:
    out = dfe_miles(east, north, east_to, north_to)
    plain = math.sqrt((east - east_to) ** 2 + (north - north_to) ** 2) / 1000 / 1.6093
    assert out == dfe_miles(east_to, north_to, east, north)
    assert abs(out - plain) <= 0.05 + 1e-9


@given(st.floats(0, 999))
def test_far_is_the_two_last_bands(exact: float) -> None:
    miles = round(exact, 1)
    assert is_far(miles) == (band_codes([miles])[0] in {BANDS[3].code, BANDS[4].code})
