"""Which sheets are known by a set of headings to hold nothing that is loaded?"""

from collections.abc import Mapping
from typing import TypeVar

from rcc_dash.ingest.headings import HEADING_ROWS_SEARCHED, plain
from rcc_dash.ingest.sheets import Sheet

_Words = TypeVar("_Words", bound=tuple[str, ...])


def reason_by_headings(sheet: Sheet, reasons: Mapping[_Words, str]) -> str:
    """Give the reason of the first kind whose headings stand together near the top; "" when none does.

    `reasons`: headings in plain words that a sheet of a kind has in one row, and what is said of it.
    """
    top = sheet.rows.head(HEADING_ROWS_SEARCHED)
    rows = [{plain(text) for text in cells} for cells in top.itertuples(index=False)]
    found = (why for words, why in reasons.items() if any(row.issuperset(words) for row in rows))
    return next(found, "")
