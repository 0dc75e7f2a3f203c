"""Which known layout is this sheet? By its columns only, wherever the headings stand."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from rcc_dash.domain.columns import Table
from rcc_dash.domain.problems import Problem
from rcc_dash.ingest.checked import CheckedTable
from rcc_dash.ingest.headings import (
    Field,
    Reading,
    Top,
    find_headings,
    plain,
    read_headings,
    top_rows,
)
from rcc_dash.ingest.headings_said import HeadingsSaid
from rcc_dash.ingest.keys import Secrets
from rcc_dash.ingest.read import Sheet
from rcc_dash.ingest.stacked import stacked
from rcc_dash.ingest.told import Told


@dataclass(frozen=True, slots=True)
class Layout:
    """One kind of table that people send, known by its columns.

    `source` is a key of `domain.accounts.SOURCES`. `known` lists headings that belong to the layout and
    are not used, so that no field is mistaken for one of them. A sheet with a heading that holds one of the
    phrases `without` is of another kind. `is_stacked` says that its headings may stand in two rows, the
    upper one naming groups of columns. `empty_says` is what headings alone say ("no child was missing in
    the year"); blank where that cannot be meant, and a file without rows is a mistake. `since` is the return
    year from which a whole return has it.
    """

    source: str
    table: Table
    title: str
    fields: tuple[Field, ...]
    check: Callable[["Matched", Told, Secrets], CheckedTable]
    known: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    is_stacked: bool = False
    empty_says: str = ""
    since: int = 0

    @property
    def required(self) -> tuple[Field, ...]:
        """Give the fields that a sheet must have to be of this layout."""
        return tuple(field for field in self.fields if field.required)


@dataclass(frozen=True, slots=True)
class Matched:
    """A sheet whose layout is known.

    `data` has one column per field found, named as the field, and one row per row of the sheet that is
    not blank; every cell is text without outer spaces ("" if blank), the index is the row number as a person
    counts. `headings` gives each field's heading as it may be said; `banner` the words above the headings.
    """

    sheet: str
    layout: Layout
    header_row: int
    banner: str
    headings: Mapping[str, str]
    all_headings: tuple[str, ...]
    data: pd.DataFrame
    problems: tuple[Problem, ...]

    def column(self, field: str) -> pd.Series:
        """Give a field's cells as text; all blank where the sheet lacks the field."""
        if field in self.data:
            return self.data[field]
        return pd.Series("", index=self.data.index, name=field, dtype="str")


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A sheet of no known layout: the nearest one, and what keeps the sheet from being it.

    `found` counts the nearest layout's required columns that are there. `clashes` holds a sentence for each
    field that two headings lay claim to. `unused` gives the headings, of `row`, that stand for nothing.
    """

    sheet: str
    title: str
    missing: tuple[str, ...]
    found: int
    clashes: tuple[str, ...] = ()
    row: int = 0
    unused: tuple[str, ...] = ()


def recognise(sheet: Sheet, layouts: Iterable[Layout]) -> Matched | NearMiss:
    """Find the layout whose required columns are all there; the most exacting one wins."""
    top = top_rows(sheet.rows)
    readings = [(layout, _read_as(top, layout)) for layout in layouts]
    fitting = [pair for pair in readings if _fits(*pair)]
    if not fitting:
        return _nearest(sheet, readings)
    layout, reading = max(fitting, key=lambda pair: (len(pair[0].required), len(pair[1].columns)))
    if reading.clashes:
        return NearMiss(sheet.name, layout.title, (), len(layout.required), reading.clashes)
    return _matched(sheet, layout, reading)


def _read_as(top: Top, layout: Layout) -> Reading:
    shapes = (top, stacked(top)) if layout.is_stacked else (top,)
    readings = []
    for shape in shapes:
        row = find_headings(shape, layout.fields)
        readings.append(read_headings(shape[row], row, layout.fields, layout.known))
    return max(readings, key=lambda reading: len(reading.columns))


def _fits(layout: Layout, reading: Reading) -> bool:
    has_all = all(field.name in reading.columns for field in layout.required)
    return has_all and not _foreign(layout, reading)


def _foreign(layout: Layout, reading: Reading) -> bool:
    said = [f" {plain(heading)} " for heading in reading.headings]
    return any(f" {plain(words)} " in heading for heading in said for words in layout.without)


def _nearest(sheet: Sheet, readings: Iterable[tuple[Layout, Reading]]) -> NearMiss:
    def closeness(pair: tuple[Layout, Reading]) -> tuple[float, int]:
        layout, reading = pair
        found = sum(field.name in reading.columns for field in layout.required)
        return (0.0 if _foreign(layout, reading) else found / len(layout.required), len(reading.columns))

    layout, reading = max(readings, key=closeness)
    missing = tuple(f.synonyms[0] for f in layout.required if f.name not in reading.columns)
    used = reading.columns.values()
    unused = tuple(text for at, text in enumerate(reading.headings) if text and at not in used)
    found = len(layout.required) - len(missing)
    return NearMiss(sheet.name, layout.title, missing, found, row=reading.row, unused=unused)


def _matched(sheet: Sheet, layout: Layout, reading: Reading) -> Matched:
    below = sheet.rows.loc[sheet.rows.index > reading.row]
    data = below[list(reading.columns.values())].set_axis(list(reading.columns), axis="columns")
    above = sheet.rows.loc[sheet.rows.index < reading.row].to_numpy().ravel()
    said = HeadingsSaid(sheet.name, layout.fields, reading, "child_key" in layout.table.column_names)
    return Matched(
        sheet=sheet.name,
        layout=layout,
        header_row=reading.row,
        banner=" ".join(text for text in above if text),
        headings=said.headings(),
        all_headings=tuple(text for text in reading.headings if text),
        data=data.apply(lambda column: column.str.strip()),
        problems=(*said.likenesses(), *said.lacks(), *said.overhang(below)),
    )
