"""What a file holds once it is read: sheets of text with the file's own row numbers.

Rows are packed into columns a few thousand at a time: a million rows as Python lists would take
gigabytes, packed they take about as much as the file.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, zip_longest
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

MAX_ROWS: Final = 2**20
"""Excel's own limit; a region's ten years of episodes are half of it."""

MAX_COLUMNS: Final = 1000
"""Twenty times the widest list of Ofsted's; more is a stray cell or no table of ours."""

MAX_CELL_CHARACTERS: Final = 2**17
"""Four times what a cell of Excel holds, and the limit of Python's reader of CSV."""

_ROWS_PACKED: Final = 5000


class TooMuchError(ValueError):
    """A sheet is beyond the limits; says which, in words for people."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet; `name` is "" for a CSV.

    `rows` has every row that is not blank: each cell as text ("" if blank), columns numbered
    from 0, the index the row number as a person counts (from 1). `is_hidden`: whoever opens the
    workbook does not see it.
    """

    name: str
    rows: pd.DataFrame
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Workbook:
    """One file's sheets in order; `encoding` is the text encoding of a CSV, else the file's kind."""

    file_name: str
    encoding: str
    sheets: tuple[Sheet, ...]


def as_sheet(rows: Iterable[Sequence[str]]) -> pd.DataFrame:
    """Make rows of cells, however long each, into the frame of a Sheet.

    Raises TooMuchError beyond the limits, without reading on.
    """
    packed = list(_packed(rows))
    width = max((part.num_columns for part in packed), default=0)
    table = pa.table({str(i): pa.chunked_array([_column(part, i) for part in packed]) for i in range(width)})
    del packed
    filled = _filled(table)
    frame: pd.DataFrame = table.to_pandas(self_destruct=True)
    del table
    frame.columns = pd.RangeIndex(width)
    frame.index = pd.RangeIndex(1, len(frame) + 1)
    return frame if filled.all() else frame.loc[filled]


def _packed(rows: Iterable[Sequence[str]]) -> Iterator[pa.Table]:
    given, read = iter(rows), 0
    while some := list(islice(given, _ROWS_PACKED)):
        read += len(some)
        if read > MAX_ROWS:
            message = f"It has more than {MAX_ROWS:,} rows."
            raise TooMuchError(message)
        yield _packed_once(some)


def _packed_once(rows: list[Sequence[str]]) -> pa.Table:
    narrow = [_without_blank_end(row) if len(row) > MAX_COLUMNS else row for row in rows]
    width = max(1, *map(len, narrow))
    if width > MAX_COLUMNS:
        message = f"It has {width:,} columns; the most is {MAX_COLUMNS:,}."
        raise TooMuchError(message)
    cells = zip_longest(*narrow, fillvalue="")
    columns = [pa.array(column, pa.large_string()) for column in cells] or [
        pa.array([""] * len(rows), pa.large_string())
    ]
    longest = max(pc.max(pc.utf8_length(column)).as_py() for column in columns)
    if longest > MAX_CELL_CHARACTERS:
        message = f"A cell holds more than {MAX_CELL_CHARACTERS:,} characters."
        raise TooMuchError(message)
    return pa.table({str(i): column for i, column in enumerate(columns)})


def _without_blank_end(row: Sequence[str]) -> Sequence[str]:
    """Cut off the blank cells at the end, of which Excel may write thousands."""
    end = next((i for i in range(len(row), 0, -1) if row[i - 1].strip()), 0)
    return row[:end]


def _filled(table: pa.Table) -> npt.NDArray[np.bool_]:
    """Say which rows hold anything but spaces."""
    filled = np.zeros(table.num_rows, dtype=np.bool_)
    for column in table.columns:
        filled |= pc.not_equal(pc.utf8_trim_whitespace(column), "").to_numpy()
    return filled


def _column(part: pa.Table, number: int) -> pa.Array:
    if number < part.num_columns:
        return part.column(number).combine_chunks()
    return pa.array([""] * part.num_rows, pa.large_string())
