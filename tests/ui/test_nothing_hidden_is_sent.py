"""What reaches the browser: protected numbers only, and nothing of any one child."""

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from rcc_dash.domain.choice_tabs import TABS
from rcc_dash.settings import DataHome
from rcc_dash.store.connect import open_locked
from rcc_dash.store.warehouse import current_build_id
from tests.ui.on_screen import MAP, PAGES, Browser, deck_of, html_of, table_of, words_of

WIDE = "r=se&show=shade.homes.flows.origins&m=all&top=100&shade=residential"
QUERIES = ("shade=children", WIDE, "la=350&p=home&a=10to15&f=la350")
INNER_NAMES = (b"record_key", b"child_key", b"_keys", b"children_n", b"far_n", b"outside_n", b"decom")
OPENED = {"overview": ("table", "bars"), MAP: tuple(TABS["map"]), "data": tuple(TABS["data"])}
"""Which tabs are opened one after the other; of the other pages the first."""
COUNTING = ("overview", MAP, "distance", "data")
"""Pages that count children in a table of every page's form; the others have tests of their own."""
COLUMNS = {
    "overview": {"Areas": ["Children"]},
    MAP: {"Areas": ["Children"], "The ": ["Children"]},
    "distance": {"Living": ["Children", "Out of"]},
    "data": {"As at": ["Children"]},
}
"""Which tables of a page count children, and in which columns."""
COUNTED = re.compile(r"\b([0-9][0-9,]*) (?:child|children)\b")


@pytest.fixture(scope="module")
def of_children(demo_home: Path) -> set[str]:
    """Every child's number and every full postcode of the synthetic region's returns."""
    files = sorted((demo_home / "demo" / "written" / "ssda903").rglob("*.csv"))
    found = {value for file in files for value in identifying(file)}
    assert len(found) > 10_000
    return found


def identifying(file: Path) -> Iterator[str]:
    with file.open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            yield from (row[key] for key in ("CHILD", "HOME_POST", "PL_POST") if row.get(key))


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("exact", [False, True])
def test_nothing_of_any_one_child_is_in_any_message(
    demo: Browser, of_children: set[str], page: str, query: str, *, exact: bool
) -> None:
    wire = opened(demo, page, query, _exact=exact)
    assert len(wire) > 10_000
    assert [name for name in INNER_NAMES if name.decode() in wire.lower()] == []
    said = {
        *re.findall(r"\b[0-9]{9}\b", wire),
        *re.findall(r"\b[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2}\b", wire),
    }
    assert of_children.isdisjoint(said)


def test_no_record_key_is_in_any_message(demo: Browser, demo_home: Path) -> None:
    home = DataHome(demo_home).demo
    connection = open_locked(home.builds / f"wh-{current_build_id(home)}.duckdb")
    keys = {str(key) for (key,) in connection.execute("select record_key from wh.as_at").fetchall()}
    connection.close()
    assert len(keys) > 10_000
    for page in PAGES:
        assert keys.isdisjoint(re.findall(r"[0-9]{10,20}", opened(demo, page, WIDE)))


def opened(demo: Browser, page: str, query: str, **session: object) -> str:
    """Give all that is sent for a page, with one tab open and then the other."""
    return "".join(demo.wire.decode("latin-1") for _ in each_tab(demo, page, query, **session))


def each_tab(demo: Browser, page: str, query: str, **session: object) -> Iterator[AppTest]:
    for tab in OPENED.get(page, ("first",)):
        yield demo.open(page, f"{query}&t-open={tab}", **session)


def shown_children(demo: Browser, page: str, query: str, **session: object) -> list[int]:
    """Give every count of children that can be read on a page: in words, tables, and on the map."""
    found, tables = [], set()
    for app in each_tab(demo, page, query, **session):
        found += COUNTED.findall(words_of(app)) + COUNTED.findall(" ".join(tips(app)))
        for caption, columns in COLUMNS[page].items():
            if any(f"<caption>{caption}" in piece for piece in html_of(app)):
                tables.add(caption)
                found += [row[column] for row in table_of(app, caption) for column in columns]
    assert tables == COLUMNS[page].keys()
    return [int(number.replace(",", "")) for number in found if number[:1].isdigit()]


def tips(app: AppTest) -> Iterator[str]:
    yield from values_named("tip", deck_of(app))


def values_named(name: str, tree: Any) -> Iterator[str]:  # noqa: ANN401 any JSON
    if isinstance(tree, dict):
        yield from (value for key, value in tree.items() if key == name)
    for part in tree.values() if isinstance(tree, dict) else tree if isinstance(tree, list) else ():
        yield from values_named(name, part)


@pytest.mark.parametrize("page", COUNTING)
@pytest.mark.parametrize("query", QUERIES)
def test_every_count_of_children_is_a_multiple_of_five_and_ten_or_more(
    demo: Browser, page: str, query: str
) -> None:
    shown = shown_children(demo, page, query)
    assert shown
    assert [number for number in shown if number % 5 or number < 10] == []


@pytest.mark.parametrize("page", COUNTING)
def test_exact_counts_are_not_so_which_shows_that_they_are_read(demo: Browser, page: str) -> None:
    shown = shown_children(demo, page, WIDE, _exact=True)
    assert [number for number in shown if number % 5]


def test_each_page_says_how_its_numbers_are_treated(demo: Browser) -> None:
    for page in [page for page in PAGES if page != "load"]:
        said = words_of(demo.open(page))
        assert "rounded to multiples of 5" in said
        assert "What was done to these numbers, and why" in said
        exact = words_of(demo.open(page, _exact=True))
        assert "rounded to multiples of 5" not in exact
        assert "Exact figures." in exact
