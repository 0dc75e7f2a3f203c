"""What care costs a week, and what a cost would be as the price of a year or a day."""

import pandas as pd
import pytest

from rcc_dash.ingest.plausible import odd_prices, uneven_prices


@pytest.mark.parametrize(
    ("family", "weekly", "odd"),
    [
        ("home", 5200.0, None),
        ("home", 1000.0, None),  # the least that is usual
        ("home", 270_400.0, "yearly"),  # 5,200 a week
        ("home", 743.0, "daily"),  # 5,201 a week
        ("home", 30_000.0, "unlikely"),  # 577 a week by the year
        ("foster", 30.0, "daily"),
        ("foster", 0.0, None),
        ("foster", None, None),
        ("other", 9e9, None),  # without a range nothing is odd
    ],
)
def test_odd_prices(family: str, weekly: float | None, odd: str | None) -> None:
    found = odd_prices(pd.Series([family]), pd.Series([weekly], dtype="Float64")).iloc[0]
    assert (None if pd.isna(found) else found) == odd


def test_uneven_prices_are_of_one_home_la_and_date() -> None:
    costs = pd.DataFrame(
        {
            "la_code": ["A", "A", "A", "B", "A"],
            "home_urn": ["1", "1", "2", "1", None],
            "as_of": pd.Timestamp(2025, 3, 31),
            "weekly_cost_gbp": pd.array([1000, 3001, 9000, 9000, 9000], dtype="Float64"),
        }
    )
    assert uneven_prices(costs).tolist() == [True, True, False, False, False]
    assert uneven_prices(costs.assign(weekly_cost_gbp=pd.array([1000, 3000, 1, 1, 1], "Float64"))).sum() == 0
