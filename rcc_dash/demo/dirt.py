"""What is wrong in real returns? A little of it, so that the mending of the loader can be seen at work."""

from typing import Final

import numpy as np
import pandas as pd

from rcc_dash.demo.kinds import YEARS, Flags, day

_UNCLOSED: Final = 0.02
"""Share of episodes that ended after their return and are missing from the next, moved on from."""
_VANISHED_PER_LA: Final = 1
_DECIMAL_IDS: Final = (("E08000005", 2022), ("E10000016", 2023), ("E06000043", 2023))
_SQUEEZED_POSTCODES: Final = (("E08000009", 2024), ("E06000045", 2022))
_PADDED_IDS: Final = (("E10000025", 2021),)


def forgotten(all_episodes: pd.DataFrame, rng: np.random.Generator) -> dict[int, Flags]:
    """Say for each return which episodes it lacks though they ended in its year.

    They stand open in the return before. Most were moved on from, so that the next episode tells
    the end; one child of each LA and year left and was never closed.
    """
    hidden = {YEARS[0]: np.zeros(len(all_episodes), dtype=np.bool_)}
    moved_on = (all_episodes["rec"] == "X1").to_numpy() & (all_episodes["place"] != "T3").to_numpy()
    for year in YEARS[1:]:
        crosses = (
            (all_episodes["began"] <= day(year - 1)) & (all_episodes["ended"] > day(year - 1))
        ).to_numpy()
        ends = crosses & (all_episodes["ended"] <= day(year)).to_numpy()
        unclosed = ends & moved_on & (rng.random(len(all_episodes)) < _UNCLOSED)
        leavers = all_episodes[ends & ~moved_on]
        lost = leavers.sample(frac=1.0, random_state=rng).groupby("area").head(_VANISHED_PER_LA).index
        hidden[year] = unclosed | np.isin(all_episodes.index, lost)
    return hidden


def dirtied(table: pd.DataFrame, area: str, year: int) -> pd.DataFrame:
    """Spoil an LA's table the way that its spreadsheets would: the meaning stays the same."""
    spoilt = table
    if (area, year) in _DECIMAL_IDS:
        spoilt = spoilt.assign(CHILD=spoilt["CHILD"] + ".0")
    if (area, year) in _PADDED_IDS:
        spoilt = spoilt.assign(CHILD=" " + spoilt["CHILD"] + "  ")
    if (area, year) in _SQUEEZED_POSTCODES and "PL_POST" in spoilt:
        squeezed = spoilt["PL_POST"].str.replace(" ", "").str.lower()
        spoilt = spoilt.assign(PL_POST=squeezed)
    return spoilt
