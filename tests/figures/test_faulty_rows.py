"""Rows at fault: only those, with the file's own numbers, the fault in the cell, and no personal value."""

from rcc_dash.domain.problems import Severity
from rcc_dash.figures.faulty_rows import faulty_rows, faulty_rows_html
from rcc_dash.intake.report import Finding


def finding(column: str | None, *at: int, sheet: str = "", what: str = "Wrong.") -> Finding:
    return Finding("X", Severity.ERROR, what, "Mend it.", len(at), sheet, column, at)


def test_rows_come_in_the_order_of_the_file_with_all_their_faults() -> None:
    rows = faulty_rows([finding("DEC", 9, 4), finding("CHILD", 4), finding(None, 4)])
    assert [(row.row, list(row.faults)) for row in rows] == [
        (4, ["DEC", "CHILD", "Whole row"]),
        (9, ["DEC"]),
    ]


def test_a_value_that_may_not_be_shown_is_masked() -> None:
    drawn = faulty_rows_html("One row", faulty_rows([finding("DEC", 4)]), {})
    assert "•••" in drawn
    assert '<th scope="row">4</th>' in drawn
    shown = faulty_rows_html("One row", faulty_rows([finding("Places", 4)]), {("", 4, "Places"): "three"})
    assert "three" in shown
    assert "•••" not in shown


def test_the_sheet_is_named_where_there_are_several() -> None:
    rows = faulty_rows([finding("A", 4, sheet="One"), finding("A", 4, sheet="Two")])
    assert '<th scope="row">Two, 4</th>' in faulty_rows_html("Rows", rows, {})


def test_what_a_file_says_cannot_become_part_of_the_page() -> None:
    rows = faulty_rows([finding("<script>", 4, what="<b>")])
    drawn = faulty_rows_html("<i>", rows, {("", 4, "<script>"): "<img>"})
    assert not any(bad in drawn for bad in ("<script>", "<b>", "<img>", "<i>"))
