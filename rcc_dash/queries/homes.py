"""How many homes and places are there, which homes, and how well do we know where they are?"""

from datetime import date
from typing import Final

import pandas as pd

from rcc_dash.domain.filters import Filters
from rcc_dash.queries.children import ALL_AREAS
from rcc_dash.queries.reader import Reader, iso_dates

_HOME_SECTORS: Final = {
    "own_la": "la",
    "other_la": "la",
    "public": "health",
    "private": "private",
    "voluntary": "voluntary",
}
"""What a choice of the children's provider sector means for Ofsted's sectors of homes."""


def homes_by_area(reader: Reader, filters: Filters, dates: list[date]) -> pd.DataFrame:
    """Count children's homes and registered places by list date and area (public figures).

    Columns: as_of, la_code (`ALL_AREAS` for all), homes, places. An area without a row has none.
    """
    frame = reader.ask(
        "homes_by_area",
        dates=iso_dates(dates),
        la_codes=list(filters.la_codes),
        home_sectors=home_sectors(filters),
    )
    return frame.assign(la_code=frame["la_code"].fillna(ALL_AREAS))


def homes_list(reader: Reader, filters: Filters, list_date: date) -> pd.DataFrame:
    """List the children's homes of the areas chosen, as Ofsted's list has them.

    A position that was worked out from children's placements, or taken from a restricted
    list, is blanked in the protected view: then only the LA is known (`position_basis` la).
    """
    frame = reader.ask(
        "homes_list",
        date=list_date.isoformat(),
        la_codes=list(filters.la_codes),
        home_sectors=home_sectors(filters),
    )
    if reader.rule.exact:
        return frame
    closed = frame["position_basis"].ne("published")
    blanked = frame[["lat", "lon", "spread_miles"]].mask(closed)
    return frame.assign(**blanked, position_basis=frame["position_basis"].mask(closed, "la"))


def home_history(reader: Reader, urn: str) -> pd.DataFrame:
    """Say what one home looked like on each list: as_of, la_code, type, sector, places, judgement, owner."""
    return reader.ask("home_history", urn=urn)


def home_sectors(filters: Filters) -> list[str]:
    """Give Ofsted's sectors that a choice of provider sectors stands for; empty means all."""
    return sorted({_HOME_SECTORS[code] for code in filters.sector if code in _HOME_SECTORS})
