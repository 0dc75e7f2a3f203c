"""Data: what is loaded, from where, as of when, how complete, and what was rejected?"""

from rcc_dash.ui.data_panels import (
    completeness_panel,
    outlines_panel,
    problem_panel,
    refused_panel,
    sources_panel,
)
from rcc_dash.ui.nav import show
from rcc_dash.ui.shell import context
from rcc_dash.ui.text import title


def draw() -> None:
    """Draw the page: sources, completeness by LA, what was put right, and what was refused."""
    now = context()
    title(now, "What is loaded, and how far can it be trusted?")
    sources_panel(now)
    completeness_panel(now)
    problem_panel(now)
    refused_panel(now)
    outlines_panel()


show(draw)
