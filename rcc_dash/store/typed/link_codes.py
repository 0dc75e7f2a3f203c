"""Which texts are codes of lists that are published with the app, so that they tell nothing of anybody?"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from itertools import chain
from typing import Final

from rcc_dash.domain.dimensions import home_sectors, home_types
from rcc_dash.domain.places import OUTSIDE_ENGLAND, cooperatives, local_authorities
from rcc_dash.domain.published_register import published_measures
from rcc_dash.domain.splits import splits
from rcc_dash.domain.voids import VALUES
from rcc_dash.reference.published import ENGLAND
from rcc_dash.reference.tables import Row, rows
from rcc_dash.settings import PUBLISHED_DIR

_YEARS: Final = range(1990, 2050)
_MONTH: Final = re.compile(r"\d{4}-\d{2}-(01|28|29|30|31)")
WORDS: Final = frozenset({
    "all", "and", "answer", "area", "average", "before", "best", "beyond", "by", "change", "children",
    "count", "each", "far", "few", "first", "gap", "here", "high", "home", "homes", "in", "inside",
    "la", "last", "latest", "least", "line", "low", "mean", "median", "more", "most", "name", "near",
    "new", "no", "now", "number", "of", "old", "only", "other", "out", "outside", "over", "own", "part",
    "pct", "per", "percent", "place", "places", "points", "previous", "quarter", "rank", "rate",
    "ratio", "region", "rest", "rise", "rose", "row", "rows", "sector", "share", "since", "small",
    "sum", "table", "then", "there", "this", "to", "top", "total", "totals", "trend", "value", "what",
    "where", "which", "who", "whole", "with", "within", "year", "years",
})  # fmt: skip
"""Plain words that a part of an answer may be called by, beside the names of columns."""


def is_code(text: str) -> bool:
    """Say whether a text is a code of ours or DfE's, a set of attributes, or a month's first or last day."""
    if text in _codes():
        return True
    if "+" in text:
        return all(part in splits() for part in text.split("+"))
    return bool(_MONTH.fullmatch(text)) and _is_day(text)


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).year in _YEARS
    except ValueError:
        return False


@cache
def _codes() -> frozenset[str]:
    return frozenset(chain(("", "all", "unknown", ENGLAND), OUTSIDE_ENGLAND, _of_areas(), _of_values()))


def _of_areas() -> Iterator[str]:
    for area in local_authorities().values():
        yield from (area.la_code, area.dfe_code, area.name, area.region_name)
    for one in cooperatives().values():
        yield one.code
        yield from (sub.code for sub in one.sub_regions)
    yield from (r["code"] for r in rows("published_areas"))


def _of_values() -> Iterator[str]:
    for dimension in splits().values():
        yield from (dimension.code, *dimension.codes)
    yield from (value.code for value in (*home_sectors(), *home_types()))
    for values in VALUES.values():
        yield from values
    yield from published_measures()
    series: tuple[Row, ...] = rows("published_series", PUBLISHED_DIR)
    yield from chain.from_iterable((r["measure"], r["breakdown"]) for r in series)
    yield from (r["canonical"] for r in rows("published_labels"))
    yield from chain.from_iterable((r["code"], r["list"]) for r in rows("codes_903"))
