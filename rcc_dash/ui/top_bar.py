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

_JS: Final = """
// Streamlit leaves a menu open over the page that one of its links has opened.
function close(event) {
  if (!(event.target instanceof Element) || !event.target.closest('[data-testid="stPopoverBody"] a')) return;
  const open = document.querySelector('.st-key-top-bar .stPopover button[aria-expanded="true"]');
  if (open) setTimeout(() => open.click(), 0);
}
// The eye is told by the style which page is open, or behind which button; a screen reader by this.
const IN_BAR = '.st-key-top-bar :is(.stPageLink a, .stPopover button)';
const IN_MENU = '[data-testid="stPopoverBody"] .stPageLink a';
function mark(page) {
  for (const one of document.querySelectorAll(`${IN_BAR}, ${IN_MENU}`)) {
    const isPage = one.textContent.trim() === page;
    const isGroup = one.closest('[class*="-here"]') !== null;
    if (isPage || isGroup) one.setAttribute('aria-current', isGroup ? 'true' : 'page');
    else one.removeAttribute('aria-current');
  }
}
export default function (component) {
  const bar = document.querySelector('.st-key-top-bar');
  const anew = new MutationObserver(() => mark(component.data.page));
  mark(component.data.page);
  if (bar) anew.observe(bar, { childList: true, subtree: true });
  anew.observe(document.body, { childList: true }); // where a menu opens
  document.addEventListener('click', close, true);
  return () => {
    anew.disconnect();
    document.removeEventListener('click', close, true);
  };
}
"""


def page_links(access: Access, state: State, page: str) -> None:
    """Draw the links to the pages that this person may open; what is looked at goes along.

    The group that holds the page that is open, by its title, looks like a link to an open page.
    """
    groups = bar_groups(access)
    if is_narrow():
        with st.popover("Pages", key="bar-pages"):
            for group in groups:
                _links(group, state)
        return
    for group in groups:
        if group.title:
            here = "-here" if page in {one.title for one in group.pages} else ""
            with st.popover(group.title, key=f"bar-{group.title.lower()}{here}"):
                _links(group, state)
        else:
            _links(group, state)


def bar_script(page: str) -> None:
    """Mount what closes a menu when something in it leads elsewhere, and tells which page is open."""
    with st.container(key="bar-close"):
        _component()(key="bar-closes", data={"page": page})


def _links(group: Group, state: State) -> None:
    for page in group.pages:
        query = agenda_query(state) if page.title == MEETING else encode(state.carried)
        st.page_link(page, query_params=query)


@cache
def _component() -> Any:  # noqa: ANN401 Streamlit gives no public type for a component's mount
    return st.components.v2.component("rcc_bar", js=_JS)
