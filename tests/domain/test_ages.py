from datetime import date

import pytest

from rcc_dash.domain.accounts import SOURCES
from rcc_dash.domain.ages import Freshness, age_months, last_day, limit_of


@pytest.mark.parametrize("source", SOURCES)
def test_every_source_has_limits_in_order_and_a_reason(source: str) -> None:
    limit = limit_of(source)
    assert 0 < limit.old_months < limit.outdated_months
    assert limit.why


def test_a_source_without_a_limit_is_a_fault() -> None:
    with pytest.raises(LookupError):
        limit_of("made_up")


@pytest.mark.parametrize(
    ("period", "day"),
    [("2025-03-31", date(2025, 3, 31)), ("2025", date(2025, 3, 31)), ("all years", None), ("", None)],
)
def test_a_year_ends_on_31_march(period: str, day: date | None) -> None:
    assert last_day(period) == day


@pytest.mark.parametrize(
    ("day", "today", "months"),
    [
        (date(2025, 3, 31), date(2025, 4, 1), 0),
        (date(2025, 3, 31), date(2025, 4, 30), 0),
        (date(2024, 2, 29), date(2025, 2, 28), 11),
        (date(2024, 2, 29), date(2025, 3, 1), 12),
        (date(2025, 3, 31), date(2024, 12, 1), 0),
    ],
)
def test_months_are_whole(day: date, today: date, months: int) -> None:
    assert age_months(day, today) == months


@pytest.mark.parametrize(
    ("months", "state"),
    [(16, Freshness.FRESH), (17, Freshness.OLD), (28, Freshness.OLD), (29, Freshness.OUTDATED)],
)
def test_a_return_is_old_when_the_next_is_due_and_outdated_when_two_are(
    months: int, state: Freshness
) -> None:
    assert limit_of("ssda903_episodes").freshness(months) is state
