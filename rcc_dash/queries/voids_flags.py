"""What does not fit together: more children than places, unknown homes, homes that had closed?"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import pandas as pd

from rcc_dash.domain.disclosure import Rule
from rcc_dash.domain.filters import Filters
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.released import Measured, note_numbers
from rcc_dash.queries.voids_homes import Moment, void_homes, within
from rcc_dash.queries.voids_known import homes_shown

ASTRAY: Final = {
    "unknown": "Its URN is on no Ofsted list that is loaded",
    "closed": "It was on an earlier list, and no longer on the one of the date: closed or renumbered",
    "later": "It is on a later list only: not yet registered on the date",
    "other": "Ofsted lists it, but not as a children's home",
}
_ASTRAY: Final = ("urn", "returned_on", "places", "why")
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

    homes: Mapping[str, int | None]
    """How many by code of `AT_HOMES`; of those that tell of children None of too few, and rounded."""
    at_homes: Mapping[str, tuple[str, ...]]
    """Their URNs; a release has none."""
    why: Mapping[str, int]
    """Returns of homes that are not on the list, by code of `ASTRAY`."""
    astray: pd.DataFrame
    """Columns: urn, returned_on, places, why; a release has no rows."""


def void_flags(reader: Reader, filters: Filters, when: Moment) -> VoidFlags:
    """Say what does not fit together in the chosen areas, and which returns stand outside the list."""
    asked = Measured("flags", when.day, filters, str(when.days))
    return reader.looked_up_or_made(
        lambda pack: _of_numbers(pack.numbers(asked.key)),
        lambda: _flagged(reader, filters, when),
        lambda noting, found: note_numbers(noting, asked, _numbers_of(found)),
    )


def _numbers_of(found: VoidFlags) -> dict[str, int]:
    return {code: number for code, number in {**found.homes, **found.why}.items() if number is not None}


def _of_numbers(told: Mapping[str, float]) -> VoidFlags:
    homes = {code: int(told[code]) if code in told else None for code in AT_HOMES}
    why = {code: int(told[code]) for code in ASTRAY if code in told}
    return VoidFlags(homes, dict.fromkeys(AT_HOMES, ()), why, pd.DataFrame(columns=[*_ASTRAY]))


def _flagged(reader: Reader, filters: Filters, when: Moment) -> VoidFlags:
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
    return VoidFlags(
        {code: _shown(reader.rule, code, homes[hit]) for code, hit in found.items()},
        {code: tuple(homes.loc[hit, "urn"]) for code, hit in found.items()},
        {str(code): int(number) for code, number in astray["why"].value_counts().items()},
        astray,
    )


def _shown(rule: Rule, code: str, homes: pd.DataFrame) -> int | None:
    """Count flagged homes: as they are where only lists differ, else as all that tells of children."""
    return len(homes) if code == "places_differ" else homes_shown(rule, homes)[0]
