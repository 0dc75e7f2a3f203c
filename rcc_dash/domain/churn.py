"""Whose numbers may change in a new release? Those of LAs of which enough children came, left or moved.

With stable keys a cell that moves must hold a changed child. Where few changed, which cells moved would
tell of each of them (design/disclosure.md 1.4, "Time"); so an LA with few is carried forward as it was.
Birthdays, and whatever else changes without a move, do not count.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

import pandas as pd

from rcc_dash.settings import RELEASE_MIN_CHANGED

PLACEMENT: Final = ("placement", "place_code", "provider", "placement_la", "placement_sector", "home_urn")
"""What of a child's record says where it is placed; a change of any of them is a move."""

FRESH, CARRIED = "fresh", "carried"

Children = Mapping[tuple[str, date], pd.DataFrame]
"""Children by LA and as-of date: `record_key`, which is its own in an LA, and those of `PLACEMENT`."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Which children stand for an LA on a date in a release: its own as now loaded, or those of before."""

    la_code: str
    as_of: date
    children_of: date
    """The date whose children are taken; an earlier one where too few changed since."""
    state: str
    """`FRESH`, or `CARRIED` from the release before, or from the earlier date."""


def standings(now: Children, released: Children, may_change: Collection[str] | None) -> tuple[Standing, ...]:
    """Say of every LA and date which children stand for it in a new release, by date and LA.

    `released` are those that the release before was made of. A date that it had is held against the same
    date; a new date against the LA's latest one before it. `may_change` names the only LAs that may
    change; None means all. An LA that nobody released and that may not change is left out.
    """
    found: dict[tuple[str, date], Standing] = {}
    for la, day in sorted({*now, *released}, key=lambda one: (one[1], one[0])):
        stood = released.get((la, day))
        origin = day if stood is not None else _latest(found, la, day)
        before = stood if stood is not None else _standing(now, released, found, la, origin)
        is_free = may_change is None or la in may_change
        state = _state(now.get((la, day)), before, is_free=is_free)
        if state == FRESH and (la, day) in now:
            found[la, day] = Standing(la, day, day, FRESH)
        elif state == CARRIED and origin is not None:
            found[la, day] = Standing(la, day, origin, CARRIED)
    return tuple(found.values())


def changed(now: pd.DataFrame, before: pd.DataFrame) -> int:
    """Count the children who joined, left or moved between two days or two loads of the same day."""
    columns = [column for column in PLACEMENT if column in now and column in before]
    ours, theirs = (
        frame.set_index("record_key")[columns].astype(object).fillna("").astype(str)
        for frame in (now, before)
    )
    stayed = ours.index.intersection(theirs.index)
    moved = (ours.loc[stayed] != theirs.loc[stayed]).any(axis=1).sum()
    return len(ours) + len(theirs) - 2 * len(stayed) + int(moved)


def _state(now: pd.DataFrame | None, before: pd.DataFrame | None, *, is_free: bool) -> str:
    if before is None:
        return FRESH if is_free else ""
    nobody = before.iloc[:0]
    enough = changed(nobody if now is None else now, before) >= RELEASE_MIN_CHANGED
    return FRESH if is_free and enough else CARRIED


def _latest(found: Mapping[tuple[str, date], Standing], la: str, day: date) -> date | None:
    return max((one for code, one in found if code == la and one < day), default=None)


def _standing(
    now: Children,
    released: Children,
    found: Mapping[tuple[str, date], Standing],
    la: str,
    day: date | None,
) -> pd.DataFrame | None:
    """Give the children that stand for an LA on an earlier date of the release that is being made."""
    if day is None:
        return None
    standing = found[la, day]
    if standing.state == FRESH:
        return now[la, day]
    if (la, day) in released:
        return released[la, day]
    return _standing(now, released, found, la, standing.children_of)
