"""Which sheets of Ofsted's releases hold nothing that is loaded, and why?"""

from typing import Final

from rcc_dash.ingest.layouts.known_headings import reason_by_headings
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
    return reason_by_headings(sheet, _WHY)
