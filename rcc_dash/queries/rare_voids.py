"""Which places of a region could take children with a rare need, and how many are known to be empty?"""

from dataclasses import dataclass

import pandas as pd

from rcc_dash.domain.cohorts import Cohort
from rcc_dash.domain.disclosure import HIDDEN, NOT_RETURNED
from rcc_dash.domain.headline import Figure
from rcc_dash.domain.places import cooperatives
from rcc_dash.domain.voids import SHORT_BREAKS, SUSPENDED
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.voids_homes import Moment, void_homes
from rcc_dash.queries.voids_known import shown_returns


@dataclass(frozen=True, slots=True)
class Suitable:
    """Homes of a cooperative of a kind and size that could take a cohort; other children use them too."""

    homes: int
    places: int
    empty: Figure
    """Places that vacancy returns say are empty and ready; hidden where too few homes returned."""


def suitable_places(reader: Reader, rcc: str, cohort: Cohort, when: Moment) -> Suitable | None:
    """Count the homes that could take a cohort; None where no kind of home on Ofsted's list serves it.

    Left out, as on the page Voids: homes for short breaks, suspended ones, and those judged inadequate.
    """
    if not cohort.home_types:
        return None
    homes = void_homes(reader, when)
    shut = homes["kind"].isin([SHORT_BREAKS, SUSPENDED]) | homes["judgement"].eq("inadequate")
    kept = homes["la_code"].isin(cooperatives()[rcc].la_codes) & ~shut
    kept &= homes["provision_type"].isin(cohort.home_types)
    if cohort.max_places:
        kept &= homes["places"].le(cohort.max_places)
    found = homes[kept]
    return Suitable(len(found), int(found["places"].sum()), _empty(reader, found, when))


def _empty(reader: Reader, homes: pd.DataFrame, when: Moment) -> Figure:
    sums = shown_returns(reader.rule, homes.assign(group=""))
    if sums.empty or not sums["told_homes"].iloc[0]:
        return Figure(None, NOT_RETURNED, when.day)
    if not sums["is_shown"].iloc[0]:
        return Figure(None, HIDDEN, when.day)
    return Figure(float(sums["void"].iloc[0]), "", when.day)
