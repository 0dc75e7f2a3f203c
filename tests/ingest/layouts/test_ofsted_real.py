"""Every vintage that Ofsted published, reconciled with what Ofsted says of it."""

import csv
from collections import Counter
from functools import cache
from pathlib import Path

import pandas as pd
import pytest

from rcc_dash.domain.places import cooperatives
from rcc_dash.ingest.accept import check_file
from rcc_dash.ingest.checked import CheckedFile
from rcc_dash.ingest.keys import Secrets
from rcc_dash.ingest.told import Told
from rcc_dash.reference.tables import rows

SHARED = Path(__file__).resolve().parents[4] / "shared" / "data"
OFSTED = SHARED / "ofsted"
FILES = sorted(path.name for path in OFSTED.glob("*.*")) if OFSTED.is_dir() else []
HOMES = [row["code"] for row in rows("provision_types") if row["is_childrens_home"] == "yes"]
RELEASE_2025 = "Childrens_social_care_in_England_2025_underlying_data.ods"
RELEASE_2023 = "Childrens_social_care_in_England_2023_underlying_data.ods"

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

LISTS_BY_PERIOD = {
    "provider_at_march_2018_providers_places.csv": "31 Mar 2018",
    "provider_at_march_2021.csv": "31 Mar 2021",
    RELEASE_2023: "31 Mar 2023",
    RELEASE_2025: "31 Mar 2025",
}
"""Full lists, by the period of the published figures that were counted from them by others."""


@cache
def checked(name: str) -> CheckedFile:
    return check_file(OFSTED / name, Told(name), Secrets(b"k" * 32))


def listing(name: str, kind: str) -> pd.DataFrame:
    frames = [t.frame for t in checked(name).tables if t.table == "home_listing"]
    (frame,) = [f for f in frames if (f["list_kind"] == kind).all()]
    return frame


def homes(name: str, kind: str) -> pd.DataFrame:
    frame = listing(name, kind)
    return frame[frame["provision_type"].isin(HOMES)]


@pytest.mark.parametrize("name", FILES)
def test_every_row_is_accounted_for(name: str) -> None:
    accounts = [account for table in checked(name).tables for account in table.accounts]
    assert sum(a.rows_read for a in accounts) == ROWS[name]
    assert sum(a.rows_loaded for a in accounts) == ROWS[name], "Ofsted's own files need no mending"


@pytest.mark.parametrize("name", FILES)
def test_every_urn_type_and_sector_is_understood(name: str) -> None:
    problems = [problem.code for table in checked(name).tables for problem in table.problems]
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
def test_full_lists_equal_ofsteds_totals(name: str, kind: str, published: tuple[int, int]) -> None:
    found = homes(name, kind)
    assert (len(found), int(found["places"].sum())) == published
    series = pd.concat(t.frame for t in checked(RELEASE_2025).tables if t.table == "home_total").set_index(
        "as_of"
    )
    total = series.loc[found["as_of"].iloc[0]]
    assert (total["homes"], total["places"]) == published


@pytest.mark.parametrize("name", [RELEASE_2023, "provider_at_march_2023.csv"])
def test_the_level_list_of_2023_holds_inspected_homes_only(name: str) -> None:
    found = listing(name, "judgements")
    assert len(found[found["provision_type"].isin(HOMES)]) == 2890
    assert found["inspected_on"].notna().all()


@pytest.mark.parametrize("name", ["provider_at_march_2021.csv", "provider_at_march_2025.csv"])
def test_full_judgement_lists_show_it_by_homes_without_an_inspection(name: str) -> None:
    assert listing(name, "judgements")["inspected_on"].isna().any()


def test_the_workbook_and_the_csv_of_2025_hold_the_same_homes() -> None:
    both = [listing(name, "judgements") for name in (RELEASE_2025, "provider_at_march_2025.csv")]
    first, second = (frame.drop(columns="source_sheet").reset_index(drop=True) for frame in both)
    pd.testing.assert_frame_equal(first, second)


def test_judgements_of_2025_equal_ofsteds_count() -> None:
    grades = listing(RELEASE_2025, "judgements")["judgement"].value_counts().to_dict()
    assert grades == {"good": 3059, "outstanding": 658, "requires_improvement": 522, "inadequate": 54}


@cache
def published_by_la() -> dict[tuple[str, str], dict[str, tuple[int, int]]]:
    """Homes and places by period and breakdown, then by LA."""
    with (SHARED / "published_figures.csv").open(encoding="utf-8", newline="") as file:
        rows_of_homes = [row for row in csv.DictReader(file) if row["measure"].startswith("childrens_homes_")]
    value = {
        (r["period"], r["breakdown"], r["la_code"], r["measure"]): int(r["value"]) for r in rows_of_homes
    }
    found: dict[tuple[str, str], dict[str, tuple[int, int]]] = {}
    for (period, breakdown, la, measure), number in value.items():
        if measure == "childrens_homes_number" and la != "E92000001":
            places = value[period, breakdown, la, "childrens_homes_places"]
            found.setdefault((period, breakdown), {})[la] = (number, places)
    return found


def by_la(frame: pd.DataFrame) -> dict[str, tuple[int, int]]:
    found = frame.groupby("la_code")["places"].agg(["size", "sum"])
    return {la: (int(number), int(places)) for la, number, places in found.itertuples()}


@pytest.mark.parametrize(("name", "period"), LISTS_BY_PERIOD.items())
def test_homes_of_each_member_equal_the_published_figures(name: str, period: str) -> None:
    members = {code for cooperative in cooperatives().values() for code in cooperative.la_codes}
    published = published_by_la()[period, "All types"]
    ours = by_la(homes(name, "places" if name.endswith("ods") or "places" in name else "judgements"))
    assert {la: ours.get(la, (0, 0)) for la in published} == published
    assert set(published) == members


def test_homes_that_joined_and_left_equal_the_published_figures() -> None:
    (changes,) = [t.frame for t in checked(RELEASE_2025).tables if t.table == "home_change"]
    found = changes[changes["provision_type"].isin(HOMES)]
    with (SHARED / "published_figures.csv").open(encoding="utf-8", newline="") as file:
        published = {
            (row["la_code"], row["measure"]): int(row["value"])
            for row in csv.DictReader(file)
            if row["measure"] in {"childrens_homes_joiners_number", "childrens_homes_leavers_number"}
            and row["breakdown"] == "All types"
        }
    ours = {
        (la, "childrens_homes_joiners_number"): n
        for la, n in found.groupby("la_code")["joined"].sum().items()
    }
    ours |= {
        (la, "childrens_homes_leavers_number"): n for la, n in found.groupby("la_code")["left"].sum().items()
    }
    ours["E92000001", "childrens_homes_joiners_number"] = found["joined"].sum()
    ours["E92000001", "childrens_homes_leavers_number"] = found["left"].sum()
    assert {key: int(ours.get(key, 0)) for key in published} == published
    assert len(published) == 58


@pytest.mark.parametrize(
    ("breakdown", "column", "code"),
    [
        ("Children's home", "provision_type", "childrens_home"),
        ("Secure children's home", "provision_type", "secure"),
        ("Residential special school registered as children's home", "provision_type", "school_home"),
        ("Sector: Private", "sector", "private"),
        ("Sector: Local Authority", "sector", "la"),
        ("Sector: Voluntary", "sector", "voluntary"),
        ("Sector: Health Authority", "sector", "health"),
    ],
)
def test_types_and_sectors_of_each_member_equal_the_published_figures(
    breakdown: str, column: str, code: str
) -> None:
    found = homes(RELEASE_2025, "places")
    published = published_by_la()["31 Mar 2025", breakdown]
    ours = by_la(found[found[column] == code])
    assert {la: ours.get(la, (0, 0)) for la in published} == published


def test_no_home_with_a_redacted_address_has_a_place() -> None:
    for name, kind in ((RELEASE_2025, "places"), (RELEASE_2023, "places")):
        assert homes(name, kind)[["postcode_sector", "home_name"]].isna().all(axis=None)


def test_every_other_sheet_is_passed_over_with_a_reason() -> None:
    over = {one.sheet: one.why for one in checked(RELEASE_2023).passed_over}
    assert len(over) == 10
    assert Counter(bool(why) for why in over.values()) == {True: 10}
    assert "LA_inspections_2009-2023" in over
