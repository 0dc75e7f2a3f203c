"""How are many files checked on several processors at once, and a few without that bother?

Checking is pandas work that holds Python's lock, so threads do not help: each helper is a
process of its own, started as a plain program. (`multiprocessing` would run the app's own
script again in each helper when the server, not the command line, makes the demonstration.)
"""

import os
import sys
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from queue import SimpleQueue
from subprocess import PIPE, Popen
from typing import Final

from rcc_dash.intake.desk import Desk
from rcc_dash.intake.outcome import Outcome, outcome
from rcc_dash.intake.secret_keys import secrets_of
from rcc_dash.intake.worker import asked
from rcc_dash.settings import PROJECT
from rcc_dash.store.manifest import Arrival

_FILES_EACH: Final = 12
"""A helper takes over a second to start, which fewer files than this would not repay."""

_MOST: Final = 2
"""Each helper holds the national list of postcodes: some 400 MB."""

Helper = Popen[str]


class SideBySide:
    """Checks files: hand them in as they come, and ask each result for its outcome."""

    def __init__(self, desk: Desk, helpers: list[Helper]) -> None:
        """Share the work among these helpers; with none, do it here, one file at a time."""
        self._desk = desk
        self._threads = ThreadPoolExecutor(max(1, len(helpers)))
        self._free: SimpleQueue[Helper | None] = SimpleQueue()
        for helper in helpers:
            self._free.put(helper)
        if not helpers:
            self._free.put(None)
        self._last: dict[str, Future[Outcome]] = {}

    def check(self, arrival: Arrival) -> Future[Outcome]:
        """Check a file on the desk in its turn; the same bytes twice are checked one after the other."""
        before = self._last.get(arrival.sha256)
        found = self._threads.submit(self._checked, arrival, before)
        self._last[arrival.sha256] = found
        return found

    def stop(self) -> None:
        """Wait for the files in hand and drop the rest."""
        self._threads.shutdown(cancel_futures=True)

    def _checked(self, arrival: Arrival, before: Future[Outcome] | None) -> Outcome:
        if before:
            before.exception()
        helper = self._free.get()
        try:
            told = _ask(helper, self._desk, arrival) if helper else ""
        finally:
            self._free.put(helper)
        return Outcome.of_line(told) if told.endswith("\n") else self._here(arrival)

    def _here(self, arrival: Arrival) -> Outcome:
        return outcome(self._desk.place, arrival, secrets_of(self._desk.home))


@contextmanager
def side_by_side(desk: Desk, files: int) -> Iterator[SideBySide]:
    """Open as many helpers as this many files are worth; they end with the block."""
    number = min(os.cpu_count() or 1, files // _FILES_EACH, _MOST)
    helpers = [_helper() for _ in range(number if number > 1 else 0)]
    work = SideBySide(desk, helpers)
    try:
        yield work
    finally:
        work.stop()
        for helper in helpers:
            helper.communicate()  # hangs up, and waits for the end


def _helper() -> Helper:
    command = [sys.executable, "-m", "rcc_dash.intake.worker"]
    return Popen(command, cwd=PROJECT, stdin=PIPE, stdout=PIPE, text=True, encoding="utf-8")  # noqa: S603 our own module


def _ask(helper: Helper, desk: Desk, arrival: Arrival) -> str:
    """Give the answer's line; blank or cut short when the helper has died, and then it is done here."""
    if helper.stdin is None or helper.stdout is None:
        return ""
    try:
        helper.stdin.write(f"{asked(desk, arrival)}\n")
        helper.stdin.flush()
        return helper.stdout.readline()
    except OSError:
        return ""
