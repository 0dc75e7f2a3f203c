"""Killed at any moment of a load, an undo, a build or a publication: is the last good state whole?

Scorecard R1 of design/disclosure.md: after each kill the build that serves is the one before or the one
after, every row of it, and every raw file has its bytes.
"""

import hashlib
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import duckdb

from bench.told import Goal
from rcc_dash.domain.progress import Progress
from rcc_dash.errors import UserError
from rcc_dash.intake.loads import standings
from rcc_dash.settings import DATA_DIR_VARIABLE, PROJECT, DataHome
from rcc_dash.store import pointer, raw, releases
from rcc_dash.store.warehouse import Warehouse

_REGION: Final = PROJECT / "tests" / "fixtures" / "region"
_LIST: Final = _REGION / "ofsted_list_31_march_2025.csv"
_OFTEN: Final = 4
"""Kills of each other job for one of a publication, which asks all there is to ask and takes a while."""


@dataclass(frozen=True, slots=True)
class Job:
    """Something that may be killed: its command, the data home that it starts from, and how long it takes."""

    name: str
    command: tuple[str, ...]
    start: DataHome
    seconds: float
    may_be: frozenset[str]
    """Contents before and after it."""


def told(times: int, progress: Progress) -> None:
    """Kill each job so often in turn, and print what came of it."""
    with TemporaryDirectory() as folder:
        place = Path(folder)
        progress(0.0, "Making what will be killed")
        jobs = list(_jobs(place))
        turns = [job for number in range(_OFTEN) for job in jobs if job.name != "publish" or not number]
        chance = random.Random(903)  # noqa: S311 the same moments every run
        harmed: list[str] = []
        for done in range(times):
            job = turns[done % len(turns)]
            progress(done / times, f"Kill {done + 1} of {times}: {job.name}")
            harmed += _killed(job, place / "try", chance.triangular(0.0, job.seconds, job.seconds))
        progress(1.0, "Killed")
    print(f"{times} kills at random moments of {', '.join(job.name for job in jobs)}")
    for said in harmed:
        print(f"  {said}")
    if Goal("states that a kill left harmed", 0, len(harmed)).tell():
        print("  none left anything harmed")
    print()


def _jobs(place: Path) -> Iterator[Job]:
    listed, whole = DataHome(place / "listed"), DataHome(place / "whole")
    _run(listed, ["load", str(_LIST)])
    shutil.copytree(listed.root, whole.root)
    _run(whole, ["load", str(_REGION)])
    number = next(one.load.number for one in standings(whole) if "SSDA903 episodes, Bury, 2025" in one.holds)
    yield _job(("load", str(_REGION)), listed)
    yield _job(("undo", str(number)), whole)
    yield _job(("build",), whole)
    yield _job(("publish",), whole)


def _job(command: tuple[str, ...], start: DataHome) -> Job:
    after = DataHome(Path(shutil.copytree(start.root, start.root.parent / f"after-{command[0]}")))
    started = time.perf_counter()
    _run(after, command)
    seconds = time.perf_counter() - started
    return Job(command[0], command, start, seconds, frozenset({contents(start), contents(after)}))


def _killed(job: Job, place: Path, after_seconds: float) -> list[str]:
    """Kill the job on a copy; says what is harmed."""
    home = DataHome(Path(shutil.copytree(job.start.root, place)))
    with subprocess.Popen(_command(job.command), env=_environment(home), cwd=PROJECT,
                          stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:  # fmt: skip
        time.sleep(after_seconds)
        process.send_signal(signal.SIGKILL)
    harmed = [f"{job.name}, killed after {after_seconds:.2f} s: {what}" for what in _harm(job, home)]
    shutil.rmtree(place)
    return harmed


def _harm(job: Job, home: DataHome) -> Iterator[str]:
    try:
        if contents(home) not in job.may_be:
            yield "what serves is neither what was nor what was to be"
        if any(raw.digest(path) != path.name for path in home.raw.rglob("*") if path.is_file()):
            yield "a raw file is cut short"
        listed = releases.listed(home)
        if listed.serving and not releases.is_whole(home, listed.serving):
            yield "the release that serves is not whole"
        standings(home)
    except (UserError, duckdb.Error, OSError, ValueError) as error:
        yield f"{type(error).__name__}: {error}"


def contents(home: DataHome) -> str:
    """Hash every row of what serves, whenever it was made; raises UserError where nothing is sound."""
    opened = Warehouse.open_current(home)
    if opened is None or opened.warning:
        return opened.warning or "" if opened else "nothing"
    opened.close()
    found = hashlib.sha256()
    with duckdb.connect(str(pointer.warehouse_file(home, opened.build_id)), read_only=True) as connection:
        names = connection.execute("SELECT table_name FROM duckdb_tables() ORDER BY 1").fetchall()
        for (name,) in names:
            if name != "meta":
                asked = f"SELECT COLUMNS(lambda c: c <> 'loaded_on') FROM {name}"  # noqa: S608 a name of ours
                found.update(repr(sorted(map(repr, connection.execute(asked).fetchall()))).encode())
    return found.hexdigest()


def _run(home: DataHome, command: Sequence[str]) -> None:
    subprocess.run(_command(command), env=_environment(home), cwd=PROJECT, check=True, capture_output=True)


def _command(command: Sequence[str]) -> list[str]:
    return [sys.executable, "-m", "rcc_dash", *command]


def _environment(home: DataHome) -> dict[str, str]:
    return {**os.environ, DATA_DIR_VARIABLE: str(home.root)}
