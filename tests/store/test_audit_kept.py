"""The audit log forgets what is two years old and nothing else, stays whole, and tells an LA who looked."""

import json
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from rcc_dash import cli
from rcc_dash.domain.progress import Progress
from rcc_dash.errors import UserError
from rcc_dash.settings import DATA_DIR_VARIABLE, DataHome
from rcc_dash.store import audit, files, ledger, sealed
from rcc_dash.store.audit_uses import forget_old, uses
from rcc_dash.store.audit_words import Told, names_of, told
from tests.store.staged_by_hand import BOLTON, BURY
from tests.store.uses_of_exact import NOW, lines

JO = audit.Viewer(audit.subject_of("https://login.example", "u1"), "la-analyst", "costs")


@pytest.fixture
def home(tmp_path: Path) -> DataHome:
    return DataHome(tmp_path)


def seen(home: DataHome, at: datetime, *las: str, event: audit.Event = audit.Event.SEEN) -> None:
    audit.record(home, event, JO, audit.Seen("distance", las), at)


def test_lines_of_two_years_ago_go_and_the_rest_still_follow_from_one_another(home: DataHome) -> None:
    for days in (800, 735, 730, 10):
        seen(home, NOW - timedelta(days=days), BOLTON)
    kept = lines(home)[2:]
    assert forget_old(home, NOW) == 2
    assert lines(home)[:2] == kept
    assert audit.summary(home).broken == ""
    assert audit.summary(home).lines_kept == 3
    assert json.loads(lines(home)[-1])["event"] == "lines older than two years forgotten"
    seen(home, NOW, BURY)
    assert audit.summary(home).broken == ""
    assert forget_old(home, NOW + timedelta(days=10)) == 1
    assert audit.summary(home).broken == ""


def test_the_last_line_is_never_forgotten_and_nothing_is_where_there_is_nothing(home: DataHome) -> None:
    assert forget_old(home, NOW) == 0
    seen(home, NOW - timedelta(days=900), BOLTON)
    assert forget_old(home, NOW) == 0
    assert len(lines(home)) == 1


def test_a_log_that_forgot_misses_more_lines_cut_off_its_beginning_or_end(home: DataHome) -> None:
    for days in (800, 20, 10, 5):
        seen(home, NOW - timedelta(days=days), BOLTON)
    forget_old(home, NOW)
    whole = lines(home)
    for cut in (whole[1:], whole[:-1]):
        home.audit.write_text("".join(cut))
        assert audit.summary(home).broken
        with pytest.raises(UserError, match="not as it was left"):
            forget_old(home, NOW)


@pytest.mark.parametrize(("steps_done", "left"), [(0, 2), (1, 2), (2, 1)])
def test_a_kill_while_forgetting_leaves_the_log_whole(
    home: DataHome, monkeypatch: pytest.MonkeyPatch, steps_done: int, left: int
) -> None:
    for days in (800, 20):
        seen(home, NOW - timedelta(days=days), BOLTON)
    put, steps = files.put, iter(range(steps_done))

    def killed(made: Path, path: Path) -> None:
        if next(steps, None) is None:
            raise KeyboardInterrupt
        put(made, path)

    with monkeypatch.context() as patch:
        patch.setattr(files, "put", killed)
        with pytest.raises(KeyboardInterrupt):
            forget_old(home, NOW)
    assert len(lines(home)) == left
    assert audit.summary(home).broken == ""
    seen(home, NOW, BOLTON)
    forget_old(home, NOW)
    assert audit.summary(home).broken == ""
    assert sum(use.times for use in uses(home)) == 2


def test_an_la_is_told_who_looked_how_often_and_why(
    home: DataHome, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    seen(home, NOW, BOLTON, BURY)
    seen(home, NOW, BOLTON)
    seen(home, NOW, BURY, event=audit.Event.REFUSED)
    seen(home, NOW - timedelta(days=40), BOLTON, event=audit.Event.TAKEN)
    assert [(use.month, use.la_code, use.event, use.times) for use in uses(home)] == [
        ("2026-11", BOLTON, "exact figures seen", 2),
        ("2026-11", BURY, "exact figures refused", 1),
        ("2026-11", BURY, "exact figures seen", 1),
        ("2026-10", BOLTON, "exact figures taken away as a file", 1),
    ]
    monkeypatch.setenv(DATA_DIR_VARIABLE, str(home.root))
    assert cli.main(["audit", "--la", "Bolton", "--month", "2026-11"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "Exact figures of Bolton, 2026-11:"
    assert said[1].endswith("(LA analyst): exact figures seen; Commissioning and costs")
    assert f"No longer on the list ({JO.subject[:4]})" in said[1]
    assert JO.subject not in said[1]
    assert len(said) == 2
    assert cli.main(["audit", "--la", "Wigan"]) == 0
    assert "nobody looked at them" in capsys.readouterr().out
    assert cli.main(["audit", "--la", "Atlantis"]) == 1
    for month in ("2026", "2026-1", "11/2026", "November"):
        assert cli.main(["audit", "--la", "Bolton", "--month", month]) == 1
        assert "is no month" in capsys.readouterr().err
    assert cli.main(["audit", "--forget"]) == 0


def test_a_long_log_is_verified_once_and_only_what_was_added_is_read(
    home: DataHome, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_on, added = ledger.reading_on, list[int | None]()

    def noted(path: Path, since: ledger.Place, progress: Progress) -> ledger.Reading | None:
        found = read_on(path, since, progress)
        added.append(found and len(found.entries))
        return found

    monkeypatch.setattr(ledger, "reading_on", noted)
    for days in (800, 20, 10):
        seen(home, NOW - timedelta(days=days), BOLTON)
    assert [times(home), times(home)] == [3, 3]
    seen(home, NOW, BURY)
    assert times(home) == 4
    assert added == [0, 1]
    whole = lines(home)
    home.audit.write_text("".join([*whole[:1], whole[1].replace(BOLTON, BURY), *whole[2:]]))
    assert times(home) == 1  # as ever: of a changed log those before the change
    home.audit.write_text("".join([*whole, "no line of ours\n"]))
    assert [times(home), times(home)] == [4, 4]
    home.audit.write_text("".join(whole))
    assert forget_old(home, NOW) == 1
    assert times(home) == 3
    assert added == [0, 1, None, 3, 0, None]


def times(home: DataHome) -> int:
    """Count uses, and hold them against a log that is read from its beginning."""
    anew = Counter(code for entry in sealed.reading(home.audit).entries for code in audit.las_of(entry))
    found = Counter[str]()
    for use in uses(home):
        found[use.la_code] += use.times
    assert found == anew
    return found.total()


def test_page_and_command_line_tell_a_use_in_the_same_words(home: DataHome) -> None:
    for viewer in (JO, audit.Viewer(), audit.Viewer("cafe", "role-of-old", "reason-of-old")):
        audit.record(home, audit.Event.SEEN, viewer, audit.Seen("distance", (BOLTON,)), NOW)
    of_jo, of_nobody, of_old = sorted(uses(home), key=lambda use: (JO.subject, "", "cafe").index(use.subject))
    assert told(of_jo, {JO.subject: "Jo"}) == Told("Jo", "LA analyst", "Commissioning and costs")
    assert told(of_nobody, {}) == Told("Whoever sat at this machine", "Not signed in", "Not asked")
    assert told(of_old, {}) == Told("No longer on the list (cafe)", "role-of-old", "Not asked")
    assert "cannot be read (cafe)" in told(of_old, None).who
    assert names_of(home) == {}
    home.access.mkdir()
    (home.access / "people.csv").write_text("no table of people\n")
    assert names_of(home) is None
