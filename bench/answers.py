"""Is each question quick and its answer right? Ours beside pandas and polars, of the same rows in one run.

Seven of the named questions that dominate: by what the pages ask at open, these are nine tenths of the time.
Left out: `rare_needs`, `distance_needs` and `voids_children` read rows of one date as `distance_children`
does; `explore_cells` and `lattice_cells` count as `children_by_area` does; `stock_by_la` as `completeness`;
those of homes, files, published figures and meta hold a few thousand rows whatever the number of episodes.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median
from typing import Final

import duckdb
import pandas as pd
import polars as pl

from bench import answers_pandas, answers_polars
from bench.told import Goal
from rcc_dash.domain.places import cooperatives
from rcc_dash.domain.progress import Progress
from rcc_dash.settings import DataHome
from rcc_dash.store import pointer
from rcc_dash.store.warehouse import Warehouse

MOST_MS: Final = 150.0
_EVERY_CHILD: Final[dict[str, list[str]]] = {"placement": [], "age": [], "sector": []}
_BY_AGE: Final = {"placement": False, "age": True, "sector": False}
_TABLES: Final = ("as_at", "reconciliation", "home_at")


@dataclass(frozen=True, slots=True)
class Answered:
    """One question: median milliseconds of each way, and whether all three said the same."""

    name: str
    ms: float
    pandas_ms: float
    polars_ms: float
    rows: int
    is_alike: bool


def answered(home: DataHome, repeats: int, progress: Progress) -> list[Answered]:
    """Ask every question of the build that serves at `home` so many times, the ways in turns."""
    warehouse = Warehouse.open_current(home)
    if warehouse is None:
        message = f"nothing is built in {home.root}"
        raise SystemExit(message)
    progress(0.0, "Reading the same rows into pandas and polars")
    in_pandas, in_polars = _frames(pointer.warehouse_file(home, warehouse.build_id))
    day = in_pandas["as_at"]["as_of"].max().date()
    las = sorted(cooperatives()["se"].la_codes)
    found = []
    for done, name in enumerate(answers_pandas.ANSWERS):
        progress((done + 1) / (len(answers_pandas.ANSWERS) + 1), f"Asking {name}")
        ways = _ways(warehouse, name, (in_pandas, in_polars), (day, las))
        found.append(_timed(name, ways, repeats))
    warehouse.close()
    progress(1.0, "Asked")
    return found


Ways = tuple[Callable[[], pd.DataFrame], Callable[[], pd.DataFrame], Callable[[], pl.DataFrame]]
_Asked = tuple[date, list[str]]


def _ways(warehouse: Warehouse, name: str, frames: "_Frames", asked: _Asked) -> Ways:
    day, las = asked
    values: Mapping[str, object] = {
        "date": day.isoformat(), "dates": [day.isoformat()], "la_codes": las,
        **(_BY_AGE if name == "children_by_area" else _EVERY_CHILD),
    }  # fmt: skip
    in_pandas, in_polars = frames
    return (
        lambda: warehouse.ask(name, values),
        lambda: answers_pandas.ANSWERS[name](in_pandas, day, las),
        lambda: answers_polars.ANSWERS[name](in_polars, day, las),
    )


def _timed(name: str, ways: Ways, repeats: int) -> Answered:
    ours, theirs, others = ways[0](), ways[1](), ways[2]().to_pandas()
    took: list[list[float]] = [[], [], []]
    for _ in range(repeats):
        for one, way in zip(took, ways, strict=True):
            started = time.perf_counter()
            way()
            one.append((time.perf_counter() - started) * 1000)
    ms, pandas_ms, polars_ms = map(median, took)
    return Answered(name, ms, pandas_ms, polars_ms, len(ours), alike(ours, theirs) and alike(ours, others))


def alike(ours: pd.DataFrame, theirs: pd.DataFrame) -> bool:
    """Say whether two answers hold the same rows, whatever the order and the types of columns."""
    names = list(ours.columns)
    return set(names) <= set(theirs.columns) and _plain(ours) == _plain(theirs[names])


def _plain(rows: pd.DataFrame) -> list[tuple[str, ...]]:
    text = {name: rows[name].astype("object").where(rows[name].notna(), None).map(_cell) for name in rows}
    return sorted(zip(*text.values(), strict=True))


def _cell(value: object) -> str:
    if isinstance(value, (date, pd.Timestamp)):
        return str(value)[:10]
    return f"{float(value):.6g}" if isinstance(value, float) else str(value)


_Frames = tuple[dict[str, pd.DataFrame], dict[str, pl.DataFrame]]


def _frames(file: Path) -> _Frames:
    """Give the tables that are asked of, with nulls as each library likes them best."""
    with duckdb.connect(str(file), read_only=True) as connection:
        arrow = {name: connection.sql(f"SELECT * FROM {name}").to_arrow_table() for name in _TABLES}  # noqa: S608 names of ours
    in_pandas = {name: table.to_pandas(types_mapper=_nullable) for name, table in arrow.items()}
    for name in ("as_at", "reconciliation"):
        in_pandas[name]["as_of"] = pd.to_datetime(in_pandas[name]["as_of"])
    return in_pandas, {name: pl.DataFrame(table) for name, table in arrow.items()}


def _nullable(kind: object) -> object:
    return pd.BooleanDtype() if str(kind) == "bool" else None


def told(found: list[Answered], episodes: int) -> None:
    """Print the table of one size, and what is not reached."""
    print(f"Questions at {episodes:,} episodes: median milliseconds; others as times ours")
    heads = ("ours", "pandas", "polars", "pandas/ours", "polars/ours", "rows", "the same")
    print(f"  {'':<22}" + "".join(f"{head:>13}" for head in heads))
    for one in found:
        times = (one.ms, one.pandas_ms, one.polars_ms, one.pandas_ms / one.ms, one.polars_ms / one.ms)
        numbers = "".join(f"{number:13.1f}" for number in times)
        print(f"  {one.name:<22}{numbers}{one.rows:13,}{'yes' if one.is_alike else 'NO':>13}")
    for one in found:
        Goal(f"{one.name} at {episodes:,} episodes", MOST_MS, one.ms, "ms").tell()
        Goal(f"{one.name}: answers that differ", 0, 0 if one.is_alike else 1).tell()
    print()
