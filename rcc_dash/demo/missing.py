"""Which synthetic children went missing, when, and for how long?"""

from typing import Final

import numpy as np
import pandas as pd

from rcc_dash.demo.kinds import HOME, NEVER, SUPPORTED, Floats, Ints, dates_text, day
from rcc_dash.ingest.layouts.ssda903_missing import HEADERS

_USUAL, _PER_BURDEN, _TEENAGER, _OWN_DOOR = -3.5, 0.55, 1.5, 0.7
"""Log-odds of going missing in a year: about one child in nine does, most of them teenagers (DfE)."""
_TEEN_DAYS: Final = 12 * 365
_MEAN_TIMES: Final = 5.0
_MOST_TIMES: Final = 40
_AWAY: Final = 0.12
"""Share of the times that a child was away without authorisation, its whereabouts known."""


def missing(shown: pd.DataFrame, year: int, rng: np.random.Generator) -> pd.DataFrame:
    """Give one row per time missing or away in a return's year: `area`, and the return's own columns."""
    inside = shown.assign(
        first=np.maximum(shown["began"], day(year - 1) + 1), last=np.minimum(shown["ended"], day(year))
    )
    spans = inside.groupby("person").agg(first=("first", "min"), last=("last", "max"))
    children = (
        inside.drop_duplicates("person", keep="last").set_index("person").drop(columns=["first", "last"])
    )
    children = children.join(spans)
    times = _times(children, year, rng)
    each = children.loc[children.index.repeat(times)]
    started = _started(each, rng)
    known = each.assign(started=started).drop_duplicates(["child", "area", "started"])
    return _written(known, day(year), rng)


def _times(children: pd.DataFrame, year: int, rng: np.random.Generator) -> Ints:
    teenager = (day(year) - children["born"] > _TEEN_DAYS).to_numpy()
    own_door = children["placement"].isin([HOME, SUPPORTED]).to_numpy()
    odds: Floats = _USUAL + _PER_BURDEN * children["burden"].to_numpy()
    odds = odds + _TEENAGER * teenager + _OWN_DOOR * own_door
    goes = rng.random(len(children)) < 1 / (1 + np.exp(-odds))
    times = np.minimum(rng.geometric(1 / _MEAN_TIMES, len(children)), _MOST_TIMES)
    return np.where(goes & teenager, times, np.where(goes, 1, 0))


def _started(each: pd.DataFrame, rng: np.random.Generator) -> Ints:
    days = np.maximum((each["last"] - each["first"]).to_numpy(), 1)
    started: Ints = each["first"].to_numpy() + (rng.random(len(each)) * days).astype(np.int64)
    return started


def _written(each: pd.DataFrame, last: int, rng: np.random.Generator) -> pd.DataFrame:
    ended = each["started"].to_numpy() + np.minimum(rng.geometric(0.6, len(each)) - 1, 30)
    columns = (
        each["child"],
        dates_text(each["born"].to_numpy()),
        np.where(rng.random(len(each)) < _AWAY, "A", "M"),
        dates_text(each["started"].to_numpy()),
        dates_text(np.where(ended > last, NEVER, ended)),
    )
    told = dict(zip(HEADERS, columns, strict=True))
    return pd.DataFrame({"area": each["area"], **told}).sort_values(["area", "CHILD"], ignore_index=True)
