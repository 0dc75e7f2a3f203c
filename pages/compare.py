"""Compare: what differs between this view and another date, area or choice of children?"""

from rcc_dash.ui.compare_head import head
from rcc_dash.ui.compare_maps import maps, table
from rcc_dash.ui.compare_scope import scope, source_words
from rcc_dash.ui.nav import show
from rcc_dash.ui.shell import context
from rcc_dash.ui.source_line import treated_line
from rcc_dash.ui.text import title


def draw() -> None:
    """Draw the page: the difference in a sentence, two maps with one legend, and the table."""
    now = context()
    title(now, "What is different?")
    asked = scope(now)
    head(now, asked)
    if asked is None:
        return
    maps(asked)
    table(asked)
    treated_line(now, source_words(now, asked))


show(draw)
