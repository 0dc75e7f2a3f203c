"""What does the first page ask of a build that is ready? Asked ahead, the page finds it answered."""

import inspect
from importlib import import_module
from typing import Final

from rcc_dash.domain.filters import Filters
from rcc_dash.figures.base_map import region_ground
from rcc_dash.queries.calendar import calendar
from rcc_dash.queries.headlines import headlines, values_now
from rcc_dash.queries.reader import Reader
from rcc_dash.ui.cached import ask
from rcc_dash.ui.open_data import ready_data

_DRAWN_WITH: Final = (
    "rcc_dash.ui.shell",
    "rcc_dash.ui.area_panel",
    "rcc_dash.ui.chart_panel",
    "rcc_dash.ui.downloads",
    "rcc_dash.ui.source_line",
    "PIL.Image",
)
"""What the first page is drawn with; Streamlit takes the last for the picture on the tab."""


def load_what_draws() -> None:
    """Load what the first page is drawn with."""
    for name in _DRAWN_WITH:
        import_module(name)


def first_answers() -> None:
    """Ask what a link without filters asks first; nothing where no build is ready."""
    # Streamlit looks through every module loaded to find its caller, once: here nobody waits for it.
    inspect.stack()
    data = ready_data()
    if data is None:
        return
    reader = Reader(data.warehouse, data.rule)
    loaded, filters = ask(calendar, reader), Filters()
    region_ground(filters.cooperative.la_codes)
    ask(headlines, reader, filters, loaded)
    ask(values_now, reader, filters, loaded)
