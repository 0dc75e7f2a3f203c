"""Children's homes and places by any one or two things: open data, so nothing is rounded."""

from datetime import date

import pandas as pd

from rcc_dash.domain.explore import ALL, Slice
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.headline import Figure
from rcc_dash.queries.explore_children import splits_of
from rcc_dash.queries.homes import home_sectors
from rcc_dash.queries.reader import Reader, iso_dates


def home_figures(
    reader: Reader, asked: Slice, filters: Filters, days: tuple[date, ...]
) -> dict[tuple[str, str], Figure]:
    """Give the figures of a slice of homes by codes of row and column; what has no row is none."""
    frame = reader.ask(
        "explore_homes",
        dates=iso_dates(list(days)),
        la_codes=list(filters.la_codes),
        home_sectors=home_sectors(filters),
    )
    frame = frame.assign(as_of=pd.to_datetime(frame["as_of"]).dt.strftime("%Y-%m-%d"))
    found: dict[tuple[str, str], Figure] = {}
    for split in splits_of(asked):
        groups = frame.groupby(list(split) or [""] * len(frame))[asked.measure].sum()
        for at, number in groups.items():
            codes = dict(zip(split, at if isinstance(at, tuple) else (at,), strict=False))
            has_columns = len(asked.dimensions) > 1
            key = (codes.get(asked.rows, ALL), codes.get(asked.columns, ALL) if has_columns else ALL)
            found[key] = Figure(float(number))
    return found
