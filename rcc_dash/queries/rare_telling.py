"""Which LAs tell, on which dates, who belongs to a rare cohort, and who does? Never leaves this room."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from rcc_dash.domain.cohorts import Thresholds, cohorts
from rcc_dash.domain.disclosure import Rule
from rcc_dash.domain.filters import Filters
from rcc_dash.queries.lattice import is_anybody, shown, shown_together
from rcc_dash.queries.rare_children import rare_children
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.tallies import tallied

Marked = tuple[pd.DataFrame, NDArray[np.bool_]]
"""All children of a cooperative on a date, and which of them belong to the cohort."""
_KNOWN_LESS: Final = 0.02
"""A day may be told of this much less of the children than the last one, and still be averaged with it."""


def telling(
    reader: Reader, rcc: str, days: Sequence[date], cohort: str, thresholds: Thresholds
) -> dict[date, Marked]:
    """Give the days that are told by the same columns, of nearly as many children, as the last one is."""
    asked = [_told(reader, rcc, day, cohort, thresholds) for day in days]
    told = [one for one in asked if one.columns]
    return {
        one.day: one.marked
        for one in told
        if one.columns >= told[-1].columns and one.known_share >= told[-1].known_share - _KNOWN_LESS
    }


def names_of(marked: Mapping[date, Marked]) -> dict[str, float]:
    """Name the LAs that tell, by day: that is no number of children."""
    return {
        f"{day.isoformat()}/{code}": 1.0
        for day, (children, _) in marked.items()
        for code in sorted(set(children["la_code"]))
    }


def marked_by(told: Mapping[str, float]) -> dict[date, Marked]:
    """Give the LAs that tell by day, and nobody of the cohort: a release counts them itself."""
    las: dict[date, list[str]] = {}
    for name in sorted(told):
        day, _, code = name.partition("/")
        if code:
            las.setdefault(date.fromisoformat(day), []).append(code)
    return {
        day: (pd.DataFrame({"la_code": codes, "record_key": 0}), np.zeros(len(codes), bool))
        for day, codes in las.items()
    }


@dataclass(frozen=True, slots=True, eq=False)
class _Told:
    day: date
    columns: frozenset[str]
    known_share: float
    marked: Marked


def _told(reader: Reader, rcc: str, day: date, cohort: str, thresholds: Thresholds) -> _Told:
    """Give the children of the LAs that tell, and the columns that tell who belongs to the cohort.

    In protected figures an LA of which a few answers are known tells as little as one without: its census
    may have an answer for those alone for whom it is yes.
    """
    children, needs = _members(reader, rcc, day, thresholds)
    las, known = children["la_code"].to_numpy(str), children[f"known_{cohort}"].to_numpy(bool)
    asked = {condition.column for way in cohorts()[cohort].ways for condition in way}
    telling = np.isin(las, _with_anybody(reader.rule, children[known]))
    return _Told(
        day,
        frozenset(c for c in asked if telling.any() and is_anybody(reader.rule, children[needs[c].notna()])),
        _share_known(reader.rule, children, known),
        (children.loc[telling, ["la_code", "record_key"]], children[f"in_{cohort}"].to_numpy(bool)[telling]),
    )


def _share_known(rule: Rule, children: pd.DataFrame, known: NDArray[np.bool_]) -> float:
    """Give the share of whom it is known, by numbers that may be shown: it tells no more than they do."""
    told, whole = (_together(rule, some) for some in (children[known], children))
    return told / whole if whole else 0.0


def _together(rule: Rule, children: pd.DataFrame) -> int:
    return int(shown_together(rule, tallied(children, ["la_code"]), [])["children"].fillna(0).sum())


def _with_anybody(rule: Rule, children: pd.DataFrame) -> list[str]:
    """Give the LAs that have any of these children, in protected figures those whose number is shown."""
    found = shown(rule, tallied(children, ["la_code"]))
    return found.loc[found["children"].fillna(0).gt(0), "la_code"].astype(str).tolist()


@lru_cache(maxsize=16)
def _members(
    reader: Reader, rcc: str, day: date, thresholds: Thresholds
) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Give all children of the cooperative, and row by row what their cohorts are told by."""
    children = rare_children(reader, Filters(rcc=rcc), (day,), thresholds)
    return children, reader.ask("rare_needs", date=day.isoformat()).loc[children.index]
