"""Open the app: data, link, bar and page, in this order, on every rerun."""

from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import Final, cast

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from rcc_dash.domain.access import Access
from rcc_dash.domain.links import State
from rcc_dash.domain.roles import Figures
from rcc_dash.domain.sign_in import Refused
from rcc_dash.figures.sentences import ABOUT
from rcc_dash.queries.calendar import Calendar, calendar
from rcc_dash.queries.reader import Reader
from rcc_dash.settings import DataHome
from rcc_dash.ui import hold, session
from rcc_dash.ui.cached import ask
from rcc_dash.ui.exact_switch import exact_shown, exact_switch
from rcc_dash.ui.faults import faults_shown
from rcc_dash.ui.filter_bar import filter_bar
from rcc_dash.ui.looking_at import looking_at
from rcc_dash.ui.meeting_agenda import follow_link
from rcc_dash.ui.meeting_frame import meeting_frame
from rcc_dash.ui.nav import PRODUCT, PageSpec, open_page, run_inside_app
from rcc_dash.ui.open_data import OpenData, exact_reader, open_data
from rcc_dash.ui.release import carried_strip, must_be_released, release_tag
from rcc_dash.ui.returned_strip import returned_strip
from rcc_dash.ui.shades import shown_shade
from rcc_dash.ui.sign_in import access, enter, watch
from rcc_dash.ui.sign_in_pages import come_back, leave_button, no_figures_page, refuse_page, refused_page
from rcc_dash.ui.strips import strips, synthetic_tag
from rcc_dash.ui.top_bar import page_links
from rcc_dash.ui.top_doings import nothing_to_take_away, top_doings
from rcc_dash.ui.tour import tour
from rcc_dash.ui.view_menu import view_menu
from rcc_dash.ui.warm_up import think_ahead

_HERE: Final = Path(__file__).parent
_STYLES: Final = (_HERE / "style.css", _HERE / "page_parts" / "fields.css")
_CONTEXT: Final = "_context"


@dataclass(frozen=True, slots=True)
class Context:
    """What a page needs to answer: the reader, the dates loaded and what is looked at."""

    home: DataHome
    reader: Reader
    calendar: Calendar
    state: State
    is_demo: bool
    page: str
    protected: Reader
    """The same figures as everybody sees them, whatever is shown: for files and for what is shared."""

    @property
    def about(self) -> str:
        """Give the word that goes before a rounded count; none before an exact one."""
        return "" if self.reader.rule.exact else ABOUT

    @property
    def shade(self) -> str:
        """Give the figure that areas are shaded by: of homes where no children's files answer."""
        return shown_shade(self.calendar, self.state.filters.as_of, self.state.view.shade)


def context() -> Context:
    """Give the page that is being drawn what it needs."""
    return cast("Context", st.session_state[_CONTEXT])


def run_app() -> None:
    """Draw the whole app for one rerun."""
    st.set_page_config(
        PRODUCT, page_icon=str(_HERE / "icon.svg"), layout="wide", initial_sidebar_state="collapsed"
    )
    st.html(_style())
    with faults_shown():
        who = enter()
        page, spec = open_page(access())
        if isinstance(who, Refused):
            refused_page(who, spec)
        elif who.figures is Figures.NONE:
            no_figures_page(who)
        else:
            _draw(page, spec, who)
        watch()


@cache
def _style() -> str:
    texts = [path.read_text(encoding="utf-8") for path in _STYLES]
    return f"<style>{''.join(texts)}</style>"


def _draw(page: StreamlitPage, spec: PageSpec, who: Access) -> None:
    come_back(who)
    data = open_data(only_demo=who.figures is Figures.SYNTHETIC)
    now = _context(data, page.title, who)
    st.session_state[_CONTEXT] = now
    _top_bar(now, spec, who)
    if not who.may_open(spec.code):
        refuse_page(spec, who)
        return
    meeting_frame(spec.code, now.state, now.calendar.dates, synthetic_tag() if now.is_demo else "")
    # In a place of their own: what comes and goes must not move the map, which would start afresh.
    with st.container(key="strips"):
        _strips(now, who)
        hold.held_strip()
    filter_bar(session.state().filters, now.calendar.dates, partial(_treatment, data))
    with faults_shown():
        if data.release:
            must_be_released(spec)
        run_inside_app(page)
    nothing_to_take_away()
    latest = max(now.calendar.dates, default=None)
    looking_at(spec.code, now.state, now.shade, latest, now.reader.rule)
    tour(may_offer=not now.state.meeting.is_on)
    session.drawn()
    think_ahead(now.protected, now.calendar, now.state.filters)


def _context(data: OpenData, page: str, who: Access) -> Context:
    protected = Reader(data.warehouse, data.rule)
    loaded = ask(calendar, protected)
    session.enter(page)
    if session.read_link(loaded.dates):
        hold.release()
    follow_link(page)
    session.write_link(loaded.dates, hold.shown())
    is_exact = not data.release and exact_shown(data.home, page, data.warehouse.build_id)
    reader = exact_reader(data, protected, who) if is_exact else protected
    return Context(data.home, reader, loaded, hold.shown(), data.warehouse.is_demo, page, protected)


def _strips(now: Context, who: Access) -> None:
    filters = now.state.filters
    strips(now.protected.warehouse, is_exact=now.reader.rule.exact, only=_only(now, who))
    day = now.calendar.children_on(filters.as_of)
    returned_strip(now.protected, filters, day)
    carried_strip(now.protected.warehouse, filters.la_codes, day)


def _only(now: Context, who: Access) -> str:
    """Name the LAs that exact figures are of, where they are not of all."""
    return who.las_phrase() if now.reader.rule.exact and not who.is_local else ""


def _top_bar(now: Context, spec: PageSpec, who: Access) -> None:
    with st.container(horizontal=True, key="top-bar", vertical_alignment="center", gap="xsmall"):
        page_links(who, now.state, now.page)
        top_doings(spec.code, is_exact=now.reader.rule.exact)
        view_menu(spec.code, now.state)


def _treatment(data: OpenData) -> None:
    """Say what kind of figures these are, beside the filters that they follow."""
    if data.warehouse.is_demo:
        st.html(synthetic_tag(), width="content")
    if data.release:
        release_tag(data.release)
    else:
        exact_switch(data.home)
    leave_button(access())
