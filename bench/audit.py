"""What can an attacker work out who sees every cell of an LA, and knows what DfE published?

Scorecard rows 4 and 5 of design/disclosure.md: exact bounds on every hidden count by integer
programming, and how sharp a Gaussian attacker's guess is.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, product
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from rcc_dash.domain.disclosure import Rule
from rcc_dash.settings import MAX_CHILD_ATTRIBUTES

HIDDEN_MOST: Final = 11
"""A hidden cell may hold none, or up to this many."""
NOISE_MOST: Final = 6
_SMALL: Final = 9
_PUBLISHED_LEAST: Final = 6
"""DfE shows no LA count of 1 to 5; LA counts are not rounded, as those of regions and England are."""
_NOISE_VARIANCE: Final = 6.0
_HIDDEN_VARIANCE: Final = HIDDEN_MOST**2 / 12

Cell = tuple[tuple[str, str], ...]
"""Attributes and values; empty for all children of the LA."""
Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """Every cell of an LA as the attacker sees it; `low` and `high` bound its true count `n`."""

    cells: tuple[Cell, ...]
    sums: csr_array
    """One row for each cell and one column for each finest group of children: whom it counts."""
    n: NDArray[np.int64]
    shown: Floats
    """NaN where hidden."""
    low: Floats
    high: Floats

    def targets(self) -> list[int]:
        """Give the cells worth attacking: hidden, with one to nine children, and not published."""
        small = (self.n >= 1) & (self.n <= _SMALL) & np.isnan(self.shown)
        return [int(at) for at in np.flatnonzero(small & (self.high > self.low))]


def seen(rule: Rule, children: pd.DataFrame, attributes: dict[str, list[str]]) -> Seen:
    """See one LA's children by every cell of at most three of these attributes (values of each)."""
    names = list(attributes)
    finest = [tuple(zip(names, values, strict=True)) for values in product(*attributes.values())]
    at = {group: place for place, group in enumerate(finest)}
    groups = children.groupby(names)["record_key"].agg(["size", lambda keys: sum(map(int, keys))])
    sizes, keys = np.zeros(len(finest), dtype=np.int64), [0] * len(finest)
    for values, (size, key) in zip(groups.index, groups.to_numpy(), strict=True):
        place = at[tuple(zip(names, values, strict=True))]
        sizes[place], keys[place] = size, key
    cells = list(_cells(attributes))
    members = [[place for group, place in at.items() if set(cell) <= set(group)] for cell in cells]
    rows = [row for row, some in enumerate(members) for _ in some]
    sums = csr_array(
        (np.ones(len(rows)), (rows, [p for some in members for p in some])), (len(cells), len(finest))
    )
    n = (sums @ sizes).astype(np.int64)
    told = [rule.count(int(n[row]), sum(keys[p] for p in some)) for row, some in enumerate(members)]
    shown = np.array([np.nan if number is None else number for number in told], dtype=float)
    return Seen(tuple(cells), sums, n, shown, *_range(shown))


def _cells(attributes: dict[str, list[str]]) -> Iterator[Cell]:
    for many in range(min(len(attributes), MAX_CHILD_ATTRIBUTES) + 1):
        for names in combinations(attributes, many):
            for values in product(*(attributes[name] for name in names)):
                yield tuple(zip(names, values, strict=True))


def _range(shown: Floats) -> tuple[Floats, Floats]:
    low = np.where(np.isnan(shown), 0.0, np.maximum(shown - NOISE_MOST, 10.0))
    return low, np.where(np.isnan(shown), HIDDEN_MOST, shown + NOISE_MOST)


def published(found: Seen, *, tables: bool = False) -> Seen:
    """Let the attacker know the LA's exact total, and where `tables` what DfE shows of its one-way tables."""
    is_known = np.array([not cell for cell in found.cells])
    if tables:
        for name in {cell[0][0] for cell in found.cells if cell}:
            is_known |= _published_table(found, name)
    low, high = np.where(is_known, found.n, found.low), np.where(is_known, found.n, found.high)
    return Seen(found.cells, found.sums, found.n, found.shown, low, high)


def without_release(known: Seen) -> Seen:
    """Take from the attacker all that a release shows: what is left is what DfE published (`published`)."""
    is_known = known.low == known.high
    low, high = np.where(is_known, known.n, 0.0), np.where(is_known, known.n, np.inf)
    return Seen(known.cells, known.sums, known.n, np.full(len(known.n), np.nan), low, high)


def _published_table(found: Seen, name: str) -> NDArray[np.bool_]:
    """Say which values of an attribute DfE shows, and exactly; the others are marked c, without a number.

    Where one alone were hidden, or the hidden ones must all be of one child, the smallest other one is
    hidden too, be it none. That is what all LA tables of 2021 to 2025 keep to (`shared/data/dfe_cla`).
    """
    mine = np.flatnonzero([len(cell) == 1 and cell[0][0] == name for cell in found.cells])
    smallest_first = mine[np.argsort(found.n[mine], kind="stable")]
    hidden = [at for at in smallest_first if 1 <= found.n[at] < _PUBLISHED_LEAST]
    others = [at for at in smallest_first if at not in hidden]
    while others and (len(hidden) == 1 or (hidden and found.n[hidden].sum() == len(hidden))):
        hidden.append(others.pop(0))
    told = np.zeros(len(found.cells), dtype=np.bool_)
    told[others] = True
    return told


def bounds(found: Seen, target: int) -> tuple[int, int]:
    """Give the least and most children that the target cell can have, given everything seen."""
    whom = found.sums[[target]].toarray()[0]
    known = LinearConstraint(found.sums, found.low, found.high)
    ends = []
    for sign in (1.0, -1.0):
        solved = milp(
            sign * whom, constraints=known, integrality=np.ones(len(whom)), bounds=Bounds(0, np.inf)
        )
        if solved.x is None:
            message = f"no table fits what is shown: {solved.message}"
            raise ValueError(message)
        ends.append(round(float(whom @ solved.x)))
    return ends[0], ends[1]


def guesses(found: Seen) -> tuple[Floats, Floats]:
    """Give the mean and the standard deviation of a Gaussian attacker's guess of every cell."""
    sums, total = found.sums.toarray(), float(found.n[0])
    prior_mean = np.full(sums.shape[1], total / sums.shape[1])
    prior_variance = np.full(sums.shape[1], max((total / sums.shape[1]) ** 2, 1.0) * 4)
    told = np.where(np.isnan(found.shown), HIDDEN_MOST / 2, found.shown)
    noise = np.where(np.isnan(found.shown), _HIDDEN_VARIANCE, _NOISE_VARIANCE)
    is_known = found.low == found.high
    told, noise = np.where(is_known, found.n, told), np.where(is_known, 1e-6, noise)
    gain = prior_variance[:, None] * sums.T
    spread = sums @ gain + np.diag(noise)
    weights = np.linalg.solve(spread, gain.T).T
    mean = prior_mean + weights @ (told - sums @ prior_mean)
    covariance = np.diag(prior_variance) - weights @ gain.T
    return sums @ mean, np.sqrt(np.maximum(np.einsum("ij,jk,ik->i", sums, covariance, sums), 0.0))
