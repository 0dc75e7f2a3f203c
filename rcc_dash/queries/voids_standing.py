"""Which places have stood empty for long, and which homes never had a child that we know of?"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from rcc_dash.domain.filters import Filters
from rcc_dash.models.runs import standing
from rcc_dash.queries.children import ALL_AREAS
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.voids_homes import Moment, of_main_kind, void_homes, within
from rcc_dash.queries.voids_known import homes_shown

LENGTHS: Final = {"4": "4 to 12 weeks", "13": "13 to 25 weeks", "26": "26 weeks or more"}
_EDGES: Final = (28, 91, 182)
_NEW: Final = 183
"""Days in which a home may still be filling: half a year."""
_YEAR: Final = 365
_DAYS_A_WEEK: Final = 7


@dataclass(frozen=True, slots=True, eq=False)
class LongVoids:
    """What returns one after another say; protected as returns are (`voids_known`)."""

    series: int
    """Homes with more than one return in the year."""
    covered_share: float
    """Share of all home-weeks of the year that returns cover, in %."""
    bed_weeks: int | None
    """Weeks of empty places that they tell of; None of too few homes."""
    lengths: Mapping[str, tuple[int | None, int | None]]
    """By code of `LENGTHS`: homes with such a void, and the places empty all through it; None of too few."""


def long_voids(reader: Reader, filters: Filters, when: Moment) -> LongVoids:
    """Say how long places of the chosen areas' homes have stood empty, by their returns of the last year."""
    homes = of_main_kind(within(void_homes(reader, when), filters))
    rows = reader.ask("voids_returns", day=when.day.isoformat())
    rows = rows[rows["urn"].isin(homes["urn"])]
    rows = rows.assign(at=rows["returned_on"].to_numpy("datetime64[D]").astype(np.int64))
    until = int(np.datetime64(when.day, "D").astype(np.int64))
    found = {
        str(urn): standing(own["at"].to_numpy(), own["void"].to_numpy(np.int64), until, when.days)
        for urn, own in rows.groupby("urn")
    }
    recent = set(homes.loc[homes["is_told"], "urn"])
    runs = [
        (urn, one.run_places, one.run_days)
        for urn, one in found.items()
        if urn in recent and one.run_days >= _EDGES[0] and one.run_places
    ]
    several = rows["urn"].value_counts() > 1
    weeks = [(urn, round(one.empty_days / _DAYS_A_WEEK)) for urn, one in found.items() if several[urn]]
    in_series = pd.DataFrame(weeks, columns=["urn", "places"])
    return LongVoids(
        int(several.sum()),
        100 * sum(one.days_covered for one in found.values()) / (_YEAR * max(len(homes), 1)),
        homes_shown(reader.rule, in_series)[1],
        _by_length(reader, runs),
    )


def _by_length(
    reader: Reader, runs: list[tuple[str, int, int]]
) -> Mapping[str, tuple[int | None, int | None]]:
    frame = pd.DataFrame(runs, columns=["urn", "places", "days"])
    codes = np.array([*LENGTHS])[np.searchsorted(_EDGES, frame["days"].to_numpy(), side="right") - 1]
    return {code: homes_shown(reader.rule, frame[codes == code]) for code in LENGTHS}


@dataclass(frozen=True, slots=True)
class NeverFilled:
    """Homes of one LA (`ALL_AREAS`: all) in which no child was ever known; None of too few."""

    la_code: str
    homes: int | None
    places: int | None
    told: int | None
    """Of these, homes that returned that they have no child."""


def never_filled(reader: Reader, filters: Filters, when: Moment) -> tuple[NeverFilled, ...]:
    """Count the homes registered for half a year or more in which no child was ever known, all of them first.

    Without a return, children of LAs whose returns are not loaded may live there. LAs with most places
    first, those with none left out; in the protected view those with few are too.
    """
    homes = of_main_kind(within(void_homes(reader, when), filters))
    used = reader.ask("voids_ever_used", day=when.day.isoformat())["urn"]
    kept = homes[~homes["urn"].isin(used) & (homes["registered_days"] >= _NEW)]
    if kept.empty:
        return ()
    rows = [_never(reader, str(code), own) for code, own in kept.groupby("la_code")]
    rows = [row for row in rows if row.homes is not None]
    rows.sort(key=lambda row: (-(row.places or 0), -(row.homes or 0), row.la_code))
    return (_never(reader, ALL_AREAS, kept), *rows)


def _never(reader: Reader, code: str, homes: pd.DataFrame) -> NeverFilled:
    told, _ = homes_shown(reader.rule, homes[homes["is_told"]])
    return NeverFilled(code, *homes_shown(reader.rule, homes), told)
