"""A visitor of the app on a server that listens on loopback."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit import config
from streamlit.runtime.scriptrunner import ScriptRunnerEvent
from streamlit.testing.v1.local_script_runner import LocalScriptRunner

from tests.ui.on_screen import Browser


@pytest.fixture
def browser(monkeypatch: pytest.MonkeyPatch) -> Iterator[Browser]:
    """Keep the messages of each run, and listen where .streamlit/config.toml says."""
    visitor = Browser()
    run = LocalScriptRunner.run

    def kept(runner: LocalScriptRunner, *args: object, **kwargs: object) -> object:
        tree = run(runner, *args, **kwargs)
        pairs = zip(runner.events, runner.event_data, strict=True)
        sent = ScriptRunnerEvent.ENQUEUE_FORWARD_MSG
        visitor.sent = [data["forward_msg"] for event, data in pairs if event == sent]
        return tree

    monkeypatch.setattr(LocalScriptRunner, "run", kept)
    before = config.get_option("server.address")
    config.set_option("server.address", "127.0.0.1")
    yield visitor
    config.set_option("server.address", before)


@pytest.fixture
def demo(demo_home: Path, monkeypatch: pytest.MonkeyPatch, browser: Browser) -> Browser:
    """The app with nothing loaded: it shows the synthetic region."""
    monkeypatch.setenv("RCC_DATA_DIR", str(demo_home))
    return browser
