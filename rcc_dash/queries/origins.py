"""Where do the children come from, in hexagons large enough to single nobody out?"""

from datetime import date
from functools import lru_cache

import pandas as pd

from rcc_dash.domain.answer import Answer
from rcc_dash.domain.filters import Filters
from rcc_dash.queries.reader import Reader


def origins(reader: Reader, filters: Filters, day: date) -> Answer:
    """Give the hexagons that children come from: hex (H3 cell), children (protected, never null).

    Small hexagons that are hidden are put together into their larger parent, if no small one
    of it is shown and the parent can be; the others look exactly like empty ones. In the
    protected view it is always the whole cooperative, whatever the filter. The answer's
    `hidden` counts the small hexagons that are hidden, if enough children come from them to say so.
    """
    return _origins(reader, filters if reader.rule.exact else filters.reset(), day)


@lru_cache(maxsize=64)
def _origins(reader: Reader, asked: Filters, day: date) -> Answer:
    """Keep what was worked out: in the protected view no filter changes it."""
    cells = reader.ask(
        "origins", date=day.isoformat(), la_codes=list(asked.la_codes), **reader.geography_filter(asked)
    )
    small = _protected(reader, cells)
    shown = cells.assign(children=small).dropna(subset="children")
    rest = cells[~cells["hex5"].isin(shown["hex5"])]
    frame = pd.concat([_hexes(shown, "hex6"), _hexes(_parents(reader, rest), "hex5")], ignore_index=True)
    why = "" if len(frame) else "No hexagon has enough children with a known home address to show."
    return Answer(
        frame, "hexagon", day, ("SSDA903 returns",), _hidden(reader, cells[small.isna()]), empty_because=why
    )


def _protected(reader: Reader, cells: pd.DataFrame) -> pd.Series:
    return reader.rule.counts(cells["children_n"], cells["children_keys"])


def _hidden(reader: Reader, cells: pd.DataFrame) -> int:
    keys = sum(int(key) for key in cells["children_keys"])
    return len(cells) if reader.rule.count(int(cells["children_n"].sum()), keys) else 0


def _parents(reader: Reader, cells: pd.DataFrame) -> pd.DataFrame:
    keys = cells.assign(children_keys=[int(key) for key in cells["children_keys"]])
    merged = keys.groupby("hex5", as_index=False)[["children_n", "children_keys"]].sum()
    return merged.assign(children=_protected(reader, merged)).dropna(subset="children")


def _hexes(frame: pd.DataFrame, column: str) -> pd.DataFrame:
    return pd.DataFrame({"hex": frame[column], "children": frame["children"].astype("Int64")})
