"""What is done before the first reader comes keeps nobody waiting and leaves no trace, even when it fails."""

import asyncio
import gc
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
import streamlit as st

from rcc_dash.ui import first_answers
from rcc_dash.ui.ahead import ahead

APP = st.App("rcc_dash/ui/script.py")


async def started() -> None:
    async with ahead(APP):
        pass


@pytest.mark.parametrize("fails", [False, True])
def test_a_server_starts_and_collects_garbage_again_when_the_answers_are_there(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, *, fails: bool
) -> None:
    collecting = []

    def answers() -> None:
        collecting.append(gc.isenabled())
        if fails:
            message = "no build"
            raise RuntimeError(message)

    monkeypatch.setattr(first_answers, "first_answers", answers)
    with ThreadPoolExecutor() as other:  # this thread may have a loop of the browser's
        other.submit(asyncio.run, started()).result()
    for thread in threading.enumerate():
        if thread.name == "ahead":
            thread.join()
    assert collecting == [False]
    assert gc.isenabled()
    assert ("worked out ahead" in caplog.text) is fails


def test_a_program_that_cannot_be_loaded_still_lets_the_server_tell(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(first_answers, "_DRAWN_WITH", ("rcc_dash.ui.no_such_panel",))
    with ThreadPoolExecutor() as other:
        other.submit(asyncio.run, started()).result()
    assert "loaded ahead" in caplog.text
    assert gc.isenabled()
