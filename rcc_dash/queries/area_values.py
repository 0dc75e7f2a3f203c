"""What is the value of every figure in every area, on one day?"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from math import prod
from typing import Final

import pandas as pd

from rcc_dash.domain.disclosure import HIDDEN, HIGH, LOW, NONE, NOT_RETURNED, Rule
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.headline import Figure
from rcc_dash.domain.measures import AREA_MEASURES
from rcc_dash.queries.children import ALL_AREAS, Row, children_by_area
from rcc_dash.queries.children_tallies import PARTS
from rcc_dash.queries.homes import homes_by_area
from rcc_dash.queries.lattice import may_cross
from rcc_dash.queries.nearly_all import nearly_all
from rcc_dash.queries.reader import Reader

_COUNTS: Final = ("children", "residential")


@dataclass(frozen=True, slots=True)
class Day:
    """The dates that answer for one moment: the returns' and the list's; None if there is none."""

    children: date | None
    homes: date | None


@dataclass(frozen=True, slots=True)
class AreaValues:
    """Every figure on one day: `figures[la_code][measure code]`, `ALL_AREAS` for all areas together."""

    day: Day
    figures: dict[str, dict[str, Figure]]
    hidden: int
    """Cells of children that are not shown, whether small or empty: which of the two is not told."""
    not_returned: tuple[str, ...]
    """LAs chosen whose returns for the day are not loaded."""

    @property
    def together(self) -> dict[str, Figure]:
        """Give the figures of all the areas together."""
        return self.figures[ALL_AREAS]


def area_values(reader: Reader, filters: Filters, day: Day) -> AreaValues:
    """Give every figure of the chosen areas, one by one and together, on one day."""
    children = _children(reader, filters, day)
    homes = _homes(reader, filters, day)
    returned = _returned(reader, filters, day)
    high = nearly_all(reader, filters, day.children) if day.children else frozenset()
    figures = {
        code: _figures(reader.rule, day, children.get(code, {}), homes.get(code), returned=code in returned)
        for code in (ALL_AREAS, *filters.la_codes)
    }
    limits = {code: _limits(reader.rule, filters, is_high=code in high) for code in figures}
    figures = {code: _limited(found, limits[code]) for code, found in figures.items()}
    missing = tuple(code for code in filters.la_codes if code not in returned)
    asked = [children.get(code, {}) for code in filters.la_codes if code in returned]
    return AreaValues(day, figures, _hidden(reader.rule, filters, asked), missing)


def _limits(rule: Rule, filters: Filters, *, is_high: bool) -> dict[str, str]:
    """Give the marks of the figures that may not be told, however many children they are of."""
    shares = {} if may_cross(rule, filters, ["far"]) else {"outside": HIDDEN, "far": HIDDEN}
    counts = {"children": HIGH, "residential": HIGH, "places_per_100": HIDDEN} if is_high else {}
    return shares | counts


def _limited(figures: dict[str, Figure], limits: dict[str, str]) -> dict[str, Figure]:
    return {
        code: Figure(None, limits[code], figure.as_of)
        if code in limits and (figure.value is not None or figure.mark in {LOW, HIGH})
        else figure
        for code, figure in figures.items()
    }


def _children(reader: Reader, filters: Filters, day: Day) -> Mapping[str, Row]:
    if day.children is None:
        return {}
    return children_by_area(reader, filters, day.children)


def _homes(reader: Reader, filters: Filters, day: Day) -> dict[str, Row]:
    if day.homes is None:
        return {}
    return _homes_of(reader, replace(filters, placement=(), age=()), day.homes)


@lru_cache(maxsize=64)
def _homes_of(reader: Reader, filters: Filters, listed_on: date) -> dict[str, Row]:
    """Keep what no choice of children changes."""
    none: Row = {"homes": 0, "places": 0}
    found = _rows(homes_by_area(reader, filters, [listed_on]))
    return dict.fromkeys((ALL_AREAS, *filters.la_codes), none) | found


def _rows(frame: pd.DataFrame) -> dict[str, Row]:
    counts = frame.drop(columns=["as_of", "la_code"]).astype("Int64").astype(object)
    rows = counts.where(counts.notna(), None).to_dict("records")
    return {
        str(code): {str(k): v for k, v in row.items()}
        for code, row in zip(frame["la_code"], rows, strict=True)
    }


def _hidden(rule: Rule, filters: Filters, asked: list[Row]) -> int:
    possible = prod(len(values) for values in filters.attributes.values())
    return 0 if rule.exact else sum(possible - (row.get("cells") or 0) for row in asked)


def _returned(reader: Reader, filters: Filters, day: Day) -> set[str]:
    """Say of which chosen areas the returns are loaded; all together if of any."""
    codes = set(filters.la_codes) & _returned_on(reader, day.children) if day.children else set()
    return {*codes, ALL_AREAS} if codes else set()


@lru_cache(maxsize=32)
def _returned_on(reader: Reader, day: date) -> frozenset[str]:
    frame = reader.ask("returns_by_la")
    if frame.empty:
        return frozenset()
    return frozenset(frame.loc[frame["as_of"].dt.date.eq(day), "la_code"])


def _figures(rule: Rule, day: Day, children: Row, homes: Row | None, *, returned: bool) -> dict[str, Figure]:
    if rule.exact:  # no row means no child there; in the protected view it may also mean few
        children = {part: children.get(part, 0) for part in PARTS}
    found = _child_figures(rule, children, day.children) if returned else {}
    if homes is not None:
        found |= {code: Figure(_number(homes[code]), "", day.homes) for code in ("homes", "places")}
    if homes is not None and returned:
        found["places_per_100"] = _per_100(homes["places"], children.get("residential"), rule, day)
    return {code: found.get(code, Figure(None, NOT_RETURNED)) for code in AREA_MEASURES}


def _child_figures(rule: Rule, row: Row, day: date | None) -> dict[str, Figure]:
    counts = {code: _count(row.get(code), day) for code in _COUNTS}
    shares = {
        code: Figure(*rule.share_pct(row.get(code), row.get(f"not_{code}"), row.get("children")), day)
        for code in ("outside", "far")
    }
    return counts | shares


def _count(shown: int | None, day: date | None) -> Figure:
    return Figure(_number(shown), HIDDEN if shown is None else "", day)


def _per_100(places: int | None, children: int | None, rule: Rule, day: Day) -> Figure:
    if not children or places is None:
        return Figure(None, NONE if rule.exact else HIDDEN, day.children)
    return Figure(float(round(100 * places / children)), "", day.homes)


def _number(value: int | None) -> float | None:
    return None if value is None else float(value)
