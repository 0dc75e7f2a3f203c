"""Where do the children come from, in hexagons large enough to single nobody out?"""

from datetime import date
from functools import lru_cache

import pandas as pd

from rcc_dash.domain.answer import Answer
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.released import Key
from rcc_dash.queries.lattice import shown_together
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.released import kept
from rcc_dash.queries.tallies import added, counted_cells


def origins(reader: Reader, filters: Filters, day: date) -> Answer:
    """Give the hexagons that children come from: hex (H3 cell), children (protected, never null).

    A hexagon with children of several LAs has a cell of its own only where none of them could
    take its own children away; else it is the sum of what each LA shows. Small hexagons that are
    hidden are put together into their larger parent, if no small one of it is shown and the
    parent can be; the others look exactly like empty ones. In the
    protected view it is always the whole cooperative, whatever the filter.
    """
    return _origins(reader, filters if reader.rule.exact else filters.reset(), day)


@lru_cache(maxsize=64)
def _origins(reader: Reader, asked: Filters, day: date) -> Answer:
    """Keep what was worked out: in the protected view no filter changes it."""
    key = Key("origins", "", day, asked.rcc, (), ("hex",))
    found = kept(reader, key, lambda: _hexagons(reader, asked, day))
    frame = found[["hex", "children"]].astype({"children": "Int64"})
    why = "" if len(frame) else "No hexagon has enough children with a known home address to show."
    return Answer(frame, "hexagon", day, ("SSDA903 returns",), empty_because=why)


def _hexagons(reader: Reader, asked: Filters, day: date) -> pd.DataFrame:
    cells = counted_cells(
        reader.ask(
            "origins", date=day.isoformat(), la_codes=list(asked.la_codes), **reader.geography_filter(asked)
        )
    )
    # An LA's children in a hexagon are one cell, even where two larger hexagons share it.
    own = added(cells, ["la_code", "hex6"])
    each = shown_together(reader.rule, own, ["hex6"]).merge(cells[["hex6", "hex5"]].drop_duplicates())
    small = each.dropna(subset="children")
    rest = cells[~cells["hex5"].isin(small["hex5"])]
    large = shown_together(reader.rule, added(rest, ["la_code", "hex5"]), ["hex5"]).dropna(subset="children")
    found = [_hexes(small.drop_duplicates("hex6"), "hex6"), _hexes(large, "hex5")]
    return pd.concat(found).sort_values("hex", ignore_index=True)


def _hexes(frame: pd.DataFrame, column: str) -> pd.DataFrame:
    return pd.DataFrame(
        {"la_code": None, "hex": frame[column], "children": frame["children"].astype("Int64")}
    )
