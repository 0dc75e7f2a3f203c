"""A load or undo that is killed at any moment loses nothing that served, and asking again finishes it."""

import os
import random
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rcc_dash.domain.progress import silent
from rcc_dash.intake.load import load, rebuild
from rcc_dash.intake.loads import standings
from rcc_dash.intake.status import status
from rcc_dash.intake.take import Said
from rcc_dash.settings import DATA_DIR_VARIABLE, PROJECT, DataHome
from rcc_dash.store.manifest import State

REGION = PROJECT / "tests" / "fixtures" / "region"
NOW = datetime(2025, 6, 1, 9, 30, tzinfo=UTC)
KILLS = 3
"""A few moments each, at every run of the tests; `python -m bench kills` has two hundred."""


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is of POSIX systems")
def test_a_kill_at_any_moment_of_a_load_leaves_what_served(tmp_path: Path) -> None:
    home = DataHome(tmp_path / "data")
    load([REGION / "ofsted_list_31_march_2025.csv"], Said(), home, NOW, silent)
    moments = random.Random(903)  # noqa: S311 -- the same moments every run
    for _ in range(KILLS):
        _run_and_kill(home, ["load", str(REGION)], moments.uniform(0.0, 2.0))
        found = status(home)
        assert found["build"]["warning"] is None
        assert found["homes_by_date"][0]["homes"] == 5
        assert sum(row["children"] for row in found["children_by_la_and_date"]) in {0, 12}
    assert load([REGION], Said(), home, NOW, silent).is_clean
    assert sum(row["children"] for row in status(home)["children_by_la_and_date"]) == 12
    assert not list(home.staged.glob(".making-*"))


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is of POSIX systems")
def test_a_kill_at_any_moment_of_an_undo_leaves_all_of_the_load_or_nothing_of_it(tmp_path: Path) -> None:
    home = DataHome(tmp_path / "data")
    load([REGION], Said(), home, NOW, silent)
    (number,) = [one.load.number for one in standings(home) if one.holds == ("SSDA903 episodes, Bury, 2025",)]
    moments = random.Random(903)  # noqa: S311 -- the same moments every run
    for _ in range(KILLS):
        _run_and_kill(home, ["undo", str(number)], moments.uniform(0.0, 1.0))
        found = status(home)
        assert found["build"]["warning"] is None
        assert sum(row["children"] for row in found["children_by_la_and_date"]) in {9, 12}
    rebuild(home, NOW, silent)
    undone = next(one for one in standings(home) if one.load.number == number).load.state is State.UNDONE
    assert sum(row["children"] for row in status(home)["children_by_la_and_date"]) == (9 if undone else 12)
    assert not any(path.is_dir() for path in home.waiting.iterdir())


def _run_and_kill(home: DataHome, asked: list[str], after_seconds: float) -> None:
    """Let it get to work first: it says so on its second line."""
    command = [sys.executable, "-m", "rcc_dash", *asked]
    environment = {**os.environ, DATA_DIR_VARIABLE: str(home.root)}
    with subprocess.Popen(command, cwd=PROJECT, env=environment, stderr=subprocess.PIPE) as loader:
        assert loader.stderr is not None
        loader.stderr.readline()
        time.sleep(after_seconds)
        loader.send_signal(signal.SIGKILL)
        loader.wait()
