"""A page's settings: one spelling, defaults left out, and nothing else gets in."""

from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcc_dash.domain.choice import Choice
from rcc_dash.domain.choices import CHOICES, Choices
from rcc_dash.domain.links import decode, encode

WORDS = Choice("x-by", "Split by", "age", MappingProxyType({"age": "Age", "sector": "Sector"}))
NUMBERS = Choice("x-top", "Rows", "20", span=(5, 100, 5))


@pytest.mark.parametrize(("value", "kept"), [("age", "age"), ("sector", "sector"), ("Age", None), ("", None)])
def test_only_an_option_can_be_chosen(value: str, kept: str | None) -> None:
    assert WORDS.spelling(value) == kept


@pytest.mark.parametrize(
    ("value", "kept"),
    [
        ("5", "5"),
        ("005", "5"),
        ("100", "100"),
        ("101", None),
        ("7", None),
        ("-5", None),
        ("٢٠", None),
        ("5\n", None),
        ("9" * 400, None),
        ("", None),
    ],
)
def test_only_a_number_of_the_range_on_a_step_can_be_chosen(value: str, kept: str | None) -> None:
    assert NUMBERS.spelling(value) == kept


def test_what_can_be_chosen_instead_is_said() -> None:
    assert WORDS.possible() == "“Age” is shown."
    assert NUMBERS.possible() == "5 to 100 in steps of 5 can be chosen."


@pytest.mark.parametrize("choice", CHOICES.values(), ids=lambda choice: choice.key)
def test_every_setting_can_be_linked_to(choice: Choice) -> None:
    assert choice.spelling(choice.default) == choice.default
    assert choice.title
    assert all(code.isascii() and code.replace("_", "").isalnum() for code in choice.options)
    assert choice.key.replace("-", "").isalnum()
    assert "-" in choice.key


@given(st.sampled_from([*CHOICES]), st.text(max_size=30))
def test_what_is_not_an_option_changes_nothing(key: str, value: str) -> None:
    chosen = Choices().having(key, value)
    assert chosen == Choices() or CHOICES[key].spelling(value) is not None


def test_a_default_is_left_out_and_a_choice_kept() -> None:
    chosen = Choices().having("d-part", "whose")
    assert chosen.get("d-part") == "whose"
    assert chosen.having("d-part", "many") == Choices()
    assert Choices((("no-such", "x"),)).normalised() == Choices()


def test_an_unknown_value_in_a_link_is_told() -> None:
    state, notices = decode({"d-part": ("<b>where</b>",)}, ())
    assert state.choices == Choices()
    assert [notice.text for notice in notices] == [
        "The link asked for “Part of the Distance page” “bwhereb”, which cannot be had. “How many” is shown."
    ]


def test_a_choice_is_one_plain_parameter() -> None:
    state, notices = decode({"d-part": ("where",), "d-of": ("far",)}, ())
    assert encode(state) == {"d-part": "where"}
    assert notices == ()
