"""How far does each LA's data go: to load, to map, to measure distance, to cost, to know the need?

The levels are those of design/sources.md 7.2, "Mandatory rules".
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

import pandas as pd

from rcc_dash.domain.disclosure import HIGH, LOW, NOT_RETURNED
from rcc_dash.domain.released import Key
from rcc_dash.queries.counts import Counts, counts_by
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.released import EVERYWHERE, kept
from rcc_dash.queries.returned import returned_on

_PARTS: Final = ("fit", "unfit", "of", "left_out")
"""What is counted of each LA and level: see store/sql/fitness.sql."""
_GOOD_PCT: Final = 90.0
"""From this share on a level is good: the rest would not move an LA's figures by more than rounding does."""


class State(StrEnum):
    """How good an LA's data are at one level."""

    GOOD = "good"
    PART = "part"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Level:
    """One level: its name, what makes a child's record good enough, who is left out, what to ask for."""

    code: str
    label: str
    needs: str
    left_out: str
    ask: str


LEVELS: Final = (
    Level(
        "load", "Load", "a known kind of placement", "",
        "the SSDA903 header and episodes of the year, with PLACE filled in",
    ),
    Level(
        "map", "Map", "the placement's postcode, or the URN of a home that Ofsted lists", "",
        "PL_POST and URN in the episodes file",
    ),
    Level(
        "distance", "Distance", "both postcodes, so that there is a distance",
        "Unaccompanied children without a home postcode are left out: there is nothing to measure from.",
        "HOME_POST and PL_POST in the episodes file",
    ),
    Level(
        "cost", "Cost", "a weekly cost above zero of this placement",
        "Children placed with parents or for adoption are left out: nobody is paid a weekly fee.",
        "a placement cost extract to the end of the year, or a placements census with costs",
    ),
    Level(
        "need", "Need", "any of deprivation of liberty, solo, a risk or an SDQ score", "",
        "the SSDA903 OC2 and deprivation-of-liberty files, a placements census or referral forms",
    ),
)  # fmt: skip
"""The levels, each building on the ones before."""


def fitness(reader: Reader, day: date, la_codes: Iterable[str]) -> pd.DataFrame:
    """Say how good each LA's data are at each level, protected; one row per la_code and level code.

    Columns: level, rows (children whose record is good enough), of_rows, share_pct (whole %) and its
    `mark`, left_out (children to whom the level does not apply), state (of `State`), ask (what to ask
    the LA for; blank where the state is good). An LA without a return of the day has null rows.
    """
    key = Key("fitness", "", day, EVERYWHERE, (), ("level", "part"))
    cells = kept(reader, key, lambda: _cells(reader, day))
    counts = counts_by(reader.rule, day, cells, ["la_code", "level", "part"])
    told = returned_on(reader, day)
    wanted = [(la_code, level) for la_code in la_codes for level in LEVELS]
    found = [
        _row(counts, la_code, level) if la_code in told else _nothing(la_code, level)
        for la_code, level in wanted
    ]
    frame = pd.DataFrame(found)
    whole = dict.fromkeys(("rows", "of_rows", "left_out"), "Int64")
    return frame.astype({**whole, "share_pct": "Float64"}) if found else frame


def _cells(reader: Reader, day: date) -> pd.DataFrame:
    asked = reader.ask("fitness", date=day.isoformat())
    parts = [
        asked[["la_code", "level"]].assign(
            part=part, children=reader.rule.counts(asked[f"{part}_n"], asked[f"{part}_keys"])
        )
        for part in _PARTS
    ]
    return pd.concat(parts, ignore_index=True)


def _row(counts: Counts, la_code: str, level: Level) -> dict[str, object]:
    fit, unfit, of_rows, left_out = (counts.number(la_code, level.code, part) for part in _PARTS)
    share, mark = counts.rule.share_pct(fit, unfit, of_rows)
    state = _state(share, mark)
    return {
        "la_code": la_code, "level": level.code, "rows": fit, "of_rows": of_rows, "share_pct": share,
        "mark": mark, "left_out": left_out, "state": state, "ask": "" if state is State.GOOD else level.ask,
    }  # fmt: skip


def _state(share: float | None, mark: str) -> State:
    if mark == HIGH or (share is not None and share >= _GOOD_PCT):
        return State.GOOD
    return State.PART if share is not None and share > 0 and mark != LOW else State.NONE


def _nothing(la_code: str, level: Level) -> dict[str, object]:
    return {
        "la_code": la_code, "level": level.code, "rows": None, "of_rows": None, "share_pct": None,
        "mark": NOT_RETURNED, "left_out": None, "state": State.NONE, "ask": LEVELS[0].ask,
    }  # fmt: skip
