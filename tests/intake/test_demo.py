"""The synthetic region: made once, whole or not at all. The region itself is tested where it is written."""

import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rcc_dash.domain.progress import Progress, silent
from rcc_dash.errors import UserError
from rcc_dash.intake import demo
from rcc_dash.intake.demo import ensure_demo
from rcc_dash.intake.status import status
from rcc_dash.settings import PROJECT, DataHome
from rcc_dash.store.warehouse import Warehouse, current_build_id

REGION = PROJECT / "tests" / "fixtures" / "region"
NOW = datetime(2025, 6, 1, 9, 30, tzinfo=UTC)
Write = Callable[[Path, Progress], tuple[Path, ...]]


@pytest.fixture
def home(tmp_path: Path) -> DataHome:
    return DataHome(tmp_path)


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Write the countable region in place of the large one, and remember where."""
    folders: list[Path] = []

    def write(folder: Path, progress: Progress) -> tuple[Path, ...]:
        folders.append(folder)
        shutil.copytree(REGION, folder)
        (folder / "README.md").write_text("not data")
        progress(1.0, "Written")
        return tuple(folder.rglob("*.csv"))

    monkeypatch.setattr(demo, "write_demo", write)
    return folders


def test_it_is_made_in_a_home_of_its_own_and_says_that_it_is_synthetic(
    home: DataHome, written: list[Path]
) -> None:
    ensure_demo(home, NOW, silent)
    assert len(written) == 1
    assert current_build_id(home) is None
    found = status(home.demo)
    assert found["is_demo"] is True
    assert sum(row["children"] for row in found["children_by_la_and_date"]) == 12


def test_it_is_made_once(home: DataHome, written: list[Path]) -> None:
    ensure_demo(home, NOW, silent)
    build_id = current_build_id(home.demo)
    ensure_demo(home, NOW, silent)
    assert (len(written), current_build_id(home.demo)) == (1, build_id)


def test_it_is_the_same_everywhere(home: DataHome, tmp_path: Path, written: list[Path]) -> None:
    other = DataHome(tmp_path / "other")
    keys = []
    for one in (home, other):
        ensure_demo(one, NOW, silent)
        opened = Warehouse.open_current(one.demo)
        assert opened is not None
        everything: dict[str, list[str]] = {"placement": [], "age": [], "sector": []}
        keys.append(opened.ask("flows", {"date": "2025-03-31", **everything})["children_keys"].tolist())
    assert keys[0] == keys[1]
    assert len(written) == 2


def test_what_a_killed_try_left_is_swept_up_and_nothing_that_another_server_writes(
    home: DataHome, written: list[Path]
) -> None:
    left, other = home.root / ".making-1234-demo" / "raw", home.root / ".making-1234-audit.mark"
    left.mkdir(parents=True)
    other.touch()
    home.demo.root.mkdir()
    ensure_demo(home, NOW, silent)
    assert len(written) == 1
    assert (left.exists(), other.exists()) == (False, True)


def test_progress_goes_from_nothing_to_all_and_never_back(home: DataHome, written: list[Path]) -> None:
    shares: list[float] = []
    ensure_demo(home, NOW, lambda share, _: shares.append(share))
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert written


def test_a_region_that_is_refused_is_a_fault_said_in_words_and_leaves_nothing(
    home: DataHome, monkeypatch: pytest.MonkeyPatch
) -> None:
    def write(folder: Path, _: Progress) -> tuple[Path, ...]:
        folder.mkdir(parents=True)
        (folder / "odd.csv").write_text("colour,shape\nred,round\n")
        return (folder / "odd.csv",)

    monkeypatch.setattr(demo, "write_demo", write)
    with pytest.raises(UserError, match=r"odd\.csv"):
        ensure_demo(home, NOW, silent)
    assert current_build_id(home.demo) is None
