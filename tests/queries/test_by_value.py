"""What follows from a value is the same for every row that has it; a null has its own."""

import pandas as pd

from rcc_dash.queries.by_value import by_value, looked_up

WORDS = pd.Series(["b", None, "a", "b", "c"], index=[9, 8, 7, 6, 5], dtype="str")


def test_each_word_is_asked_about_once_and_told_of_every_row() -> None:
    asked: list[str] = []

    def follows(word: str) -> str:
        asked.append(word)
        return word * 2

    found = by_value(WORDS, follows, "none")
    assert found.tolist() == ["bb", "none", "aa", "bb", "cc"]
    assert found.index.tolist() == WORDS.index.tolist()
    assert sorted(asked) == ["a", "b", "c"]


def test_nobody_is_nobody() -> None:
    assert by_value(WORDS.iloc[:0], str.upper, "none").empty
    assert by_value(pd.Series([None, None], dtype="str"), str.upper, "none").tolist() == ["none", "none"]


def test_a_word_that_is_not_in_the_table_has_nulls() -> None:
    table = pd.DataFrame({"east": [1.5, 2.5], "la_code": ["E1", None]}, index=["a", "b"])
    found = looked_up(WORDS, table)
    assert found.index.tolist() == WORDS.index.tolist()
    assert found["east"].fillna(-1).tolist() == [2.5, -1, 1.5, 2.5, -1]
    assert found["la_code"].fillna("").tolist() == ["", "", "E1", "", ""]
