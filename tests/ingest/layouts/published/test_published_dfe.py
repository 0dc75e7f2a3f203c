"""DfE's tables in both eras of their headings, and tables of the same headings told apart."""

from collections.abc import Callable

import pandas as pd
import pytest

from rcc_dash.domain.problems import Severity
from rcc_dash.errors import UserError
from rcc_dash.ingest.checked import CheckedTable

WHERE = (
    "time_period", "time_identifier", "geographic_level", "country_code", "country_name", "region_code",
    "region_name", "old_la_code", "la_name", "new_la_code",
)  # fmt: skip
OLD = (*WHERE, "cla_group", "characteristic", "number", "percentage")
NEW = (*WHERE, "characteristic", "breakdown", "children_count", "children_percent")
FAR = ("Distance between home and placement", "Placed more than 20 miles from home")
CheckTable = Callable[..., CheckedTable]
Row = Callable[..., tuple[object, ...]]
ByMeasure = Callable[[CheckedTable, str], dict[str, object]]


def fate(table: CheckedTable) -> tuple[int, int, int]:
    """Rows read, loaded and rejected."""
    accounts = table.accounts
    return (
        sum(one.rows_read for one in accounts),
        sum(one.rows_loaded for one in accounts),
        sum(one.rows_rejected for one in accounts),
    )


@pytest.mark.parametrize("era", [OLD, NEW])
def test_a_row_gives_its_number_and_its_share_in_both_eras(
    check_table: CheckTable, dfe: Row, era: tuple[str, ...]
) -> None:
    table = check_table(
        era, dfe("2025", "Bolton", *FAR, "45", "8"), dfe("2025", "England", *FAR, "18120", "22")
    )
    assert fate(table) == (2, 2, 0)
    assert len(table.frame) == 4
    bolton = table.frame[table.frame["area_code"] == "E08000001"].iloc[0]
    assert bolton["period_end"] == pd.Timestamp("2025-03-31")
    assert pd.isna(bolton["period_start"])
    assert (bolton["category"], bolton["dimension"], bolton["release"]) == (FAR[1], "distance", 2025)
    assert table.frame["value"].tolist() == [45, 18_120, 8, 22]
    assert table.frame["rounding"].tolist() == [1, 10, 1, 1]
    assert set(table.frame["measure"]) == {
        "cla_31_march_by_distance_number",
        "cla_31_march_by_distance_percent",
    }


def test_marks_stay_marks(check_table: CheckTable, dfe: Row) -> None:
    table = check_table(
        OLD,
        dfe("2025", "Bolton", *FAR, "c", "c"),
        dfe("2024", "Bolton", *FAR, "2", "k"),
        dfe("2023", "Bolton", *FAR, "z", "x"),
        dfe("2022", "Bolton", *FAR, "0", "0"),
    )
    shares = table.frame[table.frame["measure"].str.endswith("percent")]
    assert shares["value_state"].tolist() == ["suppressed", "low", "not_available", "known"]
    assert shares["mark"].fillna("").tolist() == ["c", "k", "x", ""]
    assert shares["value"].fillna(-1).tolist() == [-1, -1, -1, 0]


def test_an_unknown_area_period_or_cell_rejects_its_row_and_says_where(
    check_table: CheckTable, dfe: Row
) -> None:
    table = check_table(
        OLD,
        dfe("2025", "Bolton", *FAR, "45", "8"),
        dfe("2025", "Atlantis", *FAR, "45", "8"),
        dfe("soon", "Bolton", *FAR, "45", "8"),
        dfe("2024", "Bolton", *FAR, "many", "8"),
        dfe("2025", "Poole", *FAR, "z", "z"),
    )
    assert fate(table) == (5, 2, 3)
    found = {(one.code, one.row, one.column) for one in table.problems if one.severity is Severity.ERROR}
    assert found == {("D02", 3, "new_la_code"), ("D03", 4, "time_period"), ("D01", 5, "number")}
    assert not any("many" in f"{one.what}{one.fix}" for one in table.problems)
    assert table.frame.set_index("area_code").loc["E06000029", "area_level"].unique().tolist() == [
        "former_la"
    ]


def test_a_group_that_nothing_uses_is_counted_as_not_needed(check_table: CheckTable, dfe: Row) -> None:
    table = check_table(
        OLD, dfe("2025", "Bolton", *FAR, "45", "8"), dfe("2025", "Bolton", "Shoe size", "Large", "5", "1")
    )
    assert fate(table) == (2, 1, 1)
    (problem,) = table.problems
    assert (problem.severity, problem.rows) == (Severity.NOT_NEEDED, 1)


@pytest.mark.parametrize(
    ("own", "dataset"),
    [
        (("All children", "2. Over 20 miles"), "england_distance"),
        (("All new placements", "2. Over 20 miles"), "england_in_year_distance"),
        (("Age group", "Under 16 years"), "england_uasc"),
        (("Placement", "1. Total foster placements"), "england_groups"),
        (("Locality of placement", "Total"), "cla_groups"),
        (("Location of new placements during the year", "Total new placements"), "cla_new_placements"),
    ],
)
def test_tables_of_the_same_headings_are_told_apart_by_what_they_hold(
    check_table: CheckTable, dfe: Row, own: tuple[str, str], dataset: str
) -> None:
    table = check_table(OLD, dfe("2024", "England", *own, "10", "1"))
    assert table.frame["dataset"].unique().tolist() == [dataset]
    crossed = own[1] == "2. Over 20 miles"
    of = table.frame[["category", "category_2"]].fillna("").drop_duplicates().to_numpy().tolist()
    assert of == [["Total", "Placed more than 20 miles from home"] if crossed else [own[1], ""]]


def test_where_rows_do_not_tell_the_files_name_does_and_else_it_is_refused(
    check_table: CheckTable, dfe: Row
) -> None:
    row = dfe("2024", "England", "Age group", "1 to 4 years", "10", "1")
    table = check_table(OLD, row, name="national_cla_on_31_march_by_characteristics.csv")
    assert table.frame["dataset"].unique().tolist() == ["england_groups"]
    with pytest.raises(UserError, match="one of several DfE tables"):
        check_table(OLD, row, name="download.csv")


def test_numbers_rates_and_the_population_once(check_table: CheckTable, dfe: Row, told: ByMeasure) -> None:
    header = (*WHERE, "population_count", "population_estimate", "number", "rate_per_10000")
    table = check_table(
        header,
        dfe("2024", "Bolton", "Children looked after at 31 March each year", "75000", "590", "78"),
        dfe("2024", "Bolton", "Children ceasing to be looked after each year", "75000", "200", "27"),
    )
    assert told(table, "value") == {
        "cla_31_march_number": 590,
        "cla_31_march_rate_per_10000": 78,
        "population_0_17": 75_000,
        "cla_ceasing_number": 200,
        "cla_ceasing_rate_per_10000": 27,
    }
    started = told(table, "period_start")
    assert started["cla_31_march_number"] is None
    assert started["cla_ceasing_number"] == pd.Timestamp("2023-04-01")


def test_a_duration_is_in_days_and_a_count_in_placements(
    check_table: CheckTable, dfe: Row, told: ByMeasure
) -> None:
    header = (*WHERE, "placement_duration", "placement_group", "number", "percentage")
    table = check_table(
        header,
        dfe("2024", "England", "1 to 7 days", "Foster placements", "6310", "13"),
        dfe("2024", "England", "Median duration (days)", "All placements", "130", "z"),
    )
    assert told(table, "value") == {
        "placements_ceasing_by_duration_number": 6310,
        "placements_ceasing_by_duration_percent": 13,
        "placement_duration_median_days": 130,
    }
    assert told(table, "category")["placement_duration_median_days"] == "Total"
    assert told(table, "category_2") == {
        "placements_ceasing_by_duration_number": "1 to 7 days",
        "placements_ceasing_by_duration_percent": "1 to 7 days",
        "placement_duration_median_days": None,
    }


def test_a_mid_year_estimate_is_of_30_june(check_table: CheckTable, dfe: Row) -> None:
    header = (*WHERE, "age_group", "population_estimate")
    table = check_table(header, dfe("2024", "Bolton", "Children aged 0 to 17 years", "75000"))
    assert table.frame["period_end"].tolist() == [pd.Timestamp("2024-06-30")]
    assert table.accounts[0].period == "2024"
