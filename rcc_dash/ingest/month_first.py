"""Are dates written month first, as in America, so that some would be read wrongly without a word?"""

from typing import Final

import pandas as pd

from rcc_dash.domain.words import and_list
from rcc_dash.errors import UserError
from rcc_dash.ingest.recognise import Matched

_FEWEST: Final = 5
"""Dates that can only be month first; one or two are slips."""
_ROWS_TRIED: Final = 5000
_PARTS: Final = r"^(\d{1,2})/(\d{1,2})/(?:\d{4}|\d{2})$"
_MONTHS: Final = 12


def refuse_month_first(found: Matched, file_name: str) -> None:
    """Refuse a sheet of which a column's dates can only be month first. Raises UserError.

    Read day first, 03/04/2025 would be taken for 3 April: a wrong date without a word.
    """
    columns = {field: _first_row(found.data[field].head(_ROWS_TRIED)) for field in found.data.columns}
    wrong = [f"'{found.headings[field]}' (row {row})" for field, row in columns.items() if row is not None]
    if wrong:
        where = f"Sheet '{found.sheet}': " if found.sheet else ""
        raise UserError(
            title=f"{file_name} has dates written month first",
            what=f"{where}{and_list(wrong)}: read day first, many are no dates and others wrong ones.",
            fix="Write the dates as day/month/year, or in Excel as dates, and load the file again.",
            code="F16",
        )


def _first_row(cells: pd.Series) -> int | None:
    """Give the first row whose date can only be month first, where several are and none is day first."""
    if not cells.str.contains("/", regex=False).any():
        return None
    parts = cells.str.extract(_PARTS).dropna().astype("int64")
    only_month_first = parts[(parts[0] <= _MONTHS) & (parts[1] > _MONTHS)]
    if len(only_month_first) < _FEWEST or (parts[0] > _MONTHS).any():
        return None
    return int(only_month_first.index[0])
