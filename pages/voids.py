"""Voids: where do beds stand empty, what does that cost, and whose child could have had one?"""

from rcc_dash.ui.nav import show
from rcc_dash.ui.nothing_loaded import LISTS, nothing_loaded
from rcc_dash.ui.release import draw_released
from rcc_dash.ui.shell import context
from rcc_dash.ui.source_line import treated_line
from rcc_dash.ui.text import title
from rcc_dash.ui.voids_beds import beds_part
from rcc_dash.ui.voids_block import block_part
from rcc_dash.ui.voids_cost import cost_part
from rcc_dash.ui.voids_head import head
from rcc_dash.ui.voids_match import match_part
from rcc_dash.ui.voids_scope import scope, source_words

_PARTS = {"cost": cost_part, "match": match_part, "block": block_part}


def draw() -> None:
    """Draw the page: a sentence, five figures, and one part at a time."""
    now = context()
    title(now, "Where do beds stand empty, and whose child could have had one?")
    asked = scope(now)
    if asked is None:
        nothing_loaded(now, LISTS, now.calendar.homes)
        return
    draw_released(asked, _PARTS.get(head(asked), beds_part))
    treated_line(now, source_words(asked))


show(draw)
