"""DfE's and ONS's open tables about children looked after, in both eras of their headings."""

from collections.abc import Callable
from typing import Final

import pandas as pd

from rcc_dash.domain.published_register import Dataset, datasets
from rcc_dash.domain.published_tables import PUBLISHED_FIGURE
from rcc_dash.errors import UserError
from rcc_dash.ingest.checked import CheckedTable
from rcc_dash.ingest.headings import Field, plain
from rcc_dash.ingest.keys import Secrets
from rcc_dash.ingest.layouts import published_fields as fields
from rcc_dash.ingest.published_long import Described, figures
from rcc_dash.ingest.published_periods import areas, years
from rcc_dash.ingest.recognise import Layout, Matched
from rcc_dash.ingest.told import Told

_Check = Callable[[Matched, Told, Secrets], CheckedTable]


def _check(*candidates: str) -> _Check:
    """Make the check of tables of the same columns: which of these datasets they are, they say themselves."""

    def check(matched: Matched, told: Told, _secrets: Secrets) -> CheckedTable:
        words = {name: matched.column(name).map(_single_spaced) for name in ("group", "category")}
        dataset = _dataset([datasets()[code] for code in candidates], pd.concat(words.values()), told)
        rows = areas(_codes(matched)).assign(year=years(matched.column("period")), **words)
        return figures(matched, Described(dataset, rows))

    return check


def _codes(matched: Matched) -> pd.Series:
    """Give the code of the smallest area that a row names."""
    named = [matched.column(name) for name in ("area", "region", "country")]
    return named[0].where(named[0] != "", named[1]).where(lambda code: code != "", named[2])


def _single_spaced(text: str) -> str:
    return " ".join(text.split())


def _dataset(candidates: list[Dataset], labels: pd.Series, told: Told) -> Dataset:
    """Tell tables of the same columns apart: by labels that only one of them has, else by the file's name."""
    if len(candidates) == 1:
        return candidates[0]
    said = set(labels.unique())
    name = f" {plain(told.file_name)} "
    by_label = [one for one in candidates if said & set(one.told_by)]
    by_name = [one for one in candidates if one.file_words in name]
    for found in (by_label, by_name):
        if len(found) == 1:
            return found[0]
    raise UserError(
        title=f"{told.file_name} may be one of several DfE tables",
        what=f"Its columns are those of {len(candidates)} tables, and its rows do not say which it is.",
        fix="Load the whole table as DfE publishes it, under its own name.",
    )


def _layout(source: str, title: str, own: tuple[Field, ...], check: _Check) -> Layout:
    every = (*fields.WHERE_AND_WHEN, *own)
    return Layout(source, PUBLISHED_FIGURE, title, every, check, fields.KNOWN)


_OLD: Final = ("cla_groups", "cla_new_placements", "england_groups", "england_distance",
               "england_in_year_distance", "england_uasc")  # fmt: skip
_SHARES: Final = (fields.NUMBER, fields.PERCENT)

LAYOUTS: Final = (
    _layout(
        "published_rates",
        "DfE: children looked after, numbers and rates",
        (
            fields.required("group", "population_type", "population_count"),
            fields.NUMBER,
            fields.RATE,
            fields.POPULATION,
        ),
        _check("cla_rates"),
    ),
    _layout(
        "published_groups",
        "DfE: children looked after, by group",
        (fields.required("group", "cla_group"), fields.required("category", "characteristic"), *_SHARES),
        _check(*_OLD),
    ),
    _layout(
        "published_new_placements",
        "DfE: children looked after or new placements, by group (headings of 2025)",
        (fields.required("group", "characteristic"), fields.required("category", "breakdown"), *_SHARES),
        _check(*_OLD),
    ),
    _layout(
        "published_stability",
        "DfE: stability of placements",
        (fields.required("group", "cla_group"), fields.required("category", "placement_stability"), *_SHARES),
        _check("cla_stability"),
    ),
    _layout(
        "published_social_workers",
        "DfE: changes of social worker",
        (fields.required("group", "cla_group"), fields.required("category", "sw_stability"), *_SHARES),
        _check("cla_social_workers"),
    ),
    _layout(
        "published_net_gain",
        "DfE: net gain by LA of placement",
        (fields.required("category", "characteristic"), fields.NUMBER),
        _check("cla_net_gain"),
    ),
    _layout(
        "published_providers",
        "DfE: placements by provider (England)",
        (
            fields.required("group", "placement_type"),
            fields.required("category", "placement_provider"),
            *_SHARES,
        ),
        _check("england_providers"),
    ),
    _layout(
        "published_durations",
        "DfE: duration of placements (England)",
        (
            fields.required("group", "placement_duration"),
            fields.required("category", "placement_group"),
            *_SHARES,
        ),
        _check("england_durations"),
    ),
    _layout(
        "published_population",
        "ONS: mid-year population",
        (fields.required("group", "age_group"), fields.POPULATION),
        _check("ons_population"),
    ),
)
