"""How is a table written as a CSV that Excel opens rightly and that can start no formula?"""

import csv
import re
from collections.abc import Mapping
from io import StringIO
from typing import Final

import pandas as pd

from rcc_dash.export.citation import Citation, header_lines

BOM: Final = "\ufeff"
"""Tells Excel that the text is UTF-8."""

_FORMULA: Final = re.compile(r"""^[\s"']*[=+\-@\t\r]""")
_NUMBER: Final = re.compile(r"^-?\d+(\.\d+)?$")


def csv_text(frame: pd.DataFrame, headings: Mapping[str, str], citation: Citation) -> str:
    """Write the citation, a blank line, and only the columns named in `headings`, in that order.

    `headings` gives each column its words, with the unit. Nulls are blank: hidden and missing
    figures must come as their marks. Raises KeyError for a column that is not there.
    """
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerows((label, safe_cell(text)) for label, text in header_lines(citation))
    writer.writerow(())
    writer.writerow([safe_cell(words) for words in headings.values()])
    columns = [frame[name].tolist() for name in headings]
    writer.writerows([safe_cell(cell) for cell in row] for row in zip(*columns, strict=True))
    return BOM + out.getvalue()


def safe_cell(cell: object) -> str:
    """Write one cell; text that a spreadsheet might run as a formula gets an apostrophe in front.

    Plain negative numbers stay numbers.
    """
    text = "" if _is_null(cell) else str(cell)
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.match(text) else text


def _is_null(cell: object) -> bool:
    return cell is None or cell is pd.NA or cell is pd.NaT or cell != cell  # noqa: PLR0124  NaN differs from itself
