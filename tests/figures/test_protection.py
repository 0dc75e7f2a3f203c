"""What was done to the numbers, said in one line and in plain words."""

import pytest

from rcc_dash.domain.disclosure import MARKS, Rule
from rcc_dash.domain.rounding import METHODS
from rcc_dash.figures.protection import hidden_words, protection_html, treated_words


@pytest.mark.parametrize("method", METHODS)
def test_every_method_is_explained_with_every_mark(method: str) -> None:
    rule = Rule("pepper", method=method)
    assert "hidden under 10" in treated_words(rule)
    assert all(mark in protection_html(rule) for mark in MARKS)
    assert protection_html(rule).startswith('<details class="explained"><summary>What was done')


def test_what_is_hidden_is_counted_in_words() -> None:
    assert hidden_words(0, "cell") == ""
    assert hidden_words(1, "share") == " 1 share is hidden here."
    assert hidden_words(1_200, "cell") == " 1,200 cells are hidden here."


def test_exact_figures_are_only_said_to_be_exact() -> None:
    assert treated_words(Rule("", exact=True)) == "Exact figures."
    assert protection_html(Rule("", exact=True)) == ""
