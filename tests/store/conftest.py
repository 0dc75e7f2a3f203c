"""What several tests of the store need."""

import multiprocessing
import sys
from multiprocessing.context import SpawnContext
from pathlib import Path
from types import ModuleType

import pytest

from rcc_dash.settings import DataHome
from tests.store.released_by_hand import published


@pytest.fixture
def processes(monkeypatch: pytest.MonkeyPatch) -> SpawnContext:
    """Start processes that load the test alone.

    Streamlit's tests leave the app behind as this process's main program, and every process
    started afterwards would first draw the app, demonstration and all.
    """
    monkeypatch.setitem(sys.modules, "__main__", ModuleType("__main__"))
    return multiprocessing.get_context("spawn")


@pytest.fixture
def ours(tmp_path: Path) -> DataHome:
    """Give a folder that has published one release."""
    home = DataHome(tmp_path / "ours")
    published(home, "2026-10", "October")
    return home


@pytest.fixture
def host(tmp_path: Path) -> DataHome:
    """Give the folder of a host, with nothing in it yet."""
    return DataHome(tmp_path / "host")


@pytest.fixture
def place(tmp_path: Path) -> str:
    """Give the address of a folder that stands for a bucket."""
    return (tmp_path / "bucket").as_uri()
