"""What was done to the numbers, said in one line and in plain words."""

import pytest

from rcc_dash.domain.disclosure import MARKS, Rule
from rcc_dash.domain.rounding import METHODS
from rcc_dash.figures.protection import protection_html, treated_words


@pytest.mark.parametrize("method", METHODS)
def test_every_method_is_explained_with_every_mark(method: str) -> None:
    rule = Rule("pepper", method=method)
    assert "hidden under 10" in treated_words(rule)
    assert all(mark in protection_html(rule) for mark in MARKS)
    assert protection_html(rule).startswith('<details class="explained"><summary>What was done')


def test_exact_figures_are_only_said_to_be_exact() -> None:
    assert treated_words(Rule("", exact=True)) == "Exact figures."
    assert protection_html(Rule("", exact=True)) == ""
