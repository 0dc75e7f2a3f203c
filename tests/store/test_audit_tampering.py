"""A log of exact figures that somebody changed or cut is told, and nothing is written over it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from rcc_dash import cli
from rcc_dash.errors import UserError
from rcc_dash.settings import DATA_DIR_VARIABLE, DataHome
from rcc_dash.store import audit, ledger
from tests.store.uses_of_exact import lines, write


@pytest.fixture
def home(tmp_path: Path) -> DataHome:
    return DataHome(tmp_path)


def _changed(home: DataHome) -> None:
    home.audit.write_text("".join(lines(home)).replace("distance", "overview", 1))


def _removed(home: DataHome) -> None:
    kept = lines(home)
    home.audit.write_text("".join([*kept[:1], *kept[2:]]))


def _swapped(home: DataHome) -> None:
    first, second, *rest = lines(home)
    home.audit.write_text("".join([second, first, *rest]))


def _cut_at_the_end(home: DataHome) -> None:
    home.audit.write_text("".join(lines(home)[:-1]))


def _all_gone(home: DataHome) -> None:
    home.audit.unlink()


def _cut_within_the_last_line(home: DataHome) -> None:
    home.audit.write_text(home.audit.read_text()[:-20])


def _last_made_anew(home: DataHome) -> None:
    """Cut the last line and write another that follows rightly from the one before."""
    _cut_at_the_end(home)
    last = {name: value for name, value in (ledger.last(home.audit) or {}).items() if name != "hash"}
    ledger.append(home.audit, {**last, "line": 4, "la_codes": []})


def _mark_gone(home: DataHome) -> None:
    home.audit.with_suffix(".mark").unlink()


def _mark_spoilt(home: DataHome) -> None:
    home.audit.with_suffix(".mark").write_text("[]")


TAMPERED = [
    (_changed, "Line 1 of audit.jsonl"),
    (_removed, "Line 2 of audit.jsonl"),
    (_swapped, "Line 1 of audit.jsonl"),
    (_cut_at_the_end, "once reached line 4"),
    (_all_gone, "once reached line 4"),
    (_cut_within_the_last_line, "once reached line 4"),
    (_last_made_anew, "once reached line 4"),
    (_mark_gone, "mark of the end"),
    (_mark_spoilt, "mark of its end cannot be read"),
]


@pytest.mark.parametrize(("tamper", "where"), TAMPERED, ids=lambda value: getattr(value, "__name__", ""))
def test_a_log_that_was_changed_is_told_with_the_place(
    home: DataHome, tamper: Callable[[DataHome], None], where: str
) -> None:
    write(home, 4)
    assert audit.summary(home).broken == ""
    tamper(home)
    assert where in audit.summary(home).broken


@pytest.mark.parametrize(
    "tamper",
    [_cut_at_the_end, _all_gone, _cut_within_the_last_line, _last_made_anew, _mark_gone, _mark_spoilt],
)
def test_nothing_is_written_over_a_log_whose_end_was_changed(
    home: DataHome, tamper: Callable[[DataHome], None]
) -> None:
    write(home, 4)
    tamper(home)
    before = home.audit.read_bytes() if home.audit.exists() else b""
    with pytest.raises(UserError, match="Exact figures cannot be shown"):
        write(home, 1)
    assert (home.audit.read_bytes() if home.audit.exists() else b"") == before


def test_the_command_line_verifies_and_sums_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(DATA_DIR_VARIABLE, str(tmp_path))
    assert cli.main(["audit"]) == 0
    assert "nobody has used exact figures" in capsys.readouterr().out.lower()
    home = DataHome(tmp_path)
    write(home, 2)
    assert cli.main(["audit"]) == 0
    said = capsys.readouterr().out
    assert "2 lines from 2026-11-22T12:00" in said
    assert "2  Bolton: looked at" in said
    _changed(home)
    assert cli.main(["audit", "--json"]) == 1
    assert "Line 1 of audit.jsonl" in json.loads(capsys.readouterr().out)["broken"]
