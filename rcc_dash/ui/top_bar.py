"""The bar at the top of every page: the pages, in one row, and what can be done with the view.

Pages that fewer people use stand in a group behind one button; on a phone all of them do.
"""

from functools import cache
from typing import Any, Final

import streamlit as st

from rcc_dash.domain.access import Access
from rcc_dash.domain.links import State, encode
from rcc_dash.ui.copy_link import is_narrow
from rcc_dash.ui.meeting_agenda import MEETING, agenda_query
from rcc_dash.ui.nav import Group, bar_groups

_CLOSE_JS: Final = """
// Streamlit leaves a menu open over the page that one of its links has opened.
function close(event) {
  if (!(event.target instanceof Element) || !event.target.closest('[data-testid="stPopoverBody"] a')) return;
  const open = document.querySelector('.st-key-top-bar .stPopover button[aria-expanded="true"]');
  if (open) setTimeout(() => open.click(), 0);
}
export default function () {
  document.addEventListener('click', close, true);
  return () => document.removeEventListener('click', close, true);
}
"""


def page_links(access: Access, state: State) -> None:
    """Draw the links to the pages that this person may open; what is looked at goes along."""
    groups = bar_groups(access)
    if is_narrow():
        with st.popover("Pages", key="bar-pages"):
            for group in groups:
                _links(group, state)
        return
    for group in groups:
        if group.title:
            with st.popover(group.title, key=f"bar-{group.title.lower()}"):
                _links(group, state)
        else:
            _links(group, state)


def menus_close() -> None:
    """Mount what closes a menu when something in it has been chosen that leads elsewhere."""
    with st.container(key="bar-close"):
        _component()(key="bar-closes")


def _links(group: Group, state: State) -> None:
    for page in group.pages:
        query = agenda_query(state) if page.title == MEETING else encode(state.carried)
        st.page_link(page, query_params=query)


@cache
def _component() -> Any:  # noqa: ANN401 Streamlit gives no public type for a component's mount
    return st.components.v2.component("rcc_menus_close", js=_CLOSE_JS)
