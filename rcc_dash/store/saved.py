"""Which views do people keep? One small file in the data home, rewritten whole under a lock.

Only the owner's own views are given or changed. What was changed by hand and no longer fits is refused.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from secrets import token_hex
from typing import Final
from urllib.parse import parse_qsl, urlencode

from rcc_dash.domain.agenda import VIEW_PAGES, Entry, Stop
from rcc_dash.domain.own_words import tidy_note, tidy_title
from rcc_dash.domain.saved import SavedView, added, moved, of_owner, without, worded
from rcc_dash.errors import UserError
from rcc_dash.settings import DataHome
from rcc_dash.store.files import put_text
from rcc_dash.store.locks import only_one

_VERSION: Final = 1
_MAX_BYTES: Final = 4 * 1024 * 1024
"""A hundred views of dozens of people with long notes; a larger file is not one of ours."""

Views = tuple[SavedView, ...]


def saved_views(home: DataHome, owner: str) -> Views:
    """Give the views of one person, in their order; raises UserError where the file is damaged."""
    return of_owner(_read(home), owner)


def save_view(home: DataHome, owner: str, entry: Entry, now: datetime) -> None:
    """Keep a view; raises UserError where its words do not fit or there is no room."""
    tidy = replace(entry, title=tidy_title(entry.title), note=tidy_note(entry.note))
    view = SavedView(token_hex(16), owner, tidy, now.date().isoformat())
    _change(home, lambda views: added(views, view))


def reword_view(home: DataHome, owner: str, number: str, title: str, note: str) -> None:
    """Give a view another name and note."""
    words = tidy_title(title), tidy_note(note)
    _change(home, _own(owner, number, lambda views: worded(views, number, *words)))


def remove_view(home: DataHome, owner: str, number: str) -> None:
    """Keep a view no longer."""
    _change(home, _own(owner, number, lambda views: without(views, number)))


def move_view(home: DataHome, owner: str, number: str, by: int) -> None:
    """Move a view up (-1) or down (1)."""
    _change(home, _own(owner, number, lambda views: moved(views, number, by)))


def _own(owner: str, number: str, change: Callable[[Views], Views]) -> Callable[[Views], Views]:
    """Change nothing where the view is somebody else's, or gone."""

    def changed(views: Views) -> Views:
        mine = any(view.number == number for view in of_owner(views, owner))
        return change(views) if mine else views

    return changed


def _change(home: DataHome, change: Callable[[Views], Views]) -> None:
    path = home.saved_views
    with only_one(path.with_suffix(".lock")):
        held = {"version": _VERSION, "views": [_held(view) for view in change(_read(home))]}
        put_text(json.dumps(held, ensure_ascii=False, indent=1), path)


def _held(view: SavedView) -> dict[str, str]:
    stop = view.entry.stop
    return {
        "number": view.number,
        "owner": view.owner,
        "page": stop.page,
        "link": urlencode(stop.query),
        "title": view.entry.title,
        "note": view.entry.note,
        "saved_on": view.saved_on,
    }


def _read(home: DataHome) -> Views:
    path = home.saved_views
    if not path.exists():
        return ()
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise _damaged(home)
        held = json.loads(path.read_text(encoding="utf-8"))
        return tuple(_view(one) for one in held["views"] if held["version"] == _VERSION)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise _damaged(home) from error


def _view(held: Mapping[str, object]) -> SavedView:
    text = {key: value for key, value in held.items() if isinstance(value, str)}
    page, query = text["page"], tuple(parse_qsl(text["link"], max_num_fields=100))
    if page not in VIEW_PAGES:
        raise ValueError(page)
    entry = Entry(Stop(page, query), text["title"], text["note"])
    return SavedView(text["number"], text["owner"], entry, text["saved_on"])


def _damaged(home: DataHome) -> UserError:
    return UserError(
        title="The saved views cannot be read",
        what=f"The file {home.saved_views.name} in the data folder is damaged or of another version.",
        fix="Give it another name: then an empty list is begun. Ask whoever keeps the copies of the folder.",
    )
