"""How do headings read that stand in two rows, the upper one naming groups of columns?"""

import re
from itertools import accumulate
from typing import Final

from rcc_dash.ingest.headings import Top

_EXCEL_NUMBER: Final = re.compile(r"(?<=\))\d+$")
"""Excel numbers headings that stand in a table more than once: "Total Expenditure (C3)4"."""


def stacked(top: Top) -> Top:
    """Give the rows of headings as each reads with the row above it; a group goes on until the next."""
    above: tuple[str, ...] = ()
    found = {}
    for row, texts in top.items():
        groups = accumulate(above or ("",) * len(texts), _latest)
        found[row] = tuple(_joined(group, text) for group, text in zip(groups, texts, strict=True))
        above = texts
    return found


def _latest(before: str, here: str) -> str:
    return here or before


def _joined(group: str, text: str) -> str:
    return " ".join(filter(None, (group, _EXCEL_NUMBER.sub("", text)))) if text else ""
