"""Every vintage that Ofsted published, reconciled with what Ofsted says of it."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from rcc_dash.ingest.checked import CheckedFile

OFSTED = Path(__file__).resolve().parents[5] / "shared" / "data" / "ofsted"
FILES = sorted(path.name for path in OFSTED.glob("*.*"))
RELEASE_2025 = "Childrens_social_care_in_England_2025_underlying_data.ods"
RELEASE_2023 = "Childrens_social_care_in_England_2023_underlying_data.ods"

Release = Callable[[str], CheckedFile]
ListOfKind = Callable[[str, str], pd.DataFrame]

pytestmark = pytest.mark.skipif(not FILES, reason="Ofsted's files are not in ../shared/data/ofsted")

ROWS = {
    "provider_at_march_2015.csv": 2605,
    "provider_at_march_2016.csv": 2647,
    "provider_at_march_2018.csv": 2797,
    "provider_at_march_2018_providers_places.csv": 2941,
    "provider_at_march_2019.csv": 2864,
    "provider_at_march_2020.csv": 2971,
    "provider_at_march_2021.csv": 3402,
    "provider_at_march_2023.csv": 3546,
    "provider_at_march_2025.csv": 5600,
    "joiners_leavers_2017.csv": 468,
    "joiners_leavers_2018.csv": 425,
    "joiners_leavers_2019.csv": 399,
    "joiners_leavers_2020.csv": 502,
    "joiners_leavers_2021.csv": 545,
    "joiners_leavers_2023.csv": 575,
    "LA_Inspection_Outcomes_as_at_31_March_2025.ods": 153 + 271,
    RELEASE_2023: 152 + 3546 + 3767 + 3812 + 575 + 12,
    RELEASE_2025: 5600 + 4921 + 5600 + 8119 + 1529 + 14,
}
"""Rows counted in each file by the manifest of the data, and dates in the series."""


@pytest.mark.parametrize("name", FILES)
def test_every_row_is_accounted_for(name: str, release: Release) -> None:
    accounts = [account for table in release(name).tables for account in table.accounts]
    assert sum(a.rows_read for a in accounts) == ROWS[name]
    assert sum(a.rows_loaded for a in accounts) == ROWS[name], "Ofsted's own files need no mending"


@pytest.mark.parametrize("name", FILES)
def test_every_urn_type_and_sector_is_understood(name: str, release: Release) -> None:
    problems = [problem.code for table in release(name).tables for problem in table.problems]
    without_places = {"F15"} if name == "provider_at_march_2015.csv" else set()
    assert set(problems) <= {"F12", "H03", "G01"} | without_places, (
        "renamed areas, four providers with offices in Wales, one typing slip"
    )


@pytest.mark.parametrize(
    ("name", "kind", "published"),
    [
        (RELEASE_2025, "places", (4009, 15742)),
        (RELEASE_2025, "judgements", (4009, 15742)),
        ("provider_at_march_2025.csv", "judgements", (4009, 15742)),
        (RELEASE_2023, "places", (3119, 13528)),
        ("provider_at_march_2021.csv", "judgements", (2706, 12732)),
        ("provider_at_march_2018_providers_places.csv", "places", (2209, 11746)),
    ],
)
def test_full_lists_equal_ofsteds_totals(
    name: str, kind: str, published: tuple[int, int], release: Release, homes: ListOfKind
) -> None:
    found = homes(name, kind)
    assert (len(found), int(found["places"].sum())) == published
    series = pd.concat(t.frame for t in release(RELEASE_2025).tables if t.table == "home_total").set_index(
        "as_of"
    )
    total = series.loc[found["as_of"].iloc[0]]
    assert (total["homes"], total["places"]) == published


@pytest.mark.parametrize("name", [RELEASE_2023, "provider_at_march_2023.csv"])
def test_the_level_list_of_2023_holds_inspected_homes_only(
    name: str, listing: ListOfKind, homes: ListOfKind
) -> None:
    assert len(homes(name, "judgements")) == 2890
    assert listing(name, "judgements")["inspected_on"].notna().all()


@pytest.mark.parametrize("name", ["provider_at_march_2021.csv", "provider_at_march_2025.csv"])
def test_full_judgement_lists_show_it_by_homes_without_an_inspection(name: str, listing: ListOfKind) -> None:
    assert listing(name, "judgements")["inspected_on"].isna().any()


def test_the_workbook_and_the_csv_of_2025_hold_the_same_homes(listing: ListOfKind) -> None:
    both = [listing(name, "judgements") for name in (RELEASE_2025, "provider_at_march_2025.csv")]
    first, second = (frame.drop(columns="source_sheet").reset_index(drop=True) for frame in both)
    pd.testing.assert_frame_equal(first, second)


def test_judgements_of_2025_equal_ofsteds_count(listing: ListOfKind) -> None:
    grades = listing(RELEASE_2025, "judgements")["judgement"].value_counts().to_dict()
    assert grades == {"good": 3059, "outstanding": 658, "requires_improvement": 522, "inadequate": 54}


def test_no_home_with_a_redacted_address_has_a_place(homes: ListOfKind) -> None:
    for name, kind in ((RELEASE_2025, "places"), (RELEASE_2023, "places")):
        assert homes(name, kind)[["postcode_sector", "home_name"]].isna().all(axis=None)


def test_every_other_sheet_is_passed_over_with_a_reason(release: Release) -> None:
    over = {one.sheet: one.why for one in release(RELEASE_2023).passed_over}
    assert len(over) == 10
    assert Counter(bool(why) for why in over.values()) == {True: 10}
    assert "LA_inspections_2009-2023" in over
