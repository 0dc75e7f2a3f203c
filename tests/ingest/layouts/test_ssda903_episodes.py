"""Episode files as LAs submit them and as a hub makes them: what is read, of whom and of when."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from rcc_dash.domain.problems import Severity
from rcc_dash.errors import UserError
from rcc_dash.ingest.checked import CheckedTable
from rcc_dash.ingest.keys import Secrets
from rcc_dash.ingest.layouts.ssda903_episodes import HEADERS
from rcc_dash.ingest.told import Told

CheckRows = Callable[..., CheckedTable]
Episode = Callable[..., tuple[object, ...]]
Faults = Callable[[CheckedTable], set[str]]

SAMPLES = Path(__file__).parents[4] / "shared" / "data" / "samples"


def test_an_episode_as_an_la_submits_it(
    check_rows: CheckRows, secrets: Secrets, episode: Episode, faults: Faults
) -> None:
    table = check_rows(HEADERS, episode())
    row = table.frame.iloc[0]
    assert row["child_key"] == secrets.child_key("E08000016", "T-1")
    assert row["record_key"] == secrets.record_key("E08000016", "T-1")
    assert (row["la_code"], row["year"], row["source_row"]) == ("E08000016", 2025, 2)
    assert row["started_on"] == pd.Timestamp(2025, 2, 1)
    assert pd.isna(row["ended_on"])
    assert (row["origin_sector"], row["placement_sector"]) == ("SK1 3", "M2 5")
    assert (row["placement_la"], row["distance_miles"], row["distance_basis"]) == (
        "E08000003", 6.2, "postcode",
    )  # fmt: skip
    assert row["home_urn"] == "SC012345"
    assert faults(table) == set()


@pytest.fixture
def hub_table(check_rows: CheckRows, episode: Episode) -> CheckedTable:
    """Check a file of two LAs and two years, with a row of no LA and one of no year."""
    header = (*HEADERS, "LA", "YEAR", "YEAR_latest", "Episode_source")
    return check_rows(
        header,
        (*episode(CHILD="7_BAR", DECOM="2024-02-01", HOME_POST="SK1 3", PL_POST="M2 5"),
         "Barnsley", "2024", "2025", "Original"),
        (*episode(CHILD="7_370", DECOM="2024-02-01", DEC="2024-06-01", REC="X1"),
         "E08000016", "2025", "2025", "X | RULE_4"),
        (*episode(CHILD="7", DECOM="2025-02-01"), "Sheffield", "2025", "2025", ""),
        (*episode(CHILD="8", DECOM="2025-02-01"), "Nowhere", "2025", "2025", ""),
        (*episode(CHILD="9", DECOM="2025-02-01"), "Sheffield", "soon", "2025", ""),
        told=Told("episodes.csv"),
    )  # fmt: skip


def test_a_hub_file_has_sectors_iso_dates_and_several_las_and_years(hub_table: CheckedTable) -> None:
    seen = {(a.la_code, a.period): (a.rows_read, a.rows_rejected) for a in hub_table.accounts}
    assert seen == {
        ("E08000016", "2024"): (1, 0),
        ("E08000016", "2025"): (1, 0),
        ("E08000019", "2025"): (1, 0),
        ("E08000019", ""): (1, 1),
        (None, "2025"): (1, 1),
    }
    first, second, other_la = hub_table.frame["child_key"]
    assert first == second != other_la
    assert hub_table.frame["distance_basis"].tolist() == ["sector", "postcode", "postcode"]
    assert hub_table.frame["distance_miles"][0] == pytest.approx(6.2, abs=0.6)
    assert hub_table.frame["hub_fix"].fillna("").tolist() == ["", "RULE_4", ""]
    rejected = {(p.code, p.row) for p in hub_table.problems if p.severity is Severity.ERROR}
    assert rejected == {("F06", 5), ("F05", 6)}


def test_stated_la_and_distance_count_only_where_postcodes_are_silent(
    check_rows: CheckRows, episode: Episode
) -> None:
    header = (*HEADERS, "PL_LA", "PL_DISTANCE")
    table = check_rows(
        header,
        (*episode(HOME_POST="", PL_POST=""), "SCO", "250.5"),
        (*episode(CHILD="T-2", HOME_POST=""), "Leeds", "999.9"),
        (*episode(CHILD="T-3"), "Manchester", "3.1"),
    )
    assert table.frame["placement_la"].tolist() == ["SCO", "E08000003", "E08000003"]
    assert table.frame["distance_miles"].tolist() == [250.5, pd.NA, 6.2]
    assert table.frame["distance_basis"].fillna("").tolist() == ["stated", "", "postcode"]
    assert [p.row for p in table.problems if p.code == "G07"] == [3]


@pytest.mark.parametrize(
    ("name", "year"),
    [
        ("Barnsley_2022.csv", 2022),
        ("Barnsley 14032021.csv", 2021),
        ("Barnsley 2017-18.csv", 2018),
        ("Barnsley-201819.csv", 2019),
        ("Barnsley_1920.csv", 2020),
        ("370_21-22_episodes.csv", 2022),
    ],
)
def test_la_and_year_from_the_files_name(
    check_rows: CheckRows, name: str, year: int, episode: Episode
) -> None:
    table = check_rows(HEADERS, episode(DECOM="01/02/2016"), told=Told(name))
    assert [(a.la_code, a.period) for a in table.accounts] == [("E08000016", str(year))]


@pytest.mark.parametrize(
    ("told", "how"), [(Told("a.csv", year=2025), "--la"), (Told("a.csv", la="Barnsley"), "--year")]
)
def test_without_la_or_year_it_says_how_to_give_them(
    check_rows: CheckRows, told: Told, how: str, episode: Episode
) -> None:
    with pytest.raises(UserError) as refused:
        check_rows(HEADERS, episode(), told=told)
    assert how in refused.value.fix
    assert "column headed" in refused.value.fix


def test_a_core_subset_in_another_order_and_case_is_enough(check_rows: CheckRows) -> None:
    table = check_rows(("place", "Child ", "dec", "DECOM"), ("K2", "T-1", "", date(2025, 2, 1).isoformat()))
    assert table.frame["place_code"].tolist() == ["K2"]


@pytest.mark.skipif(not SAMPLES.is_dir(), reason="the shared sample files are not beside the project")
def test_every_sample_file_is_accounted_for(check_file: Callable[..., CheckedTable]) -> None:
    files = sorted(SAMPLES.glob("csdm_*.csv"))
    assert len(files) == 15
    for path in files:
        table = check_file(path, Told("", la="Barnsley"))
        lines = sum(1 for line in path.read_text(encoding="utf-8").splitlines()[1:] if line.strip(","))
        (account,) = table.accounts
        assert account.rows_read == lines == len(table.frame) + account.rows_rejected
        assert account.period == path.name.split("_")[1]
        assert account.rows_rejected == 0
