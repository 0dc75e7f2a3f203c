"""How far an LA's data go, counted on fingers."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from rcc_dash.queries.fitness import LEVELS, State, fitness
from rcc_dash.queries.reader import Reader

BOLTON, BURY, KENT = "E08000001", "E08000002", "E10000016"
DAY = pd.Timestamp("2025-03-31").date()
Readers = Callable[..., Reader]
GOOD = {
    "place_code": "U4", "placement_sector": "M1 4", "distance_miles": 3.0, "weekly_cost_gbp": 500.0,
    "sdq_score": 9, "uasc": False, "origin_sector": "M1 5",
}  # fmt: skip


@pytest.fixture
def mixed(hand_made: Any) -> None:  # noqa: ANN401 the fixture's own class cannot be imported
    hand_made.children(40, **GOOD)
    hand_made.children(20, **GOOD | {"uasc": True, "origin_sector": None, "distance_miles": None})
    hand_made.children(10, **GOOD | {"placement": "parents", "weekly_cost_gbp": None})
    hand_made.children(30, **GOOD | {"weekly_cost_gbp": 0.0, "sdq_score": None, "solo": False})
    hand_made.children(50, la_code=BURY, uasc=False)


def rows(reader: Reader, la_code: str) -> dict[str, list[object]]:
    found = fitness(reader, DAY, [la_code]).set_index("level")
    return found[["rows", "of_rows", "left_out", "share_pct", "state"]].astype(object).T.to_dict("list")


@pytest.mark.usefixtures("mixed")
def test_every_level_has_its_own_whole(reader: Readers) -> None:
    assert rows(reader(exact=True), BOLTON) == {
        "load": [100, 100, 0, 100.0, State.GOOD],
        "map": [100, 100, 0, 100.0, State.GOOD],
        "distance": [80, 80, 20, 100.0, State.GOOD],
        "cost": [60, 90, 10, 67.0, State.PART],
        "need": [100, 100, 0, 100.0, State.GOOD],
    }


@pytest.mark.usefixtures("mixed")
def test_an_la_whose_records_hold_nothing_is_asked_for_it(reader: Readers) -> None:
    found = fitness(reader(), DAY, [BURY]).set_index("level")
    assert set(found["state"]) == {State.NONE}
    assert found["ask"].tolist() == [level.ask for level in LEVELS]
    assert found["of_rows"].notna().all()


@pytest.mark.usefixtures("mixed")
def test_an_la_without_a_return_is_asked_for_the_return(reader: Readers) -> None:
    found = fitness(reader(), DAY, [KENT])
    assert found["rows"].isna().all()
    assert set(found["mark"]) == {"[x]"}
    assert set(found["ask"]) == {LEVELS[0].ask}


@pytest.mark.usefixtures("mixed")
def test_protected_shares_stand_on_protected_counts(reader: Readers) -> None:
    found = fitness(reader(), DAY, [BOLTON])
    assert (found["rows"].dropna() % 5 == 0).all()
    assert (found["of_rows"].dropna() % 5 == 0).all()


def test_homes_on_a_list_can_be_mapped_without_a_postcode(hand_made: Any, reader: Readers) -> None:  # noqa: ANN401 as above
    hand_made.home("1000001")
    hand_made.children(12, home_urn="1000001", uasc=False)
    hand_made.children(11, home_urn="1000002", uasc=False)
    assert rows(reader(exact=True), BOLTON)["map"][:2] == [12, 23]
