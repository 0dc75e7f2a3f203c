"""Every protected cell of children that *Explore* could show, as one table for typed SQL."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from hashlib import sha256

import pandas as pd

from rcc_dash.domain.explore import AWAY
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.released import Key
from rcc_dash.queries.calendar import Calendar
from rcc_dash.queries.explore_cells import CELL, Wanted, every_set, shown_sets, together_areas
from rcc_dash.queries.explore_published import published_brought
from rcc_dash.queries.explore_released import SLICES
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.released import each_la
from rcc_dash.settings import MAX_CHILD_ATTRIBUTES
from rcc_dash.store.pack import Pack
from rcc_dash.store.typed.share import Shown

_KEY = [*CELL]


def shown_tables(reader: Reader, calendar: Calendar) -> Shown:
    """Give the tables of a share that are worked out: protected cells, and figures that the app brings.

    The reader must be of protected figures. Their version changes with whatever changes a number.
    """
    rule = reader.rule
    version = sha256(f"{rule.method}:{rule.pepper}".encode()).hexdigest()[:8]
    return Shown(version, partial(_tables, reader, calendar))


def children_shown(reader: Reader, days: Sequence[date], rccs: Sequence[str] = ()) -> pd.DataFrame:
    """Give one row for each cell that may be shown: `CELL`, `children`, and of each share its part and rest.

    A cell that is not there is hidden, whether it has few children or none. Shares take an attribute's place.
    It is of some cooperatives, or of all if none is named.
    """
    together = together_areas(rccs)
    las = tuple(sorted({la for _, members in together for la in members}))
    wanted = partial(Wanted, days=tuple(days), la_codes=las, together=together)
    cells = _shown(reader, wanted(sets=every_set(MAX_CHILD_ATTRIBUTES)), ["children"])
    for share in AWAY:
        few = wanted(sets=every_set(MAX_CHILD_ATTRIBUTES - 1), away=share)
        found = _shown(reader, few, ["part", "rest"]).drop(columns="nearly_all")
        named = found.rename(columns={"part": share, "rest": f"not_{share}"})
        # A part may be shown where all of them are not: a few may be rounded up, and a few more down.
        cells = cells.merge(named, on=_KEY, how="outer")
    return cells.assign(nearly_all=cells["nearly_all"].fillna(value=False).astype(bool))


def every_day_shown(reader: Reader, days: Sequence[date]) -> pd.DataFrame:
    """Give `children_shown` of all cooperatives day by day: all at once would take longer than is allowed."""
    tables = [children_shown(reader, (day,)) for day in days] or [children_shown(reader, ())]
    return pd.concat(tables, ignore_index=True)


def note_slices(reader: Reader, rcc: str, day: date) -> None:
    """Note every cell of a cooperative on a day for a release that is being written."""
    if reader.noting is not None:
        key = Key(SLICES, "", day, each_la(Filters(rcc=rcc)))
        reader.noting.note_slices(key, children_shown(reader, (day,), (rcc,)))


def _shown(reader: Reader, wanted: Wanted, parts: list[str]) -> pd.DataFrame:
    cells = shown_sets(reader, wanted, Filters())
    return cells.loc[cells[parts].notna().any(axis=1) | cells["nearly_all"], [*_KEY, "nearly_all", *parts]]


def _tables(reader: Reader, calendar: Calendar) -> dict[str, pd.DataFrame]:
    cells = reader.looked_up_or_made(Pack.every_slice, lambda: every_day_shown(reader, calendar.children))
    return {"children_shown": cells, "published_brought": published_brought()}
