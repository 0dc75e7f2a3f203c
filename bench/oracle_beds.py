"""Do homes added up and rows of files keep to decisions 14 and 22? They are places and rows, not children."""

from pathlib import Path
from typing import Final

import duckdb
import pandas as pd

_STATES: Final = ["held", "blocked", "void", "untold", "matching", "staffing", "solo", "repair", "reserved"]
_OF_EMPTY: Final = ("stood", "never")
"""Questions whose homes tell of children by themselves: they are rounded too."""
_LEAST, _BASE, _HOMES = 10, 5, 3
_BEDS: Final = "SELECT b.*, a.question FROM bed AS b JOIN asked AS a ON a.asked = b.asked ORDER BY ALL"
_ROWS: Final = (
    "SELECT unnest([rows_read, rows_loaded, rows_mended, rows_rejected, rows_repeated]) AS n FROM source_rows"
    ' UNION ALL SELECT "rows" AS n FROM finding_rows'
)


def places_and_rows(release: Path) -> tuple[int, int]:
    """Say how many rows of homes and of files a release tells, and how many tell more than they may."""
    with duckdb.connect(str(release), read_only=True) as file:
        beds, rows = file.execute(_BEDS).df(), file.execute(_ROWS).df()["n"].dropna()
    return len(beds) + len(rows), int(_tells_more(beds).sum()) + int((~_may(rows)).sum())


def _tells_more(beds: pd.DataFrame) -> pd.Series:
    """Say which rows have a state that is not rounded, or is of too few homes or children."""
    states = beds[_STATES].astype(float)
    is_told = states.notna().any(axis=1)
    uneven = (states.mod(_BASE).gt(0) | states.lt(0)).any(axis=1)
    few = is_told & ~(beds["told_homes"].ge(_HOMES) & beds["held"].ge(_LEAST))
    more = beds["held"].astype(float) > beds["told_places"].astype(float)
    known = beds["known"].notna() & ~_may(beds["known"].astype(float))
    empty = beds["question"].isin(_OF_EMPTY) & beds[["homes", "places"]].astype(float).mod(_BASE).gt(0).any(
        axis=1
    )
    return uneven | few | more | known | empty


def _may(counts: pd.Series) -> pd.Series:
    """Say which counts are rounded ones of ten or more."""
    return counts.ge(_LEAST) & counts.mod(_BASE).eq(0)
