"""How long does each question of `rcc_dash/queries` take, asked anew and asked again?"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median

from bench.matching import place_five_thousand
from rcc_dash.domain.disclosure import Rule
from rcc_dash.domain.explore import Slice
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.views import MapView
from rcc_dash.intake.secret_keys import pepper
from rcc_dash.queries.calendar import Calendar, calendar
from rcc_dash.queries.explore import explore
from rcc_dash.queries.explore_table import children_shown
from rcc_dash.queries.flows import flows
from rcc_dash.queries.headlines import headlines, values_now
from rcc_dash.queries.homes import home_history, homes_list
from rcc_dash.queries.loaded import completeness, loaded_sources, passed_over, problem_counts
from rcc_dash.queries.origins import origins
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.trend import trend
from rcc_dash.queries.voids_homes import Moment
from rcc_dash.queries.voids_match import Search
from rcc_dash.queries.voids_mismatch import mismatch
from rcc_dash.queries.voids_totals import void_table
from rcc_dash.settings import DataHome
from rcc_dash.store.warehouse import Warehouse

_ONE_CHOICE = Filters(placement=("foster",))


@dataclass(frozen=True, slots=True)
class Timed:
    """One question: median milliseconds when nothing was asked before, and when just this was."""

    name: str
    new_ms: float
    again_ms: float


def timed(home: Path, repeats: int) -> Iterator[Timed]:
    """Ask every question of the build that serves; each time with a reader that remembers nothing."""
    for name in _questions(_reader(home)):
        pairs = [_pair(_questions(_reader(home))[name]) for _ in range(repeats)]
        yield Timed(name, median(new for new, _ in pairs), median(again for _, again in pairs))


def _reader(home: Path) -> Reader:
    found = DataHome(home)
    warehouse = Warehouse.open_current(found)
    if warehouse is None:
        message = f"nothing is built in {home}"
        raise SystemExit(message)
    return Reader(warehouse, Rule(pepper(found)))


def _questions(reader: Reader) -> dict[str, Callable[[], object]]:
    dates = calendar(reader)
    returned, listed = dates.children[-1], dates.homes[-1]
    urn = str(homes_list(reader, Filters(rcc="se"), listed)["urn"].iloc[0])
    region: dict[str, Callable[[], object]] = {
        "calendar": lambda: calendar(reader),
        "values now (all areas)": lambda: values_now(reader, Filters(), dates),
        "values now (one placement type)": lambda: values_now(reader, _ONE_CHOICE, dates),
        "headlines (with last year and the other region)": lambda: headlines(reader, Filters(), dates),
        "trend of one figure": lambda: trend(reader, Filters(), dates, "outside"),
        "one home's history": lambda: home_history(reader, urn),
    }
    rest = _of_the_data(reader, returned) | _of_voids(reader, Moment(listed, listed, returned, 31))
    return region | _of_the_map(reader, returned, listed) | _of_slices(reader, dates) | rest


def _of_the_map(reader: Reader, returned: date, listed: date) -> dict[str, Callable[[], object]]:
    return {
        "flows": lambda: flows(reader, Filters(rcc="se"), MapView(), returned),
        "origins": lambda: origins(reader, Filters(rcc="se"), returned),
        "homes": lambda: homes_list(reader, Filters(rcc="se", las=("E10000016",)), listed),
    }


def _of_slices(reader: Reader, dates: Calendar) -> dict[str, Callable[[], object]]:
    """Ask slices as the page Explore does (under 300 ms each), and write down every cell for typed SQL."""
    slices = {
        "a slice: children by LA and placement type": Slice("children", "la_code", "placement"),
        "a slice: share far by LA, over all dates": Slice("far", "la_code", "as_of"),
        "a slice: children by cost and time in care": Slice("children", "cost", "care"),
        "a slice: legal status over all dates": Slice("children", "legal", "as_of"),
    }
    asked = {name: partial(explore, reader, one, Filters(rcc="se"), dates) for name, one in slices.items()}
    return {**asked, "every protected cell, for typed SQL": lambda: children_shown(reader, dates.children)}


def _of_the_data(reader: Reader, returned: date) -> dict[str, Callable[[], object]]:
    return {
        "sources": lambda: loaded_sources(reader),
        "completeness": lambda: completeness(reader, returned),
        "problems": lambda: problem_counts(reader),
        "sheets passed over": lambda: passed_over(reader),
    }


def _of_voids(reader: Reader, when: Moment) -> dict[str, Callable[[], object]]:
    south_east = Filters(rcc="se")
    near = Search("se", when, 20, "all", "returned")
    return {
        "places by state": lambda: void_table(reader, south_east, when, "la_code"),
        "far children and empty places": lambda: mismatch(reader, south_east, near),
        "5,000 made-up children in 1,000 beds (under 2,000 ms)": place_five_thousand,
    }


def _pair(question: Callable[[], object]) -> tuple[float, float]:
    return _ms(question), _ms(question)


def _ms(question: Callable[[], object]) -> float:
    started = time.perf_counter()
    question()
    return (time.perf_counter() - started) * 1000


def told(home: Path, repeats: int) -> None:
    """Print how long each takes."""
    print("Each question: median milliseconds, asked anew and asked again")
    for one in timed(home, repeats):
        print(f"  {one.name:<56}{one.new_ms:9.1f}{one.again_ms:9.1f}")
    print()
