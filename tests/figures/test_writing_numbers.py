import pytest

from rcc_dash.figures.numbers import shown_number, unit_words


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (1234, "children", "1,234"),
        (0, "homes", "0"),
        (43.4, "share_pct", "43%"),
        (1_234_567, "gbp", "£1.2m"),
        (-950, "gbp", "-£950"),
        (7385, "gbp_week", "£7,385 a week"),
        (21.84, "miles", "21.8 miles"),
        (120.4, "per_100", "120"),
        (None, "children", "not returned"),
        (float("nan"), "children", "not returned"),
    ],
)
def test_numbers_are_written_as_people_write_them(value: float | None, unit: str, text: str) -> None:
    assert shown_number(value, unit) == text


def test_one_decimal_when_a_difference_hangs_on_it() -> None:
    assert shown_number(43.44, "share_pct", 1) == "43.4%"


def test_units_head_a_column_in_words() -> None:
    assert unit_words("per_100") == "per 100 children"
    assert unit_words("homes") == "homes"
