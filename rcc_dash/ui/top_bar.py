"""The bar at the top of every page: the product's name and the pages, in one row.

Pages that fewer people use stand in a group behind one button; on a phone all of them do. It is a component
of our own: Streamlit's own links and menus are drawn anew at every click anywhere (decisions/0027).
"""

from typing import Final
from urllib.parse import urlencode

from streamlit.navigation.page import StreamlitPage

from rcc_dash.domain.access import Access
from rcc_dash.domain.links import State, encode
from rcc_dash.ui.copy_link import is_narrow
from rcc_dash.ui.meeting_agenda import MEETING, agenda_query
from rcc_dash.ui.nav import PRODUCT, Group, bar_groups
from rcc_dash.ui.page_part import draw_part

_ROOT: Final = "."


def page_links(access: Access, state: State, page: str) -> None:
    """Draw the links to the pages that this person may open; what is looked at goes along.

    The page that is open, by its title, and the group that holds it are marked for all readers.
    """
    groups = bar_groups(access)
    if is_narrow():
        groups = [Group("Pages", tuple(page for group in groups for page in group.pages))]
    queries = {True: urlencode(agenda_query(state)), False: urlencode(encode(state.carried))}
    data = {
        "brand": "" if is_narrow() else PRODUCT,
        "groups": [_group(part, queries, page) for group in groups for part in _parts(group)],
    }
    draw_part("bar", "bar-pages", data)


def _parts(group: Group) -> list[Group]:
    """Part what stands in the bar by itself."""
    return [group] if group.title else [Group("", (page,)) for page in group.pages]


def _group(group: Group, queries: dict[bool, str], page: str) -> dict[str, object]:
    is_here = bool(group.title) and not is_narrow() and page in {one.title for one in group.pages}
    links = [_link(one, queries[one.title == MEETING], page) for one in group.pages]
    return {"title": group.title, "here": is_here, "links": links}


def _link(to: StreamlitPage, query: str, page: str) -> dict[str, object]:
    """Give a link beside the app's other addresses, so without a slash before it."""
    address = to.url_path or _ROOT
    return {"label": to.title, "href": f"{address}?{query}" if query else address, "here": to.title == page}
