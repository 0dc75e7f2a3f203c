"""Turns go in the order in which they were asked for, few side by side, and nobody holds all others up."""

import time
from collections.abc import Callable
from functools import partial
from threading import Event, Thread

import pytest

from rcc_dash.ui.turns import Turns

LONG_S = 60.0
"""Longer than any of these tests: whoever waits for this waits for ever."""


class Visitor:
    """Asks for a turn in a thread of its own, says when it has begun, and ends when it is told to."""

    def __init__(self, turns: Turns, begun: list["Visitor"]) -> None:
        self.may_end, self.has_begun = Event(), Event()
        self._thread = Thread(target=self._visit, args=(turns, begun), daemon=True)
        self._thread.start()

    def _visit(self, turns: Turns, begun: list["Visitor"]) -> None:
        with turns.turn():
            begun.append(self)
            self.has_begun.set()
            assert self.may_end.wait(LONG_S)

    def end(self) -> None:
        self.may_end.set()
        self._thread.join(LONG_S)


def until(holds: Callable[[], bool]) -> None:
    """Wait until it holds; fails where it does not within ten seconds."""
    for _ in range(1_000):
        if holds():
            return
        time.sleep(0.01)
    pytest.fail("it did not come to hold")


def come(turns: Turns, at_once: int, count: int) -> tuple[list[Visitor], list[Visitor]]:
    """Let visitors come one by one; gives them in order, and those who have begun, in theirs."""
    begun: list[Visitor] = []
    visitors: list[Visitor] = []
    for number in range(1, count + 1):
        visitors.append(Visitor(turns, begun))
        until(partial(_is_settled, turns, begun, number, at_once))
    return visitors, begun


def _is_settled(turns: Turns, begun: list[Visitor], number: int, at_once: int) -> bool:
    waiting = len(turns._waiting)  # noqa: SLF001 -- nobody else is told who waits
    return len(begun) + waiting == number and len(begun) >= min(number, at_once)


def test_no_more_than_so_many_begin_and_the_first_to_ask_is_the_next() -> None:
    visitors, begun = come(Turns(2, LONG_S), 2, 5)
    until(lambda: len(begun) == 2)
    assert begun == visitors[:2]
    visitors[1].end()
    until(lambda: len(begun) == 3)
    for one in visitors:
        one.may_end.set()
    for one in visitors:
        one.end()
    assert begun[:3] == visitors[:3]
    assert {*begun} == {*visitors}


def test_who_takes_long_does_not_hold_the_others_up() -> None:
    visitors, begun = come(Turns(1, 0.05), 1, 3)
    until(lambda: len(begun) == 3)
    assert begun == visitors
    for one in visitors:
        one.end()


def test_a_turn_that_ends_in_a_fault_is_given_back() -> None:
    turns = Turns(1, LONG_S)
    for _ in range(3):
        with pytest.raises(ZeroDivisionError), turns.turn():
            raise ZeroDivisionError
    with turns.turn():
        pass
