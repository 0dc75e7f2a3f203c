"""Methods: what does each number mean, where does it come from, and how is it worked out?"""

from rcc_dash.figures.protection import treated_words
from rcc_dash.ui.methods_dates import dates_of
from rcc_dash.ui.methods_panel import found_panel, parts_panel
from rcc_dash.ui.nav import show
from rcc_dash.ui.shell import context
from rcc_dash.ui.source_line import treated_line
from rcc_dash.ui.text import title


def draw() -> None:
    """Draw the page: what was looked for, and the whole register behind tabs."""
    now = context()
    title(now, "What does each number mean, and how is it worked out?")
    dates = dates_of(now)
    found_panel(dates)
    parts_panel(dates)
    treated_line(now, treated_words(now.reader.rule))


show(draw)
