"""Do the sources know the same children, and where do they disagree? Counted, never merged silently."""

from datetime import date
from typing import Final

import pandas as pd

from rcc_dash.domain.accounts import SOURCES
from rcc_dash.domain.cross_checks import CROSS_CHECKS
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.released import Key
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.released import EVERYWHERE, Measured, kept, numbers
from rcc_dash.settings import PROTECT_MIN_CHILDREN

PARTS: Final = (
    "known", "exact", "window", "child_only", "unknown", "not_open", "only_returns",
    "start_differs", "family_differs", "sector_differs", "la_differs",
)  # fmt: skip
"""What is counted of each source: see store/sql/reconciliation.sql."""

_OTHER_TITLES: Final = {"referrals": "Referrals for a placement", "ofsted": "Ofsted's lists of homes"}
_CENSUS_OFF: Final = 0.10
_STOCK_OFF: Final = 0.25
"""By which share the census may differ from the returns, and a stock from the year before (X01, X05)."""


def reconciliation(reader: Reader, day: date) -> pd.DataFrame:
    """Count by LA and source how many children it knows, how many link, what disagrees; protected.

    Columns: la_code, source, title and one nullable whole number per part of `PARTS`; null is too few
    to show. An LA and source without a row has nothing loaded for the day, or nothing that can be shown:
    a row of hidden numbers would tell that there is a child.
    """
    key = Key("reconciliation", "", day, EVERYWHERE, (), ("source", "part"))
    told = kept(reader, key, lambda: _reconciled(reader, day))
    names = numbers(reader, Measured("reconciled", day, Filters()), lambda: _named(told))
    pairs = sorted((la, source) for source, _, la in (name.partition("/") for name in names) if la)
    rows = pd.DataFrame(pairs, columns=["la_code", "source"])
    for part in PARTS:
        own = told.loc[told["part"].eq(part), ["la_code", "source", "children"]]
        rows = rows.merge(own.rename(columns={"children": part}), on=["la_code", "source"], how="left")
    counts = {part: rows[part].astype("Int64") for part in PARTS}
    return rows.assign(title=_titles(rows["source"]), **counts)[["la_code", "source", "title", *PARTS]]


def _named(told: pd.DataFrame) -> dict[str, float]:
    """Name the LAs and sources of which any number is shown; where none is, there may be children or not."""
    shown = told.dropna(subset=["children"])
    return {f"{source}/{la}": 1.0 for la, source in zip(shown["la_code"], shown["source"], strict=True)}


def _reconciled(reader: Reader, day: date) -> pd.DataFrame:
    cells = reader.ask("reconciliation", date=day.isoformat())
    return pd.concat(
        [
            cells[["la_code", "source"]].assign(
                part=part, children=reader.rule.counts(cells[f"{part}_n"], cells[f"{part}_keys"])
            )
            for part in PARTS
        ],
        ignore_index=True,
    )


def findings(reader: Reader, day: date) -> pd.DataFrame:
    """Count by check and LA the children of whom two sources do not agree; protected, worst first.

    Columns: code, severity, source, title, la_code, children, what, fix. A check without a row hit
    nobody, or too few children to show: that there are some would itself tell of them. X01 and X05
    hold an LA's whole stock against another one, and count the difference.
    """
    key = Key("findings", "", day, EVERYWHERE, (), ("code", "source"))
    every = kept(reader, key, lambda: _found(reader, day))
    told = every.assign(
        title=_titles(every["source"]),
        **{part: [str(getattr(CROSS_CHECKS[code], part)) for code in every["code"]] for part in _WORDS},
    )
    worst = told.assign(rank=(told["severity"] != "warning").astype(int))
    return worst.sort_values(["rank", "code", "la_code"], ignore_index=True).drop(columns="rank")


def _found(reader: Reader, day: date) -> pd.DataFrame:
    cells = reader.ask("findings", date=day.isoformat())
    children = reader.rule.counts(cells["children_n"], cells["children_keys"])
    each = cells[["la_code", "code", "source"]].assign(children=children)
    return pd.concat([each.dropna(subset=["children"]), _of_stock(reader, day)], ignore_index=True)


_WORDS: Final = ("severity", "what", "fix")


def _of_stock(reader: Reader, day: date) -> pd.DataFrame:
    """Hold whole stocks against each other, by the numbers that are shown: no exact one leaks through."""
    cells = reader.ask("stock_by_la", date=day.isoformat())
    shown = {
        part: reader.rule.counts(cells[f"{part}_n"], cells[f"{part}_keys"])
        for part in ("children", "before", "bought", "bought_in_census")
    }
    pairs = (
        ("X01", "placements_census", "bought", "bought_in_census", _CENSUS_OFF),
        ("X05", "ssda903_episodes", "before", "children", _STOCK_OFF),
    )
    return pd.concat(
        [
            _off(cells["la_code"], shown[usual], shown[found], share).assign(code=code, source=source)
            for code, source, usual, found, share in pairs
        ]
    )


def _off(la_code: pd.Series, usual: pd.Series, found: pd.Series, share: float) -> pd.DataFrame:
    """Give the LAs where two numbers differ by ten and a share of the usual one; 0 is nothing told."""
    difference = (found - usual).abs()
    is_large = (difference > usual * share) & (difference >= PROTECT_MIN_CHILDREN)
    is_off = (is_large & (usual > 0) & (found > 0)).fillna(value=False).astype(bool)
    return pd.DataFrame({"la_code": la_code[is_off], "children": difference[is_off]})


def _titles(sources: pd.Series) -> pd.Series:
    return sources.map(SOURCES | _OTHER_TITLES)
