"""Which sheets and files beside published figures hold nothing that is loaded, and why?"""

from typing import Final

from rcc_dash.ingest.layouts.known_headings import reason_by_headings
from rcc_dash.ingest.sheets import Sheet

_PASSED: Final = {
    (
        "service category code",
        "service line description",
    ): "It shows one council at a time from the data sheet.",
}
_LOOKUP: Final = "It is a lookup of areas. The app brings its own, so nothing of it is stored."
_LEFT_OUT: Final = {
    ("ltla23cd", "utla23cd"): _LOOKUP,
    ("ladcd", "utlacd"): _LOOKUP,
    ("utlacd", "rgncd"): _LOOKUP,
    ("region name", "la name", "new la code", "old la code"): _LOOKUP,
    ("ofsted la name", "dfe la name"): _LOOKUP,
}
"""Headings by which such a sheet is known, in plain words, and what is said of it."""

_OF_FIGURES: Final = {("time period",): "It has figures of a time."}
"""What DfE's figures have beside the areas' names: with other headings changed they are no lookup."""


def reason(sheet: Sheet) -> str:
    """Say why a sheet of a publisher's workbook is not loaded; "" when it is of no such kind."""
    return reason_by_headings(sheet, _PASSED)


def left_out(sheet: Sheet) -> str:
    """Say why a lookup is rightly here and yet not loaded; "" when it is of no such kind."""
    return "" if reason_by_headings(sheet, _OF_FIGURES) else reason_by_headings(sheet, _LEFT_OUT)
