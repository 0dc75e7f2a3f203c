"""In which forms can a table be taken away, each saying the same of itself?"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

import pandas as pd

from rcc_dash.export.citation import Citation, file_name
from rcc_dash.export.columns import Written, marks_in, written_columns
from rcc_dash.export.csv_text import csv_text


@dataclass(frozen=True)
class TableFile:
    """A table with its headings, and what every file of it says of itself."""

    frame: pd.DataFrame
    headings: dict[str, str]
    about: Citation

    @cached_property
    def columns(self) -> tuple[Written, ...]:
        """Give the columns with their numbers and marks."""
        return written_columns(self.frame, self.headings)

    @cached_property
    def citation(self) -> Citation:
        """Give what the files say of themselves, with the meaning of each mark that occurs."""
        return replace(self.about, marks=marks_in(self.columns))

    def name(self, extension: str) -> str:
        """Name a file of it."""
        told = self.about
        return file_name(
            told.title, told.made_on, extension, is_synthetic=told.is_synthetic, is_exact=told.is_exact
        )


@dataclass(frozen=True, slots=True)
class Form:
    """One form of file: what its button says, its ending and type, and how it is made."""

    label: str
    extension: str
    mime: str
    make: Callable[[TableFile], bytes]


def _csv(table: TableFile) -> bytes:
    return csv_text(table.frame, table.headings, table.citation).encode()


def _xlsx(table: TableFile) -> bytes:
    # A tenth of a second, with the two below, that every start of the app does without.
    from rcc_dash.export.table_workbook import table_workbook  # noqa: PLC0415

    return table_workbook(table.columns, table.citation)


def _parquet(table: TableFile) -> bytes:
    from rcc_dash.export.parquet import parquet  # noqa: PLC0415

    return parquet(table.columns, table.citation)


def _csvw(table: TableFile) -> bytes:
    from rcc_dash.export.csvw import csvw_zip  # noqa: PLC0415

    return csvw_zip(table.columns, table.citation, table.name("csv"))


FORMS: Final = {
    "xlsx": Form(
        "Excel workbook", "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", _xlsx
    ),
    "csv": Form("CSV, as on the screen", "csv", "text/csv", _csv),
    "csvw": Form("CSV with metadata (CSVW, zip)", "zip", "application/zip", _csvw),
    "parquet": Form("Parquet", "parquet", "application/vnd.apache.parquet", _parquet),
}
"""By the code of the form, in the order in which they are offered."""
