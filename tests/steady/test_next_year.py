"""Next year's list of Ofsted's with columns and words that nobody has met yet (R14)."""

from pathlib import Path

import pytest

from rcc_dash.domain.progress import silent
from rcc_dash.intake.desk import Desk
from rcc_dash.intake.load import load
from rcc_dash.intake.status import status
from rcc_dash.intake.take import Doubts, Said
from rcc_dash.settings import DataHome
from tests.intake.made_files import NOW, put, seen, warnings

HEADS = "Quality mark,Web link,URN,Provision type,Registration status,Local authority,Sector,Places,Net zero"
HOMES = 200
NEW = "Supported cluster"


def next_list(path: Path, new: int) -> Path:
    """Two hundred homes in Bolton, `new` of a type that does not exist yet, with two new columns."""
    kinds = [NEW if number < new else "Children's home" for number in range(HOMES)]
    rows = [f"Gold,made up,SC91{n:04},{kind},Active,Bolton,Private,4,A" for n, kind in enumerate(kinds)]
    return put(path, "\n".join([HEADS, *rows, ""]))


@pytest.mark.parametrize(("new", "is_held"), [(0, False), (2, False), (3, True)])
def test_over_one_in_a_hundred_unmapped_asks_for_a_second_look(
    tmp_path: Path, new: int, *, is_held: bool
) -> None:
    home = DataHome(tmp_path / "data")
    file = next_list(tmp_path / "ofsted_list_31_march_2027.csv", new)
    with Desk(home) as desk:
        said = warnings(seen(desk, file))
    assert ("Unmapped: 3 in column 'Provision type', of 200 rows." in said) is is_held


def test_it_is_held_back_until_a_person_says_so_and_seen_where_the_rows_went(tmp_path: Path) -> None:
    home = DataHome(tmp_path / "data")
    file = next_list(tmp_path / "ofsted_list_31_march_2027.csv", 3)
    assert load([file], Said(doubts=Doubts.HELD), home, NOW, silent).held_back
    (report,) = load([file], Said(), home, NOW, silent).files
    (new,) = [one for one in report.findings if one.code == "H02"]
    assert (new.rows, new.column) == (3, "Provision type")
    assert "not known" in new.what
    (account,) = report.accounts
    assert (account.rows_read, account.rows_loaded) == (HOMES, HOMES)
    assert status(home)["homes_by_date"][0]["homes"] == HOMES - 3
