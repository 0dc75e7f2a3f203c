"""Every form of file, read back by somebody else's program: same cells, same citation, nothing that runs."""

import json
import zipfile
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest
import python_calamine
from csvw import CSVW

from rcc_dash.export.citation import BANNER, PROTECTED, Citation
from rcc_dash.export.table_file import FORMS, TableFile
from tests.export.workbook_rules import faults

CITATION = Citation(
    title="Children by area",
    filters="Greater Manchester; children aged 10 to 15",
    sources=("SSDA903 returns, as at 31 Mar 2025",),
    as_of=date(2025, 3, 31),
    made_on=datetime(2026, 11, 22, 9, 5, tzinfo=UTC),
    hidden=1,
    is_synthetic=True,
    link="http://localhost:8501/?a=10to15",
    sentence="About 1,235 children were looked after.",
    settings="Compare homes by: Sector",
)
FRAME = pd.DataFrame({
    "area": ["Greater Manchester", "=HYPERLINK(1)", "Bury"],
    "children": ["1,235", "[c]", "20"],
    "share": ["43%", "[low]", ""],
    "said": ["12 to 18", "@x", "-1+1"],
    "secret": ["s3cret"] * 3,
})  # fmt: skip
HEADINGS = {"area": "Local authority", "children": "Children", "share": "Outside LA", "said": "Likely"}
TOLD = (
    "Synthetic demonstration data",
    CITATION.sentence,
    CITATION.filters,
    CITATION.settings,
    "31 March 2025",
    "SSDA903 returns, as at 31 Mar 2025",
    "1 cell too small to show",
    "[c] too few children to show",
    "22 November 2026 at 09:05 UTC",
    CITATION.link,
)


def made(form: str, *, is_exact: bool = False) -> bytes:
    about = Citation(
        **{**{name: getattr(CITATION, name) for name in CITATION.__slots__}, "is_exact": is_exact}
    )
    return FORMS[form].make(TableFile(FRAME, HEADINGS, about))


def text_of(form: str, file: bytes) -> str:
    """Give all words of a file."""
    if form == "parquet":
        found = pq.read_schema(BytesIO(file)).metadata
        return " ".join(value.decode() for value in found.values())
    if form == "csv":
        return file.decode("utf-8-sig")
    with zipfile.ZipFile(BytesIO(file)) as parts:
        return " ".join(parts.read(name).decode() for name in parts.namelist())


@pytest.mark.parametrize("form", FORMS)
def test_every_form_cites_itself_and_holds_only_the_columns_that_are_named(form: str) -> None:
    text = text_of(form, made(form))
    assert [told for told in (*TOLD, PROTECTED) if told not in text] == []
    assert "s3cret" not in text
    assert "OFFICIAL-SENSITIVE" not in text


@pytest.mark.parametrize("form", FORMS)
def test_exact_figures_have_the_banner_in_every_form_and_in_their_name(form: str) -> None:
    text = text_of(form, made(form, is_exact=True))
    assert BANNER in text
    assert PROTECTED not in text
    named = TableFile(FRAME, HEADINGS, Citation("T", "F", (), None, CITATION.made_on, is_exact=True))
    assert named.name("csv") == "t-exact-do-not-share-2026-11-22.csv"


def test_the_workbook_has_three_sheets_all_seen_with_numbers_as_numbers() -> None:
    file = made("xlsx")
    assert faults(file) == []
    book = openpyxl.load_workbook(BytesIO(file))
    assert book.sheetnames == ["Data", "Notes", "Columns"]
    rows = [[cell.value for cell in row] for row in book["Data"].iter_rows()]
    assert rows == [
        ["Local authority", "Children", "Outside LA", "Likely"],
        ["Greater Manchester", 1235, 43, "12 to 18"],
        ["=HYPERLINK(1)", "[c]", "[low]", "@x"],
        ["Bury", 20, None, "-1+1"],
    ]
    assert {cell.data_type for row in book["Data"].iter_rows() for cell in row} <= {"s", "n"}
    assert book["Data"]["C2"].number_format == '#,##0"%"'
    assert [cell.value for cell in book["Columns"][3]][:3] == ["Children", "children", None]


def test_calamine_reads_the_same() -> None:
    sheets = python_calamine.CalamineWorkbook.from_filelike(BytesIO(made("xlsx")))
    assert sheets.get_sheet_by_name("Data").to_python()[1] == ["Greater Manchester", 1235, 43, "12 to 18"]
    assert ["Filters", CITATION.filters] in sheets.get_sheet_by_name("Notes").to_python()


def test_parquet_has_numbers_and_beside_them_why_there_is_none() -> None:
    table = pq.read_table(BytesIO(made("parquet")))
    assert table.to_pydict() == {
        "area": ["Greater Manchester", "=HYPERLINK(1)", "Bury"],
        "children": [1235, None, 20],
        "children_mark": [None, "[c]", None],
        "share": [43, None, None],
        "share_mark": [None, "[low]", ""],
        "said": ["12 to 18", "@x", "-1+1"],
    }
    assert table.schema.field("share").metadata == {b"heading": b"Outside LA", b"unit": b"%"}
    assert json.loads(table.schema.metadata[b"citation"])["Filters"] == CITATION.filters


def test_a_reader_of_csvw_finds_numbers_where_there_are_some(tmp_path: Path) -> None:
    with zipfile.ZipFile(BytesIO(made("csvw"))) as parts:
        parts.extractall(tmp_path)
    (described,) = tmp_path.glob("*-metadata.json")
    found = CSVW(str(described), validate=True)
    assert found.is_valid
    (table,) = found.tables
    rows = list(table)
    assert [row["children"] for row in rows] == [1235, None, 20]
    assert [row["share"] for row in rows] == [43, None, None]
    assert [row["area"] for row in rows] == ["Greater Manchester", "'=HYPERLINK(1)", "Bury"]
    assert [row["said"] for row in rows] == ["12 to 18", "'@x", "'-1+1"]
    assert found.common_props["dc:title"] == CITATION.title


def test_the_same_answer_is_the_same_file() -> None:
    assert [made(form) == made(form) for form in FORMS] == [True] * len(FORMS)


def test_a_table_without_rows_is_a_file_too() -> None:
    empty = TableFile(FRAME.head(0), HEADINGS, CITATION)
    assert all(FORMS[form].make(empty) for form in FORMS)
