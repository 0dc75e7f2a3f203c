"""The synthetic region, made once for all tests of a session, and the order in which files are run."""

import os
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import settings

# Speed is measured in bench/, never by a test: a busy machine must not fail a property.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

PROJECT = Path(__file__).resolve().parents[1]
MANY = 100
LONG = {"browser", "disclosure", "intake", "steady", "test_kills.py"}
"""Rooms and files of few tests, each of many seconds: handed out last, one of them would run alone."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Hand out the longest files first and the shortest last, so that both processors end together."""
    tests = Counter(item.path for item in items)

    def turn(item: pytest.Item) -> tuple[int, int]:
        number = tests[item.path]
        early = 0 if number > MANY else 1 if LONG.intersection(item.path.parts) else 2
        return early, -number

    items.sort(key=turn)


@pytest.fixture(scope="session")
def demo_home(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A data home of this process's own: made once for a test run, copied for each of its processes."""
    own = tmp_path_factory.getbasetemp()
    made = (own if worker_id == "master" else own.parent) / "demo-home"
    environment = {**os.environ, "RCC_DATA_DIR": str(made)}
    subprocess.run(
        [sys.executable, "-m", "rcc_dash", "demo"],
        cwd=PROJECT,
        env=environment,
        check=True,
        capture_output=True,
    )
    return Path(shutil.copytree(made, own / "home-of-demo"))
