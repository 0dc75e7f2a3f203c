"""How much of what is empty is empty still? Told roughly, so that no number of places can be had from it."""

from datetime import timedelta

import pandas as pd
import pytest

from rcc_dash.domain.filters import Filters
from rcc_dash.queries.voids_homes import Moment
from rcc_dash.queries.voids_match import Search
from rcc_dash.queries.voids_mismatch import mismatch
from tests.queries.conftest import DAY, HandMade, ReaderMaker
from tests.queries.voids_by_hand import TABLES, returned

BURY = "E08000002"
SEARCH = Search("gm", Moment(DAY, DAY, DAY, 92), 20, "all", "returned")
HERE = {
    "postcode_sector": "BL9 1", "east": 400_000, "north": 400_000, "lat": 53.0, "lon": -2.0, "la_code": BURY,
    "spread_miles": 1.0, "hex6": "a", "hex5": "b",
}  # fmt: skip


@pytest.mark.parametrize(
    ("homes", "held", "shares"),
    [
        (3, 0, [1000 / 12, 85]),  # four places of 30 days ago, and eight of the day
        (3, 3, [250 / 3, 100]),  # three places are too few to say
        (2, 0, [75, 100]),  # and so are two homes
    ],
)
def test_a_share_of_places_is_rounded_and_not_told_of_few(
    hand_made: HandMade, reader: ReaderMaker, homes: int, held: int, shares: list[float]
) -> None:
    hand_made.connection.execute(TABLES)
    hand_made.add("sector", pd.DataFrame([HERE]))
    for number in range(homes):
        hand_made.home(f"SC00000{number}", la_code=BURY, position_sector="BL9 1")
        day = DAY if number else DAY - timedelta(days=30)
        hand_made.add("vacancy", returned(f"SC00000{number}", as_of=day, occupied_places=held))
    hand_made.children(1, placement="home", place_code="K2", la_code=BURY)
    found = [mismatch(reader(exact=is_exact), Filters(), SEARCH) for is_exact in (True, False)]
    assert [one and one.still_share for one in found] == pytest.approx(shares)  # exact, and protected
