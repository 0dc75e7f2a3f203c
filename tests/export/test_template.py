"""A template, filled in, comes back through the door for files as what was written into it."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from rcc_dash.errors import UserError
from rcc_dash.export import template, vacancy_template
from rcc_dash.ingest.accept import check_file
from rcc_dash.ingest.checked import CheckedFile
from rcc_dash.ingest.keys import Secrets
from rcc_dash.ingest.layouts import ALL, vacancies
from rcc_dash.ingest.told import Told

FILLED = ("SC999999", "31/03/2025", 4, 3, 2, 0, 1, 0, 0, 0)
EXPECTED = {
    "urn": "SC999999", "registered_places": 4, "available_places": 3, "occupied_places": 2,
    "unavailable_matching": 0, "unavailable_staffing": 1, "unavailable_solo": 0, "unavailable_repair": 0,
    "unavailable_reserved": 0,
}  # fmt: skip
Write = Callable[[Path, tuple[object, ...] | None], Path]


def write_xlsx(folder: Path, row: tuple[object, ...] | None) -> Path:
    path = folder / "template.xlsx"
    book = openpyxl.load_workbook(io.BytesIO(vacancy_template.xlsx()))
    if row:
        book.worksheets[0].append(row)
    book.save(path)
    return path


def write_csv(folder: Path, row: tuple[object, ...] | None) -> Path:
    path = folder / "template.csv"
    path.write_bytes(vacancy_template.csv())
    if row:
        with path.open("a", newline="", encoding="utf-8") as file:
            csv.writer(file).writerow(row)
    return path


def check(path: Path) -> CheckedFile:
    return check_file(path, Told(path.name), Secrets(b"a synthetic key, only for tests!"))


@pytest.mark.parametrize("write", [write_xlsx, write_csv])
def test_a_filled_template_comes_back_as_what_was_written(tmp_path: Path, write: Write) -> None:
    checked = check(write(tmp_path, FILLED))
    (table,) = checked.tables
    assert table.table == "vacancy"
    assert table.problems == ()
    row = table.frame.iloc[0]
    assert {name: row[name] for name in EXPECTED} == EXPECTED
    assert str(row["as_of"].date()) == "2025-03-31"
    assert {one.why for one in checked.passed_over} <= {"It holds the notes of the template."}


@pytest.mark.parametrize("write", [write_xlsx, write_csv])
def test_an_empty_template_is_refused_as_empty(tmp_path: Path, write: Write) -> None:
    with pytest.raises(UserError, match="no rows below"):
        check(write(tmp_path, None))


def test_the_examples_in_the_notes_are_themselves_a_row_without_fault(tmp_path: Path) -> None:
    (notes,) = openpyxl.load_workbook(io.BytesIO(vacancy_template.xlsx())).worksheets[1:]
    example = tuple(row[4] for row in notes.iter_rows(min_row=2, max_row=11, values_only=True))
    (table,) = check(write_csv(tmp_path, example)).tables
    assert (table.problems, len(table.frame)) == ((), 1)


def test_the_columns_are_those_of_the_layout_with_the_meaning_of_the_table() -> None:
    book = openpyxl.load_workbook(io.BytesIO(vacancy_template.xlsx()))
    (headings,) = book.worksheets[0].iter_rows(max_row=1, values_only=True)
    assert headings == vacancies.HEADERS
    assert book.worksheets[0].max_row == 1
    told = template.lines(vacancies.LAYOUTS[0], {})
    assert [line.heading for line in told if line.is_required] == [
        "URN", "As-of date", "Registered places", "Occupied places",
    ]  # fmt: skip
    assert all(line.meaning for line in told)


@pytest.mark.parametrize("layout", ALL, ids=lambda layout: layout.title)
def test_every_layout_has_a_template_that_opens_and_starts_no_formula(layout: template.Layout) -> None:
    book = openpyxl.load_workbook(io.BytesIO(template.xlsx_template(layout, {})))
    headings = [cell.value for cell in book.worksheets[0][1]]
    assert headings == [field.synonyms[0] for field in layout.fields]
    assert {cell.data_type for sheet in book for row in sheet for cell in row} <= {"s", "n"}
    assert template.csv_template(layout).startswith(b"\xef\xbb\xbf")


def test_the_same_template_is_the_same_bytes_each_time() -> None:
    assert vacancy_template.xlsx() == vacancy_template.xlsx()
