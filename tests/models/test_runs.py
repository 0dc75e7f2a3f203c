"""Reports of empty places, one after another: what they cover, and how long a void has stood."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcc_dash.models.runs import Standing, standing


def read(reports: list[tuple[int, int]], until: int = 100, holds: int = 31) -> Standing:
    days, empty = np.array(reports).T
    return standing(days, empty, until, holds)


@pytest.mark.parametrize(
    ("reports", "run"),
    [
        ([(90, 2)], (0, 2)),
        ([(40, 1), (70, 2), (95, 1)], (55, 1)),
        ([(40, 3), (70, 0), (95, 1)], (0, 1)),
        ([(40, 3), (70, 2), (95, 0)], (0, 0)),
        ([(10, 2), (60, 2), (90, 3)], (30, 2)),  # fifty days without a report break the run
    ],
)
def test_a_run_goes_back_to_the_last_report_without_a_void(
    reports: list[tuple[int, int]], run: tuple[int, int]
) -> None:
    found = read(reports)
    assert (found.run_days, found.run_places) == run


def test_a_report_holds_until_the_next_and_no_longer_than_said() -> None:
    found = read([(0, 2), (10, 1), (60, 4)])
    assert found.days_covered == 10 + 31 + 31
    assert found.empty_days == 2 * 10 + 1 * 31 + 4 * 31


@given(
    st.lists(
        st.tuples(st.integers(0, 365), st.integers(0, 5)), min_size=1, max_size=12, unique_by=lambda r: r[0]
    )
)
def test_a_run_is_no_longer_than_the_reports_and_no_larger_than_the_last(
    reports: list[tuple[int, int]],
) -> None:
    ordered = sorted(reports)
    found = read(ordered, until=365, holds=400)
    assert found.run_days <= ordered[-1][0] - ordered[0][0]
    assert found.run_places <= ordered[-1][1]
    assert found.days_covered == 365 - ordered[0][0]
