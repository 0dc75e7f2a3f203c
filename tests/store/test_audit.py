"""Every use on its line, no line changed or cut unnoticed, and nothing in it that tells a figure."""

import errno
import json
from datetime import timedelta, timezone
from multiprocessing.context import SpawnContext
from pathlib import Path

import pytest

from rcc_dash.errors import UserError
from rcc_dash.settings import DataHome
from rcc_dash.store import audit, ledger, sealed
from tests.store.staged_by_hand import BOLTON, BURY
from tests.store.uses_of_exact import NOW, SEEN, lines, write

KEYS = {"at", "event", "subject", "role", "reason", "page", "la_codes", "build", "line", "hash"}


@pytest.fixture
def home(tmp_path: Path) -> DataHome:
    return DataHome(tmp_path)


def test_a_use_is_one_line_of_codes(home: DataHome) -> None:
    there = NOW.astimezone(timezone(timedelta(hours=1)))
    viewer = audit.Viewer(audit.subject_of("https://login.example", "jo@example.org"), "la-analyst")
    audit.record(home, audit.Event.REFUSED, viewer, SEEN, there)
    (line,) = (json.loads(line) for line in lines(home))
    assert set(line) == KEYS
    assert line["at"] == "2026-11-22T12:00:00.000+00:00"
    assert (line["event"], line["page"], line["la_codes"]) == (
        "exact figures refused",
        "distance",
        [BOLTON, BURY],
    )
    assert "jo@" not in home.audit.read_text()
    assert len(line["subject"]) == 16


@pytest.mark.parametrize(
    ("viewer", "seen"),
    [
        (audit.Viewer("Jo Smith"), SEEN),
        (audit.Viewer("", "role with words"), SEEN),
        (audit.Viewer("", "la-analyst", "Jo asked me to"), SEEN),
        (audit.Viewer(), audit.Seen("distance?la=350&cost=4200")),
        (audit.Viewer(), audit.Seen("distance", ("Bolton, 12 children",))),
        (audit.Viewer(), audit.Seen("distance", (), "x" * 41)),
        (audit.Viewer(), audit.Seen("M1 4")),
    ],
)
def test_nothing_but_a_code_comes_in(home: DataHome, viewer: audit.Viewer, seen: audit.Seen) -> None:
    with pytest.raises(ValueError, match="codes only"):
        audit.record(home, audit.Event.SEEN, viewer, seen, NOW)
    assert not home.audit.exists()


def test_the_summary_counts_uses_by_kind_and_by_la(home: DataHome) -> None:
    write(home, 1, audit.Event.ON)
    write(home, 2)
    found = audit.summary(home)
    assert (found.lines_kept, found.viewers, found.broken) == (3, 1, "")
    assert found.events == {"exact figures on": 1, "exact figures seen": 2}
    assert found.las == {BOLTON: 2, BURY: 2}


def test_a_kill_between_the_line_and_its_mark_is_no_damage(home: DataHome) -> None:
    write(home, 2)
    mark = home.audit.with_suffix(".mark").read_text()
    write(home, 1)
    home.audit.with_suffix(".mark").write_text(mark)
    assert audit.summary(home).broken == ""
    write(home, 1)
    assert (audit.summary(home).lines_kept, audit.summary(home).broken) == (4, "")


def test_a_line_that_a_kill_cut_short_is_dropped(home: DataHome) -> None:
    write(home, 2)
    with home.audit.open("a") as file:
        file.write('{"at": "2026-')
    write(home, 1)
    assert (audit.summary(home).lines_kept, audit.summary(home).broken) == (3, "")


def test_a_log_from_before_the_mark_goes_on(home: DataHome) -> None:
    ledger.append(home.audit, {"at": NOW.isoformat(), "event": "exact figures on", "view": {}})
    write(home, 1)
    found = audit.summary(home)
    assert (found.lines_kept, found.broken) == (2, "")


def test_a_full_disk_refuses_in_plain_words(home: DataHome, monkeypatch: pytest.MonkeyPatch) -> None:
    write(home, 1)

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(UserError, match="the disk is full or the folder cannot be written") as caught:
        write(home, 1)
    assert str(home.root) not in str(caught.value)
    monkeypatch.undo()
    write(home, 1)
    assert audit.summary(home).broken == ""


def test_a_folder_that_cannot_be_made_refuses(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UserError, match="could not be written"):
        write(DataHome(tmp_path / "file"), 1)


def _write_some(root: Path) -> None:
    write(DataHome(root), 4)


def test_sessions_that_write_at_once_lose_nothing(home: DataHome, processes: SpawnContext) -> None:
    jobs = [processes.Process(target=_write_some, args=(home.root,)) for _ in range(2)]
    for job in jobs:
        job.start()
    _write_some(home.root)
    for job in jobs:
        job.join()
    found = audit.summary(home)
    assert (found.lines_kept, found.broken) == (12, "")
    assert [json.loads(line)["line"] for line in lines(home)] == list(range(1, 13))


def test_the_end_of_a_long_log_is_found_without_reading_it_all(
    home: DataHome, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(home, 5)
    monkeypatch.setattr("rcc_dash.store.ledger._TAIL_BYTES", len(lines(home)[-1]) + 5)
    write(home, 1)
    assert (audit.summary(home).lines_kept, audit.summary(home).broken) == (6, "")
    assert sealed.broken(home.audit, ledger.reading(home.audit)) == ""
