"""An agenda as a file: what is written is read, and whatever else comes is refused in plain words."""

import json
from datetime import date

import pytest

from rcc_dash.domain.agenda import Agenda, Entry, Stop
from rcc_dash.domain.agenda_file import MAX_FILE, agenda_file, read_agenda
from rcc_dash.domain.links import State, decode
from rcc_dash.domain.own_words import MAX_NOTE, MAX_TITLE, tidy_note, tidy_title
from rcc_dash.domain.view_words import titled, view_words
from rcc_dash.errors import UserError

DATES = (date(2024, 3, 31), date(2025, 3, 31))
MADE = date(2026, 11, 22)
OURS = Agenda(
    "Board of 3 December",
    (
        Entry(Stop("overview"), "Where we are", "Ask Bury about its new home.\nThen decide."),
        Entry(Stop("distance", (("la", "350.351"), ("d-part", "where")))),
    ),
)


def changed(**parts: object) -> bytes:
    return json.dumps({**json.loads(agenda_file(OURS, MADE)), **parts}).encode()


def of_view(**parts: object) -> bytes:
    return changed(views=[{"page": "voids", "link": "", "title": "", "note": "", **parts}])


def test_what_is_written_is_read() -> None:
    assert read_agenda(agenda_file(OURS, MADE).encode(), DATES) == (OURS, ())
    assert json.loads(agenda_file(OURS, MADE))["version"] == 1


@pytest.mark.parametrize(
    ("held", "said"),
    [
        (b"\xff\xfe\x00", "cannot be read as JSON"),
        (b"[" * 60_000, "cannot be read as JSON"),
        (b"[]", "“format” is not"),
        (b'{"format": "other"}', "“format” is not"),
        (b" " * (MAX_FILE + 1), "larger than 64 KB"),
        (changed(version=2), "reads version 1"),
        (changed(views=[]), "no list of views"),
        (changed(views=["overview"]), "View 1 is not a view"),
        (changed(views=[{"page": "voids"}] * 21), "20 views fit, not 21"),
        (changed(title=["a"]), "“title” that is not text"),
        (of_view(page="load"), "page is not known"),
        (of_view(page="../../etc/passwd"), "page is not known"),
        (of_view(link=7), "“link” that is not text"),
        (of_view(note="x" * (MAX_NOTE + 1)), "600 fit"),
        (of_view(note="The child at ZZ99 9ZZ"), "a full postcode"),
        (of_view(note="The child at \uff3a\uff3a\uff19\uff19 \uff19\uff3a\uff3a"), "a full postcode"),
    ],
)
def test_what_is_no_agenda_is_refused_in_plain_words(held: bytes, said: str) -> None:
    with pytest.raises(UserError) as refused:
        read_agenda(held, DATES)
    assert said in str(refused.value)
    assert "ZZ99 9ZZ" not in str(refused.value)


def test_what_a_view_cannot_have_is_told_with_its_number() -> None:
    agenda, notices = read_agenda(of_view(link="la=999&at=2025-03-31&ag=voids&present=3"), DATES)
    assert agenda.stops == (Stop("voids"),)
    assert [notice.text.startswith("View 1: The link asked for") for notice in notices] == [True]


@pytest.mark.parametrize(
    "words", ["Born 3 May 2011", "NHS 999 000 0000", "UPN X000000000000", "dob: 12/03/2010", "at zz99 9zz"]
)
def test_words_that_tell_of_one_person_are_refused(words: str) -> None:
    with pytest.raises(UserError, match="may tell of one person"):
        tidy_title(words)


def test_words_are_kept_as_written_but_for_what_nobody_sees() -> None:
    assert tidy_title("  Over 20 miles:\tBury \u202eand\u0000 Wigan ") == "Over 20 miles: Bury and Wigan"
    assert tidy_note("First  line \n second") == "First line\nsecond"
    assert tidy_note("On 31 March 2025 about 6,245 children, 43% outside; £7,385 a week") != ""
    with pytest.raises(UserError, match="80 fit"):
        tidy_title("x" * (MAX_TITLE + 1))


def test_views_move_and_keep_their_words() -> None:
    assert OURS.moved(0, 1).entries == OURS.entries[::-1]
    assert OURS.moved(0, -1) == OURS
    assert OURS.without(0).entries == OURS.entries[1:]
    assert OURS.worded(1, "Where they went", "").entries[1].title == "Where they went"
    known = {Stop("voids"): Entry(Stop("voids"), "Beds")}
    found = OURS.following((Stop("voids"), Stop("overview"), Stop("rare")), known)
    assert [entry.title for entry in found.entries] == ["Beds", "Where we are", ""]


def test_a_view_without_a_title_is_called_what_it_shows() -> None:
    state, _ = decode({"la": ("350",), "at": ("2024-03-31",), "d-part": ("where",), "a": ("16plus",)}, DATES)
    assert view_words("distance", state) == (
        "Distance: where they went. Bolton, 31 Mar 2024, children looked after, aged 16 and over"
    )
    assert titled(OURS.entries[0], State()) == "Where we are"
    assert titled(Entry(Stop("voids")), State()).startswith(
        "Voids: where beds stand empty. Greater Manchester"
    )
