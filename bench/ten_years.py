"""Write ten years of SSDA903 returns of 28 LAs, as many times the synthetic region as asked for."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np
import pandas as pd

from rcc_dash.demo.episodes import in_return
from rcc_dash.demo.gaps import words
from rcc_dash.demo.kinds import NEVER, YEARS, day
from rcc_dash.demo.region import Region, region
from rcc_dash.demo.returns import tables_of
from rcc_dash.domain.progress import silent

_BACK_YEARS: Final = len(YEARS)
_DAY_COLUMNS: Final = ("born", "came", "began", "ended", "order_on")
_LOST_ONE_IN: Final = 61
TEN_YEARS: Final = tuple(range(YEARS[0] - _BACK_YEARS, YEARS[-1] + 1))


def write_ten_years(folder: Path, copies: int) -> int:
    """Write header, episodes and UASC of each LA and year under `folder`; give the number of episode rows."""
    made = region(silent)
    lives = _ten_years_of(made)
    return sum(_written(made, lives, year, folder, copies) for year in TEN_YEARS)


def _ten_years_of(made: Region) -> pd.DataFrame:
    """Let other children live the same lives five years earlier; who has not left by then leaves soon."""
    now = made.episodes
    back = day(YEARS[-1]) - day(YEARS[0] - 1)
    before = now.assign(person=now["person"] + now["person"].max() + 1, child="8" + now["child"].str[1:])
    still = before["ended"] == NEVER
    left = day(YEARS[-1]) + 1 + before["person"] % 350
    before["ended"] = np.where(still, left, before["ended"])
    before["rec"] = before["rec"].mask(still, "E4A")
    for column in _DAY_COLUMNS:
        before[column] = np.where(before[column] == NEVER, NEVER, before[column] - back)
    return pd.concat([before, now], ignore_index=True)


def _written(made: Region, lives: pd.DataFrame, year: int, folder: Path, copies: int) -> int:
    tables = tables_of(in_return(lives[~_forgotten(lives, year)], year), made, year)
    for name, table in tables.items():
        for area, own in table.groupby("area", sort=False):
            path = folder / words(str(area)) / str(year) / f"synthetic_{words(str(area))}_{year}_{name}.csv"
            path.parent.mkdir(parents=True, exist_ok=True)
            several = pd.concat(_copies(own.drop(columns="area"), copies))
            several.to_csv(path, index=False, lineterminator="\r\n")
    return copies * len(tables["episodes"])


def _forgotten(lives: pd.DataFrame, year: int) -> "pd.Series[bool]":
    """Leave a few episodes out of the return that should tell their end, so that some need mending."""
    ends = (lives["began"] <= day(year - 1)) & lives["ended"].between(day(year - 1) + 1, day(year))
    return ends & ((lives["person"] + year) % _LOST_ONE_IN == 0)


def _copies(own: pd.DataFrame, copies: int) -> Iterator[pd.DataFrame]:
    for number in range(1, copies + 1):
        yield own.assign(CHILD=str(number) + own["CHILD"])
