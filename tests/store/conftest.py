"""What several tests of the store need."""

import multiprocessing
import sys
from multiprocessing.context import SpawnContext
from types import ModuleType

import pytest


@pytest.fixture
def processes(monkeypatch: pytest.MonkeyPatch) -> SpawnContext:
    """Start processes that load the test alone.

    Streamlit's tests leave the app behind as this process's main program, and every process
    started afterwards would first draw the app, demonstration and all.
    """
    monkeypatch.setitem(sys.modules, "__main__", ModuleType("__main__"))
    return multiprocessing.get_context("spawn")
