"""Rare needs: which needs are too rare for one council alone, and who must share a home for them?"""

from rcc_dash.ui.nav import show
from rcc_dash.ui.nothing_loaded import RETURNS, nothing_loaded
from rcc_dash.ui.rare_gap import gap_part
from rcc_dash.ui.rare_group import group_part
from rcc_dash.ui.rare_head import head
from rcc_dash.ui.rare_pool import pool_part
from rcc_dash.ui.rare_scope import scope, source_words
from rcc_dash.ui.rare_where import where_part
from rcc_dash.ui.rare_who import who_part
from rcc_dash.ui.release import draw_released
from rcc_dash.ui.shell import context
from rcc_dash.ui.source_line import treated_line
from rcc_dash.ui.text import lead, title

_PARTS = {"where": where_part, "pool": pool_part, "group": group_part, "gap": gap_part}


def draw() -> None:
    """Draw the page: a sentence, five figures, who is counted, and one part at a time."""
    now = context()
    title(now, "Which needs are too rare for one council to meet alone?")
    asked = scope(now)
    if asked == RETURNS.said:
        nothing_loaded(now, RETURNS, now.calendar.children)
        return
    if isinstance(asked, str):
        lead(asked)
        return
    draw_released(asked, _PARTS.get(head(asked), who_part))
    treated_line(now, source_words(asked))


show(draw)
