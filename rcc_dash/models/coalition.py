"""Who are the fewest neighbours that fill a home together? All groups are tried where that is possible."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final, TypeVar

import numpy as np
from numpy.typing import NDArray

Amounts = NDArray[np.float64]
Masks = NDArray[np.int64]
"""Groups as bits: member 0 is the lowest."""
Number = TypeVar("Number", np.float64, np.int64)

MOST_MEMBERS: Final = 20
"""Up to so many every group is tried (a million); beyond, groups are grown from each member."""


@dataclass(frozen=True, slots=True)
class Group:
    """Members who fill the home, where it would stand best, and how far that is for their children."""

    members: tuple[int, ...]
    load: float
    host: int
    """The member with the least mean miles to it."""
    miles: float
    """Mean miles from the members to the host's centre, by load."""


@dataclass(frozen=True, slots=True, eq=False)
class Neighbours:
    """Who is near whom: each one's load, miles between all, and how far apart links may be."""

    loads: Amounts
    miles: Amounts
    limit: float

    @property
    def links(self) -> NDArray[np.bool_]:
        """Say who is within the limit of whom, themselves too."""
        near: NDArray[np.bool_] = self.miles <= self.limit
        return near | np.eye(len(self.loads), dtype=bool)


def smallest_groups(among: Neighbours, need: float, most: int, start: int | None = None) -> tuple[Group, ...]:
    """Give the smallest groups whose load is at least `need`, at most so many, the nearest first.

    Members are linked, each within the limit of another. With `start` that one belongs to all groups.
    Nothing where even all linked together have less.
    """
    if len(among.loads) <= MOST_MEMBERS:
        found = [*_members(_smallest(among, need, start), len(among.loads))]
    else:
        found = _grown(among, need, start)
    groups = sorted((_group(among, members) for members in found), key=lambda one: (one.miles, one.members))
    return tuple(groups[:most])


def _smallest(among: Neighbours, need: float, start: int | None) -> Masks:
    """Give all linked groups of the least size whose load is enough."""
    masks = np.arange(1, 2 ** len(among.loads), dtype=np.int64)
    loads = _over_subsets(among.loads, np.add)[1:]
    enough = loads >= need - 1e-9
    masks = masks[enough if start is None else enough & (masks >> start & 1 == 1)]
    sizes = np.bitwise_count(masks)
    reached = _over_subsets(_as_bits(among.links), np.bitwise_or)
    for size in np.unique(sizes):
        linked = _linked(masks[sizes == size], reached)
        if len(linked):
            return linked
    return masks[:0]


def _over_subsets(
    each: NDArray[Number], joined: Callable[[NDArray[Number], Number], NDArray[Number]]
) -> NDArray[Number]:
    """Join the members' values in every subset, by its bits: adding, or joining the bits of neighbours."""
    found = np.zeros(1, dtype=each.dtype)
    for one in each:
        found = np.concatenate([found, joined(found, one)])
    return found


def _as_bits(links: NDArray[np.bool_]) -> Masks:
    bits: Masks = links.astype(np.int64) @ (1 << np.arange(len(links), dtype=np.int64))
    return bits


def _linked(masks: Masks, reached: Masks) -> Masks:
    """Keep the groups in which everybody is reached from one of them, from neighbour to neighbour."""
    there = masks & -masks
    while True:
        further = reached[there] & masks
        if (further == there).all():
            linked: Masks = masks[there == masks]
            return linked
        there = further


def _members(masks: Masks, members: int) -> Iterator[tuple[int, ...]]:
    for mask in masks:
        yield tuple(one for one in range(members) if int(mask) >> one & 1)


def _grown(among: Neighbours, need: float, start: int | None) -> list[tuple[int, ...]]:
    """Grow a group from each member, the largest linked one next, and keep the smallest groups."""
    seeds = range(len(among.loads)) if start is None else [start]
    grown = {group for seed in seeds if (group := _grow(among, need, seed))}
    least = min((len(group) for group in grown), default=0)
    return sorted(group for group in grown if len(group) == least)


def _grow(among: Neighbours, need: float, seed: int) -> tuple[int, ...]:
    inside, links = np.zeros(len(among.loads), dtype=bool), among.links
    inside[seed] = True
    while among.loads[inside].sum() < need - 1e-9:
        near = links[inside].any(axis=0) & ~inside
        if not near.any():
            return ()
        inside[int(np.argmax(np.where(near, among.loads, -1.0)))] = True
    return tuple(int(one) for one in np.flatnonzero(inside))


def _group(among: Neighbours, members: tuple[int, ...]) -> Group:
    """Find the member from whom all are least far, by load."""
    inside = list(members)
    loads = among.loads[inside]
    means = loads @ among.miles[np.ix_(inside, inside)] / loads.sum()
    best = int(np.argmin(means))
    return Group(members, float(loads.sum()), members[best], float(means[best]))
