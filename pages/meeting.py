"""Meeting: which views does a meeting look at, and in which order?"""

from rcc_dash.figures.protection import treated_words
from rcc_dash.ui.choice_widgets import draw_tabs
from rcc_dash.ui.handout import handout
from rcc_dash.ui.meeting_editor import editor, lead_words
from rcc_dash.ui.meeting_files import agenda_files
from rcc_dash.ui.nav import show
from rcc_dash.ui.saved_panel import saved_panel
from rcc_dash.ui.shell import Context, context
from rcc_dash.ui.source_line import treated_line
from rcc_dash.ui.text import lead, title


def draw() -> None:
    """Draw the page: the agenda with the ways to present and share it, saved views, and the hand-out."""
    now = context()
    title(now, "What does the meeting look at, and in which order?")
    lead(lead_words())
    draw_tabs(
        "meeting",
        agenda=lambda: _agenda(now),
        saved=lambda: saved_panel(now),
        paper=lambda: handout(now),
    )
    shared = "The link of this page holds the views. Titles and notes travel in the file. "
    treated_line(now, shared + treated_words(now.reader.rule))


def _agenda(now: Context) -> None:
    editor(now)
    agenda_files(now)


show(draw)
