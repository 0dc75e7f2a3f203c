"""Many files, checked by several processes: nothing comes out differently, whatever happens to a helper."""

import os
import signal
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rcc_dash.domain.problems import Severity
from rcc_dash.domain.progress import silent
from rcc_dash.errors import UserError
from rcc_dash.ingest.checked import PassedOver
from rcc_dash.intake import side_by_side
from rcc_dash.intake.load import load
from rcc_dash.intake.outcome import Outcome
from rcc_dash.intake.report import Finding, LoadReport
from rcc_dash.intake.take import Said
from rcc_dash.settings import PROJECT, DataHome
from rcc_dash.store import manifest

LIST = PROJECT / "tests" / "fixtures" / "region" / "ofsted_list_31_march_2025.csv"
NOW = datetime(2025, 6, 1, 9, 30, tzinfo=UTC)
FILES = 30


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """One list per month, the fifth twice over, and one file that nobody knows."""
    made = tmp_path / "lists"
    made.mkdir()
    text = LIST.read_text(encoding="utf-8")
    for number in range(FILES):
        day = f"{1 + number % 28:02}/{1 + number // 28:02}/2024"
        (made / f"{number:02}.csv").write_text(f"As at {day}\n{text}", encoding="utf-8")
    (made / "05b.csv").write_bytes((made / "05.csv").read_bytes())
    (made / "99.csv").write_text("colour,shape\nred,round\n")
    return made


def loaded(home: DataHome, folder: Path) -> LoadReport:
    return load([folder], Said(), home, NOW, silent)


def told(report: LoadReport) -> list[tuple[object, ...]]:
    return [
        (one.file_name, one.sha256, str(one.refused or ""), one.findings, one.passed_over, one.accounts)
        for one in report.files
    ]


def processors(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    monkeypatch.setattr(side_by_side.os, "cpu_count", lambda: number)


def test_one_process_and_several_come_to_the_same(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    homes = {number: DataHome(tmp_path / str(number)) for number in (1, 2)}
    reports = {}
    for number, home in homes.items():
        processors(monkeypatch, number)
        reports[number] = loaded(home, folder)
    assert told(reports[1]) == told(reports[2])
    assert [one.file_name for one in reports[2].refused] == ["99.csv"]
    orders = [[one.sha256 for one in manifest.accepted(home)] for home in homes.values()]
    assert orders[0] == orders[1]
    assert len(orders[0]) == FILES


@pytest.mark.skipif(os.name != "posix", reason="kills a helper by a signal")
def test_a_helper_that_dies_costs_nothing(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    processors(monkeypatch, 2)
    started = []
    start = side_by_side.Popen

    def noted(*given: object, **named: object) -> object:
        helper = start(*given, **named)
        started.append(helper)
        if len(started) == 2:
            os.kill(helper.pid, signal.SIGKILL)
        return helper

    monkeypatch.setattr(side_by_side, "Popen", noted)
    report = loaded(DataHome(tmp_path / "data"), folder)
    assert len(started) == 2
    assert [one.file_name for one in report.refused] == ["99.csv"]
    assert all(one.poll() is not None for one in started)


def test_an_outcome_survives_the_way_between_processes() -> None:
    outcome = Outcome(
        UserError("No", "Line\nbreak and “quotes”", "Mend"),
        (Finding("I01", Severity.ERROR, "what", "fix", 3),),
        (PassedOver("Notes", "why"),),
    )
    back = Outcome.of_line(outcome.as_line())
    assert "\n" not in outcome.as_line()
    assert str(back.refused) == str(outcome.refused)
    assert (back.findings, back.passed_over) == (outcome.findings, outcome.passed_over)


def test_an_outcome_cut_short_is_noticed() -> None:
    with pytest.raises(ValueError, match=r"Expecting|Unterminated"):
        Outcome.of_line(Outcome().as_line()[:-5])
