"""Do homes added up and rows of files keep to decisions 14 and 22, and are they those of the build?

They are places and rows, not children. Each is held to the form that it may have, and to what
`bench.oracle_returns`, `oracle_stood` and `oracle_files` reckon anew.
"""

from pathlib import Path
from typing import Final

import duckdb
import pandas as pd

from bench.oracle_files import wrong_rows
from bench.oracle_homes import Homes
from bench.oracle_returns import RETURNED, STATES, Asked, Tell
from bench.oracle_stood import STOOD

BEDS: Final[dict[str, Tell]] = {**RETURNED, **STOOD}
"""What should be told of homes, by question."""
_NUMBERS: Final = ("homes", "places", "told_homes", "told_places", *STATES, "known", "days")
_LEAST, _BASE, _HOMES = 10, 5, 3
_BEDS: Final = (
    "SELECT a.as_of, a.option, b.*, a.question, a.scope, a.parts"
    " FROM bed AS b JOIN asked AS a ON a.asked = b.asked ORDER BY ALL"
)


def places_and_rows(release: Path, build: Path, homes: Homes, pepper: str) -> tuple[int, int]:
    """Say how many rows of homes and of files a release tells, and how many tell more or another number."""
    with duckdb.connect(str(release), read_only=True) as file:
        beds = file.execute(_BEDS).df()
    files, wrong = wrong_rows(release, build)
    bad = _tells_more(beds) | _is_other(beds, homes, pepper)
    return len(beds) + files, int(bad.sum()) + wrong


def _tells_more(beds: pd.DataFrame) -> pd.Series:
    """Say which rows have a state that is not rounded, or is of too few homes or children."""
    states = beds[[*STATES]].astype(float)
    is_told = states.notna().any(axis=1)
    uneven = (states.mod(_BASE).gt(0) | states.lt(0)).any(axis=1)
    few = is_told & ~(beds["told_homes"].ge(_HOMES) & beds["held"].ge(_LEAST))
    more = beds["held"].astype(float) > beds["told_places"].astype(float)
    known = beds["known"].notna() & ~_may(beds["known"].astype(float))
    empty = beds["question"].isin([*STOOD]) & beds[["homes", "places"]].astype(float).mod(_BASE).gt(0).any(
        axis=1
    )
    return uneven | few | more | known | empty


def _may(counts: pd.Series) -> pd.Series:
    """Say which counts are rounded ones of ten or more."""
    return counts.ge(_LEAST) & counts.mod(_BASE).eq(0)


def _is_other(beds: pd.DataFrame, homes: Homes, pepper: str) -> pd.Series:
    """Say which rows have another number than the homes of the build give, or one that nobody reckons."""
    found = pd.Series(data=True, index=beds.index)
    for _, rows in beds.groupby("asked", sort=False):
        one = rows.iloc[0]
        by = [name for name in str(one["parts"]).split(",") if name != "group"]
        asked = Asked(one["question"], one["option"].split("/"), one["as_of"].date(), one["scope"], by)
        tell, key = BEDS.get(asked.question), [*by, "group"]
        cells = tell(asked, homes, pepper) if tell else ()
        should = {tuple(cell[name] for name in key): cell for cell in cells}
        for at, row in rows.iterrows():
            cell = should.get(tuple(row[name] for name in key), {})
            told = {name: None if pd.isna(row[name]) else int(row[name]) for name in _NUMBERS}
            found[at] = not cell or any(told[name] != cell.get(name) for name in _NUMBERS)
    return found
