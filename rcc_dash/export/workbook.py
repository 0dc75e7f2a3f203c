"""How does every workbook that we write begin, so that it carries nothing but what is seen in it?

No text becomes a formula or a link, no name of a person or machine is in its properties, and its date
says nothing. No sheet, row or column is ever hidden: what must not be seen is not written
(`tests/export/workbook_rules.py` holds every workbook to this).
"""

from datetime import datetime
from io import BytesIO
from typing import Final

import xlsxwriter

_NEVER_NEW: Final = datetime(2025, 1, 1)  # noqa: DTZ001 - workbooks hold no time zone; the same bytes at every download
_TEXT_STAYS_TEXT: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def new_workbook(out: BytesIO, title: str) -> xlsxwriter.Workbook:
    """Begin a workbook that is written into `out` when it is closed; its one property is its title."""
    book = xlsxwriter.Workbook(out, _TEXT_STAYS_TEXT)
    book.set_properties({"title": title, "author": "", "created": _NEVER_NEW})
    return book
