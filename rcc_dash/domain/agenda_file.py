"""An agenda as a small file to share: JSON with the codes of each view, and the words beside it.

Whoever opens it trusts nothing: what does not fit is refused with the number of the view.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from rcc_dash.domain.agenda import MAX_STOPS, VIEW_PAGES, Agenda, Entry, Stop
from rcc_dash.domain.link_reader import Notice
from rcc_dash.domain.links import read_stop, stop_of
from rcc_dash.domain.own_words import tidy_note, tidy_title
from rcc_dash.domain.words import or_list
from rcc_dash.errors import UserError

MAX_FILE: Final = 64 * 1024
"""Bytes: twenty views with long notes take a third of it."""

_MAX_LINK: Final = 4_000
_FORMAT, _VERSION = "rcc-dash agenda", 1
_NO_AGENDA: Final = "This is no agenda"
_FIX: Final = "Choose a file that was saved with “Agenda as a file” on the page Meeting."


def agenda_file(agenda: Agenda, made_on: date) -> str:
    """Write an agenda as a file."""
    views = [
        {
            "page": entry.stop.page,
            "link": "&".join(f"{key}={value}" for key, value in entry.stop.query),
            "title": entry.title,
            "note": entry.note,
        }
        for entry in agenda.entries
    ]
    held = {"format": _FORMAT, "version": _VERSION, "title": agenda.title, "made_on": made_on.isoformat()}
    return json.dumps({**held, "views": views}, ensure_ascii=False, indent=2) + "\n"


def read_agenda(held: bytes, dates: Sequence[date]) -> tuple[Agenda, tuple[Notice, ...]]:
    """Read an agenda from a file, and say what its views ask for that cannot be had.

    Raises UserError where the file is no agenda of ours, or a part of it is not what it should be.
    """
    whole = _whole(held)
    views = whole.get("views")
    if not isinstance(views, list) or not views:
        raise UserError(_NO_AGENDA, "It has no list of views.", _FIX)
    if len(views) > MAX_STOPS:
        raise UserError(
            title="The agenda is too long", what=f"{MAX_STOPS} views fit, not {len(views)}.", fix="Part it."
        )
    read = [_entry(number, view, dates) for number, view in enumerate(views, start=1)]
    notices = tuple(notice for _, found in read for notice in found)
    return Agenda(tidy_title(_text(whole, "title", "The agenda")), tuple(one for one, _ in read)), notices


def _whole(held: bytes) -> Mapping[str, object]:
    if len(held) > MAX_FILE:
        raise UserError(_NO_AGENDA, f"It is larger than {MAX_FILE // 1024} KB.", _FIX)
    try:
        whole = json.loads(held.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise UserError(_NO_AGENDA, "It cannot be read as JSON.", _FIX) from error
    if not isinstance(whole, dict) or whole.get("format") != _FORMAT:
        raise UserError(_NO_AGENDA, f"Its “format” is not “{_FORMAT}”.", _FIX)
    if whole.get("version") != _VERSION:
        raise UserError(
            title="The agenda is of another version",
            what=f"This program reads version {_VERSION}.",
            fix="Save the agenda again with this version of the program, or bring the program up to date.",
        )
    return whole


def _entry(number: int, view: object, dates: Sequence[date]) -> tuple[Entry, tuple[Notice, ...]]:
    where = f"View {number}"
    if not isinstance(view, dict):
        raise UserError(_NO_AGENDA, f"{where} is not a view.", _FIX)
    page = _text(view, "page", where)
    if page not in VIEW_PAGES:
        raise UserError(
            title=f"{where} cannot be shown",
            what="Its page is not known.",
            fix=f"It can be {or_list(list(VIEW_PAGES))}.",
        )
    state, notices = read_stop(Stop(page, _query(_text(view, "link", where))), dates)
    entry = Entry(
        stop_of(page, state),
        tidy_title(_text(view, "title", where)),
        tidy_note(_text(view, "note", where)),
    )
    return entry, tuple(Notice(f"{where}: {notice.text}") for notice in notices)


def _query(link: str) -> tuple[tuple[str, str], ...]:
    """Read a query string of codes, which need no escapes; whoever reads the codes tells what is none."""
    parts = (part.partition("=") for part in link[:_MAX_LINK].split("&") if part)
    return tuple((key, value) for key, _, value in parts)


def _text(held: Mapping[str, object], key: str, where: str) -> str:
    found = held.get(key, "")
    if not isinstance(found, str):
        raise UserError(_NO_AGENDA, f"{where} has a “{key}” that is not text.", _FIX)
    return found
