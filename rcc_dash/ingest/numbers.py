"""Which number does a cell hold, however a spreadsheet wrote it?"""

from typing import Final

import pandas as pd

MOST: Final = 2**31 - 1
"""Tables hold whole numbers in 32 bits."""


def to_numbers(cells: pd.Series) -> pd.Series:
    """Read amounts with pound signs, commas and spaces; null where blank or no number."""
    bare = cells.str.replace(r"[£,\s]", "", regex=True).str.replace(r"^\((.+)\)$", r"-\1", regex=True)
    return pd.to_numeric(bare.where(bare.ne("")), errors="coerce").astype("Float64")


def to_whole_numbers(cells: pd.Series) -> pd.Series:
    """Read counts: zero or more, without a fraction ("5.0" is 5); null where blank or no count.

    A number beyond `MOST` counts nothing that there is, and would not fit into the tables.
    """
    numbers = to_numbers(cells)
    is_count = (numbers >= 0) & (numbers <= MOST) & (numbers % 1 == 0)
    return numbers.where(is_count.fillna(value=False)).astype("Int64")
