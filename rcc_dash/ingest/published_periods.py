"""Which year does a publisher's word for a period end in, and which area does a code stand for?"""

import re
from typing import Final

import pandas as pd

from rcc_dash.domain.published_areas import published_area

_PERIOD: Final = re.compile(r"(20\d\d)(?:[-/\u2013 ]?(\d\d))?(?:\s*\([^)]*\))?")


def years(cells: pd.Series) -> pd.Series:
    """Give the year that each period ends in: 2025, 202425, 2024-25, 2024/25 (OT); null if unreadable."""
    known = {text: _year(text) for text in cells.unique()}
    return cells.map(known).astype("Int64")


def areas(codes: pd.Series) -> pd.DataFrame:
    """Give `area_code` and `area_level` of each code; null where no figures are published of it."""
    known = {code: published_area(code) for code in codes.unique()}
    return pd.DataFrame(
        {
            "area_code": codes.map({code: area.code if area else None for code, area in known.items()}),
            "area_level": codes.map(
                {code: area.level.value if area else None for code, area in known.items()}
            ),
        }
    )


def _year(text: str) -> int | None:
    said = _PERIOD.fullmatch(text.strip())
    if said is None:
        return None
    first, second = int(said[1]), said[2]
    if second is None:
        return first
    return first + 1 if int(second) == (first + 1) % 100 else None
