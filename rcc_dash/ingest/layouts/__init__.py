"""The layouts that are known, each told by its columns; and sheets known to hold nothing to load."""

from typing import Final

from rcc_dash.ingest.layouts import ofsted_passed_over
from rcc_dash.ingest.read import Sheet
from rcc_dash.ingest.recognise import Layout

ALL: Final[tuple[Layout, ...]] = ()


def pass_over(sheet: Sheet) -> str:
    """Say why a sheet that is known holds nothing to load; "" when it may hold something."""
    return ofsted_passed_over.reason(sheet)
