"""The SQL that *Explore* shows, typed into the box, gives the very numbers of the page, cell by cell."""

from collections.abc import Iterator, Sequence
from datetime import date
from threading import Event
from typing import cast

import pandas as pd
import pytest

from rcc_dash.domain.explore import ALL, AWAY, Slice, refusal
from rcc_dash.domain.explore_published import published_series
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.places import cooperatives
from rcc_dash.domain.typed_examples import EXAMPLES, Example
from rcc_dash.queries import explore_table
from rcc_dash.queries.explore import explore, list_days
from rcc_dash.queries.explore_published_sql import published_sql
from rcc_dash.queries.explore_sql import slice_sql
from rcc_dash.queries.published import published
from rcc_dash.queries.reader import Reader
from rcc_dash.store.typed.folder import shared_file
from rcc_dash.store.typed.limits import USUAL
from rcc_dash.store.typed.linkable import linkable
from rcc_dash.store.typed.process import TypedProcess
from rcc_dash.store.typed.share import Scope
from tests.queries.conftest import DAY, Region

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
    (Slice("places_per_100", "la_code", "as_of"), F(rcc="se")),
    (Slice("places_per_100", "la_code", "none"), F(sector=("private",), age=("10to15", "16plus"))),
    (Slice("homes", "judgement", "home_sector"), F(rcc="se")),
    (Slice("places", "la_code", "as_of"), F(rcc="se", sub_region="berkshire", sector=("private",))),
    (Slice("homes", "home_type", "none"), F(las=(BOLTON, WIGAN))),
)


@pytest.fixture(scope="module")
def box(region: Region) -> Iterator[TypedProcess]:
    """The process that answers typed questions, over the tables that everybody may see."""
    home, reader, loaded = region
    scope = Scope(reader.warehouse.build_id, (), explore_table.shown_tables(reader, loaded))
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
    region: Region, box: TypedProcess, one: Slice, filters: Filters
) -> None:
    assert refusal(one, filters, is_exact=False) == ""
    found = explore(region[1], one, filters, region[2])
    assert found
    sql = slice_sql(one, filters, found.days, list_days(one, filters, region[2]))
    shown = {key: figure.value for key, figure in found.figures.items() if figure.value}
    told = numbers(asked(box, sql), one)
    beyond = told.keys() - found.figures.keys()
    assert all("unknown" in key for key in beyond)
    assert {key: value for key, value in told.items() if value and key not in beyond} == shown
    assert len(shown) > 1
    assert linkable(sql).because == ""


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one.code)
def test_every_example_has_an_answer(box: TypedProcess, example: Example) -> None:
    assert len(asked(box, example.sql)) > 1


@pytest.mark.parametrize("code", ["cla", "far_share", "weekly_cost_3"])
def test_the_sql_of_official_figures_gives_them(region: Region, box: TypedProcess, code: str) -> None:
    found = published(region[1], published_series()[code], cooperatives()["gm"].la_codes, DAY)
    told = asked(box, published_sql(found)).set_index("area_code")["value"]
    for la, beside in found.by_la.items():
        assert beside.own
        assert told.get(la) == beside.own.value


def test_every_number_that_can_be_typed_for_is_protected(box: TypedProcess) -> None:
    parts = [*AWAY, *(f"not_{share}" for share in AWAY)]
    columns = ", ".join(["children", *parts])
    found = asked(
        box,
        "SELECT min(n) AS low, bool_and(n % 5 = 0) AS fits, count(n) AS cells,"  # noqa: S608 names of ours
        " count(n) FILTER (WHERE nearly_all) AS told"
        f" FROM (SELECT unnest([{columns}]) AS n, nearly_all FROM children_shown)",
    )
    assert found.drop(columns="cells").iloc[0].tolist() == [10, True, 0]
    assert found["cells"][0] > 100_000
    longest = "SELECT max(len(string_split(parted_by, '+'))) AS most, count(DISTINCT parted_by) AS sets"
    assert asked(box, f"{longest} FROM children_shown").iloc[0].tolist() == [3, 93]


def test_cells_for_typed_questions_are_asked_a_day_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    """All days at once took longer, at three million episodes, than any question may take."""
    asked_of: list[Sequence[date]] = []
    nobody = cast("Reader", None)
    monkeypatch.setattr(
        explore_table, "children_shown", lambda _, days: asked_of.append(days) or pd.DataFrame()
    )
    assert explore_table.every_day_shown(nobody, [DAY, date(2024, 3, 31)]).empty
    assert explore_table.every_day_shown(nobody, []).empty
    assert asked_of == [(DAY,), (date(2024, 3, 31),), ()]
