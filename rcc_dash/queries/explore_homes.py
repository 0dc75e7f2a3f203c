"""Children's homes and places by any one or two things: open data, so nothing is rounded."""

from datetime import date

import pandas as pd

from rcc_dash.domain.disclosure import HIDDEN, NONE, NOT_RETURNED, Rule
from rcc_dash.domain.explore import ALL, Slice
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.headline import Figure
from rcc_dash.queries.explore_children import Figures, splits_of
from rcc_dash.queries.homes import home_sectors
from rcc_dash.queries.reader import Reader, iso_dates


def home_figures(reader: Reader, asked: Slice, filters: Filters, days: tuple[date, ...]) -> Figures:
    """Give the figures of a slice of homes by codes of row and column; what has no row is none."""
    frame = reader.ask(
        "explore_homes",
        dates=iso_dates(list(days)),
        la_codes=list(filters.la_codes),
        home_sectors=home_sectors(filters),
    )
    frame = frame.assign(as_of=pd.to_datetime(frame["as_of"]).dt.strftime("%Y-%m-%d"))
    found: Figures = {}
    for split in splits_of(asked):
        groups = frame.groupby(list(split) or [""] * len(frame))[asked.measure].sum()
        for at, number in groups.items():
            codes = dict(zip(split, at if isinstance(at, tuple) else (at,), strict=False))
            has_columns = len(asked.dimensions) > 1
            key = (codes.get(asked.rows, ALL), codes.get(asked.columns, ALL) if has_columns else ALL)
            found[key] = Figure(float(number))
    return found


def places_per_100(rule: Rule, places: Figures, children: Figures) -> Figures:
    """Give places for every 100 children in homes; hidden where the number of children is."""
    return {key: _per_100(rule, places.get(key, Figure(0.0)), figure) for key, figure in children.items()}


def _per_100(rule: Rule, places: Figure, children: Figure) -> Figure:
    if children.mark == NOT_RETURNED or places.value is None:
        return children
    if not children.value:
        return Figure(None, NONE if rule.exact else HIDDEN)
    return Figure(float(round(100 * places.value / children.value)))
