"""Numbers and marks read from what the screen shows: nothing is made up, nothing is lost."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcc_dash.domain.disclosure import MARKS
from rcc_dash.export.columns import cell_text, marks_in, written_columns


def column(*cells: object) -> tuple[str, int, tuple[float | None, ...] | None]:
    frame = pd.DataFrame({"name": [f"row {n}" for n in range(len(cells))], "x": list(cells)})
    found = written_columns(frame, {"name": "Name", "x": "Heading"})[1]
    return found.unit, found.decimals, found.numbers


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("1,234", "[c]", ""), ("", 0, (1234.0, None, None))),
        (("43%", "[low]", "7%"), ("%", 0, (43.0, None, 7.0))),
        (("£7,385", "£1,650"), ("£", 0, (7385.0, 1650.0))),
        (("£7,385 a week", "not known"), ("£ a week", 0, (7385.0, None))),
        (("21.8 miles", "7.0 miles"), ("miles", 1, (21.8, 7.0))),
        (("-5", "\u22123", "0"), ("", 0, (-5.0, -3.0, 0.0))),
        ((12, None, 1500), ("", 0, (12.0, None, 1500.0))),
        (("12 to 18", "[c]"), ("", 0, None)),
        (("2025", "2024"), ("", 0, None)),
        (("1234567", "SC123"), ("", 0, None)),
        (("43%", "12"), ("", 0, None)),
        (("[c]", ""), ("", 0, None)),
        (("£1.2m",), ("", 0, None)),
    ],
)
def test_a_column_is_of_numbers_only_where_all_of_it_is(
    cells: tuple[object, ...], expected: tuple[str, int, tuple[float | None, ...] | None]
) -> None:
    assert column(*cells) == expected


@given(st.lists(st.integers(-(10**9), 10**9), min_size=1, max_size=5))
def test_every_whole_number_comes_back(numbers: list[int]) -> None:
    assert column(*[f"{number:,}" for number in numbers])[2] == tuple(map(float, numbers))


def test_the_first_column_names_the_rows_and_names_are_plain_and_differ() -> None:
    frame = pd.DataFrame({"La Code": ["12"], "la-code": ["12"], "%": ["[c]"]})
    found = written_columns(frame, {"La Code": "A", "la-code": "B", "%": "C"})
    assert [one.name for one in found] == ["la_code", "la_code_2", "column_3"]
    assert found[0].numbers is None
    assert marks_in(found) == {"[c]": MARKS["[c]"]}


def test_nulls_are_blank_and_numbers_have_commas() -> None:
    assert [cell_text(cell) for cell in (None, pd.NA, float("nan"), 1234, 0.5, "x")] == [
        "", "", "", "1,234", "0.5", "x",
    ]  # fmt: skip
