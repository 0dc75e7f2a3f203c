"""No workbook carries anything that is not seen in it."""

import ast
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
import xlsxwriter

from rcc_dash.export import template, vacancy_template
from rcc_dash.export.csv_text import safe_cell
from rcc_dash.export.workbook import new_workbook
from rcc_dash.ingest.layouts import ALL
from tests.export.workbook_rules import faults

PROJECT = Path(__file__).resolve().parents[2]
WRITERS = ("xlsxwriter.Workbook", "csv.writer", "to_excel", "to_csv")
HOSTILE = (
    "=1+1",
    "+1",
    "-cmd|' /C calc'!A0",
    "@SUM(1)",
    "https://example.org",
    "mailto:a@example.org",
    "007",
)


@pytest.mark.parametrize("layout", ALL, ids=lambda layout: layout.title)
def test_every_template_is_clean(layout: template.Layout) -> None:
    assert faults(template.xlsx_template(layout, {})) == []
    assert all(safe_cell(line.heading) == line.heading for line in template.lines(layout, {}))


def test_the_vacancy_return_is_clean() -> None:
    assert faults(vacancy_template.xlsx()) == []


def test_hostile_text_is_written_as_text() -> None:
    out = BytesIO()
    book = new_workbook(out, "A title")
    sheet = book.add_worksheet("Data")
    for row, text in enumerate(HOSTILE):
        sheet.write(row, 0, text)
        sheet.write(row, 1, -5.5)
    book.close()
    assert faults(out.getvalue()) == []


def _hidden_sheet(book: xlsxwriter.Workbook) -> None:
    book.add_worksheet("Data")
    book.add_worksheet("Secret").hide()


def _hidden_column(book: xlsxwriter.Workbook) -> None:
    book.add_worksheet("Data").set_column(0, 0, 8, None, {"hidden": True})


def _hidden_row(book: xlsxwriter.Workbook) -> None:
    book.add_worksheet("Data").set_row(0, 8, None, {"hidden": True})


def _comment(book: xlsxwriter.Workbook) -> None:
    book.add_worksheet("Data").write_comment(0, 0, "by Jo")


def _formula(book: xlsxwriter.Workbook) -> None:
    book.add_worksheet("Data").write_formula(0, 0, "=1+1")


def _name(book: xlsxwriter.Workbook) -> None:
    book.add_worksheet("Data")
    book.define_name("all", "=Data!$A$1")


def _author(book: xlsxwriter.Workbook) -> None:
    book.add_worksheet("Data")
    book.set_properties({"author": "Jo", "company": "A council", "comments": "x"})


def _made_on(book: xlsxwriter.Workbook) -> None:
    book.add_worksheet("Data")
    book.set_properties({"created": datetime(2026, 1, 2, tzinfo=UTC).replace(tzinfo=None)})


def _filter(book: xlsxwriter.Workbook) -> None:
    book.add_worksheet("Data").autofilter(0, 0, 5, 1)


def _grouped(book: xlsxwriter.Workbook) -> None:
    book.add_worksheet("Data").set_column(0, 0, 8, None, {"level": 1, "collapsed": True})


@pytest.mark.parametrize(
    "add",
    [
        _hidden_sheet,
        _hidden_column,
        _hidden_row,
        _comment,
        _formula,
        _name,
        _author,
        _made_on,
        _filter,
        _grouped,
    ],
)
def test_what_a_workbook_may_not_hold_is_found(add: Callable[[xlsxwriter.Workbook], None]) -> None:
    out = BytesIO()
    book = new_workbook(out, "A title")
    add(book)
    book.close()
    assert faults(out.getvalue())


def test_workbooks_are_begun_and_csv_files_written_in_one_place_only() -> None:
    calls = [
        (path.name, ast.unparse(node.func))
        for room in ("export", "ui", "queries", "figures", "intake")
        for path in sorted((PROJECT / "rcc_dash" / room).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
    ]
    assert [(name, called) for name, called in calls if called.endswith(WRITERS)] == [
        ("workbook.py", "xlsxwriter.Workbook")
    ]
