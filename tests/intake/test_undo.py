"""Loads can be taken back, and a later load gives way to the earlier one when it is."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rcc_dash.domain.progress import silent
from rcc_dash.errors import UserError
from rcc_dash.intake.load import load, rebuild
from rcc_dash.intake.loads import find, standings
from rcc_dash.intake.status import status
from rcc_dash.intake.take import Said
from rcc_dash.intake.undo import undo
from rcc_dash.settings import PROJECT, DataHome
from rcc_dash.store import manifest
from rcc_dash.store.warehouse import current_build_id

REGION = PROJECT / "tests" / "fixtures" / "region"
LIST = REGION / "ofsted_list_31_march_2025.csv"
BOLTON = REGION / "Bolton" / "2025"
NOW = datetime(2025, 6, 1, 9, 30, tzinfo=UTC)


@pytest.fixture
def shorter(tmp_path: Path) -> Path:
    """Bolton's episodes of 2025 again, the last child left out."""
    path = tmp_path / "Bolton" / "2025" / "episodes.csv"
    path.parent.mkdir(parents=True)
    lines = (BOLTON / "episodes.csv").read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(lines[:-1]), encoding="utf-8")
    return path


def children(home: DataHome) -> int:
    return sum(row["children"] for row in status(home)["children_by_la_and_date"])


def states(home: DataHome) -> list[tuple[int, str, bool]]:
    return [(one.load.number, one.load.state.value, one.counts) for one in standings(home)]


def test_a_later_return_replaces_the_earlier_which_comes_back_when_it_is_undone(
    home: DataHome, shorter: Path
) -> None:
    load([BOLTON / "episodes.csv"], Said(), home, NOW, silent)
    assert children(home) == 5
    load([shorter], Said(), home, NOW, silent)
    assert children(home) == 4
    assert states(home) == [(2, "counts", True), (1, "counts", False)]
    later, earlier = standings(home)
    assert (later.replaces, earlier.replaced_by) == ((1,), (2,))
    undo(home, 2, NOW, silent)
    assert children(home) == 5
    assert states(home) == [(2, "undone", False), (1, "counts", True)]


def test_undoing_the_only_load_leaves_nothing_that_would_hide_the_demonstration(home: DataHome) -> None:
    load([LIST], Said(), home, NOW, silent)
    undo(home, 1, NOW, silent)
    assert current_build_id(home) is None
    assert status(home)["loaded"] is False
    assert manifest.refused(home) == ()
    load([LIST], Said(), home, NOW, silent)
    assert status(home)["homes_by_date"][0]["homes"] == 5
    assert states(home) == [(2, "counts", True), (1, "undone", False)]


def test_what_is_undone_stays_kept_and_the_list_of_loads_only_grows(home: DataHome) -> None:
    load([LIST, BOLTON], Said(), home, NOW, silent)
    before = home.manifest.read_bytes()
    kept = {path.name for path in home.raw.glob("??/*")}
    undo(home, 1, NOW, silent)
    assert home.manifest.read_bytes().startswith(before)
    assert {path.name for path in home.raw.glob("??/*")} == kept
    rebuild(home, NOW, silent)
    assert status(home)["homes_by_date"] == []


@pytest.mark.parametrize("number", [0, 2, -1])
def test_a_load_that_is_not_there_cannot_be_undone(home: DataHome, number: int) -> None:
    load([LIST], Said(), home, NOW, silent)
    with pytest.raises(UserError, match="no load"):
        undo(home, number, NOW, silent)


def test_a_load_cannot_be_undone_twice(home: DataHome) -> None:
    load([LIST, BOLTON], Said(), home, NOW, silent)
    undo(home, 1, NOW, silent)
    with pytest.raises(UserError, match="no load"):
        undo(home, 1, NOW, silent)


def test_the_same_file_twice_is_one_load(home: DataHome) -> None:
    for _ in range(3):
        load([LIST], Said(), home, NOW, silent)
    assert states(home) == [(1, "counts", True)]
    assert len(home.manifest.read_text().splitlines()) == 3


def test_an_earlier_file_loaded_again_after_its_replacement_counts_again(
    home: DataHome, shorter: Path
) -> None:
    for path in (BOLTON / "episodes.csv", shorter, BOLTON / "episodes.csv"):
        report = load([path], Said(), home, NOW, silent)
    assert "which load 2 replaced" in report.doubted[0].flags[0].what
    assert children(home) == 5
    assert find(home, 1).same_as == 3  # type: ignore[union-attr]
    undo(home, 3, NOW, silent)
    assert children(home) == 4


def test_the_same_bytes_told_otherwise_come_back_as_they_were_told_first(
    home: DataHome, tmp_path: Path
) -> None:
    lone = tmp_path / "episodes.csv"
    shutil.copy(BOLTON / "episodes.csv", lone)
    load([lone], Said(la="Bolton", year=2025), home, NOW, silent)
    load([lone], Said(la="Bury", year=2025), home, NOW, silent)
    assert {row["la_name"] for row in status(home)["children_by_la_and_date"]} == {"Bury"}
    undo(home, 2, NOW, silent)
    assert {row["la_name"] for row in status(home)["children_by_la_and_date"]} == {"Bolton"}


def test_nothing_of_a_refused_file_is_kept(home: DataHome, tmp_path: Path) -> None:
    (tmp_path / "odd.csv").write_text("colour,shape\nvermilion,round\n")
    load([tmp_path / "odd.csv"], Said(), home, NOW, silent)
    left = [path for path in home.root.rglob("*") if path.is_file()]
    assert not [path for path in left if b"vermilion" in path.read_bytes()]
    assert [one.arrival.file_name for one in manifest.refused(home)] == ["odd.csv"]
