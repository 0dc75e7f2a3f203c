"""Whoever cannot load files is never told to: what is missing is said for who reads it."""

import ast
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from rcc_dash.domain.missing import Missing, Way
from rcc_dash.settings import PROJECT
from tests.ui.on_screen import PAGES, must_be_whole, told_to_load
from tests.ui.signing_in import everybody, visitor

NONE = "No list is loaded. Choose a later date above or"
LISTS = Missing("No list is loaded.", "one", ("choose a later date above",), "It has a template.")
SAID_ONCE = "domain/missing.py"


@pytest.mark.parametrize(
    ("way", "words"),
    [
        (
            Way.LOAD,
            f"{NONE} load one on the page Load files. It has a template.",
        ),
        (Way.ASK, f"{NONE} ask for one to be loaded."),
        (
            Way.NEXT_RELEASE,
            f"{NONE} ask for one to be loaded for the next release.",
        ),
    ],
)
def test_what_is_missing_is_said_for_who_reads_it(way: Way, words: str) -> None:
    assert LISTS.to(way) == words
    assert replace(LISTS, more="Homes can be counted.").to(way) == f"{words} Homes can be counted."


def test_words_that_send_somebody_to_load_files_are_made_in_one_place() -> None:
    folders = [PROJECT / "rcc_dash" / name for name in ("domain", "figures", "queries", "ui")]
    texts = [(path, words) for folder in folders for path in folder.glob("*.py") for words in in_code(path)]
    told = {path.relative_to(PROJECT / "rcc_dash").as_posix() for path, words in texts if sends(words)}
    assert told == {SAID_ONCE}


def in_code(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def sends(words: str) -> bool:
    return "the page Load files" in words or "see the README" in words


@pytest.fixture
def returns_alone(region: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The countable region, of which no cost, census or published table is loaded; people sign in."""
    monkeypatch.setenv("RCC_DATA_DIR", str(region))
    with everybody(region):
        yield region


@pytest.mark.parametrize(
    ("page", "query"),
    [
        *((page, "") for page in PAGES if page not in ("load", "sql")),
        *(("distance", f"d-part={part}") for part in ("why", "nearer")),
        ("distance", "t-open=years"),
        *(("voids", f"v-part={part}") for part in ("cost", "match", "block")),
        *(("rare", f"r-part={part}") for part in ("where", "pool", "gap")),
        ("explore", "e-part=published&la=350"),
        ("data", "t-open=agree"),
    ],
)
def test_no_remark_tells_a_director_to_load(returns_alone: Path, page: str, query: str) -> None:
    assert returns_alone
    app = visitor("regional-director", page, query).run()
    must_be_whole(app)
    assert told_to_load(app) == []
