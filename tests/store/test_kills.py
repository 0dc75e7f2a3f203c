"""A kill at any moment leaves the last good build serving, and the next build goes on from there."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from rcc_dash.settings import PROJECT, DataHome
from rcc_dash.store.warehouse import Warehouse
from tests.store.staged_by_hand import built, contents, episode, returns

KILLS = 6
"""As in `tests/intake/test_kills.py`."""
BUILD_FOR_EVER = """
import itertools, sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from rcc_dash.domain.progress import silent
from rcc_dash.settings import DataHome
from rcc_dash.store.build import build
print("ready", flush=True)
for n in itertools.count():
    made_on = datetime(2030, 1, 1, tzinfo=UTC) + timedelta(seconds=n + int(sys.argv[2]))
    build(DataHome(Path(sys.argv[1])), made_on=made_on, is_demo=False, progress=silent)
"""


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is of POSIX systems")
def test_a_kill_at_any_moment_leaves_a_whole_build_serving(tmp_path: Path) -> None:
    home = DataHome(tmp_path)
    returns(home, *(episode(f"c{n}", "2023-05-01") for n in range(20)))
    expected = contents(built(home))
    moments = random.Random(903)  # noqa: S311 -- the same moments every run
    for kill in range(KILLS):
        _build_and_kill(home, kill, moments.uniform(0.0, 0.9))
        opened = Warehouse.open_current(home)
        assert opened is not None
        assert opened.warning is None
        assert contents(opened) == expected
        opened.close()
    assert contents(built(home)) == expected
    assert not list(home.builds.glob(".making-*"))


def _build_and_kill(home: DataHome, kill: int, after_seconds: float) -> None:
    command = [sys.executable, "-c", BUILD_FOR_EVER, str(home.root), str(kill * 1000)]
    with subprocess.Popen(command, cwd=PROJECT, stdout=subprocess.PIPE) as builder:
        assert builder.stdout is not None
        builder.stdout.readline()
        time.sleep(after_seconds)
        builder.send_signal(signal.SIGKILL)
        builder.wait()
        assert builder.returncode == -signal.SIGKILL
