"""What counts when files are loaded again, and what a build promises."""

from pathlib import Path

import pytest

from rcc_dash.domain.progress import silent
from rcc_dash.errors import UserError
from rcc_dash.settings import KEPT_BUILDS, DataHome
from rcc_dash.store import manifest, pointer
from rcc_dash.store.build import build
from rcc_dash.store.warehouse import Warehouse, current_build_id
from tests.store.staged_by_hand import (
    BOLTON,
    MADE_ON,
    built,
    contents,
    episode,
    listing,
    load,
    returns,
    sheet,
)

COUNTS = ["rows_read", "rows_loaded", "rows_mended", "rows_rejected"]


@pytest.fixture
def home(tmp_path: Path) -> DataHome:
    return DataHome(tmp_path)


def bolton(*rows: dict[str, object]):  # noqa: ANN201 -- a sheet by hand
    return sheet("episode", "ssda903_episodes", list(rows), BOLTON, "2024")


def accounts(warehouse: Warehouse) -> list[list[int]]:
    return sorted(warehouse.ask("accounts", {})[COUNTS].to_numpy().tolist())


def test_a_later_load_of_the_same_return_counts_and_the_earlier_is_accounted_for(home: DataHome) -> None:
    load(home, "first", bolton(episode("a", "2023-05-01"), episode("b", "2023-05-01")))
    load(home, "second", bolton(episode("a", "2023-06-01")))
    warehouse = built(home)
    assert warehouse.ask("children_by_la_and_date", {})["children"].tolist() == [1]
    assert accounts(warehouse) == [[1, 1, 0, 0], [2, 0, 0, 2]]


def test_loading_the_earlier_file_again_makes_it_count_again(home: DataHome) -> None:
    first = bolton(episode("a", "2023-05-01"), episode("b", "2023-05-01"))
    load(home, "first", first)
    load(home, "second", bolton(episode("a", "2023-06-01")))
    load(home, "first", first)
    assert built(home).ask("children_by_la_and_date", {})["children"].tolist() == [2]


def test_the_same_file_twice_changes_nothing(home: DataHome) -> None:
    one = bolton(episode("a", "2023-05-01"))
    load(home, "first", one)
    before = contents(built(home))
    load(home, "first", one)
    assert contents(built(home)) == before


def test_a_row_that_is_there_twice_is_kept_once(home: DataHome) -> None:
    load(home, "twice", bolton(episode("a", "2023-05-01"), episode("a", "2023-05-01")))
    warehouse = built(home)
    assert accounts(warehouse) == [[2, 1, 0, 1]]


def test_a_row_mended_on_arrival_and_by_a_rule_counts_once(home: DataHome) -> None:
    mended = episode("a", "2023-05-01", mends="I08")
    returns(home, mended, episode("b", "2024-06-01", year=2025))
    assert accounts(built(home)) == [[1, 0, 1, 0], [1, 1, 0, 0]]


def test_a_superseded_row_that_was_mended_on_arrival_moves_to_rejected(home: DataHome) -> None:
    load(home, "first", bolton(episode("a", "2023-05-01", mends="I08")))
    load(home, "second", bolton(episode("a", "2023-05-01")))
    assert accounts(built(home)) == [[1, 0, 0, 1], [1, 1, 0, 0]]


def test_the_same_list_from_two_files_counts_once(home: DataHome) -> None:
    homes = sheet(
        "home_listing", "ofsted_places", [listing("SC900001"), listing("SC900002")], None, "2025-03-31"
    )
    load(home, "csv", homes)
    load(home, "ods", homes)
    found = built(home).ask("homes_by_date", {})
    assert found[["homes", "places"]].to_numpy().tolist() == [[2, 8]]


def test_the_same_inputs_make_the_same_contents(home: DataHome, tmp_path: Path) -> None:
    other = DataHome(tmp_path / "other")
    rows = [episode(f"c{n}", f"2023-{n % 12 + 1:02}-01", year=2024 + n % 2) for n in range(50)]
    for one in (home, other):
        returns(one, *rows)
    assert contents(built(home)) == contents(built(other))


def test_nothing_loaded_builds_an_empty_warehouse(home: DataHome) -> None:
    warehouse = built(home)
    assert warehouse.ask("dates", {}).empty
    assert not warehouse.is_demo


def test_nothing_built_is_no_warehouse(home: DataHome) -> None:
    assert Warehouse.open_current(home) is None
    assert current_build_id(home) is None


def test_old_builds_are_removed_but_a_few_stay(home: DataHome) -> None:
    for _ in range(KEPT_BUILDS + 2):
        built(home).close()
    assert len(list(home.builds.glob("wh-*.duckdb"))) == KEPT_BUILDS
    assert len({one.build_id for one in pointer.kept(home)}) == KEPT_BUILDS


def test_two_builds_in_one_second_have_two_names(home: DataHome) -> None:
    ids = [build(home, made_on=MADE_ON, is_demo=False, progress=silent) for _ in range(2)]
    assert len(set(ids)) == 2


def test_progress_goes_from_nothing_to_all_and_never_back(home: DataHome) -> None:
    shares: list[float] = []
    build(home, made_on=MADE_ON, is_demo=True, progress=lambda share, _: shares.append(share))
    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0.0, 1.0)


def test_missing_checked_tables_are_said_and_the_last_build_serves(home: DataHome) -> None:
    load(home, "first", bolton(episode("a", "2023-05-01")))
    good = built(home).build_id
    manifest.accept(
        home, manifest.Arrival("f" * 64, 1, "lost.csv", "", None, None, None, MADE_ON.isoformat())
    )
    with pytest.raises(UserError, match=r"lost\.csv"):
        build(home, made_on=MADE_ON, is_demo=False, progress=silent)
    assert current_build_id(home) == good


def test_a_build_that_loses_a_row_does_not_serve(home: DataHome) -> None:
    load(home, "first", bolton(episode("a", "2023-05-01")))
    good = built(home).build_id
    wrong_period = sheet(
        "episode",
        "ssda903_episodes",
        [episode("b", "2023-05-01"), episode("b", "2023-05-01")],
        BOLTON,
        "1999",
    )
    load(home, "wrong", wrong_period)
    with pytest.raises(UserError, match="did not pass"):
        build(home, made_on=MADE_ON, is_demo=False, progress=silent)
    assert current_build_id(home) == good
    assert not list(home.builds.glob(".making-*.duckdb"))
