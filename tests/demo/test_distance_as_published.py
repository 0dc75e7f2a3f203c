"""The 28 LAs' published shares, reproduced from the demonstration extracts by the app's own questions."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from rcc_dash.domain.disclosure import Rule
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.places import cooperatives
from rcc_dash.queries.distance_check import Checked, checked
from rcc_dash.queries.distance_children import Asked
from rcc_dash.queries.reader import Reader
from rcc_dash.settings import DataHome
from rcc_dash.store.warehouse import Warehouse

DAY = date(2025, 3, 31)
MEASURES = ("outside", "far", "far_outside")


@pytest.fixture(scope="module")
def warehouse(demo_home: Path) -> Iterator[Warehouse]:
    opened = Warehouse.open_current(DataHome(demo_home).demo)
    assert opened is not None
    yield opened
    opened.close()


def held(warehouse: Warehouse, measure: str, *, exact: bool) -> list[Checked]:
    reader = Reader(warehouse, Rule("pepper", exact=exact))
    return [row for rcc in cooperatives() for row in checked(reader, Asked(Filters(rcc), DAY), measure)]


@pytest.mark.parametrize("measure", MEASURES)
def test_every_published_share_is_reproduced_within_rounding(warehouse: Warehouse, measure: str) -> None:
    rows = held(warehouse, measure, exact=True)
    assert len(rows) == 28
    known = [row for row in rows if row.points is not None]
    assert len(known) >= 27
    assert {row.la_code: row.points for row in known if abs(row.points or 0) > 1} == {}
    assert {row.la_code for row in known if row.ours[1].value != row.theirs[1].value} == set()


@pytest.mark.parametrize("measure", MEASURES)
def test_protected_shares_differ_by_no_more_than_their_rounding_and_say_so(
    warehouse: Warehouse, measure: str
) -> None:
    for row in held(warehouse, measure, exact=False):
        if row.points is None:
            continue
        whole = row.ours[1].value or 1.0
        assert abs(row.points) <= 1 + 100 * 12 / whole
        assert abs(row.points) <= 1 or "rounded at random" in row.why
