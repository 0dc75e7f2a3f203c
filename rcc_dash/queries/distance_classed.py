"""Had each far child a suitable home, or an empty place in one, that was nearer? Child by child.

They never leave the room `queries`: `distance_nearer` and `distance_redeal` count them.
"""

from datetime import date
from functools import lru_cache
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from rcc_dash.domain.filters import Filters
from rcc_dash.domain.suitability import suits
from rcc_dash.models.assignment import NOWHERE, assigned
from rcc_dash.models.nearest import nearest_miles, within
from rcc_dash.queries.distance_children import is_meant
from rcc_dash.queries.distance_day import children_on
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.suited import (
    homes_seen,
    is_asked_about,
    kinds_among,
    must_be_alone,
    room_for,
)
from rcc_dash.queries.voids_homes import Moment, open_to_children, void_homes
from rcc_dash.settings import FAR_MILES

MOMENT_DAYS: Final = 31
"""A vacancy return of the month to the day counts."""
_A_LITTLE: Final = 0.05
"""Distances are to 0.1 mile: nearer is at least that much nearer."""


def homes_near(reader: Reader, day: date, list_date: date) -> pd.DataFrame:
    """Give every home of Ofsted's list that a child could be sent to, as the page *Voids* has them."""
    return open_to_children(void_homes(reader, Moment(day, list_date, day, MOMENT_DAYS)))


@lru_cache(maxsize=8)
def far_classed(reader: Reader, rcc: str, day: date, list_date: date, near: str) -> pd.DataFrame:
    """Give all far children of a cooperative with what is near: whom a filter leaves out still needs a bed.

    Columns: those of `children_on`, home_miles, void_miles, nearer (class; null where the child is not
    asked about) and together. They never leave this room.
    """
    children = children_on(reader, day)
    far = children[is_meant(children, Filters(rcc=rcc)) & children["far"]]
    far = far.sort_values(["la_code", "record_key"], ignore_index=True)
    return _classed(far, homes_near(reader, day, list_date), near)


def _classed(far: pd.DataFrame, homes: pd.DataFrame, near: str) -> pd.DataFrame:
    """Add home_miles, void_miles, nearer (class; null where the child is not asked about) and together.

    The home a child lives in suits the child, so no suitable home is further than it; an empty
    place is never nearer than the nearest home, and unknown where none that suits is known.
    """
    different, group = kinds_among(far)
    suitable = suits(different, homes_seen(homes))
    empty = suitable & room_for(must_be_alone(different), homes["void"], homes["places"])
    at = far[["origin_east", "origin_north"]].to_numpy(float)
    places = homes[["east", "north"]].to_numpy(float)
    home = np.fmin(nearest_miles(at, places, group, suitable), far["distance_miles"])
    void = np.maximum(nearest_miles(at, places, group, empty), home)
    asked = is_asked_about(far)
    limit = far["distance_miles"] - _A_LITTLE if near == "now" else far["distance_miles"] * 0 + FAR_MILES
    classes = np.select([void <= limit, home <= limit], ["void", "full"], default="none")
    who, where = np.flatnonzero(asked), np.flatnonzero(empty.any(axis=0))  # of all others nothing is possible
    could = within(at[who], places[where], limit.to_numpy(float)[who]) & empty[np.ix_(group[who], where)]
    together = np.zeros(len(far), dtype=bool)
    together[who] = _together(could, homes["void"].iloc[where], must_be_alone(different)[group[who]])
    return far.assign(
        home_miles=home,
        void_miles=void,
        nearer=pd.Series(classes, far.index).where(asked),
        together=together,
    )


def _together(could: NDArray[np.bool_], void: pd.Series, alone: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Say who would have a place if as many as possible had one, wherever it is."""
    free = void.to_numpy().astype(np.int64)
    found: NDArray[np.bool_] = assigned(np.zeros(could.shape), could, free, alone=alone) != NOWHERE
    return found
