"""Which LAs must join so that a home for a rare cohort is filled, and where would it stand?"""

from dataclasses import dataclass
from typing import Final

from rcc_dash.domain.places import cooperatives
from rcc_dash.models.coalition import Group, Neighbours, smallest_groups
from rcc_dash.models.erlang import load_to_fill
from rcc_dash.queries.rare_loads import Loads
from rcc_dash.queries.travel import travel_miles

_MOST_GROUPS: Final = 5


@dataclass(frozen=True, slots=True)
class RareHome:
    """A home of so many beds, filled to this share, 0 to 1, by LAs linked over no more than these miles."""

    beds: int
    full: float
    miles: int


@dataclass(frozen=True, slots=True)
class Joined:
    """LAs that fill the home together, the one where it would best stand, and mean miles to its middle."""

    la_codes: tuple[str, ...]
    load: float
    host: str
    miles: float


@dataclass(frozen=True, slots=True)
class Groups:
    """The smallest groups that fill a home, the nearest first; none where even all linked LAs are too few."""

    home: RareHome
    need: float
    """The load that fills it."""
    served: float
    """Share of that load's children, 0 to 1, who find a bed; the others still go elsewhere."""
    groups: tuple[Joined, ...]


def groups(rcc: str, loads: Loads, home: RareHome, start: str) -> Groups:
    """Give the smallest groups of a cooperative's LAs; with `start` only such as it belongs to."""
    las = cooperatives()[rcc].la_codes
    need = load_to_fill(home.beds, home.full)
    among = Neighbours(loads.of(las), travel_miles(las), float(home.miles))
    found = smallest_groups(among, need, _MOST_GROUPS, las.index(start) if start in las else None)
    joined = tuple(_joined(group, las) for group in found)
    return Groups(home, need, home.beds * home.full / need, joined)


def _joined(group: Group, las: tuple[str, ...]) -> Joined:
    return Joined(tuple(las[one] for one in group.members), group.load, las[group.host], group.miles)
