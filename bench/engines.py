"""Would another engine serve the questions better than one DuckDB file? The same rows and words, in one run.

Each engine builds its own copy of two tables from the same Parquet files and answers three questions in the
same words of SQL. DuckLake and ClickHouse (chDB) run in an environment of their own (`--others`), since
DuckLake's extension stops at DuckDB 1.5.5; a DuckDB file of that version stands beside them. Postgres runs
where Debian's is installed. Decision 0021 says what came of it.
"""

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

import duckdb
import polars as pl

from bench import engine_postgres
from bench.grown import grown
from rcc_dash.domain.progress import Progress
from rcc_dash.settings import DataHome
from rcc_dash.store import pointer

QUESTIONS: Final = {
    "flows of a date": "SELECT la_code, placement_la, count(*) AS n FROM as_at"
    " WHERE as_of = CAST('2025-03-31' AS DATE) AND placement_la IS NOT NULL GROUP BY la_code, placement_la",
    "far by LA, all dates": "SELECT la_code, as_of, count(*) AS n,"
    " sum(CASE WHEN far THEN 1 ELSE 0 END) AS far_n FROM as_at GROUP BY la_code, as_of",
    "starts by LA and year": "SELECT la_code, place_code, extract(year FROM started_on) AS start_year,"
    " count(*) AS n FROM episode GROUP BY la_code, place_code, extract(year FROM started_on)",
}
COLUMNS: Final = {
    "as_at": "as_of, la_code, placement, provider, age, placement_la, far, distance_miles, weekly_cost_gbp",
    "episode": "la_code, place_code, provider_code, started_on, ended_on, distance_miles",
}
SMALLEST: Final = 1_000_000
"""Below that every engine answers in milliseconds, and which is quicker tells nothing."""
_MB: Final = 1e6


class Tried(NamedTuple):
    """One engine: seconds to build, megabytes on the disk, and milliseconds of each question."""

    name: str
    build_s: float
    size_mb: float
    ms: dict[str, float]


def told(demo: DataHome, sizes: Sequence[int], repeats: int, others: Path | None, progress: Progress) -> None:
    """Print what each engine takes at each size, beside the file that the app reads."""
    for episodes in sizes:
        with grown(demo, episodes, progress) as home, TemporaryDirectory() as folder:
            (build,) = pointer.kept(DataHome(home).demo)[:1]
            _export(pointer.warehouse_file(DataHome(home).demo, build.build_id), Path(folder))
            found = list(_tried(Path(folder), repeats, others))
        _print(episodes, found)


def _export(source: Path, folder: Path) -> None:
    with duckdb.connect(str(source), read_only=True) as connection:
        for table, columns in COLUMNS.items():
            connection.execute(f"COPY (SELECT {columns} FROM {table}) TO '{folder / table}.parquet'")  # noqa: S608 our own names


def _tried(folder: Path, repeats: int, others: Path | None) -> Iterator[Tried]:
    yield _file(folder, repeats)
    yield _partitioned(folder, repeats)
    yield _polars(folder, repeats)
    yield from (Tried(**one) for one in engine_postgres.tried(folder, QUESTIONS, repeats))
    if others:
        command = [str(others), str(Path(__file__).with_name("engine_others.py")), str(folder), str(repeats)]
        said = subprocess.run(
            command, input=json.dumps(QUESTIONS), capture_output=True, text=True, check=False
        )
        sys.stderr.write(said.stderr)
        yield from (Tried(**json.loads(line)) for line in said.stdout.splitlines() if line.startswith("{"))


def _file(folder: Path, repeats: int) -> Tried:
    made = folder / "wh.duckdb"

    def build() -> None:
        with duckdb.connect(str(made)) as connection:
            for table in COLUMNS:
                connection.execute(f"CREATE TABLE {table} AS FROM '{folder / table}.parquet'")

    seconds = timed(build)
    with duckdb.connect(str(made), read_only=True, config={"threads": 2}) as connection:
        ms = asked(lambda sql: connection.execute(sql).fetchall(), repeats)
    return Tried("DuckDB, one file", seconds, made.stat().st_size / _MB, ms)


def _partitioned(folder: Path, repeats: int) -> Tried:
    made = folder / "parts"
    by = {"as_at": "as_of, la_code", "episode": "la_code"}

    def build() -> None:
        with duckdb.connect() as connection:
            for table, parts in by.items():
                options = f"FORMAT parquet, PARTITION_BY ({parts})"
                connection.execute(f"COPY (FROM '{folder / table}.parquet') TO '{made / table}' ({options})")

    made.mkdir()
    seconds = timed(build)
    with duckdb.connect(config={"threads": 2}) as connection:
        for table in by:
            files = f"read_parquet('{made / table}/**/*.parquet', hive_partitioning = true)"
            connection.execute(f"CREATE VIEW {table} AS FROM {files}")
        ms = asked(lambda sql: connection.execute(sql).fetchall(), repeats)
    size = sum(path.stat().st_size for path in made.rglob("*.parquet"))
    return Tried("Parquet by date and LA", seconds, size / _MB, ms)


def _polars(folder: Path, repeats: int) -> Tried:
    files = {table: folder / f"{table}.parquet" for table in COLUMNS}
    context = pl.SQLContext({table: pl.scan_parquet(path) for table, path in files.items()})
    ms = asked(lambda sql: context.execute(sql, eager=True), repeats)
    return Tried("Polars over Parquet", 0.0, sum(path.stat().st_size for path in files.values()) / _MB, ms)


def asked(ask: Callable[[str], object], repeats: int) -> dict[str, float]:
    """Give the median milliseconds of each question; the first asking is not counted."""
    ms: dict[str, float] = {}
    for name, sql in QUESTIONS.items():
        ask(sql)
        ms[name] = 1000 * median(timed(lambda sql=sql: ask(sql)) for _ in range(repeats))  # type: ignore[misc]
    return ms


def timed(job: Callable[[], object]) -> float:
    """Give the seconds that a job takes."""
    started = time.perf_counter()
    job()
    return time.perf_counter() - started


def _print(episodes: int, found: Sequence[Tried]) -> None:
    base = found[0]
    print(f"Engines at {episodes:,} episodes: times of what {base.name} takes (its own: s, MB, ms)")
    print(f"  {'':<28}{'build':>8}{'size':>8}" + "".join(f"{name:>24}" for name in QUESTIONS))
    own = "".join(f"{base.ms[name]:>24.1f}" for name in QUESTIONS)
    print(f"  {base.name:<28}{base.build_s:>8.1f}{base.size_mb:>8.0f}{own}")
    for one in found[1:]:
        times = "".join(f"{one.ms[name] / base.ms[name]:>23.1f}x" for name in QUESTIONS)
        build, size = one.build_s / base.build_s, one.size_mb / base.size_mb
        print(f"  {one.name:<28}{build:>7.1f}x{size:>7.1f}x{times}")
    print()
