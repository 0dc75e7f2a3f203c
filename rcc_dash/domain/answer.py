"""What does a question give back? Display columns only, with all that is needed to trust them."""

from dataclasses import dataclass
from datetime import date

import pandas as pd


@dataclass(frozen=True, slots=True)
class Answer:
    """One protected answer. `frame` holds display columns only and is never changed.

    How many cells are too small to show is not told: it would be known how many are not empty.
    `empty_because` says in words why there are no rows and what to widen; blank where there are rows.
    """

    frame: pd.DataFrame
    grain: str
    as_of: date | None
    sources: tuple[str, ...]
    empty_because: str = ""
