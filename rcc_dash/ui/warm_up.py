"""Make the first look at each region as quick as the second, once the first page is on screen."""

import gc
import logging
from functools import lru_cache
from threading import Timer
from typing import Final

from rcc_dash.domain.filters import Filters
from rcc_dash.domain.places import cooperatives
from rcc_dash.errors import kind_and_place
from rcc_dash.figures.base_map import label_points, region_ground
from rcc_dash.queries.calendar import Calendar
from rcc_dash.queries.headlines import headlines, values_now
from rcc_dash.queries.reader import Reader
from rcc_dash.ui.cached import ask

_LOG: Final = logging.getLogger(__name__)

_AFTER_SECONDS: Final = 1.5
"""By then the first page has what it needs from the server: one process serves and thinks."""


@lru_cache(maxsize=2)
def warm_up(reader: Reader, calendar: Calendar) -> Timer:
    """Start working out, beside the readers, what each region is asked first; once for a build."""
    timer = Timer(_AFTER_SECONDS, _warm, (reader, calendar))
    timer.start()
    return timer


def _warm(reader: Reader, calendar: Calendar) -> None:
    try:
        for code in cooperatives():
            filters = Filters(rcc=code)
            region_ground(filters.cooperative.la_codes)
            ask(values_now, reader, filters, calendar)
            ask(headlines, reader, filters, calendar)
        label_points()
    except Exception as error:  # noqa: BLE001 -- whoever looks there meets it on the page, told in words
        _LOG.error("the first answers could not be worked out ahead: %s", kind_and_place(error))
    # Streamlit collects garbage after every rerun; what is loaded by now need not be walked each time.
    gc.collect()
    gc.freeze()
