"""What is a saved view? A page and the codes of its link, with its owner's words; never data, never exact.

Exact figures are a switch of a session and in no link, so a saved view always re-opens protected.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from rcc_dash.domain.agenda import Entry, Stop
from rcc_dash.errors import UserError

MAX_SAVED: Final = 100
"""Of one person; the list is read on a page, not searched."""


@dataclass(frozen=True, slots=True)
class SavedView:
    """One view that somebody keeps. `owner` is blank on a machine that one person uses by themselves."""

    number: str
    owner: str
    entry: Entry
    saved_on: str


def of_owner(views: Iterable[SavedView], owner: str) -> tuple[SavedView, ...]:
    """Give the views of one person, in their order."""
    return tuple(view for view in views if view.owner == owner)


def added(views: tuple[SavedView, ...], new: SavedView) -> tuple[SavedView, ...]:
    """Add a view at the end; raises UserError where it has no name or its owner has no room."""
    if len(of_owner(views, new.owner)) >= MAX_SAVED:
        raise UserError(
            title="There is no room for another view",
            what=f"{MAX_SAVED} are kept.",
            fix="Remove one on the page Meeting, then save again.",
        )
    return (*views, _named(new))


def worded(views: tuple[SavedView, ...], number: str, title: str, note: str) -> tuple[SavedView, ...]:
    """Give one view other words; raises UserError where its name is blank."""

    def changed(view: SavedView) -> SavedView:
        return _named(replace(view, entry=replace(view.entry, title=title, note=note)))

    return tuple(changed(view) if view.number == number else view for view in views)


def without(views: tuple[SavedView, ...], number: str) -> tuple[SavedView, ...]:
    """Take one view away."""
    return tuple(view for view in views if view.number != number)


def moved(views: tuple[SavedView, ...], number: str, by: int) -> tuple[SavedView, ...]:
    """Move one view up (-1) or down (1) among those of its owner; at the ends it stays."""
    owner = next((view.owner for view in views if view.number == number), None)
    mine = [view for view in views if view.owner == owner]
    place = next((place for place, view in enumerate(mine) if view.number == number), None)
    if place is None:
        return views
    mine.insert(min(max(place + by, 0), len(mine) - 1), mine.pop(place))
    return (*(view for view in views if view.owner != owner), *mine)


def by_stop(views: Iterable[SavedView]) -> dict[Stop, Entry]:
    """Give what somebody calls each view, the first where it is saved twice."""
    return {view.entry.stop: view.entry for view in reversed(tuple(views))}


def _named(view: SavedView) -> SavedView:
    if not view.entry.title:
        raise UserError(title="The view has no name", what="Its name is blank.", fix="Give it a short name.")
    return view
