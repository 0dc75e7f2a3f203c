"""Between which distances do the middle half of a group of children live, and may that be told?"""

from collections.abc import Sequence
from dataclasses import replace
from functools import cache, partial
from itertools import product
from typing import Final

import numpy as np
import pandas as pd

from rcc_dash.domain.amounts import quantile
from rcc_dash.domain.dimensions import dimensions, values_of
from rcc_dash.domain.disclosure import HIDDEN, Rule
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.headline import Figure
from rcc_dash.queries.children import ALL_AREAS
from rcc_dash.queries.distance_children import Asked, distance_children
from rcc_dash.queries.lattice import may_cross
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.released import Measured, figure
from rcc_dash.queries.tallies import key_sum

_SHARES: Final = {"lower": 0.25, "median": 0.5, "upper": 0.75}
_READ: Final = ("la_code", "record_key", "distance_miles")


def middles(
    reader: Reader, children: pd.DataFrame, asked: Asked, group: tuple[str, str]
) -> dict[str, Figure]:
    """Give the quarter points in miles of a group (a split, and a value of it), by name.

    `children` are those of the group: of LAs a code, or `ALL_AREAS`. Columns read: `_READ`.
    """
    split, code = group
    filters = replace(asked.filters, las=(code,)) if split == "la_code" and code else asked.filters
    of = Measured(f"miles_by_{split}", asked.day, filters, asked.base)
    points = cache(lambda: _points(reader.rule, replace(asked, filters=filters), children))

    def point(name: str) -> Figure:
        return points()[name]

    named = "" if split == "la_code" else f"{code} "
    return {name: figure(reader, of, f"{named}{name}", partial(point, name)) for name in _SHARES}


def _points(rule: Rule, asked: Asked, children: pd.DataFrame) -> dict[str, Figure]:
    known = children[children["distance_miles"].notna()]
    if not is_one_cell(rule, asked.filters, known):
        return dict.fromkeys(_SHARES, Figure(None, HIDDEN, asked.day))
    miles, keys = known["distance_miles"].to_numpy(), key_sum(known)
    return {name: Figure(*quantile(rule, miles, share, keys), asked.day) for name, share in _SHARES.items()}


def is_one_cell(rule: Rule, filters: Filters, children: pd.DataFrame) -> bool:
    """Say whether a middle or a mean of these children may be worked out.

    Not of several chosen values or areas: each choice would draw a new number, and there is no
    sum of middles. Of all areas only where none could take its own children away.
    """
    several = is_of_several(filters)
    if rule.exact or several or len(filters.las) == 1:
        return rule.exact or not several
    sizes = np.bincount(pd.factorize(children["la_code"])[0])
    return rule.sizes_may_stand_alone(sizes.tolist())


def is_of_several(filters: Filters) -> bool:
    """Say whether several values or LAs are chosen."""
    return len(filters.las) > 1 or any(len(values) > 1 for values in filters.attributes.values())


def parts_of(children: pd.DataFrame, by: Sequence[str]) -> dict[tuple[str, ...], pd.DataFrame]:
    """Part children by some columns, with `_READ`; what nobody is in is not there. By none, all are one."""
    few = children[[*dict.fromkeys((*_READ, *by))]]
    if not by:
        return {(): few}
    rows = few.groupby([*by]).indices
    return {key if isinstance(key, tuple) else (key,): few.iloc[at] for key, at in rows.items()}


def note_middles(reader: Reader, asked: Asked, split: str, attributes: Sequence[str] = ()) -> None:
    """Work out the quarter points of a split by single values of some attributes, for a release, and no more.

    Of every value of it, whether anybody is in it or not; of LAs also of all together.
    """
    if not may_cross(reader.rule, asked.filters, {*attributes, split, "band"} - {"la_code"}):
        return
    children = distance_children(reader, asked, (*attributes, split, "distance_miles"))
    found = _groups(children, split, attributes)
    nobody = children[[*_READ]].iloc[:0]
    for values in product(*(dimensions()[code].codes for code in attributes)):
        filters = asked.filters
        for attribute, value in zip(attributes, values, strict=True):
            filters = filters.with_chosen(attribute, (value,))
        for code in _codes(asked.filters, split):
            key = (*values, code)
            middles(reader, found.get(key, nobody), replace(asked, filters=filters), (split, code))


def _groups(
    children: pd.DataFrame, split: str, attributes: Sequence[str]
) -> dict[tuple[str, ...], pd.DataFrame]:
    """Give children by the values of attributes and of the split."""
    each = parts_of(children.assign(split=children[split]), (*attributes, "split"))
    if split != "la_code":
        return each
    return {**each, **{(*key, ALL_AREAS): own for key, own in parts_of(children, attributes).items()}}


def _codes(filters: Filters, split: str) -> tuple[str, ...]:
    if split != "la_code":
        return tuple(value.code for value in values_of(split))
    return (ALL_AREAS, *(() if filters.sub_region else filters.la_codes))  # an LA's are the same in either
