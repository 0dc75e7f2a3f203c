"""A full disk or one that may not be written to: words to act on, and what served goes on serving (R2)."""

import resource
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rcc_dash.domain.progress import silent
from rcc_dash.errors import UserError
from rcc_dash.intake.load import load, rebuild
from rcc_dash.intake.take import Said
from rcc_dash.intake.undo import undo
from rcc_dash.settings import PROJECT, DataHome
from rcc_dash.store import manifest, raw
from rcc_dash.store.warehouse import Warehouse
from tests.store.staged_by_hand import contents

REGION = PROJECT / "tests" / "fixtures" / "region"
LATER = datetime(2025, 6, 2, 9, 30, tzinfo=UTC)
KB = 1024
DISK = 16 * KB * KB

Rows = dict[str, list[tuple[object, ...]]]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own, of sixteen megabytes."""
    place = tmp_path / "disk"
    place.mkdir()
    mounting = ["mount", "-t", "tmpfs", "-o", f"size={DISK}", "none", str(place)]
    if shutil.which("mount") is None or subprocess.run(mounting, check=False, capture_output=True).returncode:
        pytest.skip("needs the right to mount a disk; the limit on the size of files is tried without")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


@contextmanager
def files_no_larger_than(most: int) -> Iterator[None]:
    """Let every write beyond so many bytes of a file fail, as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def tried(home: DataHome) -> str:
    """Load three LAs' returns again under another name of one; gives what a person reads."""
    try:
        report = load([REGION], Said(la="Bury"), home, LATER, silent)
    except UserError as error:
        return str(error)
    return " ".join(str(file.refused) for file in report.refused)


def must_be_untouched(home: DataHome, good: Rows) -> None:
    assert rows_of(home) == good
    kept = [path for path in home.raw.rglob("*") if path.is_file()]
    assert all(raw.digest(path) == path.name for path in kept)
    assert not [path for path in home.root.rglob(".making-*") if path.is_file()]


@pytest.fixture(scope="session")
def good(listed: DataHome) -> Rows:
    return rows_of(listed)


def rows_of(home: DataHome) -> Rows:
    opened = Warehouse.open_current(home)
    assert opened is not None
    assert opened.warning is None
    found = contents(opened)
    opened.close()
    return found


def test_a_write_that_fails_at_any_size_is_told_and_mended_by_doing_it_again(
    listed: DataHome, good: Rows, tmp_path: Path
) -> None:
    home = DataHome(Path(shutil.copytree(listed.root, tmp_path / "data")))
    for most in (0, 2 * KB, 1024 * KB):
        with files_no_larger_than(most):
            said = tried(home)
        assert "Make room" in said or "has space" in said
        must_be_untouched(home, good)
    assert load([REGION], Said(), home, LATER, silent).is_clean


def test_a_full_disk_is_told_and_changes_nothing(listed: DataHome, good: Rows, small_disk: Path) -> None:
    home = DataHome(Path(shutil.copytree(listed.root, small_disk / "data")))
    filler = small_disk / "filler"
    for free in (0, 48 * KB):
        filler.write_bytes(b"\0" * max(shutil.disk_usage(small_disk).free - free, 0))
        said = tried(home)
        filler.unlink()
        assert "Make room" in said or "has space" in said
        must_be_untouched(home, good)


def test_a_disk_that_may_not_be_written_to_serves_and_says_so(
    listed: DataHome, good: Rows, small_disk: Path
) -> None:
    home = DataHome(Path(shutil.copytree(listed.root, small_disk / "data")))
    (first, *_) = manifest.loads(home)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    for asked in (
        lambda: load([REGION], Said(), home, LATER, silent),
        lambda: undo(home, first.number, LATER, silent),
        lambda: rebuild(home, LATER, silent),
    ):
        with pytest.raises(UserError, match=r"Read-only file system.*allow writing there"):
            asked()
    must_be_untouched(home, good)
