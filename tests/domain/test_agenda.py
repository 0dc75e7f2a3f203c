"""An agenda in a link: codes only, one spelling, and what it cannot have is told."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcc_dash.domain.agenda import MAX_STOPS, VIEW_PAGES, Meeting, Stop, agenda_parts, agenda_text
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.links import State, decode, encode, stop_of

DATES = (date(2024, 3, 31), date(2025, 3, 31))
CODES = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9.\-_]{0,8}", fullmatch=True)
STOPS = st.builds(
    Stop,
    page=st.sampled_from(list(VIEW_PAGES)),
    query=st.lists(st.tuples(CODES, CODES), max_size=4).map(tuple),
)


def read(**query: str) -> tuple[State, str]:
    state, notices = decode({key: (value,) for key, value in query.items()}, DATES)
    return state, " ".join(notice.text for notice in notices)


@given(st.lists(STOPS, max_size=6).map(tuple))
def test_an_agenda_is_read_as_it_was_written(stops: tuple[Stop, ...]) -> None:
    assert agenda_parts(agenda_text(stops)) == stops


@given(st.text(max_size=80))
def test_whatever_stands_in_its_place_becomes_codes_of_ours_or_a_notice(text: str) -> None:
    state, _ = read(ag=text)
    again, said = read(**encode(state))
    assert again == state
    assert "agenda" not in said


def test_a_link_holds_the_codes_of_every_view_and_the_step() -> None:
    link = {"ag": "distance~la~350.351~d-part~where~~voids~v-part~cost~~rare", "present": "2"}
    state, said = read(**link)
    assert said == ""
    assert [stop.title for stop in state.meeting.stops] == ["Distance", "Voids", "Rare needs"]
    assert state.meeting.step == 2
    assert encode(state) == link
    assert encode(state.alone) == {}


def test_views_that_cannot_be_had_are_told_by_their_number() -> None:
    state, said = read(ag="load~~voids~la~999~~distance~d-part", present="9")
    assert state.meeting == Meeting((Stop("voids"),), 1)
    assert "view 1 of an agenda" in said
    assert "View 2 of the agenda: The link asked for the local authority “999”" in said
    assert "view 3 of an agenda" in said
    assert "view “9” of an agenda" in said


@pytest.mark.parametrize("step", ["0", "-1", "x", "1e3"])
def test_a_step_that_is_none_is_told_and_the_first_view_shown(step: str) -> None:
    state, said = read(ag="voids", present=step)
    assert state.meeting.step == 1
    assert "agenda" in said


def test_a_view_may_be_presented_by_itself() -> None:
    assert read(present="1") == (State(meeting=Meeting((), 1)), "")


def test_an_agenda_holds_so_many_views_and_no_agenda_within_one() -> None:
    state, said = read(ag="~~".join(["voids"] * (MAX_STOPS + 1)))
    assert len(state.meeting.stops) == MAX_STOPS
    assert "The first 20 are kept" in said
    inner = State(meeting=Meeting((Stop("voids"),), 1))
    assert stop_of("distance", inner) == Stop("distance")


def test_what_is_compared_with_is_in_the_link_and_stays_on_its_page() -> None:
    link = {"a": "16plus", "c-r": "gm", "c-at": "2024-03-31"}
    state, said = read(**link)
    assert (state.other, said) == (Filters(as_of=date(2024, 3, 31)), "")
    assert encode(state) == link
    assert encode(state.carried) == {"a": "16plus"}
    assert stop_of("compare", state).query == tuple(link.items())


def test_a_comparison_is_read_like_any_filter() -> None:
    state, said = read(**{"c-r": "se", "c-la": "350"})
    assert state.other == Filters(rcc="se")
    assert "Bolton, which is not in South East" in said
