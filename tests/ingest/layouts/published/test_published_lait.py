"""The Interactive Tool's long table and dictionary, and the model of statistical neighbours."""

from collections.abc import Callable

import pandas as pd
import pytest

from rcc_dash.errors import UserError
from rcc_dash.ingest.checked import CheckedTable

CheckTable = Callable[..., CheckedTable]
FIGURES = ("measure_short", "area", "old_la_code", "period", "value")
TERMS = ("Measure_short", "Measure", "Polarity", "y_axis_name", "Description", "Last Update", "Hyperlink(s)")
MODEL = ("old_la_code", "la_name", *(f"SN_{n}{p}" for n in range(1, 11) for p in ("", "P")))
BOLTON_IS_LIKE = (382, 354, 357, 372, 808, 890, 353, 876, 371, 894)


def neighbours(of: object, codes: tuple[object, ...] = BOLTON_IS_LIKE) -> tuple[object, ...]:
    return (of, "Bolton", *(cell for code in codes for cell in (code, "Very close ")))


def test_the_tools_own_periods_areas_and_dash_are_understood(check_table: CheckTable) -> None:
    table = check_table(
        FIGURES,
        ("RescareFinance", "Bolton", "350", "2024-25 (OT)", "5205"),
        ("LACDistance", "England", "970", "2025", "18"),
        ("LACDistance", "London (Inner)", "987", "2025", "-"),
        ("LAC", "Poole (Pre LG)", "836", "2016", "61.5"),
        ("CareApplications", "Bolton", "350", "2025", "10"),
        ("LAC", "Nowhere", "999", "2016", "61.5"),
        ("LAC", "Bolton", "350", "2016-18", "61.5"),
    )
    frame = table.frame.set_index("source_row")
    assert frame["area_code"].to_dict() == {2: "E08000001", 3: "E92000001", 4: "E13000001", 5: "E06000029"}
    assert frame.loc[2, "period_start"] == pd.Timestamp("2024-04-01")
    assert frame.loc[2, "period_end"] == pd.Timestamp("2025-03-31")
    assert frame.loc[2, ["measure", "category", "unit", "rounding"]].tolist() == [
        "s251_weekly_unit_cost_gbp",
        "Residential care",
        "gbp_week",
        5,
    ]
    assert frame.loc[4, ["value_state", "mark"]].tolist() == ["not_told", "-"]
    assert [(one.code, one.rows) for one in table.problems] == [("D04", 1), ("D03", 1), ("D02", 1)]


def test_the_dictionary_keeps_polarity_and_our_own_code(check_table: CheckTable) -> None:
    table = check_table(
        TERMS,
        (
            "LACDistance",
            "Far away (%)",
            "Low",
            "% Children",
            "Two\nlines",
            "45962",
            "https://example.org",
        ),
        ("LACnum", "Number", "-", "Number", "", "", ""),
        ("StayingPut", "Staying put", "High", "%", "", "46023", ""),
        ("", "Nameless", "High", "%", "", "", ""),
    )
    frame = table.frame.set_index("publisher_code")
    assert frame["polarity"].to_dict() == {"LACDistance": "low", "LACnum": "neutral", "StayingPut": "high"}
    assert frame.loc["LACDistance", "measure"] == "cla_over_20_miles_outside_la_percent"
    assert frame.loc["LACDistance", "description"] == "Two lines"
    assert frame.loc["LACDistance", "updated_on"] == pd.Timestamp("2025-11-01")
    assert [(one.code, one.row) for one in table.problems] == [("D05", 5)]


def test_ten_neighbours_in_order_with_the_models_year_from_the_files_name(check_table: CheckTable) -> None:
    table = check_table(MODEL, neighbours(350), name="sn_model_2025_wide.csv")
    assert table.frame["rank"].tolist() == list(range(1, 11))
    assert table.frame["neighbour_la_code"].iloc[0] == "E08000034"  # Kirklees is 382
    assert table.frame["model"].unique().tolist() == ["2025"]
    assert table.frame["closeness"].unique().tolist() == ["very close"]
    assert [(one.rows_read, one.rows_loaded) for one in table.accounts] == [(1, 1)]


def test_a_model_without_a_year_or_with_an_unknown_la_is_not_taken(check_table: CheckTable) -> None:
    with pytest.raises(UserError, match="year of the model"):
        check_table(MODEL, neighbours(350), name="neighbours.csv")
    table = check_table(
        MODEL, neighbours(350), neighbours(351, (909, *BOLTON_IS_LIKE[1:])), name="model_2025.csv"
    )
    assert [(one.rows_read, one.rows_loaded, one.rows_rejected) for one in table.accounts] == [(2, 1, 1)]
    assert [(one.code, one.row) for one in table.problems] == [("D02", 3)]
