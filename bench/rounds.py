"""Which clicks are timed, on which page? Taken in turns, so that other work on the machine hits all alike."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import cycle

from playwright.sync_api import Browser

from bench.browser import Click, Visit
from bench.servers import Server
from bench.wire import query
from rcc_dash.domain.filters import Filters
from rcc_dash.ui.nav import PAGES, PageSpec

EMPTY = "An empty page: run again"
NEW_FILTER = "a filter never asked before"
KNOWN_FILTER = "a filter asked before"
_MAP = "homes_and_origins"
_PLACEMENTS = '[data-field="placement"] input'
_NEWEST, _YEARS = 2025, 5
"""Dates of the synthetic region: each page asks of another date or region, and answers for no other."""


@dataclass(slots=True)
class Kind:
    """One kind of click: how it is done, and what came of each."""

    name: str
    do: Callable[[], Click]
    server: Server
    clicks: list[Click] = field(default_factory=list)
    cpu_ms: list[float] = field(default_factory=list)

    def once(self) -> None:
        """Click once and note it."""
        before = self.server.cpu_seconds()
        self.clicks.append(self.do())
        after = self.server.cpu_seconds()
        if before is not None and after is not None:
            self.cpu_ms.append((after - before) * 1000)


def kinds(browser: Browser, app: Server, empty: Server, only: Collection[str] = ()) -> list[Kind]:
    """Open every page (or only those of these codes) once and say what is to be clicked there."""
    bare = Visit(browser, empty.url)
    bare.settle()
    found = [Kind(EMPTY, lambda: bare.click('[data-testid="stCheckbox"] input'), empty)]
    for number, spec in enumerate(PAGES):
        if not only or spec.code in only:
            found += _filters(browser, app, spec, number)
    return [*found, *(_map_looks(browser, app) if not only or _MAP in only else ())]


def _filters(browser: Browser, app: Server, spec: PageSpec, number: int) -> Iterator[Kind]:
    """Pills flipped in Gray code give a new choice each time; one flipped to and fro, a known one."""
    url = f"{app.url}/{'' if spec.is_first else spec.code}"
    region, back = divmod(number, _YEARS)
    alone = query(Filters(rcc=("gm", "se")[region % 2], as_of=date(_NEWEST - back, 3, 31)))
    for what, turns in ((NEW_FILTER, _gray()), (KNOWN_FILTER, cycle([7]))):
        visit = Visit(browser, f"{url}?{alone}" if what == NEW_FILTER else url, has_map=spec.code == _MAP)
        visit.page.locator('[data-menu="placement"] > button').click()
        visit.settle()
        if what == KNOWN_FILTER:
            for _ in range(2):
                visit.click(_PLACEMENTS, 7)
        yield Kind(f"{spec.title}: {what}", _pill(visit, turns), app)


def _pill(visit: Visit, turns: Iterator[int]) -> Callable[[], Click]:
    return lambda: visit.click(_PLACEMENTS, next(turns))


def _gray() -> Iterator[int]:
    return (((n & -n).bit_length() - 1) for n in range(1, 256))


def _map_looks(browser: Browser, app: Server) -> Iterator[Kind]:
    modes = Visit(browser, f"{app.url}/homes_and_origins?top=100", has_map=True)
    modes.settle()
    turn = cycle([1, 2, 3, 0])
    yield Kind("Homes and origins: direction of flows", _mode(modes, turn), app)
    shades = Visit(browser, f"{app.url}/homes_and_origins", has_map=True)
    shades.settle()
    yield Kind("Homes and origins: shading", _shade(shades, cycle([1, 2, 3, 4])), app)


def _mode(visit: Visit, turn: Iterator[int]) -> Callable[[], Click]:
    return lambda: visit.click('[data-field="mode"] input', next(turn))


def _shade(visit: Visit, turn: Iterator[int]) -> Callable[[], Click]:
    return lambda: visit.click('[data-field="shade"] option', next(turn))
