import numpy as np
import pytest

from rcc_dash.domain.codes import SHORT_BREAK_STATUSES, code_list
from rcc_dash.domain.splits import care_bands, cost_bands, legal_group, splits


def test_the_filter_bars_dimensions_come_first() -> None:
    assert list(splits()) == ["placement", "age", "sector", "cost", "legal", "care", "dols", "solo"]
    assert all(split.values and split.title for split in splits().values())


@pytest.mark.parametrize(
    ("cost", "band"),
    [
        (0, "under1k"),
        (999.99, "under1k"),
        (1000, "1kto3k"),
        (2999, "1kto3k"),
        (3000, "3kto6k"),
        (9999, "6kto10k"),
        (10_000, "10kplus"),
        (np.nan, "unknown"),
    ],
)
def test_a_cost_is_in_one_band(cost: float, band: str) -> None:
    assert list(cost_bands([cost])) == [band]


def test_time_in_care_is_in_one_band() -> None:
    assert list(care_bands([0, 182, 183, 365, 730, 1826, np.nan])) == [
        "under6m", "under6m", "6to12m", "1to2y", "2to5y", "over5y", "unknown",
    ]  # fmt: skip


def test_every_legal_status_that_counts_has_a_group() -> None:
    counted = set(code_list("LS")) - SHORT_BREAK_STATUSES
    assert {legal_group(code) for code in counted} == set(splits()["legal"].codes) - {"unknown"}
    assert legal_group(None) == "unknown"
