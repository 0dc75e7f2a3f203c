"""A build is asked each thing once, and nobody can change the answer for the next."""

import pandas as pd

from rcc_dash.domain.disclosure import Rule
from rcc_dash.queries.reader import Reader
from rcc_dash.store.warehouse import Warehouse


class Counted(Warehouse):
    """Answers with what it was asked, and counts."""

    def __init__(self) -> None:
        self.asked = 0

    def ask(self, name: str, params: object) -> pd.DataFrame:
        self.asked += 1
        return pd.DataFrame({"name": [name], "params": [str(params)]})


def test_the_same_question_is_asked_once() -> None:
    warehouse = Counted()
    for rule in (Rule("pepper"), Rule("pepper", exact=True)):
        Reader(warehouse, rule).ask("homes", la_codes=["E08000001"], date="2025-03-31")
    assert warehouse.asked == 1


def test_other_values_and_other_builds_are_asked_anew() -> None:
    one, other = Counted(), Counted()
    rule = Rule("pepper")
    found = [
        Reader(one, rule).ask("homes", la_codes=["E08000001"]),
        Reader(one, rule).ask("homes", la_codes=["E08000002"]),
        Reader(one, rule).ask("homes", la_codes=[]),
        Reader(other, rule).ask("homes", la_codes=[]),
    ]
    assert (one.asked, other.asked) == (3, 1)
    assert found[0]["params"][0] == "{'la_codes': ['E08000001']}"


def test_changing_an_answer_changes_it_for_nobody_else() -> None:
    reader = Reader(Counted(), Rule("pepper"))
    mine = reader.ask("homes")
    mine.loc[0, "name"] = "changed"
    mine["more"] = 1
    assert list(reader.ask("homes").columns) == ["name", "params"]
    assert reader.ask("homes")["name"][0] == "homes"
