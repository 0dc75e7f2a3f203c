"""The questions of `bench.engines` asked of DuckLake and ClickHouse, by a Python that has them.

That environment: pip install duckdb==1.5.5 duckdb-extensions duckdb-extension-ducklake==1.5.5 chdb
Writes one JSON line for each engine that is there, and says which are not.
"""

import json
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import Any

TABLES = {"as_at": "(as_of, la_code)", "episode": "(la_code, started_on)"}


def _ms(ask: Callable[[str], object], questions: Mapping[str, str], repeats: int) -> dict[str, float]:
    found = {}
    for name, sql in questions.items():
        times = []
        for _ in range(repeats + 1):
            started = time.perf_counter()
            ask(sql)
            times.append(time.perf_counter() - started)
        found[name] = 1000 * median(times[1:])
    return found


def _size_mb(folder: Path) -> float:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def _duckdb(
    folder: Path, attach: str, name: str, questions: Mapping[str, str], repeats: int
) -> dict[str, Any]:
    import duckdb  # noqa: PLC0415 not in every environment

    made = folder / name
    made.mkdir()
    started = time.perf_counter()
    with duckdb.connect(config={"threads": 2}) as connection:
        if "ducklake" in attach:
            from duckdb_extensions import import_extension  # type: ignore[import-not-found]  # noqa: PLC0415 likewise

            import_extension("ducklake", con=connection)
        connection.execute(attach.format(made=made))
        connection.execute("USE own")
        for table in TABLES:
            connection.execute(f"CREATE TABLE {table} AS FROM '{folder / table}.parquet'")
        build_s = time.perf_counter() - started
        ms = _ms(lambda sql: connection.execute(sql).fetchall(), questions, repeats)
        size_mb = _size_mb(made)
    label = f"{name}, DuckDB {duckdb.__version__}"
    return {"name": label, "build_s": build_s, "size_mb": size_mb, "ms": ms}


def _clickhouse(folder: Path, questions: Mapping[str, str], repeats: int) -> dict[str, Any]:
    from chdb.session import Session  # type: ignore[import-not-found]  # noqa: PLC0415 likewise

    made = folder / "clickhouse"
    started = time.perf_counter()
    session = Session(str(made))
    for table, order in TABLES.items():
        kind = f"ENGINE = MergeTree ORDER BY {order} SETTINGS allow_nullable_key = 1"
        session.query(f"CREATE TABLE {table} {kind} AS SELECT * FROM file('{folder / table}.parquet')")  # noqa: S608 our own names
    build_s = time.perf_counter() - started
    ms = _ms(lambda sql: session.query(sql, "CSV").bytes(), questions, repeats)
    return {"name": "ClickHouse (chDB)", "build_s": build_s, "size_mb": _size_mb(made), "ms": ms}


def _tried(folder: Path, questions: Mapping[str, str], repeats: int) -> Iterator[dict[str, Any]]:
    if find_spec("duckdb"):
        yield _duckdb(folder, "ATTACH '{made}/own.duckdb' AS own", "file", questions, repeats)
    if find_spec("duckdb_extension_ducklake"):
        lake = "ATTACH 'ducklake:{made}/catalog.duckdb' AS own (DATA_PATH '{made}/data/')"
        yield _duckdb(folder, lake, "DuckLake", questions, repeats)
    if find_spec("chdb"):
        yield _clickhouse(folder, questions, repeats)


if __name__ == "__main__":
    for one in _tried(Path(sys.argv[1]), json.load(sys.stdin), int(sys.argv[2])):
        print(json.dumps(one), flush=True)
