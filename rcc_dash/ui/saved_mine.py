"""Whose saved views are these? Of whoever is signed in, or of the person at this machine."""

from datetime import UTC, datetime

from rcc_dash.domain.agenda import Entry
from rcc_dash.domain.saved import SavedView
from rcc_dash.errors import UserError
from rcc_dash.store.saved import move_view, remove_view, reword_view, save_view, saved_views
from rcc_dash.ui.open_data import own_home
from rcc_dash.ui.sign_in import access


def may_save() -> bool:
    """Say whether views can be kept for this reader: it must be known whose they are."""
    return access().is_local or bool(access().subject)


def my_views() -> tuple[SavedView, ...]:
    """Give the reader's saved views, in their order; raises UserError where the file is damaged."""
    return saved_views(own_home(), access().subject) if may_save() else ()


def keep(entry: Entry) -> None:
    """Save a view; raises UserError where its words do not fit, there is no room, or nobody is signed in."""
    if not may_save():
        raise UserError(
            title="Views are kept for people who sign in",
            what="It is not known whose this would be.",
            fix="Copy the link instead, or put the view on an agenda and save that as a file.",
        )
    save_view(own_home(), access().subject, entry, datetime.now(UTC))


def reword(number: str, title: str, note: str) -> None:
    """Give a saved view another name and note."""
    reword_view(own_home(), access().subject, number, title, note)


def remove(number: str) -> None:
    """Save a view no longer."""
    remove_view(own_home(), access().subject, number)


def move(number: str, by: int) -> None:
    """Move a saved view up (-1) or down (1)."""
    move_view(own_home(), access().subject, number, by)
