"""What was nearer, on one road: which suitable home, which empty place, and what each explains."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest

from rcc_dash.domain.filters import Filters
from rcc_dash.queries.distance_children import Asked
from rcc_dash.queries.distance_flows import exchanges, matrix
from rcc_dash.queries.distance_nearer import nearer
from rcc_dash.queries.distance_redeal import redeal
from tests.queries.conftest import DAY
from tests.queries.voids_by_hand import TABLES, returned

BOLTON = "E08000001"
HandMade, Make = Any, Callable[..., Any]
MILE = 1609.3


def values(figures: dict[str, Any]) -> dict[str, float | None]:
    return {key: figure.value for key, figure in figures.items()}


@pytest.fixture
def homes(hand_made: HandMade) -> HandMade:
    """Children at nought; homes 5, 12 and 40 miles east; only the one at 12 miles has an empty place."""
    stand(hand_made)
    like = {
        "placement": "home",
        "place_code": "K2",
        "age": "10to15",
        "age_years": 14,
        "origin_sector": "H0 0",
    }
    hand_made.children(3, **like, distance_miles=40.0, distance_basis="postcode")
    hand_made.children(2, **like, distance_miles=24.0, distance_basis="postcode", solo=True)
    hand_made.children(
        1, placement="foster", distance_miles=30.0, distance_basis="postcode", origin_sector="H0 0"
    )
    hand_made.children(1, **like | {"origin_sector": None}, distance_miles=25.0, distance_basis="stated")
    hand_made.children(9, **like, distance_miles=5.0, distance_basis="postcode")
    return hand_made


def stand(hand_made: HandMade) -> None:
    at = {"H0 0": 0, "H5 5": 5, "H12 1": 12, "H40 4": 40}
    hand_made.connection.execute(TABLES)
    hand_made.add("sector", pd.DataFrame([
        {"postcode_sector": name, "east": round(miles * MILE), "north": 0, "la_code": BOLTON}
        for name, miles in at.items()
    ]))  # fmt: skip
    for name in ("H5 5", "H12 1", "H40 4"):
        hand_made.home(
            f"SC{name[1:3].strip()}", la_code=BOLTON, position_sector=name, position_basis="placements"
        )
    hand_made.add("vacancy", pd.DataFrame([
        {"as_of": DAY, "urn": "SC12", "registered_places": 4, "available_places": 4, "occupied_places": 3,
         "load_order": 1},
        {"as_of": DAY, "urn": "SC5", "registered_places": 4, "available_places": 3, "occupied_places": 3,
         "load_order": 1},
    ]))  # fmt: skip


@pytest.mark.usefixtures("homes")
def test_far_children_are_parted_by_what_was_nearer(reader: Make) -> None:
    found = nearer(reader(exact=True), Asked(Filters(las=(BOLTON,)), DAY), DAY, "now")
    counts = values(found.counts[BOLTON])
    assert counts["far"] == 7
    assert counts["covered"] == 5  # not the foster child, nor the one without an origin
    assert counts["void"] == 3
    assert counts["none"] == 2  # a child who must live alone needs a home of two places; these have four
    assert counts["full"] == 0
    assert counts["together"] == 1  # three children, one empty place
    assert found.shares[BOLTON]["none"].value == 40
    assert (found.homes, found.returns, found.empty_places) == (3, 2, 1)


@pytest.mark.usefixtures("homes")
def test_the_three_parts_of_the_miles_add_up(reader: Make) -> None:
    found = nearer(reader(exact=True), Asked(Filters(las=(BOLTON,), sector=("own_la",)), DAY), DAY, "now")
    miles = values(found.miles)
    assert miles == {"actual": 40.0, "home": 5.0, "void": 12.0}  # of those for whom all three are known


def test_a_full_home_nearby_is_not_an_empty_place(homes: HandMade, reader: Make) -> None:
    homes.connection.execute("delete from vacancy where urn = 'SC12'")
    counts = values(nearer(reader(exact=True), Asked(Filters(las=(BOLTON,)), DAY), DAY, "now").counts[BOLTON])
    assert (counts["void"], counts["full"], counts["together"]) == (0, 3, 0)


def test_an_old_vacancy_return_tells_nothing(homes: HandMade, reader: Make) -> None:
    homes.connection.execute("update vacancy set as_of = date '2025-01-31'")
    found = nearer(reader(exact=True), Asked(Filters(las=(BOLTON,)), DAY), DAY, "now")
    assert found.returns == 0


def test_near_may_mean_twenty_miles_of_home(homes: HandMade, reader: Make) -> None:
    homes.connection.execute("delete from home_at where urn in ('SC5', 'SC12')")
    asked = Asked(Filters(las=(BOLTON,)), DAY)
    homes.children(
        2, placement="home", place_code="K2", age_years=14, origin_sector="H0 0", distance_miles=90.0
    )
    now, limit = (nearer(reader(exact=True), asked, DAY, near) for near in ("now", "limit"))
    assert now.counts[BOLTON]["full"].value == 2  # 40 miles is nearer than 90, and not near
    assert limit.counts[BOLTON]["full"].value == 0


def test_a_place_that_is_closed_or_in_a_home_that_takes_nobody_is_not_empty(
    homes: HandMade, reader: Make
) -> None:
    homes.connection.execute("delete from vacancy")
    homes.add("vacancy", returned("SC12", occupied_places=3, unavailable_staffing=1))
    homes.add("vacancy", returned("SC5", occupied_places=0))
    homes.connection.execute("update home_at set status = 'Suspended' where urn = 'SC5'")
    found = nearer(reader(exact=True), Asked(Filters(las=(BOLTON,)), DAY), DAY, "now")
    assert (found.homes, found.returns, found.empty_places) == (2, 1, 0)
    assert found.counts[BOLTON]["full"].value == 3


def test_a_distance_chosen_for_the_child_is_not_one_to_shorten(homes: HandMade, reader: Make) -> None:
    homes.connection.execute("update as_at set distance_reason = 'child_led' where distance_miles = 24")
    counts = values(nearer(reader(exact=True), Asked(Filters(las=(BOLTON,)), DAY), DAY, "now").counts[BOLTON])
    assert (counts["far"], counts["covered"], counts["none"]) == (7, 3, 0)


@pytest.mark.usefixtures("homes")
def test_an_la_that_returned_nothing_is_not_said_to_have_nobody(reader: Make) -> None:
    asked = Asked(Filters(), DAY)
    bury = "E08000002"
    found = nearer(reader(exact=True), asked, DAY, "now")
    assert {figure.mark for figure in (*found.counts[bury].values(), *found.shares[bury].values())} == {"[x]"}
    left = redeal(reader(exact=True), asked, DAY).counts[bury]
    assert {figure.mark for figure in left.values()} == {"[x]"}
    assert matrix(reader(exact=True), Filters(), DAY).rows == (BOLTON,)
    assert {row.la_code for row in exchanges(reader(exact=True), Filters(), DAY) if not row.sent.mark} == {
        BOLTON
    }
