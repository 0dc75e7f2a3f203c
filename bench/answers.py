"""Is every named statement quick, and right? Asked beside pandas and polars, of the same rows in one run.

Each statement of `rcc_dash/store/sql` is asked with the dearest values that a page or command asks. Those
whose cost grows with children or episodes are asked in pandas and polars too. The others are timed alone:
what they read (homes, files and remarks on them, published figures, of which the demonstration has none) has
the same rows whatever the number of episodes; and `shown_counts` is itself the second way of what Python
rounds (`queries/two_ways.py`).
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Final

import pandas as pd

from bench.counterparts import PANDAS, POLARS, tables
from bench.dearest import dearest, opened
from bench.told import Goal
from rcc_dash.domain.progress import Progress
from rcc_dash.settings import DataHome
from rcc_dash.store import pointer
from rcc_dash.store.statements import names

MOST_MS: Final = 150.0
ALONE: Final = frozenset({
    "accounts", "dates", "explore_homes", "home_history", "home_owners", "homes_by_area",
    "homes_by_date", "homes_list", "homes_to_name", "loaded_sources", "mends", "meta", "neighbours",
    "passed_over", "problem_counts", "published_loaded", "published_values", "register_names",
    "rounded_findings", "rounded_sources", "sectors", "shown_counts", "sources", "voids_astray",
    "voids_dates", "voids_homes", "voids_returns",
})  # fmt: skip
"""Statements that are timed alone; the docstring above says why."""


@dataclass(frozen=True, slots=True)
class Answered:
    """One statement: median milliseconds of each way, and whether all three said the same.

    Where it is timed alone there is one way, and `is_alike` is None.
    """

    name: str
    ms: Sequence[float]
    rows: int
    is_alike: bool | None


def not_listed() -> frozenset[str]:
    """Name the statements that nobody listed here, and what is listed and is no statement."""
    return frozenset(names()) ^ (ALONE | PANDAS.keys()) | (PANDAS.keys() ^ POLARS.keys())


def answered(home: DataHome, repeats: int, progress: Progress) -> list[Answered]:
    """Ask every statement of the build that serves at `home` so many times, the ways in turns."""
    if lost := not_listed():
        message = f"list once, in bench/answers.py or its counterparts: {', '.join(sorted(lost))}"
        raise SystemExit(message)
    warehouse = opened(home)
    progress(0.0, "Reading the same rows into pandas and polars")
    in_pandas, in_polars = tables(pointer.warehouse_file(home, warehouse.build_id))
    found = []
    for done, (name, asked) in enumerate(dearest(warehouse, home).items()):
        progress((done + 1) / (len(names()) + 1), f"Asking {name}")
        ways: list[Way] = [lambda name=name, asked=asked: warehouse.ask(name, asked)]
        if name in PANDAS:
            ways.append(lambda name=name, asked=asked: PANDAS[name](in_pandas, asked))
            ways.append(lambda name=name, asked=asked: POLARS[name](in_polars, asked))
        found.append(_timed(name, ways, repeats))
    warehouse.close()
    progress(1.0, "Asked")
    return found


Way = Callable[[], object]


def _timed(name: str, ways: Sequence[Way], repeats: int) -> Answered:
    ours, *others = (_in_pandas(way()) for way in ways)
    took: list[list[float]] = [[] for _ in ways]
    for _ in range(repeats):
        for one, way in zip(took, ways, strict=True):
            started = time.perf_counter()
            way()
            one.append((time.perf_counter() - started) * 1000)
    is_alike = all(alike(ours, other) for other in others) if others else None
    return Answered(name, [median(one) for one in took], len(ours), is_alike)


def _in_pandas(answer: object) -> pd.DataFrame:
    return answer if isinstance(answer, pd.DataFrame) else answer.to_pandas()


def alike(ours: pd.DataFrame, theirs: pd.DataFrame) -> bool:
    """Say whether two answers hold the same rows, whatever the order and the types of columns."""
    columns = list(ours.columns)
    return set(columns) <= set(theirs.columns) and _plain(ours) == _plain(theirs[columns])


def _plain(rows: pd.DataFrame) -> list[tuple[str, ...]]:
    return sorted(zip(*(_texts(rows[name]) for name in rows), strict=True))


def _texts(cells: pd.Series) -> list[str]:
    """Write each different value once: a column has few."""
    codes, values = pd.factorize(cells, use_na_sentinel=True)
    texts = [*map(_cell, values), "None"]
    return [texts[code] for code in codes]


def _cell(value: object) -> str:
    if isinstance(value, (date, pd.Timestamp)):
        return str(value)[:10]
    return f"{float(value):.6g}" if isinstance(value, float) else str(value)


def told(found: list[Answered], episodes: int) -> None:
    """Print the table of one size, and what is not reached."""
    print(f"Statements at {episodes:,} episodes: median milliseconds; others as times ours")
    heads = ("rows", "ours", "pandas", "polars", "pandas/ours", "polars/ours", "the same")
    print(f"  {'':<26}" + "".join(f"{head:>13}" for head in heads))
    for one in sorted(found, key=lambda one: one.is_alike is None):
        times = (*one.ms, *(other / one.ms[0] for other in one.ms[1:]))
        same = "" if one.is_alike is None else "yes" if one.is_alike else "NO"
        numbers = "".join(f"{number:13.1f}" for number in times)
        print(f"  {one.name:<26}{one.rows:13,}{numbers}{same:>13}".rstrip())
    for one in found:
        Goal(f"{one.name} at {episodes:,} episodes", MOST_MS, one.ms[0], "ms").tell()
        Goal(f"{one.name}: answers that differ", 0, int(one.is_alike is False)).tell()
    print()
