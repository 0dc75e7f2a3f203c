"""Which real postcodes may children live at? A sample of each area's, denser where need is clustered."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from rcc_dash.demo.hosts import HOST_WEIGHTS, LETTERS
from rcc_dash.demo.kinds import Floats, Ints
from rcc_dash.demo.targets import count
from rcc_dash.reference.postcodes import positions
from rcc_dash.settings import METRES_PER_MILE

_OF_MEMBER: Final = 900
_OF_HOST: Final = 150
_CENTRES: Final = 9
_CLUSTER_MILES: Final = 1.3
_IMPORTED: Final = "1. Children who are the responsibility of other LAs placed within this LA boundary"


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Postcodes by number: text, metres on the national grid, the area's number and name, and weight.

    `weight` shares out the children whom an area takes in from others over its postcodes.
    """

    postcode: npt.NDArray[np.str_]
    east: Floats
    north: Floats
    area: npt.NDArray[np.str_]
    weight: Floats

    def within(self, area: str) -> Ints:
        """Give the numbers of an area's postcodes."""
        return np.flatnonzero(self.area == area)

    def miles(self, one: Ints, other: Ints) -> Floats:
        """Give DfE's straight-line miles between postcodes, to 0.1."""
        east, north = self.east[one] - self.east[other], self.north[one] - self.north[other]
        return np.round(np.hypot(east, north) / METRES_PER_MILE, 1)


def gazetteer(members: tuple[str, ...], seed: int, progress: Callable[[float], None]) -> Gazetteer:
    """Draw the postcodes of the demonstration from the national list; `progress` takes the share done."""
    wanted = {*members, *HOST_WEIGHTS}
    frames = []
    for done, letter in enumerate(LETTERS, start=1):
        all_of_letter = positions(letter)
        frames.append(all_of_letter[all_of_letter["la_code"].isin(list(wanted))].dropna())
        progress(done / len(LETTERS))
    everything = pd.concat(frames)
    rng = np.random.default_rng([seed, 1])
    drawn = [
        _drawn(found, str(area), area in members, rng)
        for area, found in everything.groupby("la_code", sort=True)
    ]
    chosen = pd.concat(drawn)
    code = chosen.index.str.slice(stop=-3) + " " + chosen.index.str.slice(start=-3)
    return Gazetteer(
        code.to_numpy().astype(str),
        chosen["east"].to_numpy(),
        chosen["north"].to_numpy(),
        chosen["la_code"].to_numpy().astype(str),
        chosen["weight"].to_numpy(),
    )


def _drawn(found: pd.DataFrame, area: str, is_member: bool, rng: np.random.Generator) -> pd.DataFrame:  # noqa: FBT001 - two kinds of area
    n = min(len(found), _OF_MEMBER if is_member else _OF_HOST)
    chance = _clustered(found, rng) if is_member else np.ones(len(found))
    rows = rng.choice(len(found), n, replace=False, p=chance / chance.sum())
    takes = count(area, "cla_net_gain_number", _IMPORTED, 2024) if is_member else HOST_WEIGHTS[area]
    return found.iloc[np.sort(rows)].assign(weight=takes / n)


def _clustered(found: pd.DataFrame, rng: np.random.Generator) -> Floats:
    """Weigh postcodes near a few centres more, as deprivation is clustered."""
    at = found[["east", "north"]].to_numpy()
    centres = at[rng.choice(len(at), _CENTRES)]
    chance = np.full(len(at), 0.15)
    for centre in centres:
        miles = np.hypot(*(at - centre).T) / METRES_PER_MILE
        chance += np.exp(-miles / _CLUSTER_MILES)
    return chance
