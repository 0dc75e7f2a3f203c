"""Explore: any figure by any one or two things, and official figures beside each other."""

from rcc_dash.ui.choice_widgets import choose_segment
from rcc_dash.ui.explore_ours import ours_part
from rcc_dash.ui.explore_published import published_part
from rcc_dash.ui.nav import show
from rcc_dash.ui.shell import context
from rcc_dash.ui.text import title


def draw() -> None:
    """Draw the page: its two parts, one at a time."""
    now = context()
    title(now, "What do you want to count, and by what?")
    if choose_segment("e-part") == "published":
        published_part(now)
    else:
        ours_part(now)


show(draw)
