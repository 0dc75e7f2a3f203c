"""What is worked out ahead spares whoever first puts a filter on: another value makes no cells anew."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from rcc_dash.domain.cohorts import Thresholds
from rcc_dash.domain.disclosure import Rule
from rcc_dash.domain.filters import Filters
from rcc_dash.queries.calendar import calendar
from rcc_dash.queries.distance_children import Asked
from rcc_dash.queries.distance_headlines import distance_years, who_is_counted
from rcc_dash.queries.every_cell import _every  # its count of what was made is what the test is of
from rcc_dash.queries.rare_counts import rare_areas, rare_rows
from rcc_dash.queries.rare_parts import RareAsked
from rcc_dash.queries.reader import Reader
from rcc_dash.settings import DataHome
from rcc_dash.store.warehouse import Warehouse
from rcc_dash.ui.first_looks import first_looks


@pytest.fixture
def reader(demo_home: Path) -> Iterator[Reader]:
    opened = Warehouse.open_current(DataHome(demo_home).demo)
    assert opened
    yield Reader(opened, Rule("looks"))
    opened.close()


def test_another_value_of_a_filter_finds_its_cells_made(reader: Reader) -> None:
    loaded = calendar(reader)
    day = loaded.children_on(None)
    assert day
    seen = Filters(rcc="gm")
    for question in first_looks(reader, loaded, seen):
        question()
    made = _every.cache_info().misses
    for chosen in (seen.with_chosen("placement", ("home",)), seen.with_chosen("age", ("10to15",))):
        distance_years(reader, Asked(chosen, day, "all"), loaded)
        who_is_counted(reader, Asked(chosen, day, "all"))
        rare = RareAsked(chosen, day, "dear", Thresholds())
        assert rare_areas(reader, rare)
        assert rare_rows(reader, rare)
    assert _every.cache_info().misses == made
