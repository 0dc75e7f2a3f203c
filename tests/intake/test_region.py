"""The region of tests/fixtures, which can be counted on fingers, through the same door as real files."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from rcc_dash.domain.progress import silent
from rcc_dash.intake.load import load
from rcc_dash.intake.report import LoadReport
from rcc_dash.intake.status import status
from rcc_dash.intake.take import Said
from rcc_dash.settings import PROJECT, DataHome
from rcc_dash.store.warehouse import Warehouse

REGION = PROJECT / "tests" / "fixtures" / "region"
NOW = datetime(2025, 6, 1, 9, 30, tzinfo=UTC)
BOLTON, BURY, MANCHESTER = "E08000001", "E08000002", "E08000003"
ALL_CHILDREN: dict[str, list[str]] = {"placement": [], "age": [], "sector": []}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> DataHome:
    return DataHome(tmp_path_factory.mktemp("data"))


@pytest.fixture(scope="module")
def report(home: DataHome) -> LoadReport:
    return load([REGION], Said(), home, NOW, silent)


@pytest.fixture(scope="module")
def warehouse(home: DataHome, report: LoadReport) -> Iterator[Warehouse]:
    assert report.is_clean
    opened = Warehouse.open_current(home)
    assert opened is not None
    yield opened
    opened.close()


def test_every_file_is_loaded(report: LoadReport) -> None:
    assert len(report.files) == 10
    assert report.refused == ()


def test_every_row_is_accounted_for(report: LoadReport) -> None:
    of_episodes = {
        (file.folder, file.file_name): [
            (one.rows_read, one.rows_loaded, one.rows_mended, one.rows_rejected) for one in file.accounts
        ]
        for file in report.files
        if file.file_name == "episodes.csv"
    }
    assert of_episodes == {
        ("region/Bolton/2024", "episodes.csv"): [(2, 0, 1, 1)],
        ("region/Bolton/2025", "episodes.csv"): [(5, 5, 0, 0)],
        ("region/Bury/2025", "episodes.csv"): [(5, 5, 0, 0)],
        ("region/Manchester/2025", "episodes.csv"): [(3, 3, 0, 0)],
    }


def test_children_by_la_and_date(warehouse: Warehouse) -> None:
    found = warehouse.ask("children_by_la_and_date", {})
    days = found["as_of"].dt.date.astype(str)
    counted = dict(zip(zip(found["la_code"], days, strict=True), found["children"], strict=True))
    assert counted == {
        (BOLTON, "2024-03-31"): 2,
        (BOLTON, "2025-03-31"): 5,
        (BURY, "2025-03-31"): 3,
        (MANCHESTER, "2025-03-31"): 2,
    }


def test_children_of_the_region(warehouse: Warehouse) -> None:
    asked = {"date": "2025-03-31", **dict.fromkeys(ALL_CHILDREN, False)}
    found = warehouse.ask("children_by_area", asked)
    assert set(found["la_code"]) == {BOLTON, BURY, MANCHESTER}
    counts = [
        found.loc[found[f"is_{name}"], "children_n"].sum() for name in ("outside", "far", "residential")
    ]
    assert [found["children_n"].sum(), *counts] == [10, 5, 1, 4]


def test_flows(warehouse: Warehouse) -> None:
    found = warehouse.ask("flows", {"date": "2025-03-31", **ALL_CHILDREN})
    flows = dict(
        zip(zip(found["la_code"], found["placement_la"], strict=True), found["children_n"], strict=True)
    )
    assert flows == {
        (BOLTON, BOLTON): 2,
        (BOLTON, MANCHESTER): 2,
        (BOLTON, "E06000043"): 1,
        (BURY, BURY): 2,
        (BURY, BOLTON): 1,
        (MANCHESTER, MANCHESTER): 1,
        (MANCHESTER, BOLTON): 1,
    }


def test_origins_leave_out_the_child_without_a_home_address(warehouse: Warehouse) -> None:
    asked = {"date": "2025-03-31", "la_codes": [BOLTON, BURY, MANCHESTER], **ALL_CHILDREN}
    assert warehouse.ask("origins", asked)["children_n"].tolist().count(4) == 1
    assert warehouse.ask("origins", asked)["children_n"].sum() == 9


def test_homes_and_places_by_la(warehouse: Warehouse) -> None:
    asked = {"dates": ["2025-03-31"], "la_codes": [BOLTON, BURY, MANCHESTER], "home_sectors": []}
    found = warehouse.ask("homes_by_area", asked).fillna({"la_code": "all"})
    by_la = dict(zip(found["la_code"], zip(found["homes"], found["places"], strict=True), strict=True))
    assert by_la == {BOLTON: (2, 7), BURY: (1, 2), MANCHESTER: (2, 11), "all": (5, 20)}


def test_an_address_on_a_list_places_a_home_and_is_restricted_as_ofsted_publishes_none(
    warehouse: Warehouse,
) -> None:
    asked = {"date": "2025-03-31", "la_codes": [BOLTON, BURY, MANCHESTER], "home_sectors": []}
    found = warehouse.ask("homes_list", asked).set_index("urn")["position_basis"].to_dict()
    assert found == {
        "SC900001": "la", "SC900002": "la", "SC900003": "la", "SC900004": "restricted", "SC900005": "la",
    }  # fmt: skip


def test_status_says_it_in_plain_values(home: DataHome, report: LoadReport) -> None:
    found = status(home)
    assert found["build"]["build_id"] == report.build_id
    assert found["homes_by_date"] == [{"as_of": "2025-03-31", "homes": 5, "places": 20, "scope": "all"}]
    assert found["children_by_la_and_date"][0] == {
        "la_code": BOLTON, "as_of": "2024-03-31", "children": 2, "la_name": "Bolton",
    }  # fmt: skip
    mended = [row for row in found["sources"] if row["rows_mended"]]
    assert [(row["source"], row["period"], row["la_code"]) for row in mended] == [
        ("ssda903_episodes", "2024", BOLTON)
    ]


def test_no_childs_id_postcode_or_birth_date_is_stored_outside_raw(
    home: DataHome, report: LoadReport
) -> None:
    assert report.is_clean
    stored = [path for path in home.root.rglob("*") if path.is_file() and home.raw not in path.parents]
    said = b"".join(path.read_bytes() for path in stored)
    for secret in (b"MADEUP", b"BL1 1RU", b"BL11RU"):
        assert secret not in said


def test_the_same_folder_again_changes_nothing(
    home: DataHome, report: LoadReport, warehouse: Warehouse
) -> None:
    before = warehouse.ask("accounts", {})
    again = load([REGION], Said(), home, NOW, silent)
    assert [file.accounts for file in again.files] == [file.accounts for file in report.files]
    assert all(file.seen_before for file in again.files)
    opened = Warehouse.open_current(home)
    assert opened is not None
    assert opened.ask("accounts", {}).equals(before)


def test_the_projects_own_fixtures_are_complete() -> None:
    assert len(list(REGION.rglob("*.csv"))) == 10
