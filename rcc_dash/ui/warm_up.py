"""Make the first look at each region as quick as the second, once the first page is on screen.

First what every page asks; then, of the region and date that is looked at, what the pages ask that reckon
most: one question at a time, leaving time for readers between.
"""

import gc
import logging
import time
from collections.abc import Callable
from functools import lru_cache, partial
from threading import Lock, Timer
from typing import Final

from streamlit import runtime

from rcc_dash.domain.filters import Filters
from rcc_dash.domain.places import cooperatives
from rcc_dash.errors import kind_and_place
from rcc_dash.figures.base_map import label_points, region_ground
from rcc_dash.queries.calendar import Calendar
from rcc_dash.queries.headlines import headlines, values_now
from rcc_dash.queries.reader import Reader
from rcc_dash.ui.cached import ask
from rcc_dash.ui.first_looks import first_looks

_LOG: Final = logging.getLogger(__name__)

_AFTER_SECONDS: Final = 1.5
"""By then the first page has what it needs from the server: one process serves and thinks."""
_REST_SECONDS: Final = 0.15
"""Between two questions that nobody has asked yet."""
_REGIONS_AND_DATES: Final = 64
_in_turn: Final = Lock()
"""One region and date at a time."""


def think_ahead(reader: Reader, calendar: Calendar, filters: Filters) -> None:
    """Start working out, where that has not been begun, what whoever looks at this will ask next."""
    warm_up(reader, calendar)
    look_ahead(reader, calendar, Filters(rcc=filters.rcc, as_of=filters.as_of))


@lru_cache(maxsize=2)
def warm_up(reader: Reader, calendar: Calendar) -> Timer:
    """Start working out, beside the readers, what each region is asked first; once for a build."""
    return _later(partial(_first_answers, reader, calendar))


@lru_cache(maxsize=_REGIONS_AND_DATES)
def look_ahead(reader: Reader, calendar: Calendar, seen: Filters) -> Timer:
    """Start working out what filters will ask of a region and date that is looked at; once for each."""
    return _later(partial(_first_looks, reader, calendar, seen))


def _later(work: Callable[[], None]) -> Timer:
    timer = Timer(_AFTER_SECONDS, _done, (work,))
    timer.start()
    return timer


def _done(work: Callable[[], None]) -> None:
    with _in_turn:
        try:
            work()
        except Exception as error:  # noqa: BLE001 -- whoever looks there meets it on the page, told in words
            _LOG.error("the first answers could not be worked out ahead: %s", kind_and_place(error))
        # Streamlit collects garbage after every rerun; what is loaded by now need not be walked each time.
        gc.collect()
        gc.freeze()


def _first_answers(reader: Reader, calendar: Calendar) -> None:
    for code in cooperatives():
        filters = Filters(rcc=code)
        region_ground(filters.cooperative.la_codes)
        ask(values_now, reader, filters, calendar)
        ask(headlines, reader, filters, calendar)
    label_points()


def _first_looks(reader: Reader, calendar: Calendar, seen: Filters) -> None:
    for question in first_looks(reader, calendar, seen):
        if not runtime.exists():  # the server has stopped, or there was none: nobody will ask
            return
        question()
        time.sleep(_REST_SECONDS)
