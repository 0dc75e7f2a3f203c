"""A hundred planted tokens, sought in all that the app keeps, sends, offers or writes (scorecard, row 10)."""

import logging
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from io import StringIO

import pandas as pd
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from rcc_dash.domain.choice_tabs import TABS
from rcc_dash.domain.progress import silent
from rcc_dash.figures.take_away import PAGE_PX
from rcc_dash.intake.load import load
from rcc_dash.intake.take import Said
from rcc_dash.settings import DataHome
from rcc_dash.store.connect import open_locked
from rcc_dash.store.warehouse import current_build_id
from rcc_dash.ui.take_away_notes import OnPage
from tests.disclosure.planted import tokens, write
from tests.ui.conftest import browser as visitor
from tests.ui.on_screen import MAP, PAGES, Browser, link_of

NOW = datetime(2025, 6, 1, 9, 30, tzinfo=UTC)
PARTS = {
    "distance": [f"d-part={part}" for part in ("many", "whose", "where", "why", "nearer")],
    "voids": [f"v-part={part}" for part in ("beds", "cost", "match", "block")],
    "rare": [f"r-part={part}" for part in ("who", "where", "pool", "group", "gap")],
    "compare": ["shade=children", "shade=outside&c-r=se"],
    "meeting": ["ag=overview~~voids"],
    "explore": [
        *("e-of=children", "e-of=far&e-cols=age", "e-of=outside&e-as=number&e-rows=legal&e-cols=as_of"),
        *("e-of=homes&e-cols=home_sector", "e-of=places&e-rows=judgement&e-cols=as_of", "e-part=published"),
    ],
}
TABBED = {
    "overview": "overview",
    MAP: "map",
    "data": "data",
    "load": "load",
    "d-part=many": "distance",
    "v-part=beds": "voids",
    "r-part=who": "rare_who",
    "r-part=where": "rare_where",
    "e-of=children": "explore",
    "ag=overview~~voids": "meeting",
    "e-part=published": "published",
}
"""Pages and their parts that have tabs, and what `domain.choice_tabs` calls them."""
browser = visitor


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> DataHome:
    """A data home with the planted files in it."""
    files = tmp_path_factory.mktemp("planted")
    write(files)
    kept = DataHome(tmp_path_factory.mktemp("home") / "data")
    report = load([files], Said(), kept, NOW, silent)
    assert len(report.files) == 8
    assert len(report.refused) == 2
    return kept


def found_in(text: str) -> list[str]:
    low = text.lower()
    return [token for token in tokens() if token.lower() in low]


def test_there_are_a_hundred_and_they_are_in_the_files(home: DataHome) -> None:
    assert len(tokens()) >= 100
    raw = "".join(path.read_text(encoding="utf-8") for path in home.raw.rglob("*") if path.is_file())
    assert set(found_in(raw)) == {token for token in tokens() if not token.startswith("BL11")}


def test_nothing_below_the_raw_files_keeps_any(home: DataHome) -> None:
    for table in sorted(home.staged.rglob("*.parquet")):
        assert found_in(pd.read_parquet(table).to_csv()) == [], table.name
    texts = [
        path for path in home.root.rglob("*") if path.is_file() and path.suffix in {".json", ".jsonl", ".csv"}
    ]
    for path in texts:
        if home.raw not in path.parents:
            assert found_in(path.read_text(encoding="utf-8")) == [], path.name
    connection = open_locked(home.builds / f"wh-{current_build_id(home)}.duckdb")
    names = connection.execute("select table_name from duckdb_tables() where database_name = 'wh'").fetchall()
    assert len(names) > 20
    for (table,) in names:
        assert found_in(connection.execute(f"from wh.{table}").df().to_csv()) == [], table
    connection.close()


@pytest.fixture
def offered(monkeypatch: pytest.MonkeyPatch) -> list[Callable[[], object]]:
    """Keep what downloads would give, made as if each were clicked."""
    kept: list[Callable[[], object]] = []
    draw = st.download_button

    def note(*args: object, **kwargs: object) -> object:
        data = kwargs.get("data", args[1] if len(args) > 1 else b"")
        kept.append(data if callable(data) else lambda: data)
        return draw(*args, **kwargs)

    monkeypatch.setattr(st, "download_button", note)
    return kept


def walked(*, exact: bool) -> Iterator[tuple[str, str]]:
    """Give every tab of every part of every page; of exact figures one, since they are laid out alike."""
    for page in PAGES:
        parts = PARTS.get(page, [""])
        each = [opened(part, TABS.get(TABBED.get(part or page, ""), {})) for part in parts]
        queries = each[0][-1:] if exact else [query for some in each for query in some]
        yield from ((page, query) for query in queries)


def opened(part: str, tabs: Mapping[str, str]) -> list[str]:
    """Give the queries that open each of a part's tabs."""
    return [f"{part}&t-open={code}" for code in tabs] or [part]


@pytest.mark.parametrize("exact", [False, True])
def test_no_page_download_link_or_log_has_any(
    home: DataHome, browser: Browser, offered: list[Callable[[], object]], *, exact: bool
) -> None:
    files: list[object] = []
    with pytest.MonkeyPatch.context() as patch, logged() as log:
        patch.setenv("RCC_DATA_DIR", str(home.root))
        for page, query in walked(exact=exact):
            app = browser.open(page, query, _exact=exact)
            assert not app.exception
            assert found_in(browser.wire.decode("latin-1")) == [], (page, query)
            assert found_in(str(link_of(app))) == []
            files += taken_away(app)
        files += [data() for data in offered]
    assert len(files) > 5
    assert found_in("".join(text if isinstance(text, str) else repr(text) for text in files)) == []
    assert log.tell() > 0
    assert found_in(log.getvalue()) == []


def taken_away(app: AppTest) -> Iterator[str]:
    """Give what this page's tables and pictures hold when they are taken away."""
    page = on_page_of(app)
    for made in page.tables.values():
        table = made()
        yield from (str(table.citation), table.frame[list(table.headings)].to_csv())
    yield from (draw(PAGE_PX).svg for draw in page.pictures.values())


def on_page_of(app: AppTest) -> OnPage:
    """Give what the page noted of itself while it was drawn."""
    return app.session_state["_on_page"] if "_on_page" in app.session_state else OnPage()


@contextmanager
def logged() -> Iterator[StringIO]:
    """Take down everything that is logged, from the least on."""
    log, root = StringIO(), logging.getLogger()
    handler, before = logging.StreamHandler(log), root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    yield log
    root.setLevel(before)
    root.removeHandler(handler)
