"""Which files of the SSDA903 return are not used, and why?"""

from typing import Final

from rcc_dash.ingest.layouts.known_headings import reason_by_headings
from rcc_dash.ingest.sheets import Sheet

_UNUSED: Final = "Nothing of it is used here, so nothing of it is stored."
_WHY: Final = {
    ("in touch", "activ", "accom"): f"It holds care leavers (OC3), who are no longer looked after. {_UNUSED}",
    ("date int", "date match"): f"It holds decisions on adoption (AD1). {_UNUSED}",
    ("date placed", "date placed ceased"): f"It holds placements for adoption. {_UNUSED}",
    ("prev perm",): f"It holds earlier adoptions and permanence orders. {_UNUSED}",
    ("review", "review code"): f"It holds dates of reviews. {_UNUSED}",
    ("sw id", "sw decom"): f"It holds social workers. {_UNUSED}",
}
"""Headings by which such a file is known, in plain words, and what is said of it."""


def reason(sheet: Sheet) -> str:
    """Say why a file of the return is rightly here and yet not loaded; "" when it is of no such kind."""
    return reason_by_headings(sheet, _WHY)
