"""A question that several ask at once is answered once, and one that fails is asked again."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import pytest

from rcc_dash.ui.cached import ask


def test_several_who_ask_at_once_have_one_answer() -> None:
    together, asked = Barrier(4), []

    def slow(number: int) -> list[int]:
        asked.append(number)
        Event().wait(0.05)
        return [number]

    def reader() -> list[int]:
        together.wait()
        return ask(slow, 7)

    with ThreadPoolExecutor(4) as readers:
        answers = [job.result() for job in [readers.submit(reader) for _ in range(4)]]
    assert asked == [7]
    assert all(answer is answers[0] for answer in answers)


def test_a_question_may_ask_others_and_a_failure_is_not_kept() -> None:
    tries = []

    def inner(number: int) -> int:
        tries.append(number)
        if len(tries) == 1:
            message = "not yet"
            raise RuntimeError(message)
        return number

    def outer(number: int) -> int:
        return ask(inner, number) + 1

    with pytest.raises(RuntimeError, match="not yet"):
        ask(outer, 3)
    assert ask(outer, 3) == 4
    assert tries == [3, 3]


def test_values_are_given_in_order() -> None:
    with pytest.raises(TypeError, match="in order"):
        ask(lambda number: number, number=1)
