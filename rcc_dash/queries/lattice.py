"""Count children by area and anything else, so that no count singles anybody out.

Cells are protected one by one: per area and per value of every filter that is on. A choice of
several values or areas is the sum of its cells and never a new draw (design/disclosure.md,
what to build first, 4). All areas together have cells of their own where no area could take
its own number away.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from rcc_dash.domain.disclosure import Rule
from rcc_dash.domain.filters import Filters
from rcc_dash.queries.children import ALL_AREAS
from rcc_dash.queries.tallies import LOW_BITS, SUMS, Parts, added, grouped, tallied, tallied_parts
from rcc_dash.settings import MAX_CHILD_ATTRIBUTES, PROTECT_MIN_CHILDREN


def may_cross(rule: Rule, filters: Filters, attributes: Iterable[str]) -> bool:
    """Say whether children may be split by these attributes beside the filters that are on."""
    return rule.exact or len({*filters.attributes, *attributes}) <= MAX_CHILD_ATTRIBUTES


@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """Protected cells: of each area, and of all areas together (the same ones where areas were chosen).

    Columns: la_code, the values that part them, `children` (null where it may not be shown).
    """

    own: pd.DataFrame
    together: pd.DataFrame


def own_cells(rule: Rule, tallies: pd.DataFrame, filters: Filters, by: Sequence[str] = ()) -> pd.DataFrame:
    """Protect the cells of each area one by one: tallies by all that parts them, with their `children`.

    `tallies` are those of `tallied` by at least these. What nobody is in has no row.
    """
    return shown(rule, added(tallies, [*dict.fromkeys([*cell_columns(filters), *by])]))


def cells_of(rule: Rule, own: pd.DataFrame, filters: Filters) -> Cells:
    """Give what a choice is summed from: `own_cells`, and those of all its areas together."""
    each = own.drop(columns=SUMS)
    together = each if filters.las else all_together(rule, own)
    return Cells(each, together.assign(la_code=ALL_AREAS))


def all_together(rule: Rule, own: pd.DataFrame) -> pd.DataFrame:
    """Give the cells of some areas together: what parts `own_cells` but the area, and `children`."""
    return _together(
        rule, own, [name for name in map(str, own) if name not in {"la_code", "children", *SUMS}]
    )


def each_together(
    rule: Rule, own: pd.DataFrame, areas: Mapping[str, Sequence[str]]
) -> dict[str, pd.DataFrame]:
    """Give the same of several areas, by their codes; they share no LA."""
    area = own["la_code"].map({la: code for code, las in areas.items() for la in las})
    found = all_together(rule, own.assign(area=area)[area.notna()])
    return {code: found[found["area"].eq(code)].drop(columns="area") for code in areas}


def summed(cells: Cells, by: Sequence[str] = ()) -> pd.DataFrame:
    """Add protected cells up by area and `by`, those of all areas together beside (`ALL_AREAS`).

    Columns: la_code, those of `by`, `children` (whole; null where nothing of it may be shown).
    """
    stacked = pd.concat([cells.together, cells.own], ignore_index=True)
    return stacked.groupby(["la_code", *by], as_index=False, dropna=False)[["children"]].sum(min_count=1)


def cell_columns(filters: Filters) -> tuple[str, ...]:
    """Give the columns that part the protected cells: the area, and every filter that is on."""
    return ("la_code", *filters.attributes)


def shown_together(rule: Rule, each: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    """Give children of several areas by `by`: with draws of their own where no area could take itself away.

    `each` are tallies by area (`la_code`) and `by`; where a cell may not stand alone it is the sum of what
    each area shows. Columns: those of `by`, `children` (null where nothing may be shown).
    """
    return _together(rule, shown(rule, each), by)


def _together(rule: Rule, own: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    groups = grouped(own, by)
    whole = shown(rule, groups.rows.assign(**{name: groups.sums(own[name]) for name in SUMS}))
    is_some, some = (groups.sums(facts) for facts in (own["children"].notna(), own["children"].fillna(0)))
    sums = pd.Series(some, dtype="Int64").where(is_some > 0)
    areas, large = (groups.sums(own["children_n"].ge(least)) for least in (1, PROTECT_MIN_CHILDREN))
    facts = (areas, large, whole["children_n"], groups.largest(own["children_n"]))
    may = [rule.area_may_stand_alone(*map(int, fact)) for fact in zip(*facts, strict=True)]
    return whole.assign(children=whole["children"].where(pd.Series(may, dtype=bool), sums))[[*by, "children"]]


def is_anybody(rule: Rule, children: pd.DataFrame) -> bool:
    """Say whether these children of a cooperative are any at all: in protected figures if a number is shown.

    That one child is there would tell of that child; so a few are as good as none.
    """
    found = shown_together(rule, tallied(children, ["la_code"]), [])["children"]
    return bool(found.fillna(0).gt(0).any())


def anybody_in(rule: Rule, children: pd.DataFrame, parts: Parts) -> frozenset[str]:
    """Name the parts of which `is_anybody` says so, by one count of all of them."""
    found = shown_together(rule, tallied_parts(children, ["la_code"], parts), ["part"])
    return frozenset(found.loc[found["children"].fillna(0).gt(0), "part"].astype(str))


def shown(rule: Rule, tallies: pd.DataFrame) -> pd.DataFrame:
    """Add `children` to tallies: the count to show of each as a cell of its own, null where it is hidden."""
    pairs = zip(tallies["high"].tolist(), tallies["low"].tolist(), strict=True)
    keys = pd.Series([high * 2**LOW_BITS + low for high, low in pairs], tallies.index, dtype=object)
    return tallies.assign(children=rule.counts(tallies["children_n"], keys))
