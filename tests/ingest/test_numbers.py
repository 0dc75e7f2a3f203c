import pandas as pd

from rcc_dash.ingest.numbers import to_numbers, to_whole_numbers


def test_amounts_as_people_write_them() -> None:
    cells = pd.Series(["£1,234.50", " 7 ", "(3)", "-3", "", "lots"])
    assert to_numbers(cells).tolist() == [1234.5, 7.0, -3.0, -3.0, pd.NA, pd.NA]


def test_counts_are_whole_and_not_below_zero() -> None:
    cells = pd.Series(["4", "4.0", "0", "4.5", "-1", "", "four"])
    assert to_whole_numbers(cells).tolist() == [4, 4, 0, pd.NA, pd.NA, pd.NA, pd.NA]
