"""How long does each question of `rcc_dash/queries` take, asked anew and asked again?"""

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import _lru_cache_wrapper, partial
from gc import get_objects
from pathlib import Path
from statistics import median
from typing import Final

from bench.matching import place_five_thousand
from bench.page_questions import RETURNS, Asking, Looking, of_pages
from bench.told import Goal
from rcc_dash.domain.disclosure import Rule
from rcc_dash.domain.explore import Slice
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.views import MapView
from rcc_dash.intake.secret_keys import pepper
from rcc_dash.queries.calendar import calendar
from rcc_dash.queries.explore import explore
from rcc_dash.queries.explore_table import every_day_shown
from rcc_dash.queries.flows import flows
from rcc_dash.queries.homes import home_history, homes_list
from rcc_dash.queries.loaded import completeness, loaded_sources, passed_over, problem_counts
from rcc_dash.queries.origins import origins
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.voids_homes import Moment, moment
from rcc_dash.settings import DataHome
from rcc_dash.store.warehouse import Warehouse

_SOUTH_EAST: Final = Filters(rcc="se")
_MOST_MS: Final = 150.0
_LONG_MS: Final = 20_000.0
"""What has taken so long in all is not repeated again."""
_OTHER_MS: Final = {"a slice": 300.0, "5,000 made-up": 2_000.0, "once per build": float("inf")}
"""What questions whose names begin so may take instead; nobody waits for what is made once per build."""


@dataclass(frozen=True, slots=True)
class Timed:
    """One question: median milliseconds when nothing was asked before, and when just this was."""

    name: str
    new_ms: float
    again_ms: float


def timed(home: Path, repeats: int) -> Iterator[Timed]:
    """Ask every question of the build that serves; each time with a reader that remembers nothing."""
    first = _reader(home)
    dates = calendar(first)
    urn = str(homes_list(first, _SOUTH_EAST, dates.homes[-1])["urn"].iloc[0])
    moments = {days: _moment(first, days) for days in RETURNS}
    for name in _questions(Looking(first, dates, moments), urn):
        pairs: list[tuple[float, float]] = []
        while len(pairs) < repeats and sum(map(sum, pairs)) < _LONG_MS:
            reader = _reader(home)
            pairs.append(_pair(_questions(Looking(reader, dates, moments), urn)[name]))
            reader.warehouse.close()
        _forget()
        yield Timed(name, median(new for new, _ in pairs), median(again for _, again in pairs))


def _reader(home: Path) -> Reader:
    found = DataHome(home)
    warehouse = Warehouse.open_current(found)
    if warehouse is None:
        message = f"nothing is built in {home}"
        raise SystemExit(message)
    return Reader(warehouse, Rule(pepper(found)))


def _moment(reader: Reader, days: int) -> Moment:
    found = moment(reader, calendar(reader), None, days)
    if found is None:
        message = "no list of homes is loaded"
        raise SystemExit(message)
    return found


def _forget() -> None:
    """Let go of what the readers of one question were told: each holds rows of children."""
    for one in get_objects():
        if isinstance(one, _lru_cache_wrapper) and str(one.__module__).startswith("rcc_dash.queries."):
            one.cache_clear()


def _questions(at: Looking, urn: str) -> Mapping[str, Asking]:
    return {
        "calendar": partial(calendar, at.reader),
        "one home's history": partial(home_history, at.reader, urn),
        **of_pages(at),
        **_of_the_map(at),
        **_of_slices(at),
        **_of_the_data(at),
        "5,000 made-up children in 1,000 beds": place_five_thousand,
    }


def _of_the_map(at: Looking) -> dict[str, Asking]:
    some = Filters(rcc="se", las=("E10000016",))
    return {
        "flows": partial(flows, at.reader, _SOUTH_EAST, MapView(), at.day),
        "origins": partial(origins, at.reader, _SOUTH_EAST, at.day),
        "homes": partial(homes_list, at.reader, some, at.dates.homes[-1]),
    }


def _of_slices(at: Looking) -> dict[str, Asking]:
    """Ask slices as the page Explore does, and write down every cell: typed SQL reads those of a build."""
    slices = {
        "a slice: children by LA and placement type": Slice("children", "la_code", "placement"),
        "a slice: share far by LA, over all dates": Slice("far", "la_code", "as_of"),
        "a slice: children by cost and time in care": Slice("children", "cost", "care"),
        "a slice: legal status over all dates": Slice("children", "legal", "as_of"),
    }
    asked = {name: partial(explore, at.reader, one, _SOUTH_EAST, at.dates) for name, one in slices.items()}
    every = partial(every_day_shown, at.reader, at.dates.children)
    return {**asked, "once per build: every protected cell, for typed SQL": every}


def _of_the_data(at: Looking) -> dict[str, Asking]:
    return {
        "sources": partial(loaded_sources, at.reader),
        "completeness": partial(completeness, at.reader, at.day),
        "problems": partial(problem_counts, at.reader),
        "sheets passed over": partial(passed_over, at.reader),
    }


def _pair(question: Asking) -> tuple[float, float]:
    return _ms(question), _ms(question)


def _ms(question: Asking) -> float:
    started = time.perf_counter()
    question()
    return (time.perf_counter() - started) * 1000


def told(home: Path, repeats: int) -> None:
    """Print how long each takes, and what takes longer than it may."""
    print("Each question: median milliseconds, asked anew and asked again")
    found = []
    for one in timed(home, repeats):
        print(f"  {one.name:<72}{one.new_ms:9.1f}{one.again_ms:9.1f}", flush=True)
        found.append(one)
    for one in found:
        most = next((ms for start, ms in _OTHER_MS.items() if one.name.startswith(start)), _MOST_MS)
        Goal(f"{one.name}, asked anew", most, one.new_ms, "ms").tell()
    print()
