"""Write vacancy returns of some homes: of the last 31 March, two month ends before it, and a year before."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np
import pandas as pd

from rcc_dash.demo.kinds import YEARS, Flags, Floats, Ints, dates_text, day
from rcc_dash.demo.region import Region
from rcc_dash.ingest.layouts.vacancies import HEADERS

_RETURNING: Final = 0.4
_TAKEN_BY_OTHERS: Final = 0.5
"""Chance that a place without a child of the cooperatives has one of another LA."""
_READY: Final = 0.4
"""Share of empty places that could be used; the rest are kept empty for the reasons below."""
_REASONS: Final = [0.40, 0.30, 0.12, 0.08, 0.10]
"""Matching, staffing, solo use, repair, reserved."""


_DATES: Final = ((YEARS[-2], 3, 31), (YEARS[-1], 1, 31), (YEARS[-1], 2, 28), (YEARS[-1], 3, 31))


def write_vacancies(made: Region, folder: Path) -> Iterator[Path]:
    """Write the returns of about 40% of the members' homes, one file a date, and give the paths."""
    rng = np.random.default_rng([made.seed, 7])
    homes = len(made.homes.facts)
    luck = rng.random((3, homes))  # the same on each date, so that some places stay empty for long
    tells = made.homes.facts["area"].isin(list(made.members)).to_numpy() & (luck[0] < _RETURNING)
    folder.mkdir(parents=True, exist_ok=True)
    for at in _DATES:
        path = folder / f"synthetic_vacancy_return_{at[0]}-{at[1]:02d}-{at[2]:02d}.csv"
        rows = _returned(made, day(*at), tells, luck)
        rows.to_csv(path, index=False, lineterminator="\r\n")
        yield path


def _returned(made: Region, on: int, tells: Flags, luck: Floats) -> pd.DataFrame:
    """Make the return of one day."""
    facts = made.homes.facts
    column = min(sum(day(year) < on for year in YEARS), len(YEARS) - 1)
    places = made.homes.places[:, column]
    home = np.flatnonzero(tells & (places > 0) & (facts["registered_on"].to_numpy() <= on))
    taken = np.minimum(_ours(made, on)[home], places[home])
    taken += _likely(places[home] - taken, _TAKEN_BY_OTHERS, luck[1, home])
    ready = _likely(places[home] - taken, _READY, luck[2, home])
    rng = np.random.default_rng([made.seed, 7, on])
    blocked = rng.multinomial(places[home] - taken - ready, _REASONS)
    text = dates_text(np.full(len(home), on))
    columns = [facts["urn"].to_numpy()[home], text, places[home], taken + ready, taken, *blocked.T]
    return pd.DataFrame(dict(zip(HEADERS, columns, strict=True)))


def _ours(made: Region, on: int) -> Ints:
    """Count the cooperatives' children in each home on a day."""
    here = (made.stays["began"] <= on) & (made.stays["ended"] > on) & (made.stays["home"] >= 0)
    return np.bincount(made.stays.loc[here, "home"], minlength=len(made.homes.facts))


def _likely(number: Ints, share: float, luck: Floats) -> Ints:
    """Take this share of each number, rounded up where luck has it."""
    return np.floor(number * share + luck).astype(np.int64)
