"""What is worked out ahead is what is asked first, once for each build and rule."""

import gc

import pytest

from rcc_dash.domain.disclosure import Rule
from rcc_dash.domain.filters import Filters
from rcc_dash.queries.calendar import Calendar
from rcc_dash.queries.reader import Reader
from rcc_dash.store.warehouse import Warehouse
from rcc_dash.ui import warm_up


class NoWarehouse(Warehouse):
    """Stands in for a build; nothing is asked of it."""

    def __init__(self) -> None:
        """Open nothing."""


@pytest.fixture
def reader() -> Reader:
    return Reader(NoWarehouse(), Rule("pepper"))


NOTHING = Calendar((), (), frozenset())


def test_it_is_done_once_for_a_reader_and_frees_reruns_from_collecting_garbage(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    def noted(question: object, whose: Reader, filters: Filters, *_: object) -> None:
        if whose is reader:  # an app that was opened by an earlier test may get round to its own by now
            asked.append((question, filters.rcc))

    monkeypatch.setattr(warm_up, "_AFTER_SECONDS", 0.0)
    monkeypatch.setattr(warm_up, "ask", noted)
    try:
        timer = warm_up.warm_up(reader, NOTHING)
        timer.join()
        assert warm_up.warm_up(reader, NOTHING) is timer
        assert {rcc for _, rcc in asked} == {"gm", "se"}
        assert len(asked) == len(set(asked))
        assert gc.get_freeze_count() > 0
    finally:
        gc.unfreeze()


def test_a_fault_ahead_is_logged_and_stops_nothing(
    reader: Reader, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise KeyError

    monkeypatch.setattr(warm_up, "_AFTER_SECONDS", 0.0)
    monkeypatch.setattr(warm_up, "ask", fail)
    try:
        warm_up.warm_up(reader, NOTHING).join()
    finally:
        gc.unfreeze()
    assert "worked out ahead" in caplog.text
