"""Do the synthetic prices match the published weekly costs of each LA?"""

from pathlib import Path

import pandas as pd
import pytest

from rcc_dash.domain.places import cooperatives, local_authorities
from rcc_dash.reference.published import figure

TYPES = {"Residential care": ("K1", "K2"), "Fostering services": ("U1", "U3", "U4", "U6")}
MEMBERS = [la for rcc in cooperatives().values() for la in rcc.la_codes]


def _weekly(rows: pd.DataFrame) -> "pd.Series[float]":
    start = pd.to_datetime(rows["Placement start date"], format="%d/%m/%Y").clip(
        lower=pd.Timestamp(2024, 4, 1)
    )
    end = pd.to_datetime(rows["Placement end date"], format="%d/%m/%Y").fillna(pd.Timestamp(2025, 4, 1))
    return rows["Total committed cost accrued in FY to date"] / ((end - start).dt.days / 7)


@pytest.mark.parametrize("label", TYPES)
def test_mean_weekly_cost_is_within_two_percent_of_the_published_one(demo: Path, label: str) -> None:
    for la_code in MEMBERS:
        (path,) = demo.glob(f"costs/synthetic_{local_authorities()[la_code].dfe_code}_*.csv")
        rows = pd.read_csv(path)
        rows = rows[rows["Placement type"].isin(TYPES[label])]
        published = figure(la_code, "s251_weekly_unit_cost_gbp", label, 2025)
        assert published is not None
        assert published.value is not None
        still = _weekly(rows[rows["Placement end date"].isna()])
        assert still.mean() == pytest.approx(published.value, rel=0.02)
        assert _weekly(rows).mean() == pytest.approx(published.value, rel=0.02)
