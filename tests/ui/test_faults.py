"""When something breaks a person reads words, and the log holds no value of anybody's."""

import gc
import logging
import re
from typing import cast

import pytest

from rcc_dash.domain.disclosure import Rule
from rcc_dash.errors import UserError
from rcc_dash.queries import headlines
from rcc_dash.queries.calendar import Calendar
from rcc_dash.queries.reader import Reader
from rcc_dash.store.warehouse import Warehouse
from rcc_dash.ui import warm_up
from rcc_dash.ui.strips import SYNTHETIC
from tests.ui.on_fields import fields_of
from tests.ui.on_screen import Browser, at, words_of

CHILD = "MADEUP01 at BL1 1RU"


def breaking(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def broken(*_: object) -> None:
        raise error

    monkeypatch.setattr(headlines, "headlines", broken)


def test_what_fails_before_anybody_looks_is_logged_without_values(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> None:
        raise ValueError(CHILD)

    monkeypatch.setattr(warm_up, "region_ground", broken)
    monkeypatch.setattr(warm_up, "_AFTER_SECONDS", 0.0)
    nobody = Reader(cast("Warehouse", None), Rule("pepper of nobody"))
    warm_up.warm_up(nobody, Calendar((), (), frozenset())).join()
    gc.unfreeze()
    assert "could not be worked out ahead: ValueError at" in caplog.text
    assert CHILD not in caplog.text


def test_a_fault_is_said_with_a_reference_and_logged_without_values(
    demo: Browser, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    breaking(monkeypatch, ValueError(CHILD))
    with caplog.at_level(logging.DEBUG):
        app = demo.open("overview", "a=16plus")
    assert not app.exception
    (error,) = app.error
    found = re.search(r"quote the reference ([0-9a-f]{8})", error.value)
    assert found
    assert f"fault {found[1]}: ValueError at" in caplog.text
    assert CHILD not in caplog.text
    assert CHILD.encode() not in demo.wire
    assert SYNTHETIC in words_of(app)
    assert "reset" in fields_of(app)


def test_an_error_meant_for_people_is_shown_as_it_is_written(
    demo: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    breaking(monkeypatch, UserError("The list is damaged", "It ends in the middle.", "Load it again."))
    (error,) = demo.open("overview").error
    assert all(part in error.value for part in ("The list is damaged", "ends in the middle", "Load it again"))


def test_other_pages_work_while_one_is_broken(demo: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    breaking(monkeypatch, ValueError(CHILD))
    app = demo.open("overview")
    app.switch_page(at("data")).run()
    assert list(app.error) == []
