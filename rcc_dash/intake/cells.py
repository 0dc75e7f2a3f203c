"""What stands in the cells at fault, where it may be shown: in files about homes, not about children?"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Final

import pandas as pd

from rcc_dash.domain.problems import Severity
from rcc_dash.domain.tables import ALL
from rcc_dash.ingest.read import read_workbook
from rcc_dash.intake.report import Finding
from rcc_dash.intake.take import Looked
from rcc_dash.settings import DataHome
from rcc_dash.store import staging

Cells = dict[tuple[str, int, str], str]
_HEADING_ROWS: Final = 20
_MOST_ROWS: Final = 200
"""Rows at fault whose cells are looked up for one finding: a screen shows fewer."""
_LONGEST: Final = 60
_PRIVATE: Final = re.compile(r"postcode|address|name|person|manager|phone|mail|birth|contact", re.IGNORECASE)
"""Headings whose cells are not shown even in files about homes: restricted lists hold them."""


def cells_at_fault(looked: Looked, place: DataHome) -> Cells:
    """Give the cells at fault by sheet, row and heading; none where a table of the file is about children."""
    at_fault = [one for one in looked.outcome.findings if one.column and one.severity is not Severity.INFO]
    wanted = [one for one in at_fault if one.at and not _PRIVATE.search(one.column or "")]
    if not wanted or _is_personal(looked, place):
        return {}
    sheets = {sheet.name: sheet.rows for sheet in read_workbook(looked.found.path).sheets}
    return dict(_cells(wanted, sheets))


def _is_personal(looked: Looked, place: DataHome) -> bool:
    staged = staging.read(place, looked.arrival.key) if looked.arrival else None
    if staged is None:
        return True
    return any(column.personal for name in staged.tables for column in ALL[name].columns)


def _cells(
    wanted: Iterable[Finding], sheets: Mapping[str, pd.DataFrame]
) -> Iterator[tuple[tuple[str, int, str], str]]:
    for one in wanted:
        rows = sheets.get(one.sheet)
        column = _column(rows, one.column) if rows is not None and one.column else None
        if rows is not None and one.column and column is not None:
            for number in rows.index.intersection(list(islice(one.at, _MOST_ROWS))):
                yield (one.sheet, int(number), one.column), str(rows.loc[number, column])[:_LONGEST]


def _column(rows: pd.DataFrame, heading: str) -> int | None:
    """Find the column under a heading as the file writes it."""
    for cells in rows.head(_HEADING_ROWS).itertuples(index=False, name=None):
        texts = [str(cell).strip() for cell in cells]
        if heading in texts:
            return texts.index(heading)
    return None
