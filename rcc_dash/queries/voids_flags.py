"""What does not fit together: more children than places, unknown homes, homes that had closed?"""

from dataclasses import dataclass
from typing import Final

import pandas as pd

from rcc_dash.domain.filters import Filters
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.voids_homes import Moment, void_homes, within

ASTRAY: Final = {
    "unknown": "Its URN is on no Ofsted list that is loaded",
    "closed": "It was on an earlier list, and no longer on the one of the date: closed or renumbered",
    "later": "It is on a later list only: not yet registered on the date",
    "other": "Ofsted lists it, but not as a children's home",
}
AT_HOMES: Final = {
    "over_returned": "The return has more children than the home has places",
    "over_known": "More children are known to live there than it has places",
    "fewer": "The return has fewer children than are known to live there",
    "places_differ": "The return has another number of registered places than Ofsted's list",
}
"""What may be wrong with a home on the list; its places are cut to fit, and the flag stays."""


@dataclass(frozen=True, slots=True, eq=False)
class VoidFlags:
    """What was flagged: homes on the list by flag, and returns of homes that are not on it."""

    at_homes: dict[str, tuple[str, ...]]
    """URNs by code of `AT_HOMES`."""
    astray: pd.DataFrame
    """Columns: urn, returned_on, places, why (code of `ASTRAY`)."""


def void_flags(reader: Reader, filters: Filters, when: Moment) -> VoidFlags:
    """Say what does not fit together in the chosen areas, and which returns stand outside the list."""
    homes = within(void_homes(reader, when), filters)
    told, places = homes["is_told"], homes["places"]
    found = {
        "over_returned": told & (homes["occupied"] > places),
        "over_known": homes["children"] > places,
        "fewer": told & (homes["occupied"] < homes["children"]),
        "places_differ": told & (homes["returned_places"] != places),
    }
    astray = reader.ask(
        "voids_astray", date=when.listed.isoformat(), day=when.day.isoformat(), days=when.days
    )
    return VoidFlags({code: tuple(homes.loc[hit, "urn"]) for code, hit in found.items()}, astray)
