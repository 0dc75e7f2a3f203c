"""What is shown while every question of the pages is asked once? Noted down, it becomes a release."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import duckdb
import pandas as pd

from rcc_dash.domain.headline import Figure
from rcc_dash.domain.released import BEDS, OWN, VALUES, Key
from rcc_dash.store.statements import statement
from rcc_dash.store.warehouse import Warehouse

SLICES: Final = "typed_shown/children_shown"
"""The table of cells that *Explore* and typed SQL read."""
_BED_COLUMNS: Final = ("asked", "la_code", "sector", "group", *BEDS)
CELL_COLUMNS: Final = ("asked", *OWN, *VALUES, "children")


@dataclass(slots=True)
class Notes:
    """Protected cells and figures by question. What is noted twice must be the same both times."""

    cells: dict[Key, pd.DataFrame] = field(default_factory=dict)
    figures: dict[tuple[Key, str], Figure] = field(default_factory=dict)
    numbers: dict[Key, Mapping[str, float]] = field(default_factory=dict)
    """Which of the figures are known together, so that none of them may be lacking, nor come later."""
    beds: dict[Key, pd.DataFrame] = field(default_factory=dict)
    hidden: dict[Key, int] = field(default_factory=dict)
    """Cells that are somebody's and are left out; told to whoever publishes, and never part of a release."""
    slices: dict[Key, pd.DataFrame] = field(default_factory=dict)
    """Every protected cell that *Explore* and typed SQL read, by day and areas."""

    def questions(self) -> tuple[Key, ...]:
        """Give every question noted, in an order that does not depend on when it was asked."""
        asked = {*self.cells, *self.beds, *self.slices, *(key for key, _ in self.figures)}
        return tuple(sorted(asked))

    def asked(self) -> pd.DataFrame:
        """Give the questions as a release holds them, numbered in order."""
        rows = [
            (
                number,
                key.question,
                key.option,
                key.as_of,
                key.scope,
                ",".join(key.attributes),
                ",".join(key.by),
            )
            for number, key in enumerate(self.questions())
        ]
        columns = ["asked", "question", "option", "as_of", "scope", "attributes", "parts"]
        return pd.DataFrame(rows, columns=columns)

    def cell(self) -> pd.DataFrame:
        """Give the cells as a release holds them."""
        number = {key: at for at, key in enumerate(self.questions())}
        found: dict[str, list[object]] = {column: [] for column in CELL_COLUMNS}
        for key, cells in self.cells.items():
            told = dict.fromkeys(CELL_COLUMNS, [None] * len(cells)) | {"asked": [number[key]] * len(cells)}
            told |= {key.columns().get(column, column): cells[column].tolist() for column in map(str, cells)}
            for column, values in told.items():
                found[column] += values
        return pd.DataFrame(found, dtype=object)

    def bed(self) -> pd.DataFrame:
        """Give homes and their places by cell, as a release holds them."""
        number = {key: at for at, key in enumerate(self.questions())}
        parts = [
            cells.assign(asked=number[key]).reindex(columns=[*_BED_COLUMNS]).astype(object)
            for key, cells in self.beds.items()
            if len(cells)
        ]
        return pd.concat([pd.DataFrame(columns=[*_BED_COLUMNS], dtype=object), *parts], ignore_index=True)

    def figure(self) -> pd.DataFrame:
        """Give the figures as a release holds them; those that are hidden are left out."""
        number = {key: at for at, key in enumerate(self.questions())}
        rows = [
            (number[key], name, one.value, one.mark)
            for (key, name), one in self.figures.items()
            if one.value is not None
        ]
        return pd.DataFrame(rows, columns=["asked", "name", "value", "mark"])

    def slice_cells(self) -> pd.DataFrame:
        """Give the cells of slices as typed SQL and a release hold them."""
        columns = [name for name, _ in statement(SLICES).columns]
        nothing = pd.DataFrame(columns=columns, dtype="str")
        return pd.concat([*self.slices.values()] or [nothing])[columns]


class Noting(Warehouse):
    """A build whose protected answers are noted down as they are given."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        """Take an open, locked connection to a build."""
        super().__init__(connection, None)
        self.notes: Final = Notes()

    def note(self, key: Key, cells: pd.DataFrame) -> None:
        """Note the protected cells of a question: la_code, its attributes, its `by`, and children.

        What is hidden is counted and left out. Raises ValueError where the same question was noted with
        other numbers.
        """
        found = cells[cells["children"].notna()]
        known = self.notes.cells.setdefault(key, found)
        self.notes.hidden[key] = len(cells) - len(found)
        if known is not found and not _in_order(known).equals(_in_order(found)):
            raise _twice(key, "cells")

    def note_beds(self, key: Key, cells: pd.DataFrame) -> None:
        """Note homes and their places by cell: `BEDS`, with nothing in what may not be shown.

        Raises ValueError where the same question was noted with other numbers.
        """
        known = self.notes.beds.setdefault(key, cells)
        if known is not cells and not known.equals(cells):
            raise _twice(key, "homes")

    def note_figure(self, key: Key, name: str, figure: Figure) -> None:
        """Note a protected figure that is no count.

        Raises ValueError where the same figure was noted with another number or mark.
        """
        known = self.notes.figures.setdefault((key, name), figure)
        if (known.value, known.mark) != (figure.value, figure.mark):
            raise _twice(key, f"figure {name}".rstrip())

    def note_numbers(self, key: Key, told: Mapping[str, float]) -> None:
        """Note figures that are known together.

        Raises ValueError where the same question was noted with other numbers, or numbers of other things.
        """
        if self.notes.numbers.setdefault(key, dict(told)) != told:
            raise _twice(key, "figures")
        for name, value in told.items():
            self.note_figure(key, name, Figure(float(value)))

    def note_slices(self, key: Key, cells: pd.DataFrame) -> None:
        """Note every protected cell of a day and some areas: columns as in the table of `SLICES`.

        Raises ValueError where the same slices were noted with other numbers.
        """
        known = self.notes.slices.setdefault(key, cells)
        if known is not cells and not known.equals(cells):
            raise _twice(key, "slices")


def _twice(key: Key, what: str) -> ValueError:
    return ValueError(f"{key.question}: the same {what} were shown as two different numbers")


def _in_order(cells: pd.DataFrame) -> pd.DataFrame:
    order = [str(column) for column in cells if column != "children"]
    return cells.sort_values(order, ignore_index=True, key=lambda values: values.astype(str))
