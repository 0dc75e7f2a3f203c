"""What is odd about a file as a whole is said before it is accepted."""

from datetime import date
from pathlib import Path

import pytest

from rcc_dash.domain.progress import silent
from rcc_dash.intake.desk import Desk
from rcc_dash.intake.load import load
from rcc_dash.intake.take import Doubts, Said
from rcc_dash.settings import DataHome
from tests.intake.made_files import COST_HEADS, NOW, episodes, put, seen, warnings

HELD = Said(doubts=Doubts.HELD)


def test_another_las_name_on_a_file_is_flagged(desk: Desk, tmp_path: Path) -> None:
    path = put(tmp_path / "Bury episodes.csv", episodes("A", date(2025, 3, 1)))
    one = seen(desk, path, Said(year=2025), folder="Bolton")
    assert "loaded as Bury, but the folder's name says Bolton" in warnings(one)
    assert one.is_doubtful


def test_another_las_children_under_my_la_are_flagged(home: DataHome, desk: Desk, tmp_path: Path) -> None:
    bury = put(tmp_path / "Bury" / "2025" / "episodes.csv", episodes("B", date(2025, 3, 1)))
    bolton = put(tmp_path / "Bolton" / "2025" / "episodes.csv", episodes("A", date(2025, 3, 1)))
    load([bury.parent, bolton.parent], Said(), home, NOW, silent)
    one = seen(desk, bury, Said(la="Bolton", year=2025))
    assert "100% of the child ids in it are ids of children that Bury returned" in warnings(one)
    assert "child ids" not in warnings(seen(desk, bolton, Said(la="Bolton", year=2025)))


def test_last_years_dates_under_this_years_name_are_flagged(desk: Desk, tmp_path: Path) -> None:
    text = episodes("A", date(2024, 3, 27))
    old = put(tmp_path / "Bolton 2025 episodes.csv", text)
    assert "newest date is 27 March 2024" in warnings(seen(desk, old))
    right = put(tmp_path / "Bolton 2024 episodes.csv", text)
    assert warnings(seen(desk, right)) == ""
    late = put(tmp_path / "Bolton 2023 episodes.csv", text)
    assert "100% of its rows begin after 31 March 2023" in warnings(seen(desk, late))


def test_the_same_children_under_another_year_are_flagged(home: DataHome, desk: Desk, tmp_path: Path) -> None:
    text = "\n".join(["CHILD,SEX,DOB,ETHNIC", *(f"A{n},F,01/02/2015,WBRI" for n in range(25)), ""])
    load([put(tmp_path / "Bolton 2024 header.csv", text)], Said(), home, NOW, silent)
    one = seen(desk, put(tmp_path / "Bolton 2025 header.csv", text))
    assert "exactly those that Bolton returned for 2024" in warnings(one)


@pytest.mark.parametrize(("times", "unit"), [(1 / 7, "£ a day"), (1, ""), (52, "£ a year")])
def test_costs_of_another_unit_are_flagged(desk: Desk, tmp_path: Path, times: float, unit: str) -> None:
    """Children's homes at 5,000 pounds a week since 1 April, 13 weeks to the quarter's end."""
    rows = [f"A{n},01/01/2024,K2,PR4,{5000 * 13 * times:.2f}" for n in range(9)]
    path = put(tmp_path / "Bolton costs 2024-06-30.csv", "\n".join([COST_HEADS, *rows, ""]))
    said = warnings(seen(desk, path))
    assert (unit in said) if unit else (said == "")


def test_costs_of_whole_homes_are_held_against_no_kind_of_placement(desk: Desk, tmp_path: Path) -> None:
    heads = "Asset name,Ofsted URN,Start date,End date,Total committed cost accrued in FY to date"
    text = "\n".join([heads, *(f"Elm House {n},SC90000{n},01/04/2024,,125000" for n in range(9)), ""])
    one = seen(desk, put(tmp_path / "Bolton own homes 2024-06-30.csv", text))
    assert (one.counts["loaded"], warnings(one)) == (9, "")


@pytest.mark.parametrize(("children", "said"), [(30, ""), (36, ""), (20, "33% fewer"), (45, "50% more")])
def test_a_return_much_larger_or_smaller_than_the_last_is_flagged(
    home: DataHome, desk: Desk, tmp_path: Path, children: int, said: str
) -> None:
    before = put(tmp_path / "Bolton 2024 episodes.csv", episodes("A", date(2024, 3, 1)))
    load([before], Said(), home, NOW, silent)
    one = seen(desk, put(tmp_path / "Bolton 2025 episodes.csv", episodes("B", date(2025, 3, 1), children)))
    assert said in warnings(one)
    assert bool(said) == bool(warnings(one))


def test_half_of_a_return_in_place_of_the_whole_is_flagged(
    home: DataHome, desk: Desk, tmp_path: Path
) -> None:
    whole = put(tmp_path / "Bolton 2025 episodes.csv", episodes("A", date(2025, 3, 1), 40))
    load([whole], Said(), home, NOW, silent)
    one = seen(desk, put(tmp_path / "half" / whole.name, episodes("A", date(2025, 3, 1), 21)))
    assert "load 1 (Bolton 2025 episodes.csv) that it would replace" in warnings(one)
    assert "Bolton: 48% fewer (21 for 40)" in warnings(one)


def test_a_file_of_which_a_quarter_of_the_rows_cannot_be_loaded_is_flagged(
    desk: Desk, tmp_path: Path
) -> None:
    text = episodes("A", date(2025, 3, 1), 40).replace("/02/2025", "/13/2025")
    one = seen(desk, put(tmp_path / "Bolton 2025 episodes.csv", text))
    assert one.counts["rejected"] == 28
    assert "28 of its 40 rows cannot be loaded. Most of all, column 'DECOM'" in warnings(one)


def test_two_parts_of_one_return_are_not_loaded_one_over_the_other(home: DataHome, tmp_path: Path) -> None:
    first = put(tmp_path / "a" / "Bolton 2025 episodes.csv", episodes("A", date(2025, 3, 1)))
    put(tmp_path / "b" / "Bolton 2025 episodes.csv", episodes("B", date(2025, 3, 1)))
    other = put(tmp_path / "Bury 2025 episodes.csv", episodes("C", date(2025, 3, 1)))
    report = load([first.parent, tmp_path / "b", other], HELD, home, NOW, silent)
    assert [file.held_back for file in report.files] == [True, True, False]
    assert "b/Bolton 2025 episodes.csv speaks of the same" in report.files[0].flags[0].what
    assert [file.folder for file in report.held_back] == ["a", "b"]
    assert not report.is_clean


def test_the_same_bytes_under_two_las_are_flagged(home: DataHome, tmp_path: Path) -> None:
    text = episodes("A", date(2025, 3, 1))
    for la in ("Bolton", "Bury"):
        put(tmp_path / la / f"{la} 2025 episodes.csv", text)
    report = load([tmp_path], HELD, home, NOW, silent)
    assert len(report.held_back) == 2
    assert "SSDA903 episodes, Bury, 2025 too" in report.files[0].flags[0].what


def test_what_is_held_back_waits_in_the_drop_folder_and_leaves_no_copy(home: DataHome) -> None:
    waiting = put(home.inbox / "Bolton 2025 episodes.csv", episodes("A", date(2023, 3, 1)))
    report = load([], HELD, home, NOW, silent)
    assert [file.held_back for file in report.files] == [True]
    assert report.build_id is None
    assert waiting.exists()
    assert list(home.raw.rglob("*")) == []
    again = load([], Said(), home, NOW, silent)
    assert again.is_clean
    assert again.doubted
    assert again.files[0].accounts
    assert not waiting.exists()


def test_a_return_that_hardly_any_agreement_lets_a_region_keep_is_flagged(desk: Desk, tmp_path: Path) -> None:
    old = put(tmp_path / "Bolton 2012 episodes.csv", episodes("A", date(2012, 3, 1)))
    assert "about children of 2012, over 12 years ago" in warnings(seen(desk, old))
    newer = put(tmp_path / "Bolton 2013 episodes.csv", episodes("A", date(2013, 3, 1)))
    assert warnings(seen(desk, newer)) == ""
