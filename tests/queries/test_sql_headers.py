"""What a question's header promises is what DuckDB gives: the same columns of the same types."""

from datetime import date
from typing import Any

import pytest

from rcc_dash.store.statements import statement

ANY_VALUE = {"VARCHAR[]": [], "DATE[]": [], "DATE": date(2025, 3, 31), "VARCHAR": "", "BOOLEAN": True}
QUESTIONS = (
    "children_by_area", "children_by_la_and_date", "completeness", "dates", "flows", "home_history",
    "homes_by_area", "homes_list", "origins", "returns_by_la",
)  # fmt: skip


@pytest.mark.parametrize("name", QUESTIONS)
def test_columns_are_those_of_the_header(hand_made: Any, name: str) -> None:  # noqa: ANN401 a fixture's own class
    told = statement(name)
    kinds = dict.fromkeys(told.bound, "VARCHAR[]") | {"dates": "DATE[]", "date": "DATE", "urn": "VARCHAR"}
    if name == "children_by_area":
        kinds |= dict.fromkeys(("placement", "age", "sector"), "BOOLEAN")
    cursor = hand_made.connection.execute(told.sql, {key: ANY_VALUE[kinds[key]] for key in told.bound})
    assert tuple((column[0], str(column[1])) for column in cursor.description) == told.columns
