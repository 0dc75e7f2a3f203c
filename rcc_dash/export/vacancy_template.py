"""Which file do providers or LAs fill in to say which places are free?"""

from typing import Final

from rcc_dash.export.template import csv_template, xlsx_template
from rcc_dash.ingest.layouts import vacancies

FILE_NAME: Final = "vacancy-return"
"""Name of the file that is downloaded, without its ending."""

_EXAMPLES: Final = {
    "urn": "SC999999",
    "as_of": "31/03/2025",
    "registered_places": "4",
    "available_places": "3",
    "occupied_places": "2",
    "unavailable_matching": "0",
    "unavailable_staffing": "1",
    "unavailable_solo": "0",
    "unavailable_repair": "0",
    "unavailable_reserved": "0",
}
"""A home of four places that adds up: two occupied, one free, one closed for want of staff."""


def xlsx() -> bytes:
    """Write the vacancy return as a workbook to fill in, with notes and examples on a sheet of their own."""
    (layout,) = vacancies.LAYOUTS
    return xlsx_template(layout, _EXAMPLES)


def csv() -> bytes:
    """Write the headings of the vacancy return as a CSV."""
    (layout,) = vacancies.LAYOUTS
    return csv_template(layout)
