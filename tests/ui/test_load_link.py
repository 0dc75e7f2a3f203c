"""Whoever cannot load files is never sent to where they are loaded: on a release there is no such page."""

import ast
from collections.abc import Iterator

import pytest

from rcc_dash.settings import PROJECT
from rcc_dash.ui import load_link
from rcc_dash.ui.load_link import as_reader_can

ASK_THEMSELVES = {"load_link.py", "nothing_loaded.py"}


def remarks() -> Iterator[str]:
    """Give every text on the screen that names the page to somebody who lacks something."""
    for path in sorted(
        {*(PROJECT / "rcc_dash" / "ui").glob("*.py"), *(PROJECT / "rcc_dash").glob("figures/*.py")}
    ):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            words = node.value if isinstance(node, ast.Constant) else ""
            if "the page Load files" in str(words) and path.name not in ASK_THEMSELVES:
                yield str(words)


def read_as(monkeypatch: pytest.MonkeyPatch, words: str, *, may: bool) -> str:
    monkeypatch.setattr(load_link, "context", lambda: None)
    monkeypatch.setattr(load_link, "may_load", lambda _: may)
    return as_reader_can(words)


def test_no_remark_points_to_the_page_for_who_cannot_open_it(monkeypatch: pytest.MonkeyPatch) -> None:
    told = [*remarks()]
    assert len(told) > 5
    for words in told:
        assert read_as(monkeypatch, words, may=True) == words
        asked = read_as(monkeypatch, words, may=False)
        assert "Load files" not in asked
        assert "to be loaded" in asked


def test_others_are_told_what_to_ask_for(monkeypatch: pytest.MonkeyPatch) -> None:
    words = "No list is loaded. Choose a later date above, or load one on the page Load files."
    assert read_as(monkeypatch, words, may=False) == (
        "No list is loaded. Choose a later date above, or ask for one to be loaded."
    )
