"""What a person is told before a file is accepted, and that nothing counts by it."""

import os
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from rcc_dash.domain.problems import Severity
from rcc_dash.domain.progress import silent
from rcc_dash.intake.desk import Desk
from rcc_dash.intake.found import Found
from rcc_dash.intake.load import accept, load
from rcc_dash.intake.loads import things
from rcc_dash.intake.preview import preview
from rcc_dash.intake.status import status
from rcc_dash.intake.take import Said
from rcc_dash.settings import PROJECT, DataHome
from rcc_dash.store import manifest
from tests.intake.made_files import NOW, episodes, put, seen

REGION = PROJECT / "tests" / "fixtures" / "region"
LIST = REGION / "ofsted_list_31_march_2025.csv"


def everything(home: DataHome) -> dict[str, bytes]:
    """Give all that is accepted: the manifest, kept files, tables, builds and their pointer."""
    paths = (path for path in home.root.rglob("*") if path.is_file() and home.waiting not in path.parents)
    return {str(path): path.read_bytes() for path in paths if path.suffix not in {".lock", ".key"}}


def test_a_preview_says_what_would_come_of_a_file_and_changes_nothing(home: DataHome, desk: Desk) -> None:
    load([LIST], Said(), home, NOW, silent)
    before = everything(home)
    one = seen(desk, REGION / "Bolton" / "2024" / "episodes.csv", folder="Bolton/2024")
    assert one.counts == {"read": 2, "loaded": 2, "mended": 0, "not_needed": 0, "rejected": 0}
    assert [account.source for account in one.looked.outcome.accounts] == ["ssda903_episodes"]
    assert not one.is_doubtful
    assert everything(home) == before


def test_what_is_accepted_then_counts_and_the_desk_goes_with_all_that_lies_on_it(
    home: DataHome,
) -> None:
    with Desk(home) as desk:
        came = desk.receive(
            "../../Bolton 2025 episodes.csv", BytesIO(episodes("A", date(2025, 3, 1)).encode())
        )
        assert came.name == "Bolton 2025 episodes.csv"
        assert came.is_relative_to(home.waiting)
        one = seen(desk, came)
        assert manifest.loads(home) == ()
        report = accept(desk, [one.looked], [one.looked], NOW, silent)
    assert report.is_clean
    assert status(home)["children_by_la_and_date"][0]["children"] == 30
    assert list(home.waiting.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="modes are of POSIX systems")
def test_only_the_owner_may_look_at_the_desk(home: DataHome, desk: Desk) -> None:
    modes = {path: path.stat().st_mode & 0o777 for path in (home.waiting, desk.place.root)}
    assert set(modes.values()) == {0o700}


def test_a_refused_file_leaves_nothing_behind(home: DataHome, tmp_path: Path) -> None:
    with Desk(home) as desk:
        one = seen(desk, put(tmp_path / "odd.csv", "colour,shape\nred,round\n"))
        assert one.looked.outcome.refused is not None
    left = [path for path in home.root.rglob("*") if path.is_file() and path.suffix not in {".lock", ".key"}]
    assert left == []


def test_what_a_killed_visit_left_is_removed_by_the_next(home: DataHome) -> None:
    left = home.waiting / ("0" * 32)
    put(left / "raw" / "ab" / "abc", "a child's row")
    with Desk(home) as first, Desk(home) as second:
        assert not left.exists()
        assert first.place.root.exists()
        assert second.place.root.exists()


def test_a_file_that_is_silent_about_its_la_asks_for_it(desk: Desk, tmp_path: Path) -> None:
    lone = put(tmp_path / "episodes.csv", episodes("A", date(2025, 3, 1)))
    asked = seen(desk, lone).looked.outcome.refused
    assert asked is not None
    assert asked.asks == "la"
    then = seen(desk, lone, Said(la="Bolton")).looked.outcome.refused
    assert then is not None
    assert then.asks == "year"
    assert seen(desk, lone, Said(la="Bolton", year=2025)).looked.is_good


def test_every_row_at_fault_is_named_and_no_value_is(desk: Desk, tmp_path: Path) -> None:
    text = episodes("A", date(2025, 3, 1)).replace("\nA3,", "\n,").replace("A7,22/02/2025", "A7,soon")
    one = seen(desk, put(tmp_path / "Bolton 2025 episodes.csv", text.replace(",U4,", ",Q9,")))
    at = {(f.code, f.column): f.at for f in one.of_rows if f.severity is not Severity.INFO}
    assert at["I01", "CHILD"] == (5,)
    assert at["I07", "DECOM"] == (9,)
    assert at["C01", "PLACE"] == tuple(range(2, 32))
    assert one.counts["rejected"] == 2
    told = repr(one.findings)
    for value in ("soon", "Q9", "BL1", "A7"):
        assert value not in told


def test_what_it_would_replace_is_said(home: DataHome, desk: Desk, tmp_path: Path) -> None:
    path = put(tmp_path / "Bolton 2025 episodes.csv", episodes("A", date(2025, 3, 1)))
    load([path], Said(), home, NOW, silent)
    again = seen(desk, path)
    assert ["counts already" in flag.what for flag in again.flags] == [True]
    newer = seen(desk, put(path, episodes("A", date(2025, 3, 1), 29)))
    assert ["replaces load 1" in flag.what for flag in newer.flags] == [True]
    assert not newer.is_doubtful


def test_only_the_files_chosen_are_loaded(home: DataHome, desk: Desk, tmp_path: Path) -> None:
    paths = [
        put(tmp_path / f"{la} 2025 episodes.csv", episodes(la, date(2025, 3, 1))) for la in ("Bolton", "Bury")
    ]
    files = preview(desk, [Found(path, "", in_inbox=False) for path in paths], Said(), NOW, silent)
    looked = [one.looked for one in files]
    accept(desk, looked, looked[1:], NOW, silent)
    assert [row["la_name"] for row in status(home)["children_by_la_and_date"]] == ["Bury"]


def test_what_a_file_of_many_las_holds_is_named_once() -> None:
    codes = ("E08000001", "E08000002", "E08000003", "E08000004", "E08000005")
    said = [("placements_census", code, "2025-03-31") for code in codes]
    both = "Placements Northwest census, 31 Mar 2025: Bolton and Bury"
    many = "Placements Northwest census, 31 Mar 2025: Bolton, Bury, Manchester and 2 more"
    assert (things(said[:2]), things(said)) == ((both,), (many,))
    assert things([("vacancies", None, "2025-03-31")]) == ("Vacancy return, 31 Mar 2025",)
    assert things(said[:1]) == ("Placements Northwest census, Bolton, 31 Mar 2025",)
