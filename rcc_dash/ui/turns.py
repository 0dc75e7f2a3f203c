"""Who is drawn next? A few pages side by side, in the order in which they were asked for.

When many people come in the same moment, pages that are all drawn at once are all finished last. One after
the other most are finished long before, and none later. A page that takes long (a load, an answer of SQL)
holds nobody up: after a second it is not counted any more.
"""

import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from threading import Condition
from typing import Final

_AT_ONCE: Final = 2
"""One works while the other waits for the database: a process has one interpreter on any machine."""
_COUNTED_S: Final = 1.0


class Turns:
    """Hands out turns in the order in which they were asked for: so many at once, each counted a while."""

    def __init__(self, at_once: int, counted_s: float) -> None:
        """Take how many may last side by side, and for how many seconds each is counted."""
        self._at_once = at_once
        self._counted_s = counted_s
        self._changed = Condition()
        self._waiting: deque[object] = deque()
        self._begun: dict[object, float] = {}

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for a turn, and have it as long as this lasts."""
        me = object()
        with self._changed:
            self._waiting.append(me)
            try:
                while (rest := self._rest(me)) > 0:
                    self._changed.wait(rest)
                self._begun[me] = time.monotonic()
            finally:
                self._waiting.remove(me)
                self._changed.notify_all()
        try:
            yield
        finally:
            with self._changed:
                del self._begun[me]
                self._changed.notify_all()

    def _rest(self, me: object) -> float:
        """Give the seconds after which to look again whether it is one's turn; none when it is."""
        now = time.monotonic()
        counted = [begun + self._counted_s - now for begun in self._begun.values()]
        lasting = sorted(left for left in counted if left > 0)
        if self._waiting[0] is me and len(lasting) < self._at_once:
            return 0.0
        return lasting[0] if lasting else self._counted_s


@cache
def turns() -> Turns:
    """Give the turns of this server's process."""
    return Turns(_AT_ONCE, _COUNTED_S)
