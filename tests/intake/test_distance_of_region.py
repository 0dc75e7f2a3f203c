"""The countable region's distances, from its files to the figures; worked out in tests/fixtures/README.md."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from rcc_dash.domain.disclosure import Rule
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.progress import silent
from rcc_dash.intake.load import load
from rcc_dash.intake.take import Said
from rcc_dash.queries.distance_bands import bands_by_area
from rcc_dash.queries.distance_children import Asked
from rcc_dash.queries.distance_flows import exchanges
from rcc_dash.queries.distance_headlines import who_is_counted
from rcc_dash.queries.distance_shares import DistanceShares, distance_shares
from rcc_dash.queries.reader import Reader
from rcc_dash.settings import PROJECT, DataHome
from rcc_dash.store.warehouse import Warehouse

DAY = date(2025, 3, 31)
BOLTON, BURY, MANCHESTER = "E08000001", "E08000002", "E08000003"


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    home = DataHome(tmp_path_factory.mktemp("data"))
    load([PROJECT / "tests/fixtures/region"], Said(), home, datetime(2025, 6, 1, tzinfo=UTC), silent)
    opened = Warehouse.open_current(home)
    assert opened is not None
    yield Reader(opened, Rule("pepper", exact=True))
    opened.close()


def counted(shares: DistanceShares, code: str, measure: str) -> tuple[float | None, float | None]:
    return shares.areas[code].counts[measure].value, shares.areas[code].shares[measure].value


def test_all_ten_children_are_dfes_denominator(reader: Reader) -> None:
    shares = distance_shares(reader, Filters(), (DAY,), "all")[DAY]
    assert shares.together.children.value == 10
    assert counted(shares, "", "outside") == (5, 50)
    assert counted(shares, "", "far") == (1, 10)
    assert counted(shares, "", "far_outside") == (1, 10)
    assert counted(shares, "", "out_region") == (1, 10)  # Brighton
    assert counted(shares, "", "out_england") == (0, 0)
    assert counted(shares, BOLTON, "outside") == (3, 60)
    assert counted(shares, BURY, "outside") == (1, 33)
    assert counted(shares, MANCHESTER, "outside") == (1, 50)


def test_seven_have_a_distance_that_applies_and_is_known(reader: Reader) -> None:
    told = {k: figure.value for k, figure in who_is_counted(reader, Asked(Filters(), DAY)).items()}
    assert told == {"all": 10, "known": 7, "unknown": 0, "adoption": 1, "parents": 1, "no_origin": 1}
    shares = distance_shares(reader, Filters(), (DAY,), "known")[DAY]
    assert shares.together.children.value == 7
    assert counted(shares, "", "far") == (1, 14)


def test_each_is_in_its_band(reader: Reader) -> None:
    rows = {row.code: row for row in bands_by_area(reader, Asked(Filters(), DAY))}
    bands = {code: figure.value for code, figure in rows[""].bands.items()}
    assert bands == {"0to5": 5, "5to10": 1, "10to20": 2, "20to50": 0, "over50": 1, "unknown": 1}
    assert rows[""].miles["median"].value == 0.0  # of nine known: five at 0.0, then 5.4, 10.3, 10.3 and 214.0


def test_who_sends_out_and_takes_in(reader: Reader) -> None:
    each = {row.la_code: (row.sent.value, row.taken.value) for row in exchanges(reader, Filters(), DAY)}
    assert (each[BOLTON], each[BURY], each[MANCHESTER]) == ((3, 2), (1, 0), (1, 2))
