"""Between which LAs do children move from responsibility to placement?"""

from datetime import date
from functools import lru_cache
from typing import Final

import pandas as pd

from rcc_dash.domain.answer import Answer
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.places import la_name
from rcc_dash.domain.released import Key
from rcc_dash.domain.views import MapView, Mode
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.released import EVERYWHERE, kept

ELSEWHERE: Final = "elsewhere"
"""Where the small flows of one LA go together, when at least two of them are hidden."""

_SOURCES: Final = ("SSDA903 returns",)


def flows(reader: Reader, filters: Filters, view: MapView, day: date) -> Answer:
    """Give the flows of children between LAs, largest first, seen from the areas in view.

    Frame: la_code, placement_la, la_name, placement_name, children (protected, never null),
    kind (`inside` where the LA of placement is in the cooperative, else `outside`). One row
    per pair of different LAs. All small flows out of an LA are one row to `ELSEWHERE`, where
    the flows out of it are in view as a whole: never a part of them, since each choice of
    areas would draw another number.
    """
    area = (view.focus.la_code,) if view.focus.la_code else filters.la_codes
    asked = filters if reader.rule.exact else filters.reset()
    return _flows(reader, asked, area, view.mode, day)


@lru_cache(maxsize=128)
def _flows(reader: Reader, filters: Filters, area: tuple[str, ...], mode: Mode, day: date) -> Answer:
    """Keep what was worked out: most changes of a filter or of the map's look leave the flows alone."""
    pairs, elsewhere = _protected(reader, filters, day)
    whole = elsewhere["la_code"].isin(area) & (mode in (Mode.OUT, Mode.ALL))
    frame = pd.concat([pairs[_in_view(pairs, area, mode)], elsewhere[whole]], ignore_index=True)
    frame = _named(frame, set(filters.cooperative.la_codes))
    why = "" if len(frame) else _why_empty(reader)
    return Answer(frame, "pair of LAs", day, _SOURCES, empty_because=why)


def _in_view(pairs: pd.DataFrame, area: tuple[str, ...], mode: Mode) -> pd.Series:
    leaves, arrives = pairs["la_code"].isin(area), pairs["placement_la"].isin(area)
    match mode:
        case Mode.OUT:
            return leaves
        case Mode.IN:
            return arrives
        case Mode.WITHIN:
            return leaves & arrives
        case _:
            return leaves | arrives


def _protected(reader: Reader, filters: Filters, day: date) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Give every flow between two LAs that may be shown, and the small ones out of each LA together."""

    def cells() -> pd.DataFrame:
        found = reader.ask("flows", date=day.isoformat(), **reader.geography_filter(filters))
        moved = found[found["la_code"].ne(found["placement_la"])]
        return moved.assign(children=reader.rule.counts(moved["children_n"], moved["children_keys"]))

    def pairs() -> pd.DataFrame:
        return cells()[["la_code", "placement_la", "children"]]

    def elsewhere() -> pd.DataFrame:
        every = cells()
        return _elsewhere(reader, every[every["children"].isna()])

    of_pairs = Key("flows", "", day, EVERYWHERE, (), ("placement_la",))
    together = kept(reader, Key("flows_elsewhere", "", day, EVERYWHERE), elsewhere)
    return kept(reader, of_pairs, pairs).dropna(subset="children"), together.assign(placement_la=ELSEWHERE)


def _elsewhere(reader: Reader, hidden: pd.DataFrame) -> pd.DataFrame:
    """Put the hidden flows of each LA together, as one cell with its own draw, if they are two or more."""
    keys = hidden.assign(children_keys=[int(key) for key in hidden["children_keys"]])
    merged = keys.groupby("la_code", as_index=False).agg(
        children_n=("children_n", "sum"), children_keys=("children_keys", "sum"), pairs=("la_code", "size")
    )
    merged = merged[merged["pairs"] >= 2]  # noqa: PLR2004 one pair alone would be the hidden cell itself
    shown = reader.rule.counts(merged["children_n"], merged["children_keys"])
    return merged[["la_code"]].assign(children=shown).dropna(subset="children")


def _named(frame: pd.DataFrame, members: set[str]) -> pd.DataFrame:
    named = pd.DataFrame({
        "la_code": frame["la_code"],
        "placement_la": frame["placement_la"],
        "la_name": frame["la_code"].map(la_name),
        "placement_name": frame["placement_la"].map(_destination),
        "children": frame["children"].astype("Int64"),
        "kind": frame["placement_la"].isin(members).map({True: "inside", False: "outside"}),
    })  # fmt: skip
    return named.sort_values(
        ["children", "la_name", "placement_name"], ascending=[False, True, True]
    ).reset_index(drop=True)


def _destination(code: str) -> str:
    return "Smaller flows together" if code == ELSEWHERE else la_name(code)


def _why_empty(reader: Reader) -> str:
    if reader.rule.exact:
        return "No child moved between these areas on this date. Try another direction or more areas."
    return "No flow between these areas has enough children to show. Try another direction or more areas."
