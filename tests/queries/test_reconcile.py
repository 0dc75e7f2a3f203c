"""What two sources do not agree on is counted, protected, and told in words."""

from collections.abc import Callable, Iterator, Mapping
from typing import cast

import pandas as pd
import pytest

from rcc_dash.domain.cross_checks import CROSS_CHECKS
from rcc_dash.domain.disclosure import Rule
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.reconcile import PARTS, findings, reconciliation
from rcc_dash.settings import DataHome
from rcc_dash.store.statements import statement
from rcc_dash.store.warehouse import Warehouse
from tests.store.staged_by_hand import BOLTON, built, episode, load, returns, sheet

DAY = pd.Timestamp("2024-03-31").date()
_KEYS = ("la_code", "year", "child_key", "record_key")
BOUGHT, UNKNOWN, MISSED = 40, 14, 3
"""Children whom both know, whom only the census knows, and whom only the returns know."""


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warehouse]:
    home = DataHome(tmp_path_factory.mktemp("home"))
    episodes = [episode(f"c{n}", "2023-05-01", provider_code="PR4") for n in range(BOUGHT + MISSED)]
    returns(home, *episodes)
    strangers = [episode(f"s{n}", "2023-05-01") for n in range(UNKNOWN)]
    told = {
        "as_of": DAY, "row_class": "child", "started_on": pd.Timestamp("2023-05-01").date(),
        "family_code": "foster", "sector_hint": "independent",
    }  # fmt: skip
    rows = [{**{key: row[key] for key in _KEYS}, **told} for row in (*episodes[:BOUGHT], *strangers)]
    load(home, "census", sheet("census", "placements_census", rows, BOLTON, str(DAY)))
    opened = built(home)
    yield opened
    opened.close()


@pytest.fixture
def reader(warehouse: Warehouse) -> Callable[..., Reader]:
    return lambda *, exact=False: Reader(warehouse, Rule("pepper", exact=exact))


@pytest.mark.parametrize("name", ["reconciliation", "findings", "stock_by_la", "fitness"])
def test_columns_are_those_of_the_header(warehouse: Warehouse, name: str) -> None:
    told = statement(name)
    with warehouse._connection.cursor() as cursor:  # noqa: SLF001 -- a frame has lost DuckDB's own types
        cursor.execute("USE wh")
        cursor.execute(told.sql, {"date": DAY})
        assert tuple((column[0], str(column[1])) for column in cursor.description) == told.columns


def test_what_links_and_what_does_not_is_counted(reader: Callable[..., Reader]) -> None:
    one = reconciliation(reader(exact=True), DAY).iloc[0]
    assert one["title"] == "Placements Northwest census"
    counted = one[["known", "exact", "unknown", "not_open", "only_returns"]].tolist()
    assert counted == [BOUGHT + UNKNOWN, BOUGHT, UNKNOWN, UNKNOWN, MISSED]


def test_small_numbers_are_hidden_and_others_rounded(reader: Callable[..., Reader]) -> None:
    one = reconciliation(reader(), DAY).iloc[0][list(PARTS)]
    assert pd.isna(one["only_returns"])
    assert all(pd.isna(number) or (number >= 10 and number % 5 == 0) for number in one)


def test_a_source_that_knows_too_few_children_looks_like_one_that_knows_none(warehouse: Warehouse) -> None:
    """A row of hidden numbers alone would tell that there is a child."""

    class Few:
        def ask(self, name: str, params: Mapping[str, object]) -> pd.DataFrame:
            found = warehouse.ask(name, params)
            numbers = [column for column in found if column.endswith("_n")]
            return found.assign(**dict.fromkeys(numbers, 9))

    assert reconciliation(Reader(cast("Warehouse", Few()), Rule("pepper")), DAY).empty
    assert len(reconciliation(Reader(cast("Warehouse", Few()), Rule("pepper", exact=True)), DAY))


def test_findings_are_told_in_words_and_whole_stocks_are_held_together(reader: Callable[..., Reader]) -> None:
    found = findings(reader(exact=True), DAY).set_index("code")
    assert found["children"].to_dict() == {"X01": UNKNOWN - MISSED, "X02": UNKNOWN}
    assert found.loc["X02", "what"] == CROSS_CHECKS["X02"].what


def test_findings_of_too_few_children_are_not_told_at_all(warehouse: Warehouse) -> None:
    hidden = findings(Reader(warehouse, Rule("pepper")), DAY)
    assert (hidden["children"] >= 10).all()
    assert (hidden["children"] % 5 == 0).all()
