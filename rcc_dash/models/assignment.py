"""Who goes where, when as many as possible are to have one of a few places each?"""

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

NOWHERE = -1


def assigned(
    miles: NDArray[np.float64],
    could: NDArray[np.bool_],
    places: NDArray[np.int64],
    preferred: NDArray[np.bool_] | None = None,
) -> NDArray[np.int64]:
    """Give for each person (row) the column where they go, or `NOWHERE`.

    As many as possible go somewhere; among such solutions as many as possible go where they are
    `preferred`; among those the sum of miles is least. `could` says who may go where, `places`
    how many each column takes. The same input always has the same answer.
    """
    found = np.full(len(could), NOWHERE, dtype=np.int64)
    people, columns = _in_question(could, places)
    beds = np.repeat(columns, np.minimum(places[columns], len(people)))
    if not len(people) or not len(beds):
        return found
    here = np.ix_(people, columns)
    gain = _gains(miles[here], could[here], None if preferred is None else preferred[here])
    across = np.repeat(gain, np.minimum(places[columns], len(people)), axis=1)
    rows, beds_used = linear_sum_assignment(across, maximize=True)
    kept = across[rows, beds_used] > 0
    found[people[rows[kept]]] = beds[beds_used[kept]]
    return found


def _in_question(
    could: NDArray[np.bool_], places: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Give the people and columns between whom anything is possible: the rest only cost time."""
    possible = could & (places > 0)
    return np.flatnonzero(possible.any(axis=1)), np.flatnonzero(possible.any(axis=0))


def _gains(
    miles: NDArray[np.float64], could: NDArray[np.bool_], preferred: NDArray[np.bool_] | None
) -> NDArray[np.float64]:
    """Value one person in one place, so that no saving of miles outweighs a preference, nor that a person."""
    at_most = min(could.shape) * (float(miles[could].max(initial=0.0)) + 1.0) + 1.0
    wish = np.zeros(could.shape) if preferred is None else preferred * at_most
    worth = (min(could.shape) + 1.0) * at_most * (1.0 if preferred is None else 2.0)
    gain: NDArray[np.float64] = np.where(could, worth + wish - np.where(could, miles, 0.0), 0.0)
    return gain
