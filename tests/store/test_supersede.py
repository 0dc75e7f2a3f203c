"""A later file of the same source, LA and period counts in place of the earlier one, until it is undone."""

from datetime import date
from pathlib import Path

import pytest

from rcc_dash.errors import UserError
from rcc_dash.settings import DataHome
from rcc_dash.store import manifest
from rcc_dash.store.warehouse import Warehouse
from tests.store.staged_by_hand import BOLTON, BURY, built, episode, load, sheet

_KEYS = ("la_code", "year", "child_key", "record_key")
MARCH = date(2024, 3, 31)
STARTED = {"started_on": date(2023, 5, 1)}
SOURCES = {
    "child": ("ssda903_header", {}, "2024"),
    "uasc": ("ssda903_uasc", {}, "2024"),
    "missing": ("ssda903_missing", {"kind": "M", **STARTED}, "2024"),
    "oc2": ("ssda903_oc2", {"sdq_score": 9}, "2024"),
    "dolo": ("ssda903_dolo", STARTED, "2024"),
    "placement_cost": ("placement_costs", {"as_of": MARCH, **STARTED}, str(MARCH)),
    "census": ("placements_census", {"as_of": MARCH, "row_class": "child", **STARTED}, str(MARCH)),
}
UNDONE = UserError("Undone", "Somebody undid the load.", "Load it again if that was a mistake.")


@pytest.fixture
def home(tmp_path: Path) -> DataHome:
    return DataHome(tmp_path)


def file(home: DataHome, name: str, table: str, *children: str, la_code: str = BOLTON) -> str:
    source, more, period = SOURCES[table]
    every = [episode(child, "2023-05-01", la_code=la_code) for child in children]
    rows = [{**{key: row[key] for key in _KEYS}, **more} for row in every]
    return load(home, name, sheet(table, source, rows, la_code, period))


def children(warehouse: Warehouse, table: str) -> list[str]:
    with warehouse._connection.cursor() as cursor:  # noqa: SLF001 -- no question of the app asks for children
        cursor.execute("USE wh")
        found = cursor.execute(f"SELECT child_key FROM {table} ORDER BY child_key").fetchall()  # noqa: S608 ours
    warehouse.close()
    return [row[0] for row in found]


@pytest.mark.parametrize("table", SOURCES)
def test_the_later_file_counts_whole_and_the_earlier_again_when_it_is_undone(
    home: DataHome, table: str
) -> None:
    file(home, "first", table, "a", "b")
    second = file(home, "second", table, "b", "c")
    file(home, "of another la", table, "z", la_code=BURY)
    assert children(built(home), table) == ["b", "c", "z"]
    arrival = next(one for one in manifest.accepted(home) if one.sha256 == second)
    manifest.withdraw(home, arrival, UNDONE)
    assert children(built(home), table) == ["a", "b", "z"]


def test_another_period_does_not_supersede(home: DataHome) -> None:
    file(home, "first", "oc2", "a")
    row = episode("a", "2023-05-01", year=2025)
    load(home, "next", sheet("oc2", "ssda903_oc2", [{key: row[key] for key in _KEYS}], BOLTON, "2025"))
    assert children(built(home), "oc2") == ["a", "a"]


def test_superseded_rows_are_accounted_for_in_words(home: DataHome) -> None:
    file(home, "first", "oc2", "a", "b")
    file(home, "second", "oc2", "b")
    warehouse = built(home)
    counts = ["rows_read", "rows_loaded", "rows_rejected"]
    assert sorted(warehouse.ask("accounts", {})[counts].to_numpy().tolist()) == [[1, 1, 0], [2, 0, 2]]
    told = warehouse.ask("problem_counts", {})
    assert told["code"].tolist() == ["F08"]
    assert told["rows"].tolist() == [2]


def test_a_plain_census_keeps_what_a_hub_had_joined_for_placements_that_are_the_same(home: DataHome) -> None:
    """Of three children one has moved home since and one started anew; only the first keeps the distance."""
    march = {"as_of": MARCH, "row_class": "child", "family_code": "home", **STARTED}
    joined = {**march, "home_urn": "SC900001", "origin_sector": "M1 4", "distance_miles": 12.5}
    told = [
        {"home_urn": "SC900001"},
        {"home_urn": "SC900002"},
        {"home_urn": "SC900001", "started_on": date(2024, 3, 1)},
    ]
    rows = [{key: episode(child, "2023-05-01")[key] for key in _KEYS} for child in "abc"]
    enriched = [{**row, **joined} for row in rows]
    plain = [{**row, **march, **more} for row, more in zip(rows, told, strict=True)]
    load(home, "enriched", sheet("census", "placements_census", enriched, BOLTON, str(MARCH)))
    load(home, "plain", sheet("census", "placements_census", plain, BOLTON, str(MARCH)))
    warehouse = built(home)
    with warehouse._connection.cursor() as cursor:  # noqa: SLF001 -- no question of the app asks for children
        cursor.execute("USE wh")
        asked = (
            "SELECT child_key, origin_sector, distance_miles, joined_before FROM census ORDER BY child_key"
        )
        found = cursor.execute(asked).fetchall()
    warehouse.close()
    assert found == [("a", "M1 4", 12.5, True), ("b", None, None, False), ("c", None, None, False)]
