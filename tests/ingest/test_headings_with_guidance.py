"""Headings that go on with guidance for whoever fills the sheet in."""

from rcc_dash.ingest.headings import Field, find_headings, read_headings, short, top_rows
from rcc_dash.ingest.sheets import as_sheet

HOME = Field("home", ("Establishment",), begins=True)
URN = Field("urn", ("Establishment URN",), begins=True)
AGE = Field("age", ("Age",), begins=True)


def columns(headings: tuple[str, ...], *fields: Field) -> dict[str, int]:
    return read_headings(headings, 1, fields, ()).columns


def test_the_longest_beginning_counts() -> None:
    headings = (
        "Establishment Do not enter names",
        "Establishment URN (if known)",
        "Agency",
        "Age rounded down",
    )
    assert columns(headings, HOME, URN, AGE) == {"home": 0, "urn": 1, "age": 3}


def test_a_whole_heading_goes_before_one_that_only_begins_alike() -> None:
    assert columns(("Age of carer", "Age"), AGE) == {"age": 1}


def test_two_headings_that_begin_alike_are_a_clash() -> None:
    reading = read_headings(("Age in years", "Age in months"), 1, (AGE,), ())
    assert len(reading.clashes) == 1


def test_the_row_of_headings_is_found_by_how_they_begin() -> None:
    rows = as_sheet([["Overview"], ["Establishment\nNo names", "Age\nRounded down"], ["Elm", "5"]])
    assert find_headings(top_rows(rows), (HOME, AGE)) == 2


def test_long_guidance_is_cut_where_people_are_shown_it() -> None:
    assert short("Age") == "Age"
    assert short("Age " + "in whole years " * 10) == "Age" + " in whole years" * 5 + " \u2026"
