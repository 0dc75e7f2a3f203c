"""What the headers of the questions on voids promise is what DuckDB gives."""

import pytest

from rcc_dash.store.statements import names, statement
from tests.queries.conftest import DAY, HandMade
from tests.queries.voids_by_hand import TABLES

VALUES = {"DATE": DAY, "INTEGER": 31}
QUESTIONS = [name for name in names() if name.startswith("voids_")]


@pytest.mark.parametrize("name", QUESTIONS)
def test_columns_are_those_of_the_header(hand_made: HandMade, name: str) -> None:
    hand_made.connection.execute(TABLES)
    told = statement(name)
    bound = {key: VALUES["INTEGER" if key == "days" else "DATE"] for key in told.bound}
    cursor = hand_made.connection.execute(told.sql, bound)
    assert tuple((column[0], str(column[1])) for column in cursor.description) == told.columns
