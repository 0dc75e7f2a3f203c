"""In which state is each registered place of a home? One ladder whose states always add up to its places."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.int64]
"""One whole number for each home."""


@dataclass(frozen=True, slots=True, eq=False)
class Returned:
    """What vacancy returns say of each home; where `is_told` is false the rest is not read.

    `available` is -1 where the return leaves it blank; `blocked[home, reason]`.
    """

    is_told: NDArray[np.bool_]
    occupied: Places
    available: Places
    blocked: NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Ladder:
    """Places of each home by state: they add up to its registered places."""

    occupied: Places
    """With a child: as returned, or at least so many where there is no return."""
    blocked: NDArray[np.int64]
    """By home and reason; only a return tells."""
    void: Places
    """Empty and ready; only a return tells."""
    unknown: Places
    """None of these is known; without a return, the most that can be empty."""

    def total(self) -> Places:
        """Add the states up."""
        found: Places = self.occupied + self.blocked.sum(axis=1) + self.void + self.unknown
        return found


def ladder(places: Places, known: Places, returned: Returned) -> Ladder:
    """Part the registered places of each home into states.

    `known` counts the children known to live there. What does not fit into the places is cut
    off, the occupied ones first to be kept, so that the states add up whatever was returned.
    """
    told = returned.is_told
    occupied = np.minimum(np.where(told, returned.occupied, known), places)
    blocked = _fitted(np.where(told[:, None], returned.blocked, 0), places - occupied)
    left = places - occupied - blocked.sum(axis=1)
    ready = np.where(returned.available < 0, left, np.clip(returned.available - occupied, 0, left))
    void = np.where(told, ready, 0)
    return Ladder(occupied, blocked, void, left - void)


def _fitted(blocked: NDArray[np.int64], room: Places) -> NDArray[np.int64]:
    """Cut each home's blocked places off where its room ends, the last reasons first."""
    sums = np.minimum(np.cumsum(blocked, axis=1), room[:, None])
    fitted: NDArray[np.int64] = np.diff(sums, axis=1, prepend=0)
    return fitted
