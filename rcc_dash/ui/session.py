"""What is this reader looking at? The one place that holds it between reruns."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from math import inf
from time import monotonic
from typing import Final, Generic, TypeVar, cast

import streamlit as st

from rcc_dash.domain.agenda import Meeting
from rcc_dash.domain.camera import but_camera
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.link_reader import Notice
from rcc_dash.domain.links import State, decode, encode
from rcc_dash.domain.views import Focus, MapView
from rcc_dash.ui.faults import fault_words

_STATE: Final = "_state"
_URL: Final = "_url"
_NOTICES: Final = "_notices"
_EXACT: Final = "_exact"
_TOUCHED: Final = "_touched"
_PAGE: Final = "_page"
_ENTERED: Final = "_entered"
_DRAWN_AT: Final = "_drawn_at"
_FAULT: Final = "_fault"

_SENT_AFTER_S: Final = 0.25
"""By then the server has sent what a run drew; a reader's next click comes later."""

T = TypeVar("T")


def state() -> State:
    """Give what is looked at now."""
    return cast("State", st.session_state.get(_STATE, State()))


def notices() -> tuple[Notice, ...]:
    """Give what the link that was opened could not have."""
    return cast("tuple[Notice, ...]", st.session_state.get(_NOTICES, ()))


def dismiss_notices() -> None:
    """Take the notices off the screen."""
    st.session_state[_NOTICES] = ()


def take_fault() -> str:
    """Give what went wrong with the reader's last choice, once; blank if nothing did."""
    return str(st.session_state.pop(_FAULT, ""))


def put_fault(words: str) -> None:
    """Keep for the next drawing what went wrong."""
    st.session_state[_FAULT] = words


def page() -> str:
    """Name the page that was drawn last; blank before the first."""
    return str(st.session_state.get(_PAGE, ""))


def exact() -> bool:
    """Say whether this reader has switched exact figures on; never part of a link."""
    return bool(st.session_state.get(_EXACT, False))


def set_exact(*, on: bool) -> None:
    """Switch exact figures on or off for this reader's session only."""
    st.session_state[_EXACT] = on


def set_filters(filters: Filters) -> None:
    """Look at other children and homes; a focus that is no longer among them, or its place, is dropped."""
    now = state()
    kept = filters.normalised()
    lost = now.view.focus.la_code and now.view.focus.la_code not in kept.selectable_las
    moved = kept.rcc != now.filters.rcc
    view = replace(now.view, focus=Focus()) if lost or moved else now.view
    _look_at(replace(now, filters=kept, view=view, camera=None if moved else now.camera))


def set_view(view: MapView) -> None:
    """Look at the map in another way."""
    _look_at(replace(state(), view=view.normalised()))


def set_choice(key: str, value: str) -> None:
    """Choose another value of one of a page's settings (`domain.choices`)."""
    _look_at(replace(state(), choices=state().choices.having(key, value)))


def set_meeting(meeting: Meeting) -> None:
    """Look at another agenda, or at another step of it."""
    _look_at(replace(state(), meeting=meeting.normalised()))


def set_other(filters: Filters | None) -> None:
    """Compare with other children and homes; none means the year before."""
    _look_at(replace(state(), other=filters.normalised() if filters else None))


def set_query(text: str) -> None:
    """Put typed SQL into the link, or nothing."""
    _look_at(replace(state(), query=text))


def open_view(chosen: State) -> None:
    """Look at something else altogether."""
    _look_at(chosen)


def _look_at(chosen: State) -> None:
    st.session_state[_STATE] = chosen
    st.session_state[_TOUCHED] = True


def enter(page: str) -> None:
    """Note which page is drawn now, and whether the browser may lack what widgets showed the last time.

    It does on another page, and where the run before was cut short or ended just now: Streamlit drops what
    it has not sent yet when the next run begins, as it does when a phone tells its width at once.
    """
    is_other = st.session_state.get(_PAGE) != page
    is_sent = monotonic() - st.session_state.get(_DRAWN_AT, inf) > _SENT_AFTER_S
    st.session_state[_ENTERED] = is_other or not is_sent
    st.session_state[_PAGE], st.session_state[_DRAWN_AT] = page, inf


def drawn() -> None:
    """Note that the whole page has been drawn."""
    st.session_state[_DRAWN_AT] = monotonic()


def read_link(dates: tuple[date, ...]) -> bool:
    """Take over what the address asks for, if it has changed since we last wrote it; says whether it had.

    It has on a first load, on Back and Forward, and when a link is pasted. It is not asked when
    the reader has just used the filters: a click that was quicker than our last change of the
    address brings the address of before, which would undo that change. Another place of the map
    alone is taken over too, and is no other view.
    """
    query = {key: tuple(st.query_params.get_all(key)) for key in st.query_params}
    before = st.session_state.get(_URL)
    if st.session_state.pop(_TOUCHED, False) or before == query:
        return False
    st.session_state[_URL] = query
    found, told = decode(query, dates)
    if before is not None and but_camera(before) == but_camera(query):
        st.session_state[_STATE] = replace(state(), camera=found.camera)
        return False
    st.session_state[_STATE], st.session_state[_NOTICES] = found, told
    return True


def write_link(dates: tuple[date, ...], shown: State) -> None:
    """Put what is shown into the address, as one step of the browser's history.

    An address that already means the same is left as it is: rewriting it would trap Back. So is one that
    differs in where the map stands: the browser has written that itself, without a step of its history.
    """
    wanted = encode(shown)
    if but_camera(encode(decode(st.session_state.get(_URL, {}), dates)[0])) == but_camera(wanted):
        return
    st.query_params.from_dict(wanted)
    st.session_state[_URL] = {key: (value,) for key, value in wanted.items()}


@dataclass(frozen=True)
class Bound(Generic[T]):
    """A widget that always shows what is looked at, and changes it when used."""

    key: str

    def show(self, value: T) -> str:
        """Set what the widget shows in this run; gives the key to draw it with.

        What it shows already is not set again: the browser would draw every widget anew at every click.
        A page just entered draws widgets of its own, which have shown nothing yet.
        """
        entered = st.session_state.get(_ENTERED, True)
        if entered or self.key not in st.session_state or st.session_state[self.key] != value:
            st.session_state[self.key] = value
        return self.key

    def take(self, apply: Callable[[T], None]) -> Callable[[], None]:
        """Give the callback that passes on what the reader chose."""

        def taken() -> None:
            try:
                apply(cast("T", st.session_state[self.key]))
            except Exception as error:  # noqa: BLE001 Streamlit would log its message, which could hold a value
                st.session_state[_FAULT] = fault_words(error, "That could not be done")

        return taken
