"""Many people at once: how long do they wait, what fails, what does each cost, and does any see another's?

Each person looks at an LA and a placement type that nobody else looks at. The links of every page that
the server draws tell what its reader looks at: that is the canary, and it must never be another's.
"""

import random
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from statistics import median
from typing import Final
from urllib.parse import parse_qsl

from bench.servers import Server
from bench.told import Goal, late
from bench.wire import Answer, Wire, query, reader
from rcc_dash.domain.dimensions import values_of
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.places import cooperatives
from rcc_dash.domain.progress import Progress
from rcc_dash.ui.nav import PAGES

MOST_MS: Final = 2_000.0
MOST_GROWTH: Final = 1.05
_SAMPLE_S: Final = 2.0


@dataclass(slots=True)
class Met:
    """What came of a number of people: waiting times, faults, canaries, and the server's megabytes."""

    ms: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    astray: int = 0
    seen: int = 0
    mb_each: float = 0.0
    mb: list[float] = field(default_factory=list)

    @property
    def growth(self) -> float:
        """Give how many times as large the server is in the last third of the time as in the middle."""
        third = max(len(self.mb) // 3, 1)
        return median(self.mb[-third:]) / median(self.mb[third : 2 * third] or self.mb)


@dataclass(frozen=True, slots=True)
class Pace:
    """How the people go about it: seconds between clicks, clicks of each, and seconds to go on at least."""

    think_s: float
    clicks: int
    at_least_s: float = 0.0


def meet(server: Server, count: int, pace: Pace, progress: Progress) -> Met:
    """Let so many people use the app at once, whatever they ask being new to it.

    To tell what a person costs apart from the answers that the server keeps for all, they come a second
    time and ask the same again.
    """
    first = _met(server, count, pace, progress)
    again = _met(server, count, Pace(pace.think_s, pace.clicks), progress)
    first.mb_each = (again.mb[-1] - again.mb[0]) / count
    return first


def _met(server: Server, count: int, pace: Pace, progress: Progress) -> Met:
    met = Met(mb=[server.megabytes()])
    everybody = [
        threading.Thread(target=_person, args=(server.url, number, pace, met)) for number in range(count)
    ]
    started = time.monotonic()
    for one in everybody:
        one.start()
        time.sleep(min(pace.think_s, 1.0) / count)
    length = max(pace.at_least_s, pace.clicks * pace.think_s, 1.0)
    while any(one.is_alive() for one in everybody):
        met.mb.append(server.megabytes())
        progress(min((time.monotonic() - started) / length, 0.99), f"{count} at once: {len(met.ms):,} pages")
        time.sleep(_SAMPLE_S if pace.at_least_s else 0.25)
    progress(1.0, f"{count} at once: done")
    return met


def _person(url: str, number: int, pace: Pace, met: Met) -> None:
    try:
        with reader(url) as wire:
            _walk(wire, number, pace, met)
    except Exception as error:  # noqa: BLE001 whatever ends a reader's session is what is looked for
        met.faults.append(f"{type(error).__name__}: {error}"[:120])


def _walk(wire: Wire, number: int, pace: Pace, met: Met) -> None:
    started = time.monotonic()
    for done, (page, asked) in enumerate(_steps(number)):
        if done >= pace.clicks and time.monotonic() - started >= pace.at_least_s:
            return
        _note(met, wire.go(page, asked), number)
        time.sleep(pace.think_s)


def _note(met: Met, answer: Answer, number: int) -> None:
    met.ms.append(answer.ms)
    if answer.fault:
        met.faults.append(answer.fault[:120])
    own = _canary(number)
    for link in answer.links:
        is_own = own <= set(parse_qsl(link))
        met.seen += is_own
        met.astray += bool(link) and not is_own and link != "present=1"


def _whom(number: int) -> Filters:
    """Give what a person looks at, as nobody else does."""
    las = [(rcc, la) for rcc, one in cooperatives().items() for la in sorted(one.la_codes)]
    kinds = values_of("placement")
    rcc, la = las[number % len(las)]
    return Filters(rcc=rcc, las=(la,), placement=(kinds[number // len(las) % len(kinds)].code,))


def _canary(number: int) -> set[tuple[str, str]]:
    return set(parse_qsl(query(_whom(number))))


def _steps(number: int) -> Iterator[tuple[str, str]]:
    """Go through the pages for ever, on each with another choice of age."""
    chance = random.Random(number)  # noqa: S311 the same walk every run
    ages = [value.code for value in values_of("age")]
    while True:
        for spec in chance.sample(PAGES, len(PAGES)):
            some = tuple(code for code in ages if chance.random() < 1 / 2)
            yield ("" if spec.is_first else spec.code), query(_whom(number).with_chosen("age", some))


def told(met: Met, count: int, pace: Pace) -> None:
    """Print what came of it, and what is not reached."""
    print(f"  {count:>4} at once, {pace.think_s:g} s between clicks:{len(met.ms):7,} pages", end="")
    print(f"  p50 {median(met.ms):6.0f} ms  p95 {late(met.ms):6.0f} ms  faults {len(met.faults)}", end="")
    print(f"  {met.mb_each:6.2f} MB each  canaries {met.seen:,} own, {met.astray} astray")
    Goal(f"p95 of {count} people", MOST_MS, late(met.ms), "ms").tell()
    Goal(f"faults of {count} people", 0, len(met.faults)).tell()
    Goal(f"canaries of {count} people that reached another", 0, met.astray).tell()
    for fault in sorted(set(met.faults))[:5]:
        print(f"    {met.faults.count(fault)} times: {fault}")
    if pace.at_least_s:
        print(f"       memory over {pace.at_least_s / 60:g} minutes: {met.mb[0]:.0f} MB at first,", end="")
        print(f" {met.mb[-1]:.0f} at the end; last third {met.growth:.3f} times the middle one")
        Goal("memory, last third of the time to the middle one", MOST_GROWTH, met.growth).tell()
