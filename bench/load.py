"""How long does loading ten years of returns of 28 LAs take, beside mending and joining them in pandas?

Both read the same files in the same run, one after the other, each in processes of its own; the
number of children, outside and far, must be the same in every group.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from bench.in_pandas import GROUPS
from bench.ten_years import TEN_YEARS, write_ten_years
from rcc_dash.settings import DataHome
from rcc_dash.store.warehouse import Warehouse

_PARTS = ["children", "outside", "far"]


@dataclass(frozen=True, slots=True)
class Cost:
    """What a job took: seconds on the clock and of all processors, and the largest process in megabytes."""

    seconds: float
    cpu_seconds: float
    largest_mb: float


def time_load(copies: int) -> None:
    """Write the files, load them both ways, compare the answers and print what each took."""
    with tempfile.TemporaryDirectory() as kept:
        folder, home = Path(kept) / "returns", Path(kept) / "home"
        episodes = write_ten_years(folder, copies)
        print(f"Loading {len(TEN_YEARS)} years of 28 LAs: {episodes:,} episodes", flush=True)
        ours = _ran(["-m", "rcc_dash", "load", str(folder)], home)
        result = Path(kept) / "in_pandas.parquet"
        theirs = _ran(["-m", "bench.in_pandas", str(folder), str(result)], home)
        _assert_alike(_counted(home), pd.read_parquet(result))
    for name, cost in (("rcc_dash load", ours), ("mended and joined in pandas", theirs)):
        print(
            f"  {name:<30}{cost.seconds:8.1f} s{cost.cpu_seconds:8.1f} s of processors"
            f"{cost.largest_mb:8.0f} MB in the largest process"
        )
    ratio, of_cpu = ours.seconds / theirs.seconds, ours.cpu_seconds / theirs.cpu_seconds
    print(f"  ratio {ratio:.1f} by the clock, {of_cpu:.1f} by processor time; the answers are the same\n")


def _ran(arguments: Sequence[str], home: Path) -> Cost:
    """Run Python in a process of its own; what it and its helpers used is told when it has ended."""
    started = time.perf_counter()
    environment = {**os.environ, "RCC_DATA_DIR": str(home)}
    process = subprocess.Popen([sys.executable, *arguments], env=environment, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    if status:
        message = f"{arguments[1]} failed"
        raise SystemExit(message)
    return Cost(time.perf_counter() - started, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def _counted(home: Path) -> pd.DataFrame:
    warehouse = Warehouse.open_current(DataHome(home))
    if warehouse is None:
        message = "the load made no build"
        raise SystemExit(message)
    asked = {"placement": True, "age": True, "sector": True}
    found = [
        warehouse.ask("children_by_area", {"date": f"{year}-03-31", **asked}).assign(as_of=f"{year}-03-31")
        for year in TEN_YEARS
    ]
    warehouse.close()
    cells = pd.concat(found).rename(columns={"children_n": "children"})
    both = {part: cells["children"].where(cells[f"is_{part}"], 0) for part in ("outside", "far")}
    return cells.assign(**both).groupby(GROUPS, as_index=False)[_PARTS].sum()


def _assert_alike(ours: pd.DataFrame, theirs: pd.DataFrame) -> None:
    pd.testing.assert_frame_equal(
        _sorted(ours), _sorted(theirs), check_dtype=False, check_index_type=False, check_column_type=False
    )


def _sorted(counts: pd.DataFrame) -> pd.DataFrame:
    return counts.astype({"as_of": "datetime64[us]"}).set_index(GROUPS).sort_index()
