"""Which Ofsted number is meant, however a spreadsheet wrote it?"""

from typing import Final

import pandas as pd

OTHER_REGULATOR: Final = "XXXXXXX"
"""What the return has for homes that another body than Ofsted regulates."""

_SHAPE: Final = r"SC\d{6}|\d{6,7}|X{7}"
"""Six digits are those of schools that are registered as homes too."""


def tidy_urns(cells: pd.Series) -> pd.Series:
    """Write each URN in capitals without spaces or ".0"; null where blank or no URN."""
    text = cells.str.replace(r"\s+", "", regex=True).str.upper().str.replace(r"\.0+$", "", regex=True)
    return text.where(text.str.fullmatch(_SHAPE))
