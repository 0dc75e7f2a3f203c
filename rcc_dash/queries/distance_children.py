"""Every child looked after on some dates, with how their distance counts. Never leaves this room."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

import numpy as np
import pandas as pd

from rcc_dash.domain.distance import band_codes, is_borderline, is_far
from rcc_dash.domain.distance_base import KNOWN, standings
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.places import OUTSIDE_ENGLAND, cooperatives, rcc_of
from rcc_dash.domain.splits import care_bands, cost_bands, legal_group
from rcc_dash.models.far_chance import counted_as, far_chance
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.tallies import Mask
from rcc_dash.settings import FAR_MILES

AROUND: Final = ("far_sure", "far_maybe", "far_likely")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a part of the page is about: the filter, the day, and the base (`all`, or `known` only)."""

    filters: Filters
    day: date
    base: str = "all"


@lru_cache(maxsize=8)
def distance_children(
    reader: Reader, filters: Filters, days: tuple[date, ...], base: str = "all"
) -> pd.DataFrame:
    """Give the children that the filter means, one row per child and date, never changed by a caller.

    Columns: those of `distance_children.sql`, `standing` and `band` (codes), yes-or-no columns for
    each share (`measures.DISTANCE_MEASURES`; unknown is no) with `far_sure`, `far_maybe`, `far_likely`
    and the same of `far_outside` around what postcode sectors leave open (as many are likely far as
    their chances add up to), the groups of `domain.splits`, and where the build has them `reason` and
    `reason_label`. `base` "known" keeps only those whose distance applies and is known.
    """
    return of_filter(_of_days(reader, days), filters, base)


def to_count(reader: Reader, filters: Filters, asked: tuple[date, str], by: Sequence[str]) -> pd.DataFrame:
    """Give of the same children on a day, in a base, what counting them by some columns needs."""
    day, base = asked
    found = _everyone(reader, day)
    return found[[*dict.fromkeys(("record_key", *by))]][is_meant(found, filters, base)]


def of_filter(children: pd.DataFrame, filters: Filters, base: str = "all") -> pd.DataFrame:
    """Keep the children that the filter means, of its areas; `base` as above."""
    return children[is_meant(children, filters, base)]


def is_meant(children: pd.DataFrame, filters: Filters, base: str = "all") -> Mask:
    """Say who of some children the filter means, of its areas; `base` as above."""
    kept = {"la_code": filters.la_codes, **filters.attributes}
    if base == KNOWN.code:
        kept["standing"] = (KNOWN.code,)
    each = [children[column].isin(values).to_numpy(bool) for column, values in kept.items()]
    meant: Mask = np.logical_and.reduce(each)
    return meant


def everywhere(reader: Reader, filters: Filters, days: tuple[date, ...]) -> pd.DataFrame:
    """Give the children that the filter means, of every LA whose return is loaded; columns as above."""
    children = _of_days(reader, days)
    for attribute, values in filters.attributes.items():
        children = children[children[attribute].isin(values)]
    return children


def _of_days(reader: Reader, days: tuple[date, ...]) -> pd.DataFrame:
    found = [_everyone(reader, day) for day in days]
    return pd.concat(found) if len(found) != 1 else found[0]


@lru_cache(maxsize=16)
def _everyone(reader: Reader, day: date) -> pd.DataFrame:
    rows = reader.ask("distance_children", date=day.isoformat())
    has_origin = rows["origin_sector"].notna()
    return rows.assign(
        **_away(rows),
        standing=standings(rows["placement"], rows["uasc"], has_origin, rows["distance_miles"]),
        band=band_codes(rows["distance_miles"]),
        cost=cost_bands(rows["weekly_cost_gbp"]),
        legal=[legal_group(status) for status in rows["legal_status"]],
        **_needs(reader, day),
    )


def _away(rows: pd.DataFrame) -> dict[str, np.ndarray]:
    """Say who is away from home, in each sense, and what postcode sectors leave open of it."""
    miles, far = rows["distance_miles"], is_far(rows["distance_miles"])
    by_sector = rows["distance_basis"].eq("sector")
    spread, spread_to = (
        rows[f"{end}_spread"].where(by_sector, 0.0).fillna(0.0) for end in ("origin", "placement")
    )
    open_ = is_borderline(miles, rows["distance_basis"])
    found = {
        "far": far,
        "far_sure": far & ~open_,
        "far_maybe": far | open_,
        "far_likely": counted_as(far_chance(miles, spread, spread_to, FAR_MILES)),
    }
    outside = rows["outside"].to_numpy(bool)
    both = {name.replace("far", "far_outside"): found[name] & outside for name in found}
    return {
        **found,
        **both,
        "far_inside": far & rows["inside"].to_numpy(bool),
        "out_region": _out_of_region(rows),
        "out_england": rows["placement_la"].isin(list(OUTSIDE_ENGLAND)).to_numpy(),
    }


def knows(reader: Reader, column: str) -> bool:
    """Say whether the build's table of children has a column that older builds lack; a release has all."""
    return reader.looked_up_or_made(
        lambda _: True, lambda: column in set(reader.ask("as_at_columns")["column_name"])
    )


def _needs(reader: Reader, day: date) -> dict[str, pd.Series | np.ndarray]:
    """Give what later sources say, in the order of the children; nothing where the build is older."""
    if not knows(reader, "distance_reason"):
        return {}
    rows = reader.ask("distance_needs", date=day.isoformat())
    return {
        "care": care_bands(rows["care_days"]),
        "dols": rows["dols"],
        "solo": rows["solo"],
        "reason": rows["reason"],
        "reason_label": rows["reason_label"],
    }


def _out_of_region(rows: pd.DataFrame) -> np.ndarray:
    """Say who is placed with no member of the cooperative of their LA; an unknown LA is not outside."""
    own = rows["la_code"].map(lambda code: rcc_of(code) or "")
    there = rows["placement_la"].map(lambda code: rcc_of(code) or "" if isinstance(code, str) else "")
    known = rows["placement_la"].notna() & own.isin(list(cooperatives()))
    return (known & own.ne(there)).to_numpy()
