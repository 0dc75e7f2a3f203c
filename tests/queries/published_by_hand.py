"""Releases of a few made-up children in Greater Manchester, published in a second."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path

import pandas as pd

from rcc_dash.domain.churn import FRESH
from rcc_dash.domain.disclosure import Rule
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.progress import silent
from rcc_dash.queries.children import children_by_area
from rcc_dash.queries.pack_publish import Published, Wanted, publish
from rcc_dash.queries.pack_walk import Kind
from rcc_dash.queries.reader import Reader
from rcc_dash.settings import DataHome
from rcc_dash.store.pack import Pack
from tests.store.staged_by_hand import BOLTON, BURY, MANCHESTER, as_at, built, episode, returns

PEPPER, DAY = "pepper", date(2024, 3, 31)
SIZES = {BOLTON: 120, BURY: 90, MANCHESTER: 200}


def loaded(home: DataHome, sizes: Mapping[str, int]) -> None:
    """Load so many children of each LA, a third of them in homes, and build."""
    rows = [
        episode(f"c{n}", "2023-05-01", la_code=la, placement_la=la, place_code="K2" if n % 3 == 0 else "U4")
        for la, size in sizes.items()
        for n in range(size)
    ]
    returns(home, *rows)
    built(home).close()


def published(home: DataHome, name: str, las: frozenset[str] | None = None) -> Published:
    wanted = Wanted(name, las, ("gm",), frozenset({Kind.COUNTS}))
    return publish(home, PEPPER, wanted, datetime(2026, 11, 22, tzinfo=UTC), silent)


def shown(home: DataHome) -> dict[str, dict[str, int | None]]:
    """Give what a release shows of each LA and together."""
    pack = Pack.open_serving(home)
    assert pack
    found = children_by_area(Reader(pack, Rule("")), Filters(), DAY)
    pack.close()
    return {code: dict(row) for code, row in found.items()}


def as_at_of(home: DataHome) -> pd.DataFrame:
    opened = built(home)
    try:
        return as_at(opened)
    finally:
        opened.close()


def with_one_release(folder: Path) -> DataHome:
    """Load the children of every LA into a home, and publish them as the release "one"."""
    home = DataHome(folder)
    loaded(home, SIZES)
    assert published(home, "one").las(FRESH) == tuple(sorted(SIZES))
    return home
