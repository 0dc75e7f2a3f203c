"""How many places are empty in homes that returned nothing? A range drawn from those that did.

Method: design/methods.md 2.2. Draws are seeded by the caller, so that the same question
always has the same answer.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

_DRAWS: Final = 1_000
_BAND: Final = (10.0, 50.0, 90.0)
FILLED: Final = (0.60, 0.69, 0.85)
"""Share of places filled where nothing is returned: 69% is England's children over places in 2025."""
BLOCKED: Final = (0.2, 0.4, 0.6)
"""Share of empty places that cannot be used, where too little is returned."""
ENOUGH_HOMES: Final = 30

Draws = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Told:
    """What the returns of some homes add up to."""

    homes: int = 0
    places: int = 0
    occupied: int = 0
    blocked: int = 0
    void: int = 0


@dataclass(frozen=True, slots=True)
class Band:
    """A likely range: a tenth of the draws lie below `low`, half below `middle`, a tenth above `high`."""

    low: float
    middle: float
    high: float


@dataclass(frozen=True, slots=True)
class Likely:
    """Ranges for some homes, returned and not: empty places ready for a child, and shares in %."""

    void: Band
    void_rate: Band
    """Of the places that can be used."""
    occupancy: Band
    """Of all registered places."""


def likely(own: Told, places: int, known: int, everywhere: Told, seed: int) -> Likely | None:
    """Say what is likely of some homes; None where they have no place at all.

    `own` is what they returned; `places` those of homes that returned nothing, `known` the
    children known there; `everywhere` all returns, from which their occupancy is drawn unless
    enough homes of their own kind returned.
    """
    whole = own.places + places
    if not whole:
        return None
    rng = np.random.default_rng([seed, 2])
    alike = own if own.homes >= ENOUGH_HOMES else everywhere
    occupied, void = _unseen(places, min(known, places), alike, rng)
    usable = np.maximum(whole - own.blocked - (places - occupied - void), 1)
    return Likely(
        _band(own.void + void),
        _band(100 * (own.void + void) / usable),
        _band(100 * (own.occupied + occupied) / whole),
    )


def _unseen(places: int, known: int, told: Told, rng: np.random.Generator) -> tuple[Draws, Draws]:
    """Draw the occupied places, and the empty ones that are ready, of homes without a return."""
    share = _filled(told, rng)
    room = places - known
    more = np.maximum(share * places - known, 0.0) / room if room else np.zeros(_DRAWS)
    occupied = known + rng.binomial(room, np.clip(more, 0.0, 1.0))
    ready = rng.binomial(places - occupied, 1.0 - _shut(told, rng))
    return occupied.astype(float), ready.astype(float)


def _filled(told: Told, rng: np.random.Generator) -> Draws:
    if told.places == 0:
        return rng.triangular(*FILLED, _DRAWS)
    return rng.beta(1 + told.occupied, 1 + told.places - told.occupied, _DRAWS)


def _shut(told: Told, rng: np.random.Generator) -> Draws:
    if told.homes < ENOUGH_HOMES:
        return rng.triangular(*BLOCKED, _DRAWS)
    return rng.beta(1 + told.blocked, 1 + told.void, _DRAWS)


def _band(draws: Draws) -> Band:
    return Band(*(float(number) for number in np.percentile(draws, _BAND)))
