"""Beds dealt out afresh, on one road: what building would cure, and what sharing would."""

import pandas as pd
import pytest

from rcc_dash.domain.filters import Filters
from rcc_dash.queries import distance_redeal
from rcc_dash.queries.distance_children import Asked
from rcc_dash.queries.distance_redeal import redeal
from tests.queries.conftest import DAY, HandMade, ReaderMaker
from tests.queries.voids_by_hand import TABLES, returned

BOLTON, BURY = "E08000001", "E08000002"
MILE = 1609.3
CHILD = {
    "placement": "home", "place_code": "K2", "age_years": 14, "distance_basis": "postcode",
}  # fmt: skip


@pytest.fixture
def crossed(hand_made: HandMade) -> HandMade:
    """Two homes 30 miles apart, a child of each place in the other's, and one who lives 90 miles away."""
    hand_made.connection.execute(TABLES)
    at = {"H0 0": (0, BOLTON), "H30 0": (30, BURY)}
    hand_made.add("sector", pd.DataFrame([
        {"postcode_sector": name, "east": round(miles * MILE), "north": 0, "la_code": la}
        for name, (miles, la) in at.items()
    ]))  # fmt: skip
    hand_made.home("SC1", la_code=BOLTON, position_sector="H0 0", places=1)
    hand_made.home("SC2", la_code=BURY, position_sector="H30 0", places=2)
    far = {"distance_miles": 30.0, "far": True}
    hand_made.children(1, **CHILD, **far, la_code=BOLTON, origin_sector="H0 0", home_urn="SC2")
    hand_made.children(1, **CHILD, **far, la_code=BURY, origin_sector="H30 0", home_urn="SC1")
    hand_made.children(1, **CHILD, la_code=BURY, origin_sector="H30 0", distance_miles=90.0, far=True)
    hand_made.children(
        1, **CHILD, la_code=BURY, origin_sector="H30 0", distance_miles=95.0, distance_reason="child_led"
    )
    return hand_made


def dealt(reader: ReaderMaker, code: str = "") -> dict[str, float | None]:
    found = redeal(reader(exact=True), Asked(Filters(), DAY), DAY)
    return {part: figure.value for part, figure in {**found.counts[code], **found.miles}.items()}


@pytest.mark.usefixtures("crossed")
def test_what_only_homes_elsewhere_would_cure_is_left(reader: ReaderMaker) -> None:
    found = dealt(reader)  # the two change places; the third keeps the bed that is 90 miles away
    assert (found["dealt"], found["far"], found["far_theirs"], found["far_all"]) == (3, 3, 1, 0)
    assert (found["actual"], found["theirs"], found["all"]) == (50.0, 30.0, 0.0)
    bury = dealt(reader, BURY)
    assert (bury["far"], bury["far_theirs"]) == (2, 1)


def test_a_place_known_to_be_empty_is_dealt_too(crossed: HandMade, reader: ReaderMaker) -> None:
    crossed.add("vacancy", returned("SC2", registered_places=2, occupied_places=1))
    assert dealt(reader)["far_theirs"] == 0


@pytest.mark.usefixtures("crossed")
def test_too_many_are_not_dealt(reader: ReaderMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    # Three children, and at the most the three places of two homes.
    monkeypatch.setattr(distance_redeal, "_MOST", 3 * 3)
    assert redeal(reader(exact=True), Asked(Filters(), DAY), DAY)
    monkeypatch.setattr(distance_redeal, "_MOST", 3 * 3 - 1)
    assert redeal(reader(exact=True), Asked(Filters(), DAY), DAY) is None


@pytest.mark.usefixtures("crossed")
def test_few_children_are_not_told(reader: ReaderMaker) -> None:
    found = redeal(reader(), Asked(Filters(), DAY), DAY)
    assert {figure.mark for figure in (*found.counts[""].values(), *found.miles.values())} == {"[c]"}
