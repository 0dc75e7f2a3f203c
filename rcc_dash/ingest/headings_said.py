"""What is said of a sheet's headings: each's name, which was read by its likeness, what is not there?"""

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from rcc_dash.domain.problems import Problem, Severity
from rcc_dash.ingest.headings import Field, Reading
from rcc_dash.ingest.value_like import looks_like_a_value


@dataclass(frozen=True, slots=True)
class HeadingsSaid:
    """A sheet's headings as read; of children, one that looks like a value goes by its field's name."""

    sheet: str
    fields: tuple[Field, ...]
    reading: Reading
    is_of_children: bool

    def headings(self) -> dict[str, str]:
        """Give the heading of each field that was found."""
        own = {field.name: field.synonyms[0] for field in self.fields}
        written = {name: self.reading.headings[at] for name, at in self.reading.columns.items()}
        return {name: own[name] if self._is_unsaid(text) else text for name, text in written.items()}

    def likenesses(self) -> Iterator[Problem]:
        """Say which heading stands for a field though it is none of the field's own."""
        for heading, meant in self.reading.likened:
            is_unsaid = self._is_unsaid(heading)
            read = "a column (not named here)" if is_unsaid else f"the column '{heading}'"
            what = f"Read {read} as '{meant}'."
            fix = "If it means something else, rename the column and load the file again."
            column = meant if is_unsaid else heading
            yield Problem("F13", Severity.INFO, self.sheet, self.reading.row, column, what, fix)

    def lacks(self) -> Iterator[Problem]:
        """Say which fields are wanted and not there."""
        fix = "If the sheet has it under another name, rename the column and load the file again."
        for field in self.fields:
            if field.wanted and field.name not in self.reading.columns:
                what = f"No column for '{field.synonyms[0]}'; left blank throughout."
                yield Problem("F15", Severity.WARNING, self.sheet, self.reading.row, None, what, fix)

    def overhang(self, below: pd.DataFrame) -> Iterator[Problem]:
        """Say that rows `below` the headings go on beyond the last of them."""
        width = max(i for i, text in enumerate(self.reading.headings) if text) + 1
        beyond = below.iloc[:, width:]
        rows = int((beyond != "").any(axis="columns").sum()) if beyond.shape[1] else 0
        if rows:
            what = "There are cells to the right of the last heading; those cells are not read."
            fix = "See whether a comma in a name has pushed the cells of these rows to the right."
            yield Problem("F14", Severity.WARNING, self.sheet, None, None, what, fix, rows)

    def _is_unsaid(self, heading: str) -> bool:
        return self.is_of_children and looks_like_a_value(heading)
