"""Slices: the numbers of every other page, totals of their own, and what may not be crossed is said."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from threading import Event
from typing import cast

import pandas as pd
import pytest

from rcc_dash.domain.disclosure import HIDDEN, HIGH, NOT_RETURNED, Rule
from rcc_dash.domain.explore import ALL, Slice, refusal
from rcc_dash.domain.explore_published import published_series
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.headline import Figure
from rcc_dash.domain.places import cooperatives
from rcc_dash.domain.typed_examples import EXAMPLES, Example
from rcc_dash.intake.secret_keys import pepper
from rcc_dash.queries.area_values import Day, area_values
from rcc_dash.queries.calendar import Calendar, calendar
from rcc_dash.queries.children import ALL_AREAS
from rcc_dash.queries.explore import Pivot, explore
from rcc_dash.queries.explore_published_sql import published_sql
from rcc_dash.queries.explore_sql import slice_sql
from rcc_dash.queries.explore_table import shown_tables
from rcc_dash.queries.published import published
from rcc_dash.queries.reader import Reader
from rcc_dash.settings import DataHome
from rcc_dash.store.typed.folder import shared_file
from rcc_dash.store.typed.limits import USUAL
from rcc_dash.store.typed.linkable import linkable
from rcc_dash.store.typed.process import TypedProcess
from rcc_dash.store.typed.share import Scope
from rcc_dash.store.warehouse import Warehouse
from tests.disclosure.test_one_cell_one_number import random_filters
from tests.queries.conftest import DAY, HandMade, ReaderMaker

BOLTON, BURY, WIGAN, KENT = "E08000001", "E08000002", "E08000010", "E10000016"
F = Filters
SLICES = (
    (Slice("children", "la_code", "placement"), F()),
    (Slice("children", "la_code", "age"), F(placement=("foster", "home", "supported"))),
    (Slice("children", "placement", "age"), F(las=(BOLTON, BURY))),
    (Slice("children", "legal", "care"), F(rcc="se")),
    (Slice("children", "dols", "cost"), F(rcc="se", sub_region="berkshire")),
    (Slice("children", "age", "placement"), F(rcc="se", placement=("foster", "parents"))),
    (Slice("children", "as_of", "none"), F(age=("16plus",), sector=("private", "voluntary"))),
    (Slice("far", "la_code", "as_of"), F(sector=("private", "own_la"))),
    (Slice("outside", "placement", "none", as_number=True), F(rcc="se", las=(KENT,), age=("16plus",))),
    (Slice("outside", "placement", "none"), F(rcc="se", age=("16plus", "10to15"))),
    (Slice("out_region", "placement", "la_code"), F(placement=("foster", "parents"))),
    (Slice("far_outside", "as_of", "age"), F(as_of=date(2023, 3, 31))),
    (Slice("residential", "la_code", "age"), F(rcc="se")),
    (Slice("homes", "judgement", "home_sector"), F(rcc="se")),
    (Slice("places", "la_code", "as_of"), F(rcc="se", sub_region="berkshire", sector=("private",))),
    (Slice("homes", "home_type", "none"), F(las=(BOLTON, WIGAN))),
)


@pytest.fixture(scope="module")
def region(demo_home: Path) -> Iterator[tuple[DataHome, Reader, Calendar]]:
    home = DataHome(demo_home).demo
    opened = Warehouse.open_current(home)
    assert opened
    reader = Reader(opened, Rule(pepper(home)))
    yield home, reader, calendar(reader)
    opened.close()


@pytest.fixture(scope="module")
def box(region: tuple[DataHome, Reader, Calendar]) -> Iterator[TypedProcess]:
    """The process that answers typed questions, over the tables that everybody may see."""
    home, reader, loaded = region
    scope = Scope(reader.warehouse.build_id, (), shown_tables(reader, loaded))
    with shared_file(home, scope) as file, TypedProcess(file, USUAL) as process:
        yield process


def asked(box: TypedProcess, sql: str) -> pd.DataFrame:
    answer = box.ask(sql, Event())
    assert "rows" in answer, answer
    columns = cast("list[tuple[str, str]]", answer["columns"])
    return pd.DataFrame(cast("list[list[object]]", answer["rows"]), columns=[name for name, _ in columns])


def numbers(found: pd.DataFrame, one: Slice) -> dict[tuple[str, str], float]:
    """Give the numbers of an answer by the codes of row and column, as the page has them."""
    told = {}
    for row in found.to_dict("records"):
        codes = [ALL if row[code] == "all" else str(row[code]) for code in one.dimensions]
        if not pd.isna(row["value"]):
            told[codes[0], codes[1] if len(codes) > 1 else ALL] = float(row["value"])
    return told


@pytest.mark.parametrize(("one", "filters"), SLICES)
def test_the_sql_of_a_slice_gives_its_very_numbers(
    region: tuple[DataHome, Reader, Calendar], box: TypedProcess, one: Slice, filters: Filters
) -> None:
    assert refusal(one, filters, is_exact=False) == ""
    found = explore(region[1], one, filters, region[2])
    assert found
    sql = slice_sql(one, filters, found.days)
    shown = {key: figure.value for key, figure in found.figures.items() if figure.value}
    told = numbers(asked(box, sql), one)
    beyond = told.keys() - found.figures.keys()
    assert all("unknown" in key for key in beyond)
    assert {key: value for key, value in told.items() if value and key not in beyond} == shown
    assert len(shown) > 1
    assert linkable(sql).because == ""


@pytest.mark.parametrize("seed", range(12))
def test_a_slice_has_the_numbers_of_the_other_pages(
    region: tuple[DataHome, Reader, Calendar], seed: int
) -> None:
    filters = random_filters(seed)
    elsewhere = area_values(region[1], filters, Day(DAY, DAY)).figures
    for measure in ("children", "outside", "far"):
        one = Slice(measure, "la_code", "none")
        if refusal(one, filters, is_exact=False):
            continue
        found = explore(region[1], one, filters, region[2])
        assert found
        for code in (ALL_AREAS, *filters.la_codes):
            same(found.figure(code, ALL), elsewhere[code][measure])


def same(ours: Figure, theirs: Figure) -> None:
    """Alike, but that a sum with a part that is nearly all of its group is not told here (decision 18)."""
    if ours.mark != HIGH:
        assert (ours.value, ours.mark) == (theirs.value, theirs.mark)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one.code)
def test_every_example_has_an_answer(box: TypedProcess, example: Example) -> None:
    assert len(asked(box, example.sql)) > 1


@pytest.mark.parametrize("code", ["cla", "far_share", "weekly_cost_3"])
def test_the_sql_of_official_figures_gives_them(
    region: tuple[DataHome, Reader, Calendar], box: TypedProcess, code: str
) -> None:
    found = published(region[1], published_series()[code], cooperatives()["gm"].la_codes, DAY)
    told = asked(box, published_sql(found)).set_index("area_code")["value"]
    for la, beside in found.by_la.items():
        assert beside.own
        assert told.get(la) == beside.own.value


def sliced(reader: Reader, one: Slice, filters: Filters) -> Pivot:
    found = explore(reader, one, filters, Calendar((DAY,), (), frozenset()))
    assert found
    return found


def test_cells_and_totals_are_the_sets_of_children_that_they_say(
    hand_made: HandMade, reader: ReaderMaker
) -> None:
    for la in cooperatives()["gm"].la_codes:
        hand_made.children(30, la_code=la)
    hand_made.children(40, la_code=BOLTON, placement="home", age="10to15", far=True)
    hand_made.children(40, la_code=BOLTON, age="10to15")
    hand_made.children(4, la_code=BOLTON, placement="home", age="1to4")
    one, asker = Slice("children", "la_code", "age"), reader()
    found = sliced(asker, one, Filters(placement=("home",)))
    rule = asker.rule
    assert found.figure(BOLTON, "10to15").value == rule.count(
        *hand_made.cell(la_code=BOLTON, placement="home", age="10to15")
    )
    assert found.figure(BOLTON, "1to4") == found.figure(BURY, "1to4") == Figure(None, HIDDEN)
    exact = sliced(reader(exact=True), one, Filters(placement=("home",)))
    assert [exact.figure(BOLTON, age).value for age in (ALL, "10to15", "1to4", "5to9")] == [44, 40, 4, 0]


def test_what_is_nearly_all_of_its_group_is_not_told(hand_made: HandMade, reader: ReaderMaker) -> None:
    hand_made.children(200, la_code=BOLTON)
    hand_made.children(12, la_code=BOLTON, placement="home")
    hand_made.children(100, la_code=BURY)
    hand_made.children(100, la_code=BURY, placement="home")
    found = sliced(reader(), Slice("children", "la_code", "placement"), Filters(las=(BOLTON, BURY)))
    assert found.figure(BOLTON, "foster").mark == HIGH
    assert found.figure(BURY, "foster").value
    assert found.figure(ALL, "foster").mark == HIGH


def test_an_area_without_a_return_is_not_an_area_without_children(
    hand_made: HandMade, reader: ReaderMaker
) -> None:
    hand_made.children(40, la_code=BOLTON)
    found = sliced(reader(), Slice("children", "placement", "la_code"), Filters())
    assert found.figure("foster", BURY).mark == NOT_RETURNED
    assert found.figure("home", BOLTON).mark == HIDDEN


@pytest.mark.parametrize(
    ("one", "filters", "said"),
    [
        (
            Slice("children", "placement", "legal"),
            F(age=("16plus",), sector=("private",)),
            "4 things at once",
        ),
        (Slice("far", "placement", "care"), F(age=("16plus",)), "Take a filter off above"),
        (Slice("homes", "age", "none"), F(), "cannot be split by age band"),
        (Slice("children", "judgement", "none"), F(), "cannot be split by Ofsted's judgement"),
        (Slice("residential", "placement", "none"), F(), "cannot be split by placement type"),
        (Slice("residential", "age", "none"), F(placement=("foster",)), "Take that filter off"),
    ],
)
def test_what_is_refused_says_what_to_take_off(one: Slice, filters: Filters, said: str) -> None:
    assert said in refusal(one, filters, is_exact=False)


def test_exact_figures_may_be_crossed_freely() -> None:
    assert not refusal(Slice("far", "placement", "care"), F(age=("16plus",)), is_exact=True)
