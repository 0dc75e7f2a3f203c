"""Two episodes of a child that fit together, and each way in which they do not."""

from collections.abc import Callable

import pytest

from rcc_dash.domain.problems import Severity
from rcc_dash.ingest.checked import CheckedTable
from rcc_dash.ingest.layouts.ssda903_episodes import HEADERS
from rcc_dash.ingest.told import Told

CheckRows = Callable[..., CheckedTable]
Episode = Callable[..., tuple[object, ...]]
Faults = Callable[[CheckedTable], set[str]]
OTHER_HOME = "SC000001"
FIRST = {"DECOM": "01/06/2024", "DEC": "01/02/2025", "REC": "X1", "REASON_PLACE_CHANGE": "CARPL"}
NEXT = {"DECOM": "01/02/2025", "RNE": "P", "URN": OTHER_HOME}


def pair(episode: Episode, first: dict[str, str], then: dict[str, str]) -> tuple[tuple[object, ...], ...]:
    return episode(**(FIRST | first)), episode(**(NEXT | then))


def test_a_move_that_is_told_well_is_not_complained_of(
    check_rows: CheckRows, episode: Episode, faults: Faults
) -> None:
    assert faults(check_rows(HEADERS, *pair(episode, {}, {}))) == set()


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        (({"DEC": "31/01/2025"}, {}), {"E05", "E06"}),  # a day between them
        (({"DEC": "31/01/2025", "REC": "E4A"}, {}), {"E06"}),
        (({"DEC": "31/01/2025", "REC": "E4A"}, {"RNE": "S"}), set()),  # home, and back the next day
        (({"REC": "E4A"}, {"RNE": "S"}), {"E06"}),  # started anew on the day it ended
        (({}, {"CHILD": "T-2"}), {"E05", "E06"}),
        (({}, {"URN": "SC012345"}), {"E07"}),  # P, and nothing changed
        (({}, {"LS": "C1"}), {"E07"}),  # P, and the legal status changed too
        (({}, {"LS": "C1", "RNE": "B"}), set()),
        (({}, {"RNE": "B"}), {"E07"}),  # B, and only the placement changed
        (({}, {"LS": "C1", "RNE": "L"}), {"E07"}),  # L, and the placement changed too
        (({}, {"LS": "C1", "RNE": "L", "URN": "SC012345"}), set()),
        (({}, {"LS": "", "RNE": "B"}), set()),  # not known whether it changed
        (({}, {"URN": "SC012345", "PL_POST": "M2 5DA"}), set()),  # another address of one provider
        (({"REASON_PLACE_CHANGE": ""}, {}), {"E11"}),
        (({"REASON_PLACE_CHANGE": ""}, {"LS": "C1", "RNE": "L", "URN": "SC012345"}), set()),
        (({"LS": "V3", "DEC": "02/06/2024"}, {"LS": "V3"}), set()),  # short breaks are no chain
        (({}, {"DEC": "01/02/2025", "REC": "E4A"}), {"E09"}),
    ],
)
def test_what_does_not_fit_is_said_and_kept(
    check_rows: CheckRows, episode: Episode, changes: tuple[dict[str, str], ...], codes: set[str]
) -> None:
    table = check_rows(HEADERS, *pair(episode, *changes))
    assert {problem.code for problem in table.problems if problem.code.startswith("E")} == codes
    assert len(table.frame) == 2


@pytest.mark.parametrize(
    ("code", "last_day", "codes"),
    [
        ("T1", "13/07/2024", set()),  # 42 days from 1 June
        ("T1", "14/07/2024", {"E10"}),
        ("T2", "22/06/2024", set()),
        ("T3", "23/06/2024", {"E10"}),
        ("T4", "08/06/2024", set()),
        ("T4", "09/06/2024", {"E10"}),
    ],
)
def test_temporary_placements_end_in_time(
    check_rows: CheckRows, episode: Episode, code: str, last_day: str, codes: set[str]
) -> None:
    row = episode(DECOM="01/06/2024", DEC=last_day, REC="E4A", PLACE=code, PLACE_PROVIDER="", URN="")
    said = check_rows(HEADERS, row).problems
    assert {problem.code for problem in said if problem.severity is Severity.WARNING} == codes


@pytest.mark.parametrize(("back_to", "codes"), [("K2", set()), ("S1", {"E10"})])
def test_after_a_temporary_placement_the_child_goes_back(
    check_rows: CheckRows, episode: Episode, back_to: str, codes: set[str], faults: Faults
) -> None:
    stay = {"PLACE": "T3", "PLACE_PROVIDER": "", "URN": "", "RNE": "P", "REC": "X1"}
    rows = (
        episode(**FIRST),
        episode(**stay, DECOM="01/02/2025", DEC="08/02/2025"),
        episode(DECOM="08/02/2025", RNE="P", PLACE=back_to),
    )
    assert faults(check_rows(HEADERS, *rows)) == codes


def test_the_first_of_a_return_may_go_on_from_last_years(
    check_rows: CheckRows, episode: Episode, faults: Faults
) -> None:
    assert faults(check_rows(HEADERS, episode(DECOM="01/02/2024", RNE="P"))) == set()
    assert faults(check_rows(HEADERS, episode(DECOM="01/02/2025", RNE="P"))) == {"E06"}


def test_returns_of_two_years_in_one_file_are_held_together(
    check_rows: CheckRows, episode: Episode, faults: Faults
) -> None:
    rows = (
        (*episode(DECOM="01/06/2023"), "Barnsley", "2024"),
        (*episode(**(FIRST | {"DECOM": "01/06/2023"})), "Barnsley", "2025"),  # told again, now ended
        (*episode(**NEXT), "Barnsley", "2025"),
    )
    assert faults(check_rows((*HEADERS, "LA", "YEAR"), *rows, told=Told("hub.csv"))) == set()


def test_a_file_without_the_reasons_column_is_not_asked_for_reasons(
    check_rows: CheckRows, episode: Episode, faults: Faults
) -> None:
    at = HEADERS.index("REASON_PLACE_CHANGE")
    header = HEADERS[:at] + HEADERS[at + 1 :]
    rows = [row[:at] + row[at + 1 :] for row in pair(episode, {}, {})]
    assert faults(check_rows(header, *rows)) == set()


def test_all_of_these_are_warnings(check_rows: CheckRows, episode: Episode) -> None:
    table = check_rows(HEADERS, *pair(episode, {"DEC": "31/01/2025", "REASON_PLACE_CHANGE": ""}, {}))
    assert {p.severity for p in table.problems if p.code.startswith("E")} == {Severity.WARNING}
