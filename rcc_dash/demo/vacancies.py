"""Write a vacancy return of some homes as at the last 31 March."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np
import pandas as pd

from rcc_dash.demo.kinds import NEVER, SEED, YEARS, Ints
from rcc_dash.demo.region import Region
from rcc_dash.ingest.layouts.vacancies import HEADERS

_RETURNING: Final = 0.4
_TAKEN_BY_OTHERS: Final = 0.5
"""Chance that a place without a child of the cooperatives has one of another LA."""
_READY: Final = 0.4
"""Share of empty places that could be used; the rest are kept empty for the reasons below."""
_REASONS: Final = [0.40, 0.30, 0.12, 0.08, 0.10]
"""Matching, staffing, solo use, repair, reserved."""


def write_vacancies(made: Region, folder: Path) -> Iterator[Path]:
    """Write the return of about 40% of the members' homes and give the path."""
    rng = np.random.default_rng([SEED, 7])
    places = made.homes.places[:, -1]
    chance = rng.random(len(places)) < _RETURNING
    home = np.flatnonzero((places > 0) & made.homes.facts["area"].isin(list(made.members)) & chance)
    taken = _taken(made, home, rng)
    ready = rng.binomial(places[home] - taken, _READY)
    blocked = rng.multinomial(places[home] - taken - ready, _REASONS)
    columns = [
        made.homes.facts["urn"].to_numpy()[home],
        np.full(len(home), f"31/03/{YEARS[-1]}"),
        places[home],
        taken + ready,
        taken,
        *blocked.T,
    ]
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"synthetic_vacancy_return_31_march_{YEARS[-1]}.csv"
    pd.DataFrame(dict(zip(HEADERS, columns, strict=True))).to_csv(path, index=False, lineterminator="\r\n")
    yield path


def _taken(made: Region, home: Ints, rng: np.random.Generator) -> Ints:
    """Count places with a child, of the cooperatives or of another LA."""
    now = made.stays[(made.stays["ended"] == NEVER) & (made.stays["home"] >= 0)]
    ours = np.bincount(now["home"], minlength=len(made.homes.facts))[home]
    taken: Ints = ours + rng.binomial(made.homes.places[home, -1] - ours, _TAKEN_BY_OTHERS)
    return taken
