"""An LA that tells of no order, and one that tells of one: who reads protected figures sees one world."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from rcc_dash.domain.accounts import Account
from rcc_dash.domain.cohorts import Thresholds
from rcc_dash.domain.disclosure import Rule
from rcc_dash.domain.explore import Slice
from rcc_dash.domain.filters import Filters
from rcc_dash.queries.calendar import calendar
from rcc_dash.queries.distance_bands import bands_by, is_told
from rcc_dash.queries.distance_children import Asked
from rcc_dash.queries.explore import explore
from rcc_dash.queries.loaded import rounded_findings, rounded_sources
from rcc_dash.queries.rare_counts import RareAsked, rare_areas, rare_rows
from rcc_dash.queries.rare_loads import cohort_loads
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.reconcile import reconciliation
from rcc_dash.settings import DataHome
from rcc_dash.store.warehouse import Warehouse
from tests.store.staged_by_hand import BOLTON, BURY, MANCHESTER, Sheet, built, episode, frame, load, returns

DAY, PLAIN = date(2024, 3, 31), Thresholds()
KEYS = ("la_code", "year", "child_key", "record_key")
STARTED = {"started_on": date(2023, 6, 1)}
CHILDREN = {BOLTON: 80, BURY: 60, MANCHESTER: 100}


def orders(home: DataHome, **children: list[dict[str, object]]) -> None:
    """Load orders of the children of an LA, or of several, in one file: a region's, without LAs of nobody."""
    rows = [{**{key: one[key] for key in KEYS}, **STARTED} for own in children.values() for one in own]
    is_regional = len(children) > 1
    accounts = tuple(
        Account("ssda903_dolo", "", la_code, "2024", len(own), len(own), 0, 0, is_regional)
        for la_code, own in children.items()
        if own or not is_regional
    )
    load(home, f"orders of {sorted(children)}", Sheet("dolo", frame("dolo", rows), accounts))


def world(path: Path, in_bury: int | None, *, is_regional: bool = False) -> Warehouse:
    """Orders of 20 children in Bolton and 15 in Manchester, and of so many in Bury; None: no file of them."""
    home = DataHome(path)
    every = {
        la: [episode(f"{la}{n}", "2023-05-01", la_code=la) for n in range(size)]
        for la, size in CHILDREN.items()
    }
    returns(home, *(one for own in every.values() for one in own))
    have = {BOLTON: every[BOLTON][:20], MANCHESTER: every[MANCHESTER][:15]}
    if in_bury is not None:
        have[BURY] = every[BURY][:in_bury]
    for files in (have,) if is_regional else ({la: own} for la, own in have.items()):
        orders(home, **files)
    return built(home)


@pytest.fixture(scope="module")
def worlds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[int | None, Warehouse]]:
    made = {number: world(tmp_path_factory.mktemp("world"), number) for number in (None, 0, 1)}
    yield made
    for one in made.values():
        one.close()


@pytest.fixture(scope="module")
def by_region(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[int, Warehouse]]:
    """The same, all orders in one file: it has no row of Bury where nobody there has one."""
    made = {number: world(tmp_path_factory.mktemp("region"), number, is_regional=True) for number in (0, 1)}
    yield made
    for one in made.values():
        one.close()


def everything(asked: Reader) -> dict[str, object]:
    """Give all that pages make of who tells of orders, and of orders in Bury and in the region."""
    of_bury = Filters(las=(BURY,))
    dols = RareAsked(Filters(), DAY, "dols", PLAIN)
    loads = cohort_loads(asked, "gm", (DAY,), "dols", PLAIN)
    assert loads
    rows = {row.code: row for row in rare_rows(asked, dols)}
    pivot = explore(asked, Slice("children", "la_code", "dols"), Filters(), calendar(asked))
    assert pivot
    return {
        "telling": loads.telling, "guessed": loads.guessed, "counted": loads.counted[BURY],
        "told": is_told(asked, Asked(Filters(), DAY), "dols"),
        "rows": rows,
        "areas": rare_areas(asked, dols),
        "own": rare_rows(asked, RareAsked(of_bury, DAY, "dols", PLAIN)),
        "bands": bands_by(asked, Asked(of_bury, DAY), "dols"),
        "slice": pivot.figures,
        "sources": rounded_sources(asked).to_dict("records"),
        "findings": rounded_findings(asked).to_dict("records"),
        "agree": reconciliation(asked, DAY).to_dict("records"),
    }  # fmt: skip


def test_who_tells_of_orders_says_nothing_of_whether_there_is_one(
    worlds: dict[int | None, Warehouse],
) -> None:
    nobody, one = (everything(Reader(worlds[number], Rule("pepper"))) for number in (0, 1))
    assert repr(nobody).encode() == repr(one).encode()
    assert nobody["telling"] == {BOLTON, BURY, MANCHESTER}
    silent = cohort_loads(Reader(worlds[None], Rule("pepper")), "gm", (DAY,), "dols", PLAIN)
    assert silent
    assert silent.telling == {BOLTON, MANCHESTER}


def test_nor_does_a_regions_file_say_so_by_leaving_the_la_out(
    by_region: dict[int, Warehouse],
) -> None:
    nobody, one = (everything(Reader(by_region[number], Rule("pepper"))) for number in (0, 1))
    assert repr(nobody).encode() == repr(one).encode()
    assert nobody["telling"] == {BOLTON, BURY, MANCHESTER}


def test_whoever_sees_exact_figures_of_the_la_sees_none_and_not_unknown(
    worlds: dict[int | None, Warehouse],
) -> None:
    asked = RareAsked(Filters(las=(BURY,)), DAY, "dols", PLAIN)
    found = {}
    for number, of in worlds.items():
        rows = {row.code: row for row in rare_rows(Reader(of, Rule("pepper", exact=True)), asked)}
        found[number] = (rows["dols"].children.value, rows["dols"].known.value)
    assert found == {None: (0, 0), 0: (0, 60), 1: (1, 60)}
