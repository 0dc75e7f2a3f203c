"""Suppressed is not missing is not nought: every mark keeps its own meaning, and no mark is a number."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from rcc_dash.domain.published_values import Cell, State, meaning, read_cell, written_mark
from rcc_dash.reference.tables import rows

CODES = rows("published_codes")
PUBLISHERS = sorted({r["publisher"] for r in CODES} - {"any"})
WITHOUT = [r for r in CODES if r["keeps_value"] == "no"]
BESIDE = [r for r in CODES if r["keeps_value"] == "yes"]
NUMBERLESS = {State(r["state"]) for r in WITHOUT} - {State.UNRELIABLE}
WORDS = st.text(st.characters(categories=["Ll", "Lu"]), min_size=4)


@pytest.mark.parametrize("row", WITHOUT, ids=lambda r: f"{r['publisher']} {r['code']}")
def test_every_mark_is_its_state_and_never_a_number(row: dict[str, str]) -> None:
    publisher = PUBLISHERS[0] if row["publisher"] == "any" else row["publisher"]
    for written in (row["code"], f" {row['code'].upper()} "):
        cell = read_cell(written, publisher)
        assert cell is not None
        assert (cell.value, cell.state.value) == (None, row["state"])
    assert written_mark(row["state"], row["code"]).startswith("[")
    assert meaning(row["mark"])


@pytest.mark.parametrize("row", BESIDE, ids=lambda r: r["code"])
def test_a_mark_beside_a_number_keeps_the_number(row: dict[str, str]) -> None:
    cell = read_cell(f"1,234.5 {row['code']}", "dfe")
    assert cell == Cell(1234.5, State(row["state"]), row["code"])
    assert read_cell(f"1,234.5{row['code']}", "mhclg") == cell
    assert written_mark(cell.state, cell.mark) == row["mark"]


@pytest.mark.parametrize("publisher", PUBLISHERS)
def test_a_dash_and_low_are_kept_whoever_writes_them(publisher: str) -> None:
    """A dash is suppressed, nil or not applicable; no publisher says which, so neither do we."""
    assert read_cell("-", publisher) == Cell(None, State.NOT_TOLD, "-")
    assert read_cell("low", publisher) == Cell(None, State.LOW, "low")
    assert (written_mark("not_told", "-"), written_mark("low", "low")) == ("[-]", "[low]")


def test_publishers_mean_different_things_by_the_same_mark() -> None:
    assert read_cell("[note 4]", "mhclg") == Cell(None, State.NOT_AVAILABLE, "[note 4]")
    assert read_cell("~", "dfe") == Cell(None, State.LOW, "~")
    assert read_cell("~", "ons") is None


@pytest.mark.parametrize(("written", "mark"), [("c", "[c]"), ("k", "[low]"), ("z", "[z]"), ("x", "[x]")])
def test_dfes_letters_are_written_as_marks(written: str, mark: str) -> None:
    cell = read_cell(written, "dfe")
    assert cell is not None
    assert written_mark(cell.state, cell.mark) == mark


def test_nought_is_a_number_and_a_plain_number_has_no_mark() -> None:
    assert read_cell("0", "dfe") == Cell(0.0, State.KNOWN)
    assert written_mark("known", None) == ""
    assert meaning("[nothing]") == ""


@given(st.integers(-(10**12), 10**12), st.sampled_from(PUBLISHERS))
def test_every_whole_number_is_read_with_and_without_commas(number: int, publisher: str) -> None:
    for written in (f"{number}", f"{number:,}", f" {number} "):
        assert read_cell(written, publisher) == Cell(float(number), State.KNOWN)


@given(st.floats(allow_nan=False, allow_infinity=False, width=64), st.sampled_from(PUBLISHERS))
def test_every_fraction_is_read_as_a_computer_writes_it(number: float, publisher: str) -> None:
    cell = read_cell(repr(number), publisher)
    assert cell == Cell(number, State.KNOWN)


@given(WORDS, st.sampled_from(PUBLISHERS))
def test_words_are_neither_a_number_nor_a_mark(words: str, publisher: str) -> None:
    assert read_cell(words, publisher) is None


@given(st.text(max_size=8), st.sampled_from(PUBLISHERS))
@example("U", "dfe")  # too unreliable to publish; others print an unreliable number with its mark
def test_a_cell_without_a_number_always_says_why(text: str, publisher: str) -> None:
    cell = read_cell(text, publisher)
    if cell is not None and cell.value is None:
        assert cell.state in NUMBERLESS | {State.UNRELIABLE}
    if cell is not None and cell.state in NUMBERLESS:
        assert cell.value is None
