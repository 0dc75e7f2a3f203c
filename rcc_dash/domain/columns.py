"""What is a column, and what is a table? And the columns that say where a row came from."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    """The type of a column, named as DuckDB names it."""

    TEXT = "VARCHAR"
    WHOLE = "INTEGER"
    KEY = "UBIGINT"
    NUMBER = "DOUBLE"
    DATE = "DATE"
    YES_NO = "BOOLEAN"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its meaning, unit and whether a row may lack it."""

    name: str
    kind: Kind
    meaning: str
    required: bool = False
    personal: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One checked table: what a row is, and its columns in order."""

    name: str
    grain: str
    columns: tuple[Column, ...]

    @property
    def column_names(self) -> tuple[str, ...]:
        """Give the columns' names in order, the row's own place in its file first."""
        return tuple(column.name for column in self.columns)


SOURCE: Final = (
    Column("source_sheet", Kind.TEXT, "sheet of the file; blank for a CSV"),
    Column("source_row", Kind.WHOLE, "row of the file as a person counts it, header included", required=True),
    Column("mends", Kind.TEXT, "codes of what was put right on arrival, space-separated; null if nothing"),
)
