"""Who has told of orders? Whoever sent a return that can be read, be it headings alone."""

from datetime import date

import pandas as pd
import pytest

from rcc_dash.domain.accounts import Account
from rcc_dash.domain.places import cooperatives
from rcc_dash.settings import DataHome
from rcc_dash.store.warehouse import Warehouse
from tests.store.staged_by_hand import Sheet, built, episode, frame, load, returns

WAYS = {"order": (1, 1, 0), "headings": (0, 0, 0), "unreadable": (0, 2, 2)}
"""What a file holds: rows that are loaded, rows read, rows rejected."""
NOT_TOLD, NONE, ONE = [None, None], [False, False], [False, True]
CAME = {
    (): NOT_TOLD,
    ("headings",): NONE,
    ("order",): ONE,
    ("unreadable",): NOT_TOLD,
    ("order", "headings"): NONE,
    ("headings", "order"): ONE,
    ("order", "unreadable"): ONE,
    ("headings", "unreadable"): NOT_TOLD,
    ("unreadable", "headings"): NONE,
    ("order", "headings", "unreadable"): NOT_TOLD,
}
"""Of two children of an LA, who has an order, by the files that came one after the other."""
LAS = dict(zip(CAME, cooperatives()["gm"].la_codes, strict=True))
KEYS = ("la_code", "year", "child_key", "record_key")


def came(home: DataHome, la_code: str, turn: int, way: str) -> None:
    kept, read, rejected = WAYS[way]
    child = {key: episode("a", "2023-05-01", la_code=la_code)[key] for key in KEYS}
    for table in ("dolo", "missing"):
        rows = [{**child, "started_on": date(2023, 6, 1)}] * kept
        account = Account(f"ssda903_{table}", "", la_code, "2024", read, read - rejected, 0, rejected)
        load(home, f"{table} {turn} {la_code}", Sheet(table, frame(table, rows), (account,)))


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Warehouse:
    """Two children of each of ten LAs, of whom files came in ten ways."""
    home = DataHome(tmp_path_factory.mktemp("told"))
    returns(home, *(episode(child, "2023-05-01", la_code=la) for la in LAS.values() for child in "ab"))
    for ways, la_code in LAS.items():
        for turn, way in enumerate(ways):
            came(home, la_code, turn, way)
    return built(home)


@pytest.mark.parametrize("ways", CAME, ids="-".join)
def test_the_last_return_that_can_be_read_tells(told: Warehouse, ways: tuple[str, ...]) -> None:
    """Rows that cannot be read are of somebody: what said "nobody" before them is not so any more."""
    own = told.ask("rare_needs", {"date": "2024-03-31", "la_codes": [LAS[ways]]})
    said = [None if pd.isna(one) else bool(one) for one in own["dols"]]
    assert sorted(said, key=str) == CAME[ways]
    times = [None if pd.isna(one) else one > 0 for one in own["missing_12m"]]
    assert sorted(times, key=str) == CAME[ways]


def test_whom_headings_alone_replace_is_accounted_for(told: Warehouse) -> None:
    rows = told.ask("accounts", {})
    own = rows[rows["la_code"].eq(LAS["order", "headings"]) & rows["source"].eq("ssda903_dolo")]
    counts = own[["rows_read", "rows_loaded", "rows_rejected"]].to_numpy().tolist()
    assert sorted(counts) == [[0, 0, 0], [1, 0, 1]]
