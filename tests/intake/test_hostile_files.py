"""Over sixty bad files: each gets its verdict with a clear reason, and nothing else is harmed.

All are loaded by the command line in a process of its own, beside a build that already serves.
"""

import os
import shutil
import stat
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pytest

from rcc_dash.domain.progress import silent
from rcc_dash.intake.load import load
from rcc_dash.intake.status import status
from rcc_dash.intake.take import Said
from rcc_dash.settings import PROJECT, DataHome
from rcc_dash.store import manifest
from rcc_dash.store.warehouse import Warehouse
from tests.intake.hostile.case import LOADED, REFUSED, Case
from tests.intake.hostile.loading import Came, load_apart, tree
from tests.intake.hostile.text_files import CASES as TEXT_FILES
from tests.intake.hostile.workbooks import CASES as WORKBOOKS

pytestmark = pytest.mark.skipif(
    not hasattr(os, "wait4"), reason="memory is measured as Linux and macOS tell it"
)

MOST_BYTES: Final = 3 * 2**29
MOST_SECONDS: Final = 60
NOW: Final = datetime(2025, 6, 1, 9, 30, tzinfo=UTC)
GOOD: Final = PROJECT / "tests" / "fixtures" / "region" / "ofsted_list_31_march_2025.csv"
CASES: Final = (*TEXT_FILES, *WORKBOOKS)


class Trial:
    """A data home with one good build, an open reader of it, and two loads of bad files beside it."""

    def __init__(self, place: Path) -> None:
        self.home = DataHome(place / "home")
        load([GOOD], Said(), self.home, NOW, silent)
        reader = Warehouse.open_current(self.home)
        assert reader is not None
        self.reader = reader
        self.before = (self.home.pointer.read_bytes(), tree(self.home.builds), tree(self.home.raw))
        self.bad = {verdict: self._made(place, verdict) for verdict in (REFUSED, LOADED)}
        self.came_in = {verdict: tree(folder) for verdict, folder in self.bad.items()}
        self.refused = load_apart(self.bad[REFUSED], self.home.root)
        self.after_refusals = (self.home.pointer.read_bytes(), tree(self.home.builds), tree(self.home.raw))
        self.loaded = load_apart(self.bad[LOADED], self.home.root)
        self.outside = sorted(path.name for path in place.iterdir())

    def _made(self, place: Path, verdict: str) -> Path:
        folder = place / verdict
        folder.mkdir()
        for case in CASES:
            if case.verdict == verdict:
                case.make(folder / case.name)
        return folder

    def came(self, case: Case) -> Came:
        return self.refused if case.verdict == REFUSED else self.loaded


@pytest.fixture(scope="module")
def trial(tmp_path_factory: pytest.TempPathFactory) -> Trial:
    return Trial(tmp_path_factory.mktemp("hostile"))


def test_there_are_sixty_bad_files_and_more() -> None:
    assert len({case.name for case in CASES}) == len(CASES) >= 60


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_each_bad_file_gets_its_verdict_with_a_clear_reason(trial: Trial, case: Case) -> None:
    file = trial.came(case).files[case.name]
    if case.verdict == REFUSED:
        why = file["refused"]
        assert why is not None
        assert case.says
        assert case.says in f"{why['title']} {why['what']}"
        assert why["fix"]
        return
    assert file["refused"] is None
    counts = [
        sum(a[f"rows_{name}"] for a in file["accounts"]) for name in ("read", "loaded", "mended", "rejected")
    ]
    assert tuple(counts) == case.rows
    assert case.says in " ".join(finding["what"] for finding in file["findings"])


def test_no_reason_speaks_of_the_program(trial: Trial) -> None:
    """A reference means that the program met something that it was not made for."""
    assert "reference" not in trial.refused.said + trial.loaded.said
    assert "Traceback" not in trial.refused.said + trial.loaded.said


def test_memory_and_time_are_bounded(trial: Trial) -> None:
    for came in (trial.refused, trial.loaded):
        assert came.peak_bytes <= MOST_BYTES
        assert came.seconds <= MOST_SECONDS


def test_refused_files_change_nothing_that_serves_and_leave_no_copy(trial: Trial) -> None:
    assert trial.after_refusals == trial.before
    assert trial.refused.code == 1
    assert trial.reader.ask("homes_by_date", {})["homes"].tolist() == [5]
    assert len(manifest.refused(trial.home)) == len(trial.refused.files)


def test_what_can_be_loaded_is_served_beside_what_was_there(trial: Trial) -> None:
    assert trial.loaded.code == 0
    found = {row["as_of"]: row["homes"] for row in status(trial.home)["homes_by_date"]}
    assert found["2025-03-31"] == 5
    assert (found["2024-03-31"], found["2014-03-31"]) == (1, 1)


def test_nothing_is_written_but_in_the_data_home(trial: Trial) -> None:
    assert {verdict: tree(folder) for verdict, folder in trial.bad.items()} == trial.came_in
    assert trial.outside == [
        "home",
        "loaded",
        "loaded.json",
        "loaded.log",
        "refused",
        "refused.json",
        "refused.log",
    ]
    assert not [path for path in trial.home.root.rglob("*") if "evil" in path.name]
    assert not Path("/evil.txt").exists()
    assert list(trial.home.waiting.glob("*")) == []


def test_no_other_file_of_this_machine_is_read(trial: Trial) -> None:
    staged = b"".join(path.read_bytes() for path in trial.home.staged.rglob("*") if path.is_file())
    assert b"root:" not in staged + trial.refused.said.encode() + trial.loaded.said.encode()


ODD_NAMES: Final = (
    "a\\..\\..\\climbing_31_march_2010.csv",
    "<script>alert(1)<script>_31_march_2009.csv",
    "new\nline_31_march_2008.csv",
    "-rf 31 march 2007.csv",
    "$(reboot)`x`;_31_march_2006.csv",
    "%2e%2e%2f_31_march_2005.CSV",
    f"{'long' * 57}_31_march_2004.csv",
    os.fsdecode(b"no letter \xff_31_march_2003.csv"),
    "no ending 31 march 2002",
)


@pytest.fixture(scope="module")
def oddly_named(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Came]:
    place = tmp_path_factory.mktemp("odd")
    folder = place / "came"
    (folder / "a folder.csv").mkdir(parents=True)
    for name in ODD_NAMES:
        shutil.copyfile(GOOD, folder / name)
        with (folder / name).open("a", encoding="utf-8") as file:
            file.write(f"Synthetic,SC99{len(name):04d},,Children's home,Active{',' * 13}\n")
    (folder / "a secret.csv").symlink_to(place / "elsewhere.csv")
    (place / "elsewhere.csv").write_text("Elsewhere", encoding="utf-8")
    (folder / "leads nowhere.csv").symlink_to(place / "nowhere.csv")
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "a pipe.csv")
    return place, load_apart(folder, place / "home")


@pytest.mark.skipif(sys.platform == "win32", reason="no such names there")
def test_files_of_odd_names_are_loaded_and_kept_under_no_name_of_theirs(
    oddly_named: tuple[Path, Came],
) -> None:
    place, came = oddly_named
    good = [name for name, one in came.files.items() if one["refused"] is None]
    assert len(good) == len(ODD_NAMES)
    raw = [path for path in (place / "home" / "raw").rglob("*") if path.is_file()]
    assert {len(path.name) for path in raw} == {64}
    assert {stat.S_IMODE(path.stat().st_mode) for path in raw} == {0o440}
    assert sorted(path.name for path in place.iterdir()) == [
        "came", "came.json", "came.log", "elsewhere.csv", "home",
    ]  # fmt: skip


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there that few have")
def test_a_link_is_not_followed_and_a_pipe_is_not_waited_for(oddly_named: tuple[Path, Came]) -> None:
    _, came = oddly_named
    assert set(came.files) - {name for name, one in came.files.items() if one["refused"] is None} == {
        "a secret.csv"
    }
    assert "link" in came.files["a secret.csv"]["refused"]["what"]
    assert "Elsewhere" not in came.said
