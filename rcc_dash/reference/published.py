"""What has been published about an area? Figures of DfE, Ofsted and ONS with their citations."""

from dataclasses import dataclass
from functools import cache
from typing import Final

import pandas as pd

from rcc_dash.reference.tables import Row, rows
from rcc_dash.settings import PUBLISHED_DIR

ENGLAND: Final = "E92000001"
_PUBLISHERS: Final = frozenset({"dfe", "lait"})
"""Whose marks the table holds, as `data/reference/published_codes.csv` names them."""
_TABLES: Final = ("published_figures", "published_distance")
"""Of the members and England; and the shares that a rank needs, of every area."""


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a published series comes from; `published_on` is an ISO date, blank if not known."""

    measure: str
    breakdown: str
    unit: str
    publisher: str
    source_title: str
    published_on: str
    note: str


@dataclass(frozen=True, slots=True)
class Published:
    """One published figure: `value` in the series' unit, or None and the publisher's `code` for why."""

    value: float | None
    code: str | None
    citation: Citation


def figure(la_code: str, measure: str, breakdown: str, period: int) -> Published | None:
    """Give what was published of an area for the year ending 31 March of `period`; None if nothing was."""
    series = _series().get((measure, breakdown))
    text = _values().get((la_code, series, str(period))) if series else None
    if series is None or text is None:
        return None
    return Published(_number(text), text if text in _codes() else None, _citations()[series])


@cache
def areas(measure: str, breakdown: str, period: int) -> tuple[str, ...]:
    """Give the areas of which a figure, or the publisher's mark, is held for the year ending 31 March."""
    wanted = (_series().get((measure, breakdown)), str(period))
    return tuple(area for area, *of in _values() if tuple(of) == wanted)


def citation(measure: str, breakdown: str) -> Citation:
    """Say where a series comes from; raises KeyError for a series that is not held."""
    return _citations()[_series()[measure, breakdown]]


@cache
def figures() -> pd.DataFrame:
    """Give every figure: la_code, measure, breakdown, period (int), value (null if coded), code, unit.

    One row per area, series and period; treat it as read-only, every caller gets the same frame.
    """
    held = pd.DataFrame(_held())
    named = held.merge(pd.DataFrame(rows("published_series", PUBLISHED_DIR)), on="series", validate="m:1")
    coded = named["value"].isin(_codes())
    return pd.DataFrame({
        "la_code": named["la_code"],
        "measure": named["measure"],
        "breakdown": named["breakdown"],
        "period": named["period"].astype(int),
        "value": pd.to_numeric(named["value"].mask(coded)),
        "code": named["value"].where(coded),
        "unit": named["unit"],
    })  # fmt: skip


def _held() -> list[Row]:
    return [row for table in _TABLES for row in rows(table, PUBLISHED_DIR)]


@cache
def _codes() -> frozenset[str]:
    return frozenset(r["code"] for r in rows("published_codes") if r["publisher"] in _PUBLISHERS)


def _number(text: str) -> float | None:
    return None if text in _codes() else float(text)


@cache
def _series() -> dict[tuple[str, str], str]:
    return {(r["measure"], r["breakdown"]): r["series"] for r in rows("published_series", PUBLISHED_DIR)}


@cache
def _values() -> dict[tuple[str, str, str], str]:
    return {(r["la_code"], r["series"], r["period"]): r["value"] for r in _held()}


@cache
def _citations() -> dict[str, Citation]:
    return {
        r["series"]: Citation(**{k: v for k, v in r.items() if k != "series"})
        for r in rows("published_series", PUBLISHED_DIR)
    }
