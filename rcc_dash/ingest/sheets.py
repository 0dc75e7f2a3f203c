"""What a file holds once it is read: sheets of text with the file's own row numbers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

import pandas as pd


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; `name` is "" for a CSV.

    `rows` has every row that is not blank: each cell as text ("" if blank), columns numbered
    from 0, the index the row number as a person counts (from 1).
    """

    name: str
    rows: pd.DataFrame


@dataclass(frozen=True, slots=True)
class Workbook:
    """One file's sheets in order; `encoding` is the text encoding of a CSV, else the file's kind."""

    file_name: str
    encoding: str
    sheets: tuple[Sheet, ...]


def as_sheet(rows: Iterable[Sequence[str]]) -> pd.DataFrame:
    """Make rows of cells, however long each, into the frame of a Sheet."""
    columns = list(zip_longest(*rows, fillvalue=""))
    frame = pd.DataFrame({i: pd.Series(cells, dtype="str") for i, cells in enumerate(columns)})
    frame.index = pd.RangeIndex(1, len(frame) + 1)
    blank = pd.Series(data=True, index=frame.index)
    for column in frame:
        blank &= frame[column].str.strip() == ""
    return frame.loc[~blank]
