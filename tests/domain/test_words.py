from datetime import date

import pytest

from rcc_dash.domain.words import and_list, counted, long_date, or_list, short_date


@pytest.mark.parametrize(
    ("items", "joined"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_lists_are_joined_as_people_do(items: list[str], joined: str) -> None:
    assert and_list(items) == joined
    assert or_list(items) == joined.replace(" and ", " or ")


def test_a_choice_keeps_the_and_inside_its_items() -> None:
    assert or_list(["10 to 15", "16 and over"]) == "10 to 15 or 16 and over"


def test_dates_have_no_leading_nought() -> None:
    assert long_date(date(2025, 3, 1)) == "1 March 2025"
    assert short_date(date(2025, 3, 31)) == "31 Mar 2025"


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 children"), (1, "1 child"), (2, "2 children"), (1234, "1,234 children")]
)
def test_counts_agree_with_their_noun(number: int, said: str) -> None:
    assert counted(number, "child", "children") == said
