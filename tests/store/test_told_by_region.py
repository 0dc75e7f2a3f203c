"""Of whom does a region's file tell that has no row of an LA?"""

from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from rcc_dash.domain.accounts import Account
from rcc_dash.domain.places import cooperatives
from rcc_dash.settings import DataHome
from rcc_dash.store.warehouse import Warehouse
from tests.store.staged_by_hand import BOLTON, BURY, MANCHESTER, Sheet, built, episode, frame, load, returns

KEYS = ("la_code", "year", "child_key", "record_key")
SALFORD, ELSEWHERE, OUTSIDE, BESIDE = "E08000006", cooperatives()["se"].la_codes[0], "E08000016", "E08000019"
"""Barnsley and Sheffield are in no cooperative."""


def account(table: str, la_code: str, *, kept: int = 0, rejected: int = 0, regional: bool = False) -> Account:
    return Account(f"ssda903_{table}", "", la_code, "2024", kept + rejected, kept, 0, rejected, regional)


def orders(home: DataHome, name: str, *accounts: Account) -> None:
    rows = [
        {**{key: episode("a", "2023-05-01", la_code=one.la_code)[key] for key in KEYS},
         "started_on": date(2023, 6, 1)}
        for one in accounts
        if one.rows_loaded
    ]  # fmt: skip
    load(home, name, Sheet("dolo", frame("dolo", rows), accounts))


def told(warehouse: Warehouse) -> dict[str, bool | None]:
    """Say of the one child of each LA whether it has an order; null: not known."""
    las = sorted(set(warehouse.ask("distance_children", {"date": "2024-03-31"})["la_code"]))
    rows = warehouse.ask("rare_needs", {"date": "2024-03-31", "la_codes": las})
    each = zip(rows["la_code"], rows["dols"], strict=True)
    return {la: None if pd.isna(one) else bool(one) for la, one in each}


def world(path: Path, *accounts: Account, own: Account | None = None, is_first: bool = True) -> DataHome:
    """One child in each of six LAs; of two that are in no cooperative, in one file of episodes."""
    home = DataHome(path)
    returns(home, *(episode("a", "2023-05-01", la_code=la) for la in (BOLTON, BURY, SALFORD, ELSEWHERE)))
    both = [episode("a", "2023-05-01", la_code=la) for la in (OUTSIDE, BESIDE)]
    of_both = tuple(account("episodes", la, kept=1) for la in (OUTSIDE, BESIDE))
    load(home, "episodes of two", Sheet("episode", frame("episode", both), of_both))
    if own and is_first:
        orders(home, "own", own)
    orders(home, "region", *accounts)
    if own and not is_first:
        orders(home, "own", own)
    return home


def test_a_regions_file_tells_of_nobody_in_the_las_of_the_region_that_it_has_no_row_of(
    tmp_path: Path,
) -> None:
    bolton, outside = (account("dolo", la, kept=1, regional=True) for la in (BOLTON, OUTSIDE))
    found = told(built(world(tmp_path / "one", bolton)))
    nobody = {BOLTON: True, BURY: False, SALFORD: False}
    assert found == {**nobody, ELSEWHERE: None, OUTSIDE: None, BESIDE: None}
    found = told(built(world(tmp_path / "two", bolton, outside)))
    assert found == {**nobody, ELSEWHERE: None, OUTSIDE: True, BESIDE: False}


def test_an_las_own_file_tells_of_itself_alone(tmp_path: Path) -> None:
    found = told(built(world(tmp_path, account("dolo", BOLTON, kept=1))))
    assert {la for la, one in found.items() if one is not None} == {BOLTON}


def test_an_la_that_has_returned_no_children_of_the_year_is_not_told_of(tmp_path: Path) -> None:
    found = told(built(world(tmp_path, account("dolo", BOLTON, kept=1, regional=True))))
    assert MANCHESTER not in found


@pytest.mark.parametrize("is_first", [True, False])
@pytest.mark.parametrize(("own", "says"), [((1, 0), True), ((0, 2), None), ((0, 0), False)])
def test_what_the_la_says_itself_goes_before_what_is_left_out(
    tmp_path: Path, own: tuple[int, int], *, is_first: bool, says: bool | None
) -> None:
    """Rows that cannot be read are of somebody, whatever the region's file leaves out."""
    bolton = account("dolo", BOLTON, kept=1, regional=True)
    home = world(tmp_path, bolton, own=account("dolo", BURY, kept=own[0], rejected=own[1]), is_first=is_first)
    assert told(built(home))[BURY] is says


def test_rows_of_a_regions_file_that_cannot_be_read_are_of_somebody(tmp_path: Path) -> None:
    bolton, bury = (
        account("dolo", BOLTON, kept=1, regional=True),
        account("dolo", BURY, rejected=1, regional=True),
    )
    assert told(built(world(tmp_path, bolton, bury)))[BURY] is None
