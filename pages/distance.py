"""Distance: how far from home do children live, whose, where, why, and what would be nearer?"""

from rcc_dash.queries.distance_headlines import distance_years
from rcc_dash.ui.cached import ask
from rcc_dash.ui.distance_head import head, source_words
from rcc_dash.ui.distance_many import many_part
from rcc_dash.ui.distance_nearer import nearer_part
from rcc_dash.ui.distance_scope import scope
from rcc_dash.ui.distance_where import where_part
from rcc_dash.ui.distance_whose import whose_part
from rcc_dash.ui.distance_why import why_part
from rcc_dash.ui.nav import show
from rcc_dash.ui.nothing_loaded import RETURNS, nothing_loaded
from rcc_dash.ui.release import draw_released
from rcc_dash.ui.shell import context
from rcc_dash.ui.source_line import treated_line
from rcc_dash.ui.text import title

_PARTS = {"whose": whose_part, "where": where_part, "why": why_part, "nearer": nearer_part}


def draw() -> None:
    """Draw the page: a sentence, five figures, who is counted, and one part at a time."""
    now = context()
    title(now, "How far from home do children live?", now.state.view.focus)
    asked = scope(now)
    if asked is None:
        nothing_loaded(now, RETURNS, now.calendar.children)
        return
    here = ask(distance_years, now.reader, asked.asked, now.calendar)
    everywhere = ask(distance_years, now.reader, asked.whole, now.calendar)
    draw_released(asked, _PARTS.get(head(asked, here), lambda asked: many_part(asked, everywhere)))
    treated_line(now, source_words(asked, everywhere.now().hidden))


show(draw)
