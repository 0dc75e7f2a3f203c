"""Lists of judgements, a year's inspections, joiners and leavers in small, worked out by hand."""

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from rcc_dash.errors import UserError
from rcc_dash.ingest.checked import CheckedFile, CheckedTable

WriteText = Callable[..., Path]
Checked = Callable[[Path], CheckedFile]
OnlyTable = Callable[[Path], CheckedTable]
Codes = Callable[[CheckedTable], list[tuple[str, str, int | None]]]
Counts = Callable[[CheckedTable], tuple[int, int, int, int]]

JUDGED = "URN,Provision type,Local authority,Sector,Places,Event type,Inspection date,Overall effectiveness\n"
HOME = "Children's home,Leeds,Private,4"


@pytest.mark.parametrize(
    ("word", "grade"),
    [
        ("Outstanding", "outstanding"),
        ("Adequate", "requires_improvement"),
        ("Requires Improvement to be good", "requires_improvement"),
        ("inadequate", "inadequate"),
        ("Not judged", None),
        ("", None),
    ],
)
def test_grades_of_every_framework(
    write_text: WriteText, word: str, grade: str | None, table: OnlyTable
) -> None:
    found = table(
        write_text("level_31_march_2016.csv", f"{JUDGED}1000001,{HOME},Full inspection,02/03/2016,{word}\n")
    )
    assert found.accounts[0].source == "ofsted_judgements"
    assert [None if pd.isna(one) else one for one in found.frame["judgement"]] == [grade]
    assert found.frame["inspected_on"].tolist() == [pd.Timestamp(2016, 3, 2)]


def test_a_judgement_list_with_a_heading_gone_is_not_taken_for_all_providers(
    write_text: WriteText, checked: Checked
) -> None:
    text = JUDGED.replace("Inspection date", "When") + f"1000001,{HOME},Full inspection,02/03/2016,Good\n"
    with pytest.raises(UserError, match="with judgements' and lacks a column for 'Inspection date'"):
        checked(write_text("level_31_march_2016.csv", text))


def test_a_years_inspections_are_told_from_a_list_by_providers_named_twice(
    write_text: WriteText, table: OnlyTable, codes: Codes, counts: Counts
) -> None:
    rows = f"1000001,{HOME},Full inspection,02/03/2016,Good\n1000001,{HOME},Interim inspection,02/09/2015,\n"
    found = table(write_text("inspections_2016.csv", JUDGED + rows))
    assert found.table == "home_inspection"
    assert found.frame["inspection_type"].tolist() == ["Full inspection", "Interim inspection"]
    soon = f"1000001,{HOME},Full inspection,soon,Good\n"
    undated = table(write_text("in-year 2015-16.csv", JUDGED + soon + rows))
    assert codes(undated) == [("H06", "mended", 2), ("H09", "error", 2)]
    assert counts(undated) == (3, 2, 0, 1)


def test_joiners_and_leavers(write_text: WriteText, table: OnlyTable, codes: Codes) -> None:
    text = (
        "URN,Provision type,Local authority,Sector,Places,"
        "Registration date,Resigned/closed date,Joiner status,Leaver status\n"
        f"1000001,{HOME},01/05/2020,,Joiner,\n"
        f"1000002,{HOME},01/05/2010,03/09/2020,,Leaver\n"
        f"1000003,{HOME},,,,\n"
    )
    found = table(write_text("joiners_leavers_21.csv", text))
    assert found.frame["joined"].tolist() == [True, False]
    assert found.frame["left"].tolist() == [False, True]
    assert found.frame["closed_on"].tolist() == [pd.NaT, pd.Timestamp(2020, 9, 3)]
    assert codes(found) == [("H10", "error", 4)]
