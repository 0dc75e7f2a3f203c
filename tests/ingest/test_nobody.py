"""Headings alone say that there is nobody where that can be true; everywhere else they are a mistake."""

from pathlib import Path

import pytest

from rcc_dash.domain.problems import Severity
from rcc_dash.errors import UserError
from rcc_dash.ingest.accept import check_file
from rcc_dash.ingest.checked import CheckedFile
from rcc_dash.ingest.keys import Secrets
from rcc_dash.ingest.layouts import (
    ALL,
    placement_costs,
    ssda903_dolo,
    ssda903_episodes,
    ssda903_header,
    ssda903_missing,
    ssda903_oc2,
    ssda903_uasc,
)
from rcc_dash.ingest.told import Told
from tests.ingest.books import saved_book

SECRETS = Secrets(b"a synthetic key, only for tests!")
BARNSLEY = "E08000016"
ORDER = ("T-1", "05/06/2012", "01/05/2026", "")
SILENT = Told("dolo.csv")
EPISODE = ("T-1", "01/02/2027", "S", "C2", "N1", "K2", "PR4", "", "", "", "SK1 3XE", "M2 5DB", "")
Rows = list[tuple[str, ...]]


def text(tmp_path: Path, *lines: str, told: Told = SILENT) -> CheckedFile:
    path = tmp_path / told.file_name
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")
    return check_file(path, told, SECRETS)


def headings(*names: str) -> str:
    return ",".join(names)


def book(tmp_path: Path, hidden: str = "", **sheets: Rows) -> CheckedFile:
    path = saved_book(tmp_path / "Barnsley 2027.xlsx", sheets, {hidden: "hidden"})
    return check_file(path, Told(path.name), SECRETS)


def accounts(checked: CheckedFile) -> list[tuple[object, ...]]:
    every = [account for table in checked.tables for account in table.accounts]
    return [(a.source, a.la_code, a.period, a.rows_read, a.rows_loaded, a.rows_rejected) for a in every]


NOBODY = [("ssda903_dolo", BARNSLEY, "2027", 0, 0, 0)]


@pytest.mark.parametrize(
    ("layout", "source", "says"),
    [
        (
            ssda903_dolo,
            "ssda903_dolo",
            "No order deprived a child of liberty in the year, as told by the LA.",
        ),
        (ssda903_missing, "ssda903_missing", "No child was missing in the year, as told by the LA."),
        (ssda903_uasc, "ssda903_uasc", "No child in care had come to the country alone in the year"),
    ],
)
def test_an_la_that_has_nobody_is_told_of_as_having_nobody(
    tmp_path: Path, layout: object, source: str, says: str
) -> None:
    heads = headings(*layout.HEADERS)  # type: ignore[attr-defined]  # each module has them
    checked = text(tmp_path, heads, told=Told(f"Barnsley 2027 {source}.csv"))
    assert accounts(checked) == [(source, BARNSLEY, "2027", 0, 0, 0)]
    (table,) = checked.tables
    assert (len(table.frame), len(table.problems)) == (0, 1)
    (said,) = table.problems
    assert (said.code, said.severity, said.rows, said.row) == ("F02", Severity.INFO, 0, 1)
    assert said.what.startswith(says)


@pytest.mark.parametrize(
    ("above", "told"),
    [
        ("Orders of Barnsley 2026/27", SILENT),
        ("", Told("Barnsley 2027 dolo.csv")),
        ("", Told("dolo.csv", folder="Barnsley 2026-27")),
        ("", Told("dolo.csv", la="Barnsley", year=2027)),
        ("", Told("dolo 2027.csv", la=BARNSLEY)),
    ],
)
def test_whose_it_is_and_of_when_is_said_above_in_names_or_by_the_person(
    tmp_path: Path, above: str, told: Told
) -> None:
    lines = [*([above] if above else []), headings(*ssda903_dolo.HEADERS)]
    assert accounts(text(tmp_path, *lines, told=told)) == NOBODY


@pytest.mark.parametrize(
    ("told", "asks", "words"),
    [
        (SILENT, "la", "--la Barnsley"),
        (Told("2027 dolo.csv"), "la", "--la Barnsley"),
        (Told("Barnsley dolo.csv"), "year", "--year 2027"),
    ],
)
def test_what_nobody_says_is_asked_for(tmp_path: Path, told: Told, asks: str, words: str) -> None:
    with pytest.raises(UserError) as found:
        text(tmp_path, headings(*ssda903_dolo.HEADERS), told=told)
    assert (found.value.asks, words in found.value.fix) == (asks, True)
    assert "headings alone" in found.value.what
    assert "column" not in found.value.fix  # one cannot be added where there is no row


def test_of_every_other_kind_headings_alone_are_refused(tmp_path: Path) -> None:
    """No LA has nobody in care; an empty form of vacancies is one that was not filled in."""
    may = {one.source for one in ALL if one.empty_says}
    assert may == {"ssda903_dolo", "ssda903_missing", "ssda903_uasc"}
    for layout in (ssda903_header, ssda903_episodes, ssda903_oc2):
        with pytest.raises(UserError, match="no rows below") as found:
            text(tmp_path, headings(*layout.HEADERS), told=Told("Barnsley 2027.csv"))
        assert found.value.code == "F02"
    costs = [field.synonyms[0] for field in placement_costs.LAYOUTS[0].fields]
    with pytest.raises(UserError, match="no rows below"):
        text(tmp_path, headings(*costs), told=Told("Barnsley 2027-03-31.csv"))


@pytest.mark.parametrize("row", [",,,", "Nil return,,,", "T-1,05/06/2012,soon,"])
def test_a_file_whose_rows_all_fail_is_not_told_of_as_nobody(tmp_path: Path, row: str) -> None:
    lines = (headings(*ssda903_dolo.HEADERS), row)
    told = Told("Barnsley 2027 dolo.csv")
    if row == ",,,":
        assert accounts(text(tmp_path, *lines, told=told)) == NOBODY  # a blank row is no row
        return
    with pytest.raises(UserError, match=r"No row of .* can be loaded") as found:
        text(tmp_path, *lines, told=told)
    assert found.value.fix.endswith(
        "If no order deprived a child of liberty in the year, delete the rows: the headings alone say so."
    )


def test_a_region_file_says_nothing_of_the_las_whose_rows_all_fail(tmp_path: Path) -> None:
    heads = headings(*ssda903_dolo.HEADERS, "LA", "YEAR")
    rows = ("T-1,05/06/2012,01/05/2026,,Barnsley,2027", "T-2,05/06/2012,soon,,Sheffield,2027")
    found = accounts(text(tmp_path, heads, *rows))
    assert [one[1:] for one in found] == [(BARNSLEY, "2027", 1, 1, 0), ("E08000019", "2027", 1, 0, 1)]


def test_in_a_workbook_of_the_return_an_empty_sheet_is_told_of(tmp_path: Path) -> None:
    found = book(tmp_path, Episodes=[ssda903_episodes.HEADERS, EPISODE], DoLO=[ssda903_dolo.HEADERS])
    assert accounts(found) == [("ssda903_episodes", BARNSLEY, "2027", 1, 1, 0), *NOBODY]


@pytest.mark.parametrize("hidden", ["", "Empty", "Full"])
def test_headings_beside_a_table_of_their_kind_do_not_say_nobody(tmp_path: Path, hidden: str) -> None:
    """The rows count, though their sheet be hidden: an empty form beside it is no word of the LA's."""
    found = book(tmp_path, hidden, Empty=[ssda903_dolo.HEADERS], Full=[ssda903_dolo.HEADERS, ORDER])
    assert accounts(found) == [("ssda903_dolo", BARNSLEY, "2027", 1, 1, 0)]
    assert "no rows below" in found.passed_over[0].why


def test_a_hidden_sheet_without_rows_says_nothing(tmp_path: Path) -> None:
    episodes = [ssda903_episodes.HEADERS, EPISODE]
    found = book(tmp_path, "DoLO", Episodes=episodes, DoLO=[ssda903_dolo.HEADERS])
    assert [one[0] for one in accounts(found)] == ["ssda903_episodes"]
    assert "no rows below" in found.passed_over[0].why
