import csv
from datetime import UTC, date, datetime
from io import StringIO

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcc_dash.export.citation import Citation, file_name, header_lines
from rcc_dash.export.csv_text import BOM, csv_lines, csv_text, safe_cell

CITATION = Citation(
    title="Where children are placed",
    filters="Children looked after of Greater Manchester, aged 10 to 15",
    sources=("SSDA903 returns", "Ofsted's list"),
    as_of=date(2025, 3, 31),
    made_on=datetime(2025, 11, 22, 9, 5, tzinfo=UTC),
    hidden=3,
    is_synthetic=True,
    link="http://localhost:8501/homes?rcc=gm",
)
FRAME = pd.DataFrame({
    "name": ["Bolton", "=HYPERLINK(1)", None],
    "shown": ["1,234", "[c]", "-5"],
    "secret": ["s3cret"] * 3,
})  # fmt: skip
HEADINGS = {"name": "Local authority", "shown": "Children"}


def rows(text: str) -> list[list[str]]:
    return list(csv.reader(StringIO(text.removeprefix(BOM))))


def test_the_header_says_all_that_a_reader_needs() -> None:
    assert header_lines(CITATION) == (
        ("Title", "Where children are placed"),
        ("Note", "Synthetic demonstration data"),
        ("Filters", "Children looked after of Greater Manchester, aged 10 to 15"),
        ("As at", "31 March 2025"),
        ("Sources", "SSDA903 returns; Ofsted's list"),
        ("Protection", header_lines(CITATION)[5][1]),
        ("Hidden", "3 cells too small to show"),
        ("Made on", "22 November 2025 at 09:05 UTC"),
        ("Link", "http://localhost:8501/homes?rcc=gm"),
    )
    assert "rounded to multiples of 5" in header_lines(CITATION)[5][1]


def test_real_exact_figures_are_labelled_so() -> None:
    plain = Citation("T", "F", ("S",), None, CITATION.made_on, is_exact=True)
    told = dict(header_lines(plain))
    assert told["Protection"].startswith("Exact figures")
    assert told.keys().isdisjoint({"Note", "As at", "Link"})


def test_a_download_holds_the_citation_the_headings_and_only_the_named_columns() -> None:
    text = csv_text(FRAME, HEADINGS, CITATION)
    assert text.startswith(BOM)
    assert "s3cret" not in text
    found = rows(text)
    assert found[9] == []
    assert found[10:] == [
        ["Local authority", "Children"],
        ["Bolton", "1,234"],
        ["'=HYPERLINK(1)", "[c]"],
        ["", "-5"],
    ]


def test_a_column_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        csv_text(FRAME, {"nothing": "Nothing"}, CITATION)


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+44",
        "-a",
        "@x",
        "\tx",
        "\rx",
        "\nx",
        ' "=1',
        "' =1",
        "  @x",
        "-1+1",
        "--1",
        "\u200b=1",
        "\ufeff+1",
        "\u201c=1",
        "\u00a0@x",
        "\uff1d1+1",
        "\u22121+1",
        "-2+3+cmd|' /C calc'!A0",
        "-1\n=1",
        "-1e5x",
        "-1,23",
        "-inf",
    ],
)
def test_what_might_run_gets_an_apostrophe(cell: str) -> None:
    assert safe_cell(cell) == f"'{cell}"


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("Bolton", "Bolton"),
        (-5, "-5"),
        (-5.5, "-5.5"),
        (None, ""),
        (pd.NA, ""),
        (float("nan"), ""),
        (0, "0"),
        (-1e-07, "-1e-07"),
        (np.float64(-2.5), "-2.5"),
        (np.int64(-3), "-3"),
        (float("inf"), "inf"),
        (True, "True"),
        ("-1,234", "-1,234"),
        ("-£1,234.50", "-£1,234.50"),
        ("-12%", "-12%"),
        ("\u22125", "\u22125"),
        ("-", "'-"),
        ("\x00=1", "'=1"),
        ("a\x07b\ud800", "ab"),
        ("a=b", "a=b"),
    ],
)
def test_plain_words_and_numbers_stay_as_they_are(cell: object, text: str) -> None:
    assert safe_cell(cell) == text


@given(st.text())
def test_no_text_starts_a_formula(cell: str) -> None:
    written = safe_cell(cell)
    first = written.lstrip(" \"'\n")[:1]
    assert written.startswith("'") or first not in set("=+@\t\r") or not written


@pytest.mark.parametrize("cell", ["a;=1+1", "a\t=1+1", "a|=1", 'say "=1"', "a,=1", "a\r\n=1+1"])
def test_what_might_part_a_line_stands_in_quotation_marks(cell: str) -> None:
    line = csv_lines([[cell, "b"]]).removeprefix(BOM)
    assert line.startswith('"')
    assert list(csv.reader(StringIO(line, newline=""))) == [[cell, "b"]]


@given(st.lists(st.text(st.characters(codec="utf-8")), min_size=1, max_size=4))
def test_a_line_is_read_back_as_its_cells(cells: list[str]) -> None:
    read = list(csv.reader(StringIO(csv_lines([["x", *cells]]).removeprefix(BOM), newline="")))
    assert read == [["x", *map(safe_cell, cells)]]


def test_file_names_are_safe_and_say_synthetic() -> None:
    name = file_name("Where / children: are “placed”?", CITATION.made_on, "csv", is_synthetic=True)
    assert name == "where-children-are-placed-synthetic-2025-11-22.csv"
