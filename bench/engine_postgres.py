"""The questions of `bench.engines` asked of Postgres, where Debian's is installed."""

import os
import re
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any, Final

import duckdb

_PROGRAMS: Final = Path("/usr/lib/postgresql")
_TABLES: Final = {
    "as_at": "as_of date, la_code text, placement text, provider text, age text, placement_la text,"
    " far boolean, distance_miles float8, weekly_cost_gbp float8",
    "episode": "la_code text, place_code text, provider_code text, started_on date, ended_on date,"
    " distance_miles float8",
}
_TUNED: Final = (
    "-c listen_addresses='' -c fsync=off -c shared_buffers=512MB -c work_mem=256MB -c max_wal_size=4GB"
)
_ACCOUNT: Final = "postgres"
"""Postgres does not run as root; Debian's has this account."""

Ask = Callable[[str], list[float]]
"""Runs statements; gives the milliseconds of each."""


def tried(folder: Path, questions: Mapping[str, str], repeats: int) -> Iterator[dict[str, Any]]:
    """Build and ask; nothing where there is no Postgres."""
    programs = next(iter(sorted(_PROGRAMS.glob("*/bin"), reverse=True)), None)
    if programs is None:
        print("  Postgres is not installed here (Debian: postgresql), so it is left out.")
        return
    with TemporaryDirectory() as name:
        own = Path(name)
        _hand_over(folder, own)
        with _running(programs, own) as ask:
            started = time.perf_counter()
            ask(";".join(_steps(own)))
            build_s = time.perf_counter() - started
            files = [path for path in (own / "data" / "base").rglob("*") if path.is_file()]
            ms = {name: median(ask(";".join([sql] * (repeats + 1)))[1:]) for name, sql in questions.items()}
            size_mb = sum(path.stat().st_size for path in files) / 1e6
    yield {"name": "Postgres", "build_s": build_s, "size_mb": size_mb, "ms": ms}


def _hand_over(folder: Path, own: Path) -> None:
    """Write what Postgres reads, and let its account into the folder."""
    with duckdb.connect() as connection:
        for table in _TABLES:
            connection.execute(
                f"COPY (FROM '{folder / table}.parquet') TO '{own / table}.csv' (HEADER false)"
            )
    if os.geteuid() == 0:
        for path in (own, *own.iterdir()):
            shutil.chown(path, _ACCOUNT)


def _steps(own: Path) -> Iterator[str]:
    for table, columns in _TABLES.items():
        yield f"CREATE TABLE {table} ({columns})"
        yield f"COPY {table} FROM '{own / table}.csv' (FORMAT csv)"
    yield "CREATE INDEX ON as_at (as_of, la_code)"
    yield "ANALYZE"


@contextmanager
def _running(programs: Path, own: Path) -> Iterator[Ask]:
    data = own / "data"
    account = {"user": _ACCOUNT} if os.geteuid() == 0 else {}

    def run(program: str, *words: str, told: str = "") -> str:
        command = [str(programs / program), *words]
        quiet = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL, "cwd": own}
        done = subprocess.run(command, input=told, text=True, check=True, **quiet, **account)  # type: ignore[call-overload]
        return str(done.stdout)

    def ask(statements: str) -> list[float]:
        socket = ("--host", str(own), "--dbname", "postgres", "--no-psqlrc", "-v", "ON_ERROR_STOP=1")
        said = run("psql", *socket, "--output", "/dev/null", told=f"\\timing on\n{statements};\n")
        return [float(ms) for ms in re.findall(r"Time: ([\d.]+) ms", said)]

    run("initdb", "--pgdata", str(data), "--auth", "trust", "--no-sync")
    run("pg_ctl", "--pgdata", str(data), "--log", str(own / "log"), "-w", "-o", f"{_TUNED} -k {own}", "start")
    try:
        yield ask
    finally:
        run("pg_ctl", "--pgdata", str(data), "-m", "immediate", "-w", "stop")
