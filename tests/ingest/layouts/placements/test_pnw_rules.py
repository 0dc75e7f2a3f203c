"""Each check of the census on two rows: one that it must find and one that it must not."""

from collections.abc import Callable

import pytest

from rcc_dash.domain.problems import Severity
from rcc_dash.ingest.checked import CheckedTable
from tests.ingest.layouts.placements.census_files import census_row

CheckTable = Callable[..., CheckedTable]
FREE = {"care": "0", "education": "0", "health": "0"}
FOSTER = "Fostering - Independent Foster Care (IFA)"
FAR = {"Home postcode": "SK1 3XE", "Placement postcode": "M2 5DB", "Placement northings": "498000"}
ALONE = "Yes, and is in a solo placement"


@pytest.mark.parametrize(
    ("edition", "bad", "code", "words"),
    [
        ("2022-03", {"total": "-5"}, "K01", "below zero"),
        ("2022-03", {"health": "some"}, "K01", "no number"),
        ("2022-03", {"total": "5202"}, "K02", "do not add up"),
        ("2022-03", {"total": "0", **FREE}, "K03", "costs nothing"),
        ("2022-03", {**FREE, "total": "270400", "care": "270400"}, "K04", "price of a year"),
        ("2022-03", {**FREE, "total": "743", "care": "743"}, "K04", "price of a day"),
        ("2022-03", {**FREE, "total": "30000", "care": "30000"}, "K04", "far from what"),
        ("2022-03", {"type": "Mystery"}, "C04", "types of provision"),
        ("2022-03", {"host": "Atlantis"}, "C04", "host authority"),
        ("2022-03", {"age": "old enough"}, "C09", "could not be read"),
        ("2022-03", {"type": "Fostering - Staying Put", "home": "", "age": "19"}, "C10", "after 18"),
        ("2022-03", {"looked": "No"}, "C10", "not looked after"),
        ("2022-03", {"age": "19"}, "I04", "over 17"),
        ("2022-03", {"id": ""}, "I01", "blank"),
        ("2022-03", {"la": "Narnia"}, "F06", "English LA"),
        ("2022-03", {"start": "soon"}, "I07", "could not be read"),
        ("2022-03", {"start": "01/05/2022"}, "E08", "after the month"),
        ("2022-03", {"urn": "the blue house"}, "U03", "no Ofsted number"),
        ("2022-03", {"type": FOSTER, "home": "A Carer"}, "P01", "carers"),
        ("2022-03", {"home": "Flat 2, M2 5DB"}, "P01", "Postcodes"),
        ("enriched", {}, "P01", "reduced to sectors"),
        ("enriched", {"reason": "", **FAR}, "G08", "over 20 miles from home"),
        ("enriched", {"reason": "Not applicable", **FAR}, "G08", "over 20 miles from home"),
        ("2022-03", {"host": "Bolton"}, "G08", "the LA's own area"),
        ("2022-03", {"urn": ""}, "U13", "its URN is blank"),
        ("2025-12", {"solo": ALONE}, "N04", "live alone"),
        ("2025-12", {"solo": ALONE, "dols": "DoLS (current)"}, "N06", "Fewer than five"),
    ],
)  # fmt: skip
def test_what_cannot_be_right_is_said_of_its_row_only(
    check_census: CheckTable, edition: str, bad: dict[str, str], code: str, words: str
) -> None:
    blank = (
        {"Home postcode": "", "Placement postcode": "", "Home eastings": ""} if edition == "enriched" else {}
    )
    good = census_row(edition, id="T-2", solo="No, and is not in a solo placement", **blank)
    table = check_census(edition, census_row(edition, **bad), good)
    found = [p for p in table.problems if p.code == code and words in p.what]
    assert found
    assert found[0].rows == 1
    assert found[0].row is not None
    assert found[0].fix


def test_the_other_row_alone_has_no_fault(check_census: CheckTable) -> None:
    good = census_row("2025-12", solo="No, and is not in a solo placement")
    assert [p for p in check_census("2025-12", good).problems if p.severity is not Severity.INFO] == []


def test_a_child_twice_with_one_start_is_said_of_both(check_census: CheckTable) -> None:
    table = check_census("2022-03", census_row("2022-03"), census_row("2022-03"))
    (twice,) = [p for p in table.problems if p.code == "I05"]
    assert (twice.rows, len(table.frame)) == (2, 2)


def test_registered_elsewhere_needs_no_ofsted_number_and_unregistered_is_flagged(
    check_census: CheckTable, faults: Callable[[CheckedTable], set[str]]
) -> None:
    table = check_census("2022-03", census_row("2022-03", reg="CQC", urn="1-123456"),
                         census_row("2022-03", id="T-2", reg="Unregistered", urn="none"))  # fmt: skip
    assert faults(table) == set()
    assert table.frame["is_unregistered"].tolist() == [False, True]


def test_children_of_one_home_whose_costs_differ_threefold_are_said(check_census: CheckTable) -> None:
    dear = census_row("2022-03", id="T-2", total="15601", care="14401")
    (uneven,) = [p for p in check_census("2022-03", census_row("2022-03"), dear).problems if p.code == "K05"]
    assert uneven.rows == 2
    assert uneven.severity is Severity.INFO


def test_contributions_may_be_blank_or_differ_by_a_pound(
    check_census: CheckTable, faults: Callable[[CheckedTable], set[str]]
) -> None:
    blank = census_row("2022-03", care="", education="", health="")
    assert faults(check_census("2022-03", blank, census_row("2022-03", id="T-2", total="5201"))) == set()
