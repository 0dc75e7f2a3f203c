"""Who goes where, when as many as possible are to have one of a few places each?"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

NOWHERE: Final = -1
_WORK: Final = 4_000_000
"""People times places, times the ways out of company that are followed: more would take over a second."""

Gains = NDArray[np.float64]
Whole = NDArray[np.int64]


def assigned(
    miles: NDArray[np.float64],
    could: NDArray[np.bool_],
    places: NDArray[np.int64],
    preferred: NDArray[np.bool_] | None = None,
    alone: NDArray[np.bool_] | None = None,
) -> NDArray[np.int64]:
    """Give for each person (row) the column where they go, or `NOWHERE`.

    As many as possible go somewhere; among such solutions as many as possible go where they are
    `preferred`; among those the sum of miles is least. `could` says who may go where, `places`
    how many each column takes; who must be `alone` fills a column. The same input always has
    the same answer.
    """
    found = np.full(len(could), NOWHERE, dtype=np.int64)
    people, columns = _in_question(could, places)
    if not len(people) or not len(columns):
        return found
    here = np.ix_(people, columns)
    gain = _gains(miles[here], could[here], None if preferred is None else preferred[here])
    only = np.zeros(len(people), dtype=bool) if alone is None else alone[people]
    best = _settled(gain, np.minimum(places[columns], len(people)), only)
    kept = best != NOWHERE
    found[people[kept]] = columns[best[kept]]
    return found


def _in_question(
    could: NDArray[np.bool_], places: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Give the people and columns between whom anything is possible: the rest only cost time."""
    possible = could & (places > 0)
    return np.flatnonzero(possible.any(axis=1)), np.flatnonzero(possible.any(axis=0))


def _gains(
    miles: NDArray[np.float64], could: NDArray[np.bool_], preferred: NDArray[np.bool_] | None
) -> Gains:
    """Value one person in one place, so that no saving of miles outweighs a preference, nor that a person."""
    at_most = min(could.shape) * (float(miles[could].max(initial=0.0)) + 1.0) + 1.0
    wish = np.zeros(could.shape) if preferred is None else preferred * at_most
    worth = (min(could.shape) + 1.0) * at_most * (1.0 if preferred is None else 2.0)
    gain: Gains = np.where(could, worth + wish - np.where(could, miles, 0.0), 0.0)
    return gain


@dataclass(frozen=True, slots=True, eq=False)
class _Case:
    """What is still possible, and the best of it if nobody minded company."""

    gain: Gains
    places: Whole
    found: Whole
    total: float


def _settled(gain: Gains, places: Whole, alone: NDArray[np.bool_]) -> Whole:
    """Give the best answer in which nobody who must be alone has company.

    Where somebody has, either nobody who must be alone lives there, or one person only does. Both are
    followed, unless they cannot be better than what was found: no solution is lost. Only of very many
    people are not all ways followed; then some who must be alone may be left out without need.
    """
    open_ = [_solved(gain, places)]
    if _crowded(open_[0].found, alone) == NOWHERE:
        return open_[0].found
    best = _solved(np.where(alone[:, None] & (places > 1), 0.0, gain), places)
    ways = _WORK // int(len(gain) * places.sum())
    while open_:
        case = open_.pop()
        crowded = _crowded(case.found, alone)
        if case.total <= best.total or (crowded != NOWHERE and not ways):
            continue
        if crowded == NOWHERE:
            best = case
            continue
        ways -= 1
        open_ += _parted(case, crowded, alone)
    return best.found


def _solved(gain: Gains, places: Whole) -> _Case:
    beds = np.repeat(np.arange(len(places)), places)
    across = gain.take(beds, axis=1)
    rows, used = linear_sum_assignment(across, maximize=True)
    kept = across[rows, used] > 0
    found = np.full(len(gain), NOWHERE, dtype=np.int64)
    found[rows[kept]] = beds[used[kept]]
    return _Case(gain, places, found, float(across[rows, used].sum()))


def _crowded(found: Whole, alone: NDArray[np.bool_]) -> int:
    """Give the first column where somebody who must be alone has company, or `NOWHERE`."""
    where, people = np.unique(found[found != NOWHERE], return_counts=True)
    hit = where[(people > 1) & np.isin(where, found[alone])]
    return int(hit[0]) if len(hit) else NOWHERE


def _parted(case: _Case, column: int, alone: NDArray[np.bool_]) -> list[_Case]:
    """Give the two ways out of company in a column: only one person there, and none who must be alone."""
    single, shared = case.places.copy(), case.gain.copy()
    single[column] = 1
    shared[alone, column] = 0.0
    return [_solved(case.gain, single), _solved(shared, case.places)]
