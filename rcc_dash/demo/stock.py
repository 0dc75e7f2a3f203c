"""Which children are looked after by an LA on a 31 March? One row each, fitting every published total."""

from typing import Final

import numpy as np
import pandas as pd

from rcc_dash.demo.kinds import (
    AGE_STARTS,
    HOME,
    IN_FAR,
    IN_NEAR,
    LA_HOME,
    OWN_LA,
    PRIVATE,
    PRIVATE_HOME,
    VOLUNTARY,
    VOLUNTARY_HOME,
    Floats,
    Ints,
)
from rcc_dash.demo.likely import (
    AGE_OF_PLACEMENT,
    AGE_OF_UASC,
    LOCALITY_BY_PROVIDER,
    LOCALITY_OF_PLACEMENT,
    PROVIDER_OF_PLACEMENT,
    UASC_OF_LOCALITY,
    UASC_OF_PLACEMENT,
)
from rcc_dash.demo.raking import whole_table
from rcc_dash.demo.targets import Target

_OURS: Final = 0.6
"""Share of an LA's places that its own children may take up; others need the rest."""


def stock(wanted: Target, places: Ints, rng: np.random.Generator) -> pd.DataFrame:
    """Give one row per child: placement, provider, locality, uasc, age (positions in `kinds`).

    `places` are the LA's registered places by sector of home: they bound how many children can
    live in homes inside the LA. Every margin of `wanted` is met exactly.
    """
    seed = PROVIDER_OF_PLACEMENT * np.maximum(wanted.placement, 1)[:, None]
    cells = _cells(
        {"placement": np.arange(8)}, "provider", whole_table(seed, wanted.placement, wanted.provider, rng)
    )
    cells = _split(cells, "locality", _locality_seed(cells, places), wanted.locality, rng)
    cells = _split(cells, "uasc", _uasc_seed(cells), wanted.uasc, rng)
    cells = _split(cells, "age", _age_seed(cells), wanted.age, rng)
    return cells.loc[cells.index.repeat(cells["children"])].drop(columns="children").reset_index(drop=True)


def age_band(years: Ints) -> Ints:
    """Say which published age band an age in completed years falls in; 5 is too old to be looked after."""
    return np.searchsorted(np.array(AGE_STARTS[1:]), years, side="right")


def _split(
    cells: pd.DataFrame, name: str, seed: Floats, wanted: Ints, rng: np.random.Generator
) -> pd.DataFrame:
    rows = cells["children"].to_numpy()
    table = whole_table(seed * rows[:, None], rows, wanted, rng)
    return _cells({column: cells[column].to_numpy() for column in cells.columns[:-1]}, name, table)


def _cells(known: dict[str, Ints], name: str, table: Ints) -> pd.DataFrame:
    row, column = np.nonzero(table)
    groups = {key: values[row] for key, values in known.items()}
    return pd.DataFrame({**groups, name: column, "children": table[row, column]})


def _locality_seed(cells: pd.DataFrame, places: Ints) -> Floats:
    placement, provider = cells["placement"].to_numpy(), cells["provider"].to_numpy()
    seed: Floats = LOCALITY_OF_PLACEMENT[placement] * LOCALITY_BY_PROVIDER[provider]
    children = cells["children"].to_numpy()
    sectors = {OWN_LA: LA_HOME, PRIVATE: PRIVATE_HOME, VOLUNTARY: VOLUNTARY_HOME}
    for row in np.flatnonzero(placement == HOME):
        beds = places[sectors[provider[row]]] if provider[row] in sectors else 0
        room = _OURS * beds / max(1, int(children[row]))
        seed[row, [IN_NEAR, IN_FAR]] *= min(1.0, room) + 1e-4
    return seed


def _uasc_seed(cells: pd.DataFrame) -> Floats:
    share = UASC_OF_PLACEMENT[cells["placement"]] * UASC_OF_LOCALITY[cells["locality"]]
    share = np.clip(share, 1e-6, 0.98)
    return np.column_stack([1 - share, share])


def _age_seed(cells: pd.DataFrame) -> Floats:
    usual: Floats = AGE_OF_PLACEMENT[cells["placement"]]
    alone = cells["uasc"].to_numpy()[:, None] == 1
    return np.where(alone, AGE_OF_UASC * (usual > 0) * (usual + 0.05), usual)
