"""The file of all problems: a line for each row and fault, and no value of any cell."""

import csv
from io import StringIO
from pathlib import Path

from rcc_dash.domain.problems import Severity
from rcc_dash.errors import UserError
from rcc_dash.export.problems_csv import problems_csv
from rcc_dash.ingest.checked import PassedOver
from rcc_dash.intake.found import Found
from rcc_dash.intake.outcome import Outcome
from rcc_dash.intake.preview import FilePreview
from rcc_dash.intake.report import Finding, Flag
from rcc_dash.intake.take import Looked


def preview(outcome: Outcome, *flags: Flag) -> FilePreview:
    return FilePreview(Looked(Found(Path("a.xlsx"), "", in_inbox=False), None, outcome), flags=flags)


def lines(one: FilePreview) -> list[list[str]]:
    return list(csv.reader(StringIO(problems_csv([one]).removeprefix("\ufeff"))))[1:]


def test_each_row_of_a_finding_has_its_line() -> None:
    finding = Finding("I07", Severity.MENDED, "No date.", "Write it.", 3, "Sheet 1", "DEC", (4, 7, 9))
    assert lines(preview(Outcome(findings=(finding,)))) == [
        ["a.xlsx", "Sheet 1", row, "DEC", "I07", "Loaded, mended", "No date.", "Write it."]
        for row in ("4", "7", "9")
    ]


def test_rows_that_are_not_named_are_counted() -> None:
    some = Finding("I07", Severity.ERROR, "No date.", "Write it.", 1500, at=(2,))
    none = Finding("F15", Severity.WARNING, "No column.", "Add it.", 1)
    told = lines(preview(Outcome(findings=(some, none))))
    assert [line[2] for line in told] == ["2", "1,499 more rows", ""]


def test_a_refusal_and_the_doubts_about_a_file_are_there_too() -> None:
    why = UserError("Not known", "It lacks a column.", "Add it.", code="F01")
    flag = Flag("F06", Severity.WARNING, "Of another LA?", "See.")
    told = lines(preview(Outcome(refused=why), flag))
    assert [line[4:] for line in told] == [
        ["F01", "File refused", "Not known. It lacks a column.", "Add it."],
        ["F06", "Whole file", "Of another LA?", "See."],
    ]


def test_a_sheet_that_is_not_loaded_is_told_with_its_reason() -> None:
    told = lines(preview(Outcome(passed_over=(PassedOver("Cover", "It is empty."),))))
    assert told == [["a.xlsx", "Cover", "", "", "F07", "Sheet not loaded", "It is empty.", ""]]


def test_a_heading_that_a_spreadsheet_would_run_is_made_harmless() -> None:
    finding = Finding("I07", Severity.ERROR, "No.", "Mend.", 1, "", "=cmd()", (2,))
    assert lines(preview(Outcome(findings=(finding,))))[0][3] == "'=cmd()"
