"""Which places have stood empty for long, and which homes never had a child that we know of?"""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from rcc_dash.domain.filters import Filters
from rcc_dash.models.runs import standing
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.voids_homes import Moment, of_main_kind, void_homes, within

LENGTHS: Final = {"4": "4 to 12 weeks", "13": "13 to 25 weeks", "26": "26 weeks or more"}
_EDGES: Final = (28, 91, 182)
_NEW: Final = 183
"""Days in which a home may still be filling: half a year."""
_YEAR: Final = 365
_DAYS_A_WEEK: Final = 7


@dataclass(frozen=True, slots=True, eq=False)
class LongVoids:
    """What returns one after another say; `homes` is for exact views only.

    Its columns: urn, la_code, places (empty all through), weeks, length (code of `LENGTHS`).
    """

    series: int
    """Homes with more than one return in the year."""
    covered_share: float
    """Share of all home-weeks of the year that returns cover, in %."""
    bed_weeks: float
    """Weeks of empty places that they tell of."""
    homes: pd.DataFrame

    def count(self, length: str) -> tuple[int, int]:
        """Give the homes whose void is of this length, and the places empty all through it."""
        own = self.homes[self.homes["length"].eq(length)]
        return len(own), int(own["places"].sum())


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
    return LongVoids(
        int((rows["urn"].value_counts() > 1).sum()),
        100 * sum(one.days_covered for one in found.values()) / (_YEAR * max(len(homes), 1)),
        sum(one.empty_days for one in found.values()) / _DAYS_A_WEEK,
        _listed(runs, homes),
    )


def _listed(runs: list[tuple[str, int, int]], homes: pd.DataFrame) -> pd.DataFrame:
    frame = pd.DataFrame(runs, columns=["urn", "places", "days"])
    codes = np.array([*LENGTHS])[np.searchsorted(_EDGES, frame["days"].to_numpy(), side="right") - 1]
    where = homes.set_index("urn")["la_code"]
    return frame.assign(
        length=codes, la_code=frame["urn"].map(where), weeks=frame["days"] // _DAYS_A_WEEK
    ).sort_values(["weeks", "urn"], ascending=[False, True], ignore_index=True)


def never_filled(reader: Reader, filters: Filters, when: Moment) -> pd.DataFrame:
    """Give the homes registered for half a year or more in which no child was ever known.

    Columns: urn, la_code, places, is_told (it returned that it has no child), registered_days. Without
    a return, children of LAs whose returns are not loaded may live there.
    """
    homes = of_main_kind(within(void_homes(reader, when), filters))
    used = reader.ask("voids_ever_used", day=when.day.isoformat())["urn"]
    kept = homes[~homes["urn"].isin(used) & (homes["registered_days"] >= _NEW)]
    return kept[["urn", "la_code", "places", "is_told", "registered_days"]]
