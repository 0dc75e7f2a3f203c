"""Which sheets of Ofsted's releases hold nothing that is loaded, and why?"""

from collections.abc import Iterable
from typing import Final

from rcc_dash.ingest.headings import HEADING_ROWS_SEARCHED, plain
from rcc_dash.ingest.sheets import Sheet

_WHY: Final = {
    ("section", "detail"): "It is the cover sheet.",
    ("worksheet title and link", "description of contents of worksheet"): "It lists the other sheets.",
    ("note number", "note text"): "It holds notes.",
    ("must be filled", "how to write it"): "It holds the notes of the template.",
    ("topic", "local authorities", "all social care providers"): "It describes the other sheets.",
    ("period as at", "outstanding", "good"): "It counts judgements that are loaded home by home.",
    ("period", "outstanding", "good"): "It counts judgements that are loaded inspection by inspection.",
    ("local authority name", "inspection visit date"): "It lists visits; judgements are on the other sheets.",
    ("local authority name", "la authority type"): "It sets out inspections before 2018, one column each.",
}
"""Headings by which such a sheet is known, in plain words, and what is said of it."""


def reason(sheet: Sheet) -> str:
    """Say why a sheet of a known kind is not loaded; "" when it is of no such kind."""
    top = sheet.rows.head(HEADING_ROWS_SEARCHED)
    rows = [{plain(text) for text in cells} for cells in top.itertuples(index=False)]
    return next((why for words, why in _WHY.items() if _has(rows, words)), "")


def _has(rows: Iterable[set[str]], words: tuple[str, ...]) -> bool:
    return any(row.issuperset(words) for row in rows)
