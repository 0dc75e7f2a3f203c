"""Which children does a question count? Those of its day, those of a match, or those of a source."""

from datetime import date
from pathlib import Path
from typing import Final

import pandas as pd

from bench.oracle_gaps import GAPS
from bench.oracle_matches import MATCHED, Matches
from bench.oracle_sets import SETS, Make
from bench.oracle_sources import SOURCES, of_sources, stocks_apart

EVERY: Final[dict[str, Make]] = {**SETS, **GAPS, **MATCHED, **SOURCES}
"""Which of them are in each of its parts, by question."""


class Rows:
    """The children that a release was made of, as each question has them."""

    def __init__(self, everyone: pd.DataFrame, build: Path, pepper: str) -> None:
        """Take the children of all days, and the build that else is told by."""
        self._everyone: Final = everyone
        self._build: Final = build
        self._pepper: Final = pepper
        self._matches: Final = Matches(build, pepper)

    def of(self, question: str, option: str, rcc: str, day: date) -> pd.DataFrame | None:
        """Give the rows of a question of one day; None where nobody knows them."""
        if question in MATCHED:
            return self._matches.rows(self._everyone, (question, option), rcc, day)
        if question in SOURCES:
            return of_sources(self._build, question, day)
        return self._everyone[self._everyone["day"].eq(day)]

    def living(self, rcc: str, day: date) -> pd.DataFrame:
        """Give the children who live in homes of a list, with who runs and owns these (`Matches.living`)."""
        return self._matches.living(self._everyone, rcc, day)

    def besides(self, question: str, day: date) -> pd.DataFrame:
        """Give what a question shows beside counts: la_code, what it is by, n and expected."""
        if question == "findings":
            return stocks_apart(self._everyone, self._build, day, self._pepper)
        return pd.DataFrame()
