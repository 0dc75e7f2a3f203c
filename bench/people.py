"""Many people at once: how long do they wait, what fails, what does each cost, and does any see another's?

Each person looks at an LA and a placement type that nobody else looks at, and the links of every page tell
what its reader looks at. Each link of theirs also asks for a sector that there is none of, a random word of
their own, which the page quotes back to them: that canary is looked for in every byte that anybody is sent.

People stop to think for as long as the TPC-W benchmark lets shoppers: an exponential draw around `think_s`,
seven seconds by default, ten times that at most. Every click is a hard one: another page, another filter.
"""

import random
import re
import secrets
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
MOST_SLOWEST_MS: Final = 5_000.0
MOST_GROWTH: Final = 1.05
LONGEST_THOUGHT: Final = 10.0
"""Times the usual one."""

_SAMPLE_S: Final = 2.0
_LONGEST_REST_S: Final = 120
_AT_REST_CPU_S: Final = 0.1
_CANARY: Final = re.compile(rb"canary[0-9a-f]{16}")


@dataclass(slots=True)
class Met:
    """What came of a number of people: waiting times, faults, canaries, and the server's megabytes."""

    ms: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    astray: int = 0
    seen: int = 0
    cpu_s: float = 0.0
    mb_each: float = 0.0
    mb: list[float] = field(default_factory=list)

    @property
    def growth(self) -> float:
        """Give how many times as large the server is in the last third of the time as in the middle."""
        third = max(len(self.mb) // 3, 1)
        return median(self.mb[-third:]) / median(self.mb[third : 2 * third] or self.mb)


@dataclass(frozen=True, slots=True)
class Pace:
    """How the people go about it: mean seconds between clicks, clicks of each, and seconds at least."""

    think_s: float
    clicks: int
    at_least_s: float = 0.0

    def thought(self, chance: random.Random) -> float:
        """Draw how long somebody thinks, in seconds."""
        drawn = chance.expovariate(1 / self.think_s) if self.think_s else 0.0
        return min(drawn, LONGEST_THOUGHT * self.think_s)


@dataclass(frozen=True, slots=True)
class Person:
    """One of them: their number, by which they choose where to look, and their canary."""

    number: int
    canary: str = field(default_factory=lambda: f"canary{secrets.token_hex(8)}")

    @property
    def looks_at(self) -> Filters:
        """Give the LA and placement type, as nobody else has."""
        las = [(rcc, la) for rcc, one in cooperatives().items() for la in sorted(one.la_codes)]
        kinds = values_of("placement")
        rcc, la = las[self.number % len(las)]
        return Filters(rcc=rcc, las=(la,), placement=(kinds[self.number // len(las) % len(kinds)].code,))


def meet(server: Server, count: int, pace: Pace, progress: Progress) -> Met:
    """Let so many people use the app at once, whatever they ask being new to it.

    To tell what a person costs apart from the answers that the server keeps for all, they come a second
    time and ask the same again. The server has been at work for a while when they come.
    """
    _warm(server)
    first = _met(server, count, pace, progress)
    again = _met(server, count, Pace(pace.think_s, pace.clicks), progress)
    first.mb_each = (again.mb[-1] - again.mb[0]) / count
    return first


def _warm(server: Server) -> None:
    """Let somebody see every page once, and wait until the server rests."""
    with reader(server.url) as wire:
        for spec in PAGES:
            wire.go("" if spec.is_first else spec.code, "")
    for _ in range(_LONGEST_REST_S):
        before = server.cpu_seconds() or 0.0
        time.sleep(1)
        if (server.cpu_seconds() or 0.0) - before < _AT_REST_CPU_S:
            return


def _met(server: Server, count: int, pace: Pace, progress: Progress) -> Met:
    met, cpu_before = Met(mb=[server.megabytes()]), server.cpu_seconds() or 0.0
    people = [Person(number) for number in range(count)]
    everybody = [threading.Thread(target=_visit, args=(server.url, one, pace, met)) for one in people]
    started = time.monotonic()
    for one in everybody:
        one.start()
        time.sleep(min(pace.think_s, 1.0) / count)
    length = max(pace.at_least_s, pace.clicks * pace.think_s, 1.0)
    while any(one.is_alive() for one in everybody):
        met.mb.append(server.megabytes())
        progress(min((time.monotonic() - started) / length, 0.99), f"{count} at once: {len(met.ms):,} pages")
        time.sleep(_SAMPLE_S if pace.at_least_s else 0.25)
    met.cpu_s = (server.cpu_seconds() or 0.0) - cpu_before
    progress(1.0, f"{count} at once: done")
    return met


def _visit(url: str, person: Person, pace: Pace, met: Met) -> None:
    try:
        with reader(url) as wire:
            _walk(wire, person, pace, met)
    except Exception as error:  # noqa: BLE001 whatever ends a reader's session is what is looked for
        met.faults.append(f"{type(error).__name__}: {error}"[:120])


def _walk(wire: Wire, person: Person, pace: Pace, met: Met) -> None:
    started, chance = time.monotonic(), random.Random(person.number)  # noqa: S311 the same walk every run
    for done, (page, asked) in enumerate(_steps(person, chance)):
        if done >= pace.clicks and time.monotonic() - started >= pace.at_least_s:
            return
        _note(met, wire.go(page, asked), person)
        time.sleep(pace.thought(chance))


def _note(met: Met, answer: Answer, person: Person) -> None:
    met.ms.append(answer.ms)
    if answer.fault:
        met.faults.append(answer.fault[:120])
    found = [one.decode() for one in _CANARY.findall(answer.wire)]
    met.seen += person.canary in found
    met.astray += sum(one != person.canary for one in found)
    own = set(parse_qsl(query(person.looks_at)))
    strange = (link for link in answer.links if link and not own <= set(parse_qsl(link)))
    met.astray += sum(link != "present=1" for link in strange)


def _steps(person: Person, chance: random.Random) -> Iterator[tuple[str, str]]:
    """Go through the pages for ever, on each with another choice of age."""
    ages = [value.code for value in values_of("age")]
    while True:
        for spec in chance.sample(PAGES, len(PAGES)):
            some = tuple(code for code in ages if chance.random() < 1 / 2)
            asked = query(person.looks_at.with_chosen("age", some))
            yield ("" if spec.is_first else spec.code), f"{asked}&s={person.canary}"


def told(met: Met, count: int, pace: Pace) -> None:
    """Print what came of it, and what is not reached."""
    if met.ms:
        _tell_times(met, count, pace)
    Goal(f"pages of {count} people without their canary", 0, len(met.ms) - met.seen).tell()
    Goal(f"faults of {count} people", 0, len(met.faults)).tell()
    Goal(f"canaries of {count} people that reached another", 0, met.astray).tell()
    for fault in sorted(set(met.faults))[:5]:
        print(f"    {met.faults.count(fault)} times: {fault}")
    if pace.at_least_s:
        print(f"       memory over {pace.at_least_s / 60:g} minutes: {met.mb[0]:.0f} MB at first,", end="")
        print(f" {met.mb[-1]:.0f} at the end; last third {met.growth:.3f} times the middle one")
        Goal("memory, last third of the time to the middle one", MOST_GROWTH, met.growth).tell()


def _tell_times(met: Met, count: int, pace: Pace) -> None:
    print(f"  {count:>4} at once, {pace.think_s:g} s between clicks:{len(met.ms):7,} pages", end="")
    slowest = late(met.ms, 99)
    print(f"  p50 {median(met.ms):6.0f} ms  p95 {late(met.ms):6.0f}  p99 {slowest:6.0f}", end="")
    print(f"  faults {len(met.faults)}  {met.mb_each:6.2f} MB each", end="")
    print(f"  canaries of their own on {met.seen:,} pages, {met.astray} astray")
    print(f"       the server worked {met.cpu_s / len(met.ms) * 1000:.0f} ms of a processor for each page")
    Goal(f"p95 of {count} people", MOST_MS, late(met.ms), "ms").tell()
    Goal(f"p99 of {count} people", MOST_SLOWEST_MS, slowest, "ms").tell()
