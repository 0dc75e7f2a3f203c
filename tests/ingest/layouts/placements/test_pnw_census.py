"""Every edition of the census is known by its columns and becomes one kind of row."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from rcc_dash.errors import UserError
from rcc_dash.ingest.accept import check_file
from rcc_dash.ingest.checked import CheckedTable
from rcc_dash.ingest.keys import Secrets
from rcc_dash.ingest.layouts.pnw_fields import HEADERS
from rcc_dash.ingest.told import Told
from tests.ingest.layouts.placements.census_files import FILE_NAMES, census_row, with_guidance

CheckTable = Callable[..., CheckedTable]
Faults = Callable[[CheckedTable], set[str]]
MONTHS = {"2019-06": "2019-06-30", "2020-12": "2020-12-31", "2021-03": "2021-03-31",
          "2022-03": "2022-03-31", "2025-12": "2025-12-31", "enriched": "2025-02-28"}  # fmt: skip


@pytest.mark.parametrize("edition", HEADERS)
def test_a_row_without_fault_is_loaded_as_it_is(
    check_census: CheckTable, edition: str, faults: Faults
) -> None:
    table = check_census(edition)
    assert (table.table, faults(table)) == ("census", set())
    (account,) = table.accounts
    assert (account.source, account.la_code, account.period) == (
        "placements_census", "E08000001", MONTHS[edition],
    )  # fmt: skip
    assert (account.rows_read, account.rows_loaded) == (1, 1)


@pytest.mark.parametrize("edition", HEADERS)
def test_what_every_edition_says_is_the_same(check_census: CheckTable, edition: str) -> None:
    row = check_census(edition).frame.iloc[0]
    common = {
        "as_of": pd.Timestamp(MONTHS[edition]), "row_class": "child", "age_years": 13, "sex": "M",
        "uasc": False, "family_code": "home", "place_code": "K2", "sector_hint": "independent",
        "sourcing_route": "spot", "provider_name": "Elm Care Ltd", "provider_urn": "SC900001",
        "home_name": "Elm House", "weekly_cost_gbp": 5200.0, "social_care_gbp": 4000.0,
        "education_gbp": 1000.0, "health_gbp": 200.0, "parent_child": False, "is_unregistered": False,
    }  # fmt: skip
    assert {name: row[name] for name in common} == common


def test_what_the_editions_add(check_census: CheckTable) -> None:
    first, second, fourth, fifth = (
        check_census(edition).frame.iloc[0] for edition in ("2019-06", "2020-12", "2022-03", "2025-12")
    )
    assert pd.isna(first["started_on"])
    assert first["placement_la"] == "E10000017"  # Burnley lies in Lancashire
    assert (second["ethnic_code"], second["ethnic_group"], second["send_label"]) == ("WIRI", "white", "ehcp")
    assert second["started_on"] == pd.Timestamp(2019, 1, 2)
    assert (fourth["home_urn"], fourth["registration"], fourth["send_need"]) == ("SC900002", "ofsted", "SEMH")
    assert (fourth["distance_reason"], fourth["distance_reason_label"]) == (
        "none_local", "No placement available locally",
    )  # fmt: skip
    assert pd.isna(fourth["dols_status"])
    assert pd.isna(fifth["placement_la"])
    assert (fifth["company_no"], fifth["has_extras"], fifth["dols_status"]) == ("01234567", True, "current")
    assert (fifth["solo_required"], fifth["solo_in_place"]) == (True, False)


def test_what_a_hub_joined(check_census: CheckTable) -> None:
    row = check_census("enriched").frame.iloc[0]
    told = ["origin_sector", "placement_sector", "joined_place_code", "joined_provider_code",
            "joined_episodes_12m", "missing_12m", "convicted", "substance_misuse",
            "placement_la"]  # fmt: skip
    assert row[told].tolist() == ["SK1 3", "M2 5", "K2", "PR4", 3, 2, False, True, "E08000003"]
    # 5 km east, 8 km north: sqrt(25 + 64) km / 1.6093
    assert (row["distance_miles"], row["distance_basis"]) == (5.9, "postcode")


def test_enriched_without_metres_measures_from_sectors(check_census: CheckTable) -> None:
    blank = {"Home eastings": "", "Home postcode": "SK1 3", "Placement postcode": "M2 5"}
    row = check_census("enriched", census_row("enriched", **blank)).frame.iloc[0]
    assert row["distance_basis"] == "sector"
    assert row["distance_miles"] == pytest.approx(6.2, abs=1)


@pytest.mark.parametrize("suffix", ["", "_BOL", "_350", ".0"])
def test_an_identifier_links_to_the_child_of_the_return(
    check_census: CheckTable, secrets: Secrets, suffix: str
) -> None:
    table = check_census("2022-03", census_row("2022-03", id=f"0012345{suffix}"))
    assert table.frame["child_key"].tolist() == [secrets.child_key("E08000001", "12345")]
    assert table.frame["record_key"].tolist() == [secrets.record_key("E08000001", "12345")]


def test_headings_without_guidance_in_any_order_and_other_las(check: CheckTable) -> None:
    header = [h.upper() for h in reversed(HEADERS["2021-03"])]
    rows = [list(reversed(census_row("2021-03", la=la))) for la in ("Bury MBC", "Wigan Council", "Narnia")]
    table = check(header, *rows)
    found = {(a.la_code, a.rows_loaded, a.rows_rejected) for a in table.accounts}
    assert found == {("E08000002", 1, 0), ("E08000010", 1, 0), (None, 0, 1)}


def test_months_from_columns_argument_or_not_at_all(check: CheckTable) -> None:
    header, row = HEADERS["2019-06"], census_row("2019-06")
    assert check([*header, "Month", "Year"], [*row, "Dec", "2024"]).accounts[0].period == "2024-12-31"
    assert check([*header, "Month", "Year"], [*row, "3", "2024"]).accounts[0].period == "2024-03-31"
    told = check(header, row, name="pnw.csv", as_of=date(2024, 9, 1))
    assert told.accounts[0].period == "2024-09-30"
    with pytest.raises(UserError) as refused:
        check(header, row, name="pnw 2024.csv")
    assert refused.value.asks == "as_of"


def test_a_workbook_with_real_dates_and_numbers(tmp_path: Path, secrets: Secrets) -> None:
    pytest.importorskip("openpyxl", reason="only tests write workbooks")
    cells = census_row("2022-03", start=pd.Timestamp(2021, 5, 6), age=6.5, total=5200.0, id=12345)
    path = tmp_path / FILE_NAMES["2022-03"].replace(".csv", ".xlsx")
    frame = pd.DataFrame([cells], columns=with_guidance(HEADERS["2022-03"]))
    with pd.ExcelWriter(path) as book:
        pd.DataFrame(["Placements Northwest", "Overview guidance"]).to_excel(book, sheet_name="Guidance")
        frame.to_excel(book, sheet_name="Social care", index=False, startrow=2)
    checked = check_file(path, Told(path.name), secrets)
    (table,) = checked.tables
    assert [sheet.sheet for sheet in checked.passed_over] == ["Guidance"]
    assert table.frame[["age_years", "weekly_cost_gbp"]].iloc[0].tolist() == [6, 5200.0]
    assert table.frame["started_on"].tolist() == [pd.Timestamp(2021, 5, 6)]
