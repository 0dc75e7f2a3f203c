"""Cells of slices: made from children here, or looked up in a release that was made elsewhere."""

from typing import Final

import pandas as pd

from rcc_dash.domain.filters import Filters
from rcc_dash.domain.released import Key
from rcc_dash.queries.explore_cells import CELL, PARTS, Wanted, set_name, shown_sets
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.released import each_la
from rcc_dash.store.pack import Pack

SLICES: Final = "slices"
"""The question under which a release holds every cell of a cooperative on a day."""


def cells_of_sets(reader: Reader, wanted: Wanted, kept: Filters) -> pd.DataFrame:
    """Give the cells of some sets as `explore_cells.shown_sets` does, from children or from a release.

    `kept` names the cooperative too. Raises NotReleasedError where a release does not hold a day of it.
    """
    return reader.looked_up_or_made(
        lambda pack: _looked_up(pack, wanted, kept), lambda: shown_sets(reader, wanted, kept)
    )


def _looked_up(pack: Pack, wanted: Wanted, kept: Filters) -> pd.DataFrame:
    areas = (*wanted.la_codes, *(area for area, _ in wanted.together))
    sets = [set_name(attributes) for attributes in wanted.sets]
    keys = [Key(SLICES, "", day, each_la(kept)) for day in wanted.days]
    rows = pack.slices(keys, sets, areas)
    for attribute, values in kept.attributes.items():
        rows = rows[rows[attribute].isin(values)]
    columns = ("children", wanted.away, f"not_{wanted.away}")
    found = rows.assign(as_of=rows["as_of"].dt.date)
    for part, column in zip(PARTS, columns, strict=True):
        found[part] = found[column].astype("Int64") if column in rows else pd.NA
    return found[[*CELL, *PARTS, "nearly_all"]]
