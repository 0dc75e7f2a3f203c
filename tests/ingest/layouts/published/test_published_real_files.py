"""Every published file here loads whole, and gives the figures that another reading found in it."""

from functools import cache

import pandas as pd
import pytest

from rcc_dash.ingest.accept import check_file
from rcc_dash.ingest.checked import CheckedTable
from rcc_dash.ingest.keys import Secrets
from rcc_dash.ingest.told import Told
from rcc_dash.settings import PROJECT

DATA = PROJECT.parent / "shared" / "data"
HERE = pytest.mark.skipif(
    not DATA.is_dir(), reason="the published files (../shared/data) are not on this machine"
)
FILES = {
    "dfe_cla/cla_number_and_rate_per_10k_children.csv": (2505, 0, 5845),
    "dfe_cla/cla_number_and_rate_per_10k_children_2020_2024.csv": (2505, 0, 5845),
    "dfe_cla/la_cla_during_year_new_placements.csv": (15865, 0, 31730),
    "dfe_cla/la_cla_on_31_march_by_characteristics.csv": (56925, 0, 113850),
    "dfe_cla/la_cla_on_31_march_la_of_placement_netgain_2020_2024.csv": (2505, 0, 2505),
    "dfe_cla/la_cla_placement_stability.csv": (5010, 0, 10020),
    "dfe_cla/la_cla_swcount.csv": (330, 0, 660),
    "dfe_cla/national_cla_during_year_by_placement_type_and_locality_of_placement.csv": (360, 0, 720),
    "dfe_cla/national_cla_on_31_march_by_characteristics.csv": (460, 0, 920),
    "dfe_cla/national_cla_on_31_march_by_placement_distance_and_placement_locality.csv": (280, 0, 560),
    "dfe_cla/national_cla_on_31_march_by_placement_provider_placement_type_and_locality.csv": (720, 0, 1440),
    "dfe_cla/national_cla_on_31_march_who_were_unaccompanied_asylum_seeking_children.csv": (230, 0, 460),
    "dfe_cla/national_duration_of_placements_by_type_ceasing_during_the_year.csv": (495, 0, 900),
    "finance/RO3_2022-23_data_by_LA.ods": (439, 286, 1683),
    "finance/RO3_LA_Data_2024-25_data_by_LA.ods": (424, 270, 1694),
    "finance/lait_cla_finance_fostering.csv": (45900, 1700, 44200),
    "finance/lait_measure_dictionary.csv": (33, 0, 33),
    "population/ons_mid-year_population_estimates_2012_to_2024.csv": (2132, 0, 2132),
    "reference/sn_model_2025_wide.csv": (153, 0, 1530),
}
"""Rows read, rows not needed, and figures; in MANIFEST.md the rows read are the same."""

ROUNDED = 0.051
"""The other reading gives what MHCLG publishes to a tenth."""


@cache
def checked(name: str) -> CheckedTable:
    path = DATA / name
    told = Told(path.name, path.parent.name)
    (table,) = check_file(path, told, Secrets(b"a synthetic key, only for tests!")).tables
    return table


@HERE
@pytest.mark.parametrize("name", FILES)
def test_every_row_is_loaded_or_not_needed(name: str) -> None:
    table = checked(name)
    read, not_needed, figures = FILES[name]
    assert sum(one.rows_read for one in table.accounts) == read
    assert sum(one.rows_rejected for one in table.accounts) == not_needed
    assert sum(one.rows_loaded for one in table.accounts) == read - not_needed
    assert sum(one.rows for one in table.problems if one.severity == "not needed") == not_needed
    assert {one.severity.value for one in table.problems} <= {"not needed"}
    assert len(table.frame) == figures


@HERE
def test_no_figure_without_a_state_and_none_with_a_mark_is_a_number() -> None:
    for name in FILES:
        frame = checked(name).frame
        if "value_state" in frame:
            known = frame["value_state"] == "known"
            assert known.equals(frame["value"].notna())
            assert known.equals(frame["mark"].isna())


@HERE
def test_figures_are_those_that_another_reading_found() -> None:
    """`published_figures.csv` was made by other code: 22,678 figures of 29 areas from these files."""
    told = pd.read_csv(DATA / "published_figures.csv", dtype=str, keep_default_na=False)
    told = told.assign(file=told["source_file"].str.removeprefix("files/"))
    told = told[told["file"].isin(FILES) & ~told["measure"].str.startswith("derived")]
    parts = told["period"].str.extract(r"(20\d\d)(-\d\d)?")
    told["year"] = parts[0].astype(int) + parts[1].notna()
    found = told.merge(_figures(sorted(set(told["file"]))), how="left", indicator=True)
    assert len(told) == len(found) == 22_678
    assert (found["_merge"] == "both").all()
    number = pd.to_numeric(found["value"], errors="coerce")
    assert number.notna().equals(found["ours"].notna())
    assert ((number - found["ours"]).abs().dropna() <= ROUNDED).all()
    coded = number.isna()
    assert found.loc[coded, "value"].tolist() == found.loc[coded, "mark"].tolist()


def _figures(names: list[str]) -> pd.DataFrame:
    frames = [checked(name).frame.assign(file=name) for name in names]
    held = pd.concat(frames)
    crossed = held["category"] + ": " + held["category_2"].fillna("")
    return pd.DataFrame(
        {
            "file": held["file"],
            "la_code": held["area_code"],
            "measure": held["measure"],
            "breakdown": held["category"].where(held["category_2"].isna(), crossed),
            "year": held["period_end"].dt.year,
            "ours": held["value"].astype("float64"),
            "mark": held["mark"],
        }
    )
