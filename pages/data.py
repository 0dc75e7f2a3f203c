"""Data: how far does each LA's data go, what is loaded, do the sources agree, and what was rejected?"""

from rcc_dash.figures.protection import treated_words
from rcc_dash.ui.ages_panel import ages_panel
from rcc_dash.ui.choice_widgets import draw_tabs
from rcc_dash.ui.data_panels import (
    completeness_panel,
    outlines_panel,
    problem_panel,
    refused_panel,
    sources_panel,
)
from rcc_dash.ui.fitness_panel import fitness_panel
from rcc_dash.ui.looked_panel import looked_panel
from rcc_dash.ui.nav import show
from rcc_dash.ui.published_panel import published_panel
from rcc_dash.ui.reconcile_panel import reconcile_panel
from rcc_dash.ui.release import draw_released
from rcc_dash.ui.shell import context
from rcc_dash.ui.source_line import ROWS, treated_line
from rcc_dash.ui.text import title


def draw() -> None:
    """Draw the page: the matrix of fitness first, then what is loaded and what was found in it."""
    now = context()
    title(now, "How far can these data be trusted, and what is missing?")
    fitness_panel(now)
    draw_tabs(
        "data",
        sources=lambda: draw_released(now, sources_panel, ages_panel, completeness_panel),
        agree=lambda: draw_released(now, reconcile_panel),
        mended=lambda: draw_released(now, problem_panel, refused_panel),
        published=lambda: published_panel(now),
        outlines=outlines_panel,
        looked=lambda: looked_panel(now),
    )
    treated_line(now, f"{ROWS} {treated_words(now.reader.rule)}")


show(draw)
