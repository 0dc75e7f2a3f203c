"""Publishing: what is held back, what is never restated, and what a kill leaves."""

import argparse
import os
import shutil
import signal
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from rcc_dash.cli_releases import releases_command
from rcc_dash.domain.churn import CARRIED, FRESH
from rcc_dash.domain.progress import silent
from rcc_dash.errors import UserError
from rcc_dash.intake.load import load
from rcc_dash.intake.take import Said
from rcc_dash.queries.pack_due import due, must_be_due
from rcc_dash.queries.pack_walk import Kind
from rcc_dash.settings import PROJECT, DataHome
from rcc_dash.store import releases
from tests.queries.published_by_hand import DAY, SIZES, loaded, published, shown, sliced, with_one_release
from tests.store.staged_by_hand import BOLTON, BURY, MANCHESTER


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> DataHome:
    """A home with one release."""
    return with_one_release(tmp_path_factory.mktemp("published"))


@pytest.fixture
def home(first: DataHome, tmp_path: Path) -> DataHome:
    return DataHome(Path(shutil.copytree(first.root, tmp_path / "home")))


def test_nine_more_are_held_and_ten_are_not_and_the_region_counts_who_stands(home: DataHome) -> None:
    before = shown(home)
    loaded(home, {BOLTON: 129, BURY: 100, MANCHESTER: 200})
    made = published(home, "two")
    assert made.las(CARRIED) == (BOLTON, MANCHESTER)
    assert made.las(FRESH) == (BURY,)
    after = shown(home)
    assert (after[BOLTON], after[MANCHESTER]) == (before[BOLTON], before[MANCHESTER])
    # The region is of the 120 children of Bolton who stand, not of the 129 who are loaded.
    other = DataHome(home.root / "as-if")
    loaded(other, {BOLTON: 120, BURY: 100, MANCHESTER: 200})
    published(other, "two")
    assert after == shown(other)


def test_a_region_of_a_few_children_is_published_as_a_release_of_hidden_cells(tmp_path: Path) -> None:
    home = DataHome(tmp_path)
    load([PROJECT / "tests" / "fixtures" / "region"], Said(), home, datetime(2025, 6, 1, tzinfo=UTC), silent)
    made = published(home, "few", kinds={Kind.COUNTS, Kind.SLICES})
    assert made.release.name == "few"
    assert not any(shown(home).values())


def test_the_same_data_keys_and_past_hash_alike(first: DataHome, tmp_path: Path) -> None:
    again = DataHome(tmp_path)
    loaded(again, SIZES)
    assert published(again, "another-name").release.contents == releases.listed(first).releases[0].contents


def test_a_release_is_never_restated_and_older_ones_can_serve(home: DataHome) -> None:
    with pytest.raises(UserError, match="never restated"):
        published(home, "one")
    loaded(home, {**SIZES, BURY: 150})
    published(home, "two")
    assert [one.name for one in releases.listed(home).releases] == ["two", "one"]
    newest = shown(home)
    releases.serve(home, "one")
    assert shown(home) != newest
    assert releases.listed(home).serves == "one"


def test_a_month_has_one_release_at_most_and_says_from_when_the_next_may_be(home: DataHome) -> None:
    loaded(home, {**SIZES, BURY: 150})
    with pytest.raises(UserError, match="from 1 December 2026"):
        published(home, "another")
    assert [one.name for one in releases.listed(home).releases] == ["one"]
    must_be_due(releases.listed(home), date(2026, 12, 1))
    asked = argparse.Namespace(fetch="", serve="", send="")
    values, lines = releases_command(asked, home)
    assert values["next_from"] == "2026-12-01"
    assert lines[-1] == "The next may be published from 1 December 2026."


@pytest.mark.parametrize(
    ("made_on", "is_demo", "expected"),
    [
        ("2026-12-31", False, date(2027, 1, 1)),
        ("2026-01-01", False, date(2026, 2, 1)),
        ("2026-01-01", True, None),
    ],
)
def test_the_next_may_be_from_the_next_month(made_on: str, is_demo: bool, expected: date | None) -> None:  # noqa: FBT001 a parameter
    assert due(releases.Listed((releases.Release("one", made_on, is_demo, "", ""),), "one")) == expected


def test_only_named_las_change(home: DataHome) -> None:
    loaded(home, {BOLTON: 220, BURY: 190, MANCHESTER: 200})
    assert published(home, "two", frozenset({BURY})).las(FRESH) == (BURY,)


def test_without_the_children_of_the_last_release_nothing_is_published(home: DataHome) -> None:
    shutil.rmtree(home.release_state)
    with pytest.raises(UserError, match="not on this machine"):
        published(home, "two")


def test_what_the_gate_stops_leaves_the_last_release(home: DataHome, monkeypatch: pytest.MonkeyPatch) -> None:
    before = shown(home)
    loaded(home, {**SIZES, BURY: 150})

    def stop(_made: Path) -> None:
        raise UserError(title="Stopped", what="", fix="")

    monkeypatch.setattr("rcc_dash.queries.pack_publish.pass_gate", stop)
    with pytest.raises(UserError, match="Stopped"):
        published(home, "two")
    assert shown(home) == before
    assert releases.listed(home).serves == "one"
    assert not list(home.releases.glob(".making-*"))
    assert not list(home.release_state.glob(".making-*"))


KILLED = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from rcc_dash.domain.progress import silent
from rcc_dash.queries.pack_publish import Wanted, publish
from rcc_dash.queries.pack_walk import Kind
from rcc_dash.settings import DataHome
from rcc_dash.store import files
put, left = files.put, [int(sys.argv[2])]
def dying(made, path):
    if not left[0]:
        os.kill(os.getpid(), signal.SIGKILL)
    left[0] -= 1
    put(made, path)
files.put = dying
publish(DataHome(Path(sys.argv[1])), "pepper", Wanted("two", None, ("gm",), frozenset({Kind.COUNTS})),
        datetime(2026, 12, 22, tzinfo=UTC), silent)
"""


@pytest.mark.skipif(os.name != "posix", reason="SIGKILL is of POSIX systems")
def test_a_kill_before_the_pointer_moves_leaves_the_last_release(home: DataHome) -> None:
    """By then the children are kept and the file has its name."""
    before = shown(home)
    loaded(home, {**SIZES, BURY: 150})
    done = subprocess.run([sys.executable, "-c", KILLED, str(home.root), "2"], cwd=PROJECT, check=False)
    assert done.returncode == -signal.SIGKILL
    assert shown(home) == before
    assert published(home, "two").las(CARRIED) == (BOLTON, MANCHESTER)


def test_who_is_carried_to_a_new_date_has_been_in_care_as_long_as_then(home: DataHome) -> None:
    """Else cells by time in care would change while every other cell of the LA stands still."""
    loaded(home, SIZES, (2024, 2025))
    made = published(home, "two", kinds=frozenset({Kind.SLICES}))
    assert made.las(CARRIED) == tuple(sorted(SIZES))
    then, now = (sliced(home, day) for day in (DAY, date(2025, 3, 31)))
    assert {row[1] for row in then} == {"6to12m", "all"}
    assert now == then
