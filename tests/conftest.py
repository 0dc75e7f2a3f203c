"""The synthetic region as a first start makes it, once for all tests of a session."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import settings

# Speed is measured in bench/, never by a test: a busy machine must not fail a property.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

PROJECT = Path(__file__).resolve().parents[1]


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
