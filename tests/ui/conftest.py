"""A visitor of the app on a server that listens on loopback."""

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from streamlit import config
from streamlit.runtime.scriptrunner import ScriptRunnerEvent
from streamlit.testing.v1.local_script_runner import LocalScriptRunner

from rcc_dash.domain.progress import silent
from rcc_dash.intake.load import load
from rcc_dash.intake.take import Said
from rcc_dash.settings import PROJECT, DataHome
from tests.ui.on_screen import Browser

REGION = PROJECT / "tests" / "fixtures" / "region"
NOW = datetime(2025, 6, 1, 9, 30, tzinfo=UTC)


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


@pytest.fixture(scope="session")
def region(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data home with the countable region in it."""
    root = tmp_path_factory.mktemp("region") / "data"
    load([REGION], Said(), DataHome(root), NOW, silent)
    return root


@pytest.fixture
def own(region: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, browser: Browser) -> Browser:
    """A visitor of a copy of it."""
    shutil.copytree(region, tmp_path / "data")
    monkeypatch.setenv("RCC_DATA_DIR", str(tmp_path / "data"))
    return browser
