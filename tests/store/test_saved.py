"""Saved views: each person's own, in their order, in a file that holds links and words only."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from rcc_dash.domain import saved
from rcc_dash.domain.agenda import Entry, Stop
from rcc_dash.domain.saved import by_stop
from rcc_dash.errors import UserError
from rcc_dash.settings import DataHome
from rcc_dash.store.saved import move_view, remove_view, reword_view, save_view, saved_views

NOW = datetime(2026, 11, 22, 16, 0, tzinfo=UTC)
VOIDS = Stop("voids", (("v-part", "cost"),))


def kept(home: DataHome, *titles: str, owner: str = "") -> list[str]:
    for title in titles:
        save_view(home, owner, Entry(VOIDS, title), NOW)
    return [view.number for view in saved_views(home, owner)]


def titles(home: DataHome, owner: str = "") -> list[str]:
    return [view.entry.title for view in saved_views(home, owner)]


def test_a_view_is_kept_with_its_words_and_given_again(tmp_path: Path) -> None:
    home = DataHome(tmp_path)
    assert saved_views(home, "") == ()
    save_view(home, "", Entry(VOIDS, " Beds  and cost ", "Ask why.\nThen decide."), NOW)
    (view,) = saved_views(home, "")
    assert view.entry == Entry(VOIDS, "Beds and cost", "Ask why.\nThen decide.")
    assert (view.saved_on, len(view.number)) == ("2026-11-22", 32)
    assert by_stop([view]) == {VOIDS: view.entry}


def test_views_are_renamed_moved_and_removed(tmp_path: Path) -> None:
    home = DataHome(tmp_path)
    one, two, three = kept(home, "one", "two", "three")
    move_view(home, "", three, -1)
    move_view(home, "", one, -1)
    assert titles(home) == ["one", "three", "two"]
    reword_view(home, "", two, "second", "a note")
    remove_view(home, "", one)
    assert titles(home) == ["three", "second"]


def test_nobody_sees_or_changes_the_views_of_another(tmp_path: Path) -> None:
    home = DataHome(tmp_path)
    (theirs,) = kept(home, "theirs", owner="a")
    kept(home, "mine", owner="b")
    for change in (remove_view, lambda *whose: move_view(*whose, 1)):
        change(home, "b", theirs)
    reword_view(home, "b", theirs, "changed", "")
    assert (titles(home, "a"), titles(home, "b"), titles(home)) == (["theirs"], ["mine"], [])


@pytest.mark.parametrize(
    ("title", "note", "said"),
    [("", "", "has no name"), ("x" * 81, "", "too long"), ("x", "born 2011", "one person")],
)
def test_words_that_do_not_fit_are_refused_and_nothing_is_kept(
    tmp_path: Path, title: str, note: str, said: str
) -> None:
    with pytest.raises(UserError, match=said):
        save_view(DataHome(tmp_path), "", Entry(VOIDS, title, note), NOW)
    assert saved_views(DataHome(tmp_path), "") == ()


def test_there_is_room_for_so_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(saved, "MAX_SAVED", 2)
    kept(DataHome(tmp_path), "one", "two")
    with pytest.raises(UserError, match="no room"):
        kept(DataHome(tmp_path), "three")


@pytest.mark.parametrize(
    "held", ["", "[]", "[[[", '{"version": 1}', '{"version": 1, "views": [{"page": "load", "link": ""}]}']
)
def test_a_file_that_was_damaged_is_said_to_be_and_left_alone(tmp_path: Path, held: str) -> None:
    home = DataHome(tmp_path)
    home.saved_views.write_text(held)
    for use in (lambda: saved_views(home, ""), lambda: kept(home, "one")):
        with pytest.raises(UserError, match="cannot be read"):
            use()
    assert home.saved_views.read_text() == held
