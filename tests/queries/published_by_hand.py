"""Releases of a few made-up children in Greater Manchester, published in a second."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
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


def loaded(home: DataHome, sizes: Mapping[str, int], years: Sequence[int] = (2024,)) -> None:
    """Load so many children of each LA, a third of them in homes, in returns of these years, and build."""
    since, homes = "2023-05-01", ("K2", "U4", "U4")
    rows = [
        episode(f"c{n}", since, la_code=la, placement_la=la, place_code=homes[n % 3], year=year)
        for year in years
        for la, size in sizes.items()
        for n in range(size)
    ]
    returns(home, *rows)
    built(home).close()


def published(
    home: DataHome,
    name: str,
    las: frozenset[str] | None = None,
    kinds: AbstractSet[Kind] = frozenset({Kind.COUNTS}),
) -> Published:
    wanted = Wanted(name, las, ("gm",), frozenset(kinds))
    made_on = datetime(2026, 12 if name == "two" else 11, 22, tzinfo=UTC)  # one a month
    return publish(home, PEPPER, wanted, made_on, silent)


def shown(home: DataHome) -> dict[str, dict[str, int | None]]:
    """Give what a release shows of each LA and together."""
    pack = Pack.open_serving(home)
    assert pack
    found = children_by_area(Reader(pack, Rule("")), Filters(), DAY)
    pack.close()
    return {code: dict(row) for code, row in found.items()}


def sliced(home: DataHome, day: date) -> list[tuple[object, ...]]:
    """Give the cells of slices on a day: area, time in care, placement type and children."""
    pack = Pack.open_serving(home)
    assert pack
    rows = pack.every_slice()
    pack.close()
    mine = rows[rows["as_of"].dt.date.eq(day)]
    return [
        *mine[["area_code", "care", "placement", "children"]].astype(str).itertuples(index=False, name=None)
    ]


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
