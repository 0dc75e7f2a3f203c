"""Does the synthetic region match what is published? Counted from its files, group by group."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pandas as pd
import pytest

from rcc_dash.domain.places import cooperatives, local_authorities
from rcc_dash.reference.published import figures

MEMBERS = [la for rcc in cooperatives().values() for la in rcc.la_codes]
GROUPINGS = {
    "placement": "cla_31_march_by_placement_number",
    "provider": "cla_31_march_by_provider_number",
    "locality": "cla_31_march_by_locality_distance_number",
    "age": "cla_31_march_by_age_number",
    "uasc": "cla_31_march_uasc_number",
}


def _counting() -> ModuleType:
    spec = importlib.util.spec_from_file_location("counted", Path(__file__).with_name("counted.py"))
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def children(demo: Path) -> pd.DataFrame:
    every = local_authorities().values()
    codes = {word: la.la_code for la in every for word in (la.dfe_code, la.name)}
    return _counting().looked_after(demo, codes)


def _off(found: pd.DataFrame, wanted: pd.DataFrame) -> pd.DataFrame:
    """Give the cells where the files lie further from a published number than 2% or 3 children."""
    keys = ["la_code", "period", "breakdown"]
    both = wanted[wanted["la_code"].isin(MEMBERS) & wanted["value"].notna()].merge(
        found, on=keys, how="left", validate="1:1"
    )
    difference = (both["children"].fillna(0) - both["value"]).abs()
    return both[difference > (both["value"] * 0.02).clip(lower=3)]


@pytest.mark.parametrize("grouping", GROUPINGS)
def test_children_match_published_numbers_of_each_la_and_year(children: pd.DataFrame, grouping: str) -> None:
    counted = children.groupby(["la_code", "year", grouping]).size().rename("children").reset_index()
    counted = counted.rename(columns={"year": "period", grouping: "breakdown"})
    wanted = figures().query("measure == @GROUPINGS[@grouping] and breakdown != 'Total'")
    assert len(wanted) > 100
    off = _off(counted, wanted)
    assert off.empty, off.to_string()


def test_totals_match_and_no_child_counts_twice(children: pd.DataFrame) -> None:
    assert not children.duplicated(["la_code", "year", "CHILD"]).any()
    counted = children.groupby(["la_code", "year"]).size().rename("children").reset_index()
    counted = counted.rename(columns={"year": "period"}).assign(breakdown="Total")
    off = _off(counted, figures().query("measure == 'cla_31_march_number'"))
    assert off.empty, off.to_string()


def test_most_children_are_in_the_next_return_too(children: pd.DataFrame) -> None:
    seen = children.groupby(["la_code", "CHILD"])["year"].nunique()
    assert 0.5 < (seen > 1).mean() < 0.9


def test_a_child_keeps_its_birthday(children: pd.DataFrame) -> None:
    birthdays = children[["la_code", "CHILD", "DOB"]].drop_duplicates()
    assert not birthdays.duplicated(["la_code", "CHILD"]).any()
