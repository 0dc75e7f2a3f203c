"""Protected cells of children by any few attributes, of any areas and dates: for *Explore* and typed SQL.

The same children give the same number here as on every other page (`domain.disclosure.Rule`).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from typing import Final

import pandas as pd

from rcc_dash.domain.disclosure import SENSITIVE, Rule
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.places import cooperatives
from rcc_dash.domain.splits import splits
from rcc_dash.queries.reader import Reader, iso_dates
from rcc_dash.settings import PROTECT_MIN_CHILDREN

ATTRIBUTES: Final = tuple(splits())
EVERY: Final = "all"
"""What stands in an attribute that a cell is not parted by."""

CELL: Final = ("parted_by", "as_of", "area_code", *ATTRIBUTES)
PARTS: Final = ("children", "part", "rest")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which cells: their sets of attributes, dates and LAs, which of these count together, who is away."""

    sets: tuple[tuple[str, ...], ...]
    days: tuple[date, ...]
    la_codes: tuple[str, ...]
    together: tuple[tuple[str, tuple[str, ...]], ...]
    """Areas of several LAs: a code, and its LAs."""
    away: str = ""


def set_name(attributes: Iterable[str]) -> str:
    """Name a set of attributes: in their one order, joined by a plus; blank for none."""
    chosen = set(attributes)
    return "+".join(code for code in ATTRIBUTES if code in chosen)


def shown_sets(reader: Reader, wanted: Wanted, kept: Filters) -> pd.DataFrame:
    """Give the cells of these sets: `CELL`, then for each of `PARTS` the number to show, null where hidden.

    `nearly_all` says where a value of a sensitive attribute holds nearly all of its group: there every
    number is null. `kept` holds the filters of children, each of which must be in every set.
    """
    asked = {name for attributes in wanted.sets for name in _with_groups(attributes)}
    frame = reader.ask("explore_cells", **_params(reader.rule, wanted, kept, sorted(asked)))
    cells = frame.assign(as_of=pd.to_datetime(frame["as_of"]).dt.date)
    for part in PARTS:
        is_asked = part == "children" or wanted.away
        cells[part] = _shown(reader.rule, cells, part, wanted) if is_asked else _nothing(cells)
    found = _without_nearly_all(reader.rule, cells[[*CELL, *PARTS]])
    return found[found["parted_by"].isin([set_name(attributes) for attributes in wanted.sets])]


def _with_groups(attributes: Sequence[str]) -> set[str]:
    """Name a set, and those that it is a part of: what holds nearly all of a group is not told."""
    return {set_name(attributes), *(set_name(set(attributes) - {one}) for one in _sensitive(attributes))}


def _sensitive(attributes: Iterable[str]) -> list[str]:
    return [code for code in attributes if code in SENSITIVE]


def _params(rule: Rule, wanted: Wanted, kept: Filters, sets: list[str]) -> dict[str, object]:
    together = [(la, area) for area, las in wanted.together for la in las]
    used = sorted({code for name in sets for code in name.split("+")})
    return {
        "dates": iso_dates(list(wanted.days)),
        "la_codes": list(wanted.la_codes),
        "sets": sets,
        "used": used,
        **{code: list(kept.chosen(code)) for code in ("placement", "age", "sector")},
        "away": wanted.away,
        "least": 1 if rule.exact else PROTECT_MIN_CHILDREN,
        "large": PROTECT_MIN_CHILDREN,
        "together_las": [la for la, _ in together],
        "together_areas": [area for _, area in together],
    }


def _shown(rule: Rule, cells: pd.DataFrame, part: str, wanted: Wanted) -> pd.Series:
    """Protect each cell; of several LAs where none could take itself away, else add up what they show."""
    own = rule.counts(cells[f"{part}_n"], cells[f"{part}_keys"])
    of_several = cells[cells["area_code"].isin([area for area, _ in wanted.together])]
    facts = (of_several[f"{part}_{fact}"].tolist() for fact in ("las", "large", "n", "most"))
    may = pd.Series(map(rule.area_may_stand_alone, *facts), of_several.index, dtype=bool)
    may = may.reindex(cells.index, fill_value=True)
    return own.where(may, _sums(cells, own, wanted))  # always added up: how long it takes tells nothing


def _nothing(cells: pd.DataFrame) -> pd.Series:
    return pd.Series(pd.NA, index=cells.index, dtype="Int64")


def _sums(cells: pd.DataFrame, own: pd.Series, wanted: Wanted) -> pd.Series:
    """Add up what the LAs of each area of several show, in the order of the cells; null for none."""
    pairs = [(la, area) for area, las in wanted.together for la in las]
    of = pd.DataFrame(pairs, columns=["area_code", "together"])
    each = cells[[*CELL]].assign(shown=own).merge(of, on="area_code")
    each = each.drop(columns="area_code").rename(columns={"together": "area_code"})
    sums = each.groupby([*CELL], as_index=False)["shown"].sum(min_count=1)
    found = cells[[*CELL]].merge(sums, on=[*CELL], how="left")["shown"]
    return found.set_axis(cells.index).astype("Int64")


def _without_nearly_all(rule: Rule, cells: pd.DataFrame) -> pd.DataFrame:
    """Take away the numbers of values of sensitive attributes that hold nearly all of the same children."""
    high = pd.Series(data=False, index=cells.index)
    for one in [] if rule.exact else sorted(SENSITIVE):
        groups = {name: _group(name, one) for name in cells["parted_by"].unique() if one in name.split("+")}
        if not groups:
            continue
        mine = cells[cells["parted_by"].isin(groups)]
        high[mine.index] |= _is_high(rule, cells, mine.assign(parted_by=mine["parted_by"].map(groups)), one)
    hidden = {part: cells[part].mask(high) for part in PARTS}
    return cells.assign(**hidden, nearly_all=high)


def _group(name: str, attribute: str) -> str:
    return set_name(code for code in name.split("+") if code != attribute)


def _is_high(rule: Rule, cells: pd.DataFrame, mine: pd.DataFrame, attribute: str) -> pd.Series:
    """Say of some cells, named by the sets of their groups, which hold nearly all of their group."""
    key = [code for code in CELL if code != attribute]
    groups = cells.loc[cells[attribute].eq(EVERY), [*key, "children"]]
    both = mine[key].merge(groups, on=key, how="left")["children"]
    pairs = zip(_numbers(mine["children"]), _numbers(both), strict=True)
    return pd.Series([rule.is_nearly_all(*pair) for pair in pairs], mine.index, dtype=bool)


def _numbers(shown: pd.Series) -> list[int | None]:
    return shown.astype(object).where(shown.notna(), None).tolist()


def every_set(most: int) -> tuple[tuple[str, ...], ...]:
    """Give every set of at most so many attributes."""
    return tuple(one for size in range(most + 1) for one in combinations(ATTRIBUTES, size))


def together_areas(rccs: Sequence[str] = ()) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Give every area of several LAs: cooperatives (all, if none is named) and their parts."""
    all_of = [one for code, one in cooperatives().items() if not rccs or code in rccs]
    parts = ((sub.code, sub.la_codes) for one in all_of for sub in one.sub_regions)
    return (*((one.code, one.la_codes) for one in all_of), *parts)
