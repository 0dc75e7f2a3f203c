"""Every protected cell of children that *Explore* could show, as one table for typed SQL."""

from functools import partial
from hashlib import sha256

import pandas as pd

from rcc_dash.domain.explore import AWAY
from rcc_dash.domain.filters import Filters
from rcc_dash.queries.calendar import Calendar
from rcc_dash.queries.explore_cells import CELL, Wanted, every_set, shown_sets
from rcc_dash.queries.explore_children import together_areas
from rcc_dash.queries.explore_published import published_brought
from rcc_dash.queries.reader import Reader
from rcc_dash.settings import MAX_CHILD_ATTRIBUTES
from rcc_dash.store.typed.share import Shown

_KEY = [*CELL]


def shown_tables(reader: Reader, calendar: Calendar) -> Shown:
    """Give the tables of a share that are worked out: protected cells, and figures that the app brings.

    The reader must be of protected figures. Their version changes with whatever changes a number.
    """
    rule = reader.rule
    version = sha256(f"{rule.method}:{rule.pepper}".encode()).hexdigest()[:8]
    return Shown(version, partial(_tables, reader, calendar))


def children_shown(reader: Reader, calendar: Calendar) -> pd.DataFrame:
    """Give one row for each cell that may be shown: `CELL`, `children`, and of each share its part and rest.

    A cell that is not there is hidden, whether it has few children or none. Shares take an attribute's place.
    """
    las = tuple(sorted({la for _, members in together_areas() for la in members}))
    wanted = partial(Wanted, days=calendar.children, la_codes=las, together=together_areas())
    cells = _shown(reader, wanted(sets=every_set(MAX_CHILD_ATTRIBUTES)), ["children"])
    for share in AWAY:
        few = wanted(sets=every_set(MAX_CHILD_ATTRIBUTES - 1), away=share)
        found = _shown(reader, few, ["part", "rest"]).drop(columns="nearly_all")
        named = found.rename(columns={"part": share, "rest": f"not_{share}"})
        cells = cells.merge(named, on=_KEY, how="left")
    return cells


def _shown(reader: Reader, wanted: Wanted, parts: list[str]) -> pd.DataFrame:
    cells = shown_sets(reader, wanted, Filters())
    return cells.loc[cells[parts].notna().any(axis=1) | cells["nearly_all"], [*_KEY, "nearly_all", *parts]]


def _tables(reader: Reader, calendar: Calendar) -> dict[str, pd.DataFrame]:
    return {"children_shown": children_shown(reader, calendar), "published_brought": published_brought()}
