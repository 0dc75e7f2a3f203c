"""Where only some LAs have returned, a region's figures are said to be of these."""

from dataclasses import replace
from datetime import date

from rcc_dash.domain.filters import Filters
from rcc_dash.ui.returned_strip import returned_words
from tests.ui.on_screen import Browser, notices_of

DAY = date(2025, 3, 31)
BURY = "E08000002"
EVERY = frozenset(Filters().la_codes)


def test_all_and_none_are_not_worth_a_line() -> None:
    assert returned_words(Filters(), DAY, EVERY) == ""
    assert returned_words(Filters(), DAY, frozenset()) == ""
    assert returned_words(replace(Filters(), las=(BURY,)), DAY, frozenset({BURY})) == ""


def test_a_few_are_named_and_many_counted() -> None:
    assert "1 of 10 LAs are loaded for 31 March 2025 (only Bury)." in returned_words(
        Filters(), DAY, frozenset({BURY})
    )
    assert "9 of 10 LAs are loaded for 31 March 2025 (all but Bury)." in returned_words(
        Filters(), DAY, EVERY - {BURY}
    )
    half = frozenset(sorted(EVERY)[:5])
    assert "5 of 10 LAs are loaded for 31 March 2025. Children" in returned_words(Filters(), DAY, half)


def test_it_is_on_the_page_before_any_figure(own: Browser) -> None:
    assert "Returns of 3 of 10 LAs are loaded" in notices_of(own.open("overview"))
