"""How is a table written as a CSV that Excel opens rightly and that can start no formula?"""

import math
import re
from collections.abc import Iterable, Mapping
from numbers import Real
from typing import Final

import pandas as pd

from rcc_dash.export.citation import Citation, header_lines

BOM: Final = "\ufeff"
"""Tells Excel that the text is UTF-8."""

_RISKY: Final = "=+@\\-\u2212\uff1d\uff0b\uff0d\uff20"
"""What starts a formula: = + @ and minus, and the wide forms of them that some spreadsheets take too."""

_PASSED_OVER: Final = "\\s\"'`\u2018\u2019\u201c\u201d\u00ad\u200b-\u200f\u2060\ufeff"
"""Blanks, quotation marks and letters of no width, which a spreadsheet or a person may take away."""

_FORMULA: Final = re.compile(f"[\\t\\r\\n]|[{_PASSED_OVER}]*[{_RISKY}]")
_NUMBER: Final = re.compile(r"[-\u2212]?£?(\d{1,3}(,\d{3})+|\d+)(\.\d+)?([eE][+-]?\d+)?%?", re.ASCII)
_UNWRITABLE: Final = re.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f\ud800-\udfff]")
_SPLITS: Final = re.compile(r"[\",;|\t\r\n]")
"""Cells with these stand in quotation marks: LibreOffice also parts a line at a semicolon or a tab."""


def csv_text(frame: pd.DataFrame, headings: Mapping[str, str], citation: Citation) -> str:
    """Write the citation, a blank line, and only the columns named in `headings`, in that order.

    `headings` gives each column its words, with the unit. Nulls are blank: hidden and missing
    figures must come as their marks. Raises KeyError for a column that is not there.
    """
    columns = [frame[name].tolist() for name in headings]
    above = (*header_lines(citation), (), tuple(headings.values()))
    return csv_lines((*above, *zip(*columns, strict=True)))


def csv_lines(rows: Iterable[Iterable[object]]) -> str:
    """Write rows of cells as the text of a whole CSV file."""
    return BOM + "".join(f"{','.join(map(_field, row))}\r\n" for row in rows)


def safe_cell(cell: object) -> str:
    """Write one cell; text that a spreadsheet might run as a formula gets an apostrophe in front.

    Numbers stay numbers, negative ones and those written with commas, £ or % too.
    """
    if isinstance(cell, Real) and not isinstance(cell, bool) and math.isfinite(cell):
        return str(cell)
    text = "" if _is_null(cell) else _UNWRITABLE.sub("", str(cell))
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def _field(cell: object) -> str:
    text = safe_cell(cell)
    doubled = text.replace('"', '""')
    return f'"{doubled}"' if _SPLITS.search(text) else text


def _is_null(cell: object) -> bool:
    return cell is None or cell is pd.NA or cell is pd.NaT or cell != cell  # noqa: PLR0124  NaN differs from itself
