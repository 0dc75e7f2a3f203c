"""Homes of each member, counted from Ofsted's lists, against figures that others counted from them."""

import csv
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest

from rcc_dash.domain.places import cooperatives

RELEASE_2025 = "Childrens_social_care_in_England_2025_underlying_data.ods"
LISTS_BY_PERIOD = {
    "provider_at_march_2018_providers_places.csv": "31 Mar 2018",
    "provider_at_march_2021.csv": "31 Mar 2021",
    "Childrens_social_care_in_England_2023_underlying_data.ods": "31 Mar 2023",
    RELEASE_2025: "31 Mar 2025",
}
"""Full lists, by the period of the published figures that were counted from them by others."""

ListOfKind = Callable[[str, str], pd.DataFrame]
HomesByLa = dict[str, tuple[int, int]]


@pytest.fixture(scope="module")
def figures(shared_data: Path) -> list[dict[str, str]]:
    with (shared_data / "published_figures.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def published_by_la(figures: list[dict[str, str]]) -> dict[tuple[str, str], HomesByLa]:
    """Homes and places by period and breakdown, then by LA."""
    value = {
        (r["period"], r["breakdown"], r["la_code"], r["measure"]): int(r["value"])
        for r in figures
        if r["measure"].startswith("childrens_homes_")
    }
    found: dict[tuple[str, str], HomesByLa] = {}
    for (period, breakdown, la, measure), number in value.items():
        if measure == "childrens_homes_number" and la != "E92000001":
            places = value[period, breakdown, la, "childrens_homes_places"]
            found.setdefault((period, breakdown), {})[la] = (number, places)
    return found


def by_la(frame: pd.DataFrame) -> HomesByLa:
    found = frame.groupby("la_code")["places"].agg(["size", "sum"])
    return {la: (int(number), int(places)) for la, number, places in found.itertuples()}


@pytest.mark.parametrize(("name", "period"), LISTS_BY_PERIOD.items())
def test_homes_of_each_member_equal_the_published_figures(
    published_by_la: dict[tuple[str, str], HomesByLa], homes: ListOfKind, name: str, period: str
) -> None:
    members = {code for cooperative in cooperatives().values() for code in cooperative.la_codes}
    published = published_by_la[period, "All types"]
    ours = by_la(homes(name, "places" if name.endswith("ods") or "places" in name else "judgements"))
    assert {la: ours.get(la, (0, 0)) for la in published} == published
    assert set(published) == members


def test_homes_that_joined_and_left_equal_the_published_figures(
    figures: list[dict[str, str]], homes_changed: Callable[[str], pd.DataFrame]
) -> None:
    found = homes_changed(RELEASE_2025)
    words = {"childrens_homes_joiners_number": "joined", "childrens_homes_leavers_number": "left"}
    published = {
        (row["la_code"], row["measure"]): int(row["value"])
        for row in figures
        if row["measure"] in words and row["breakdown"] == "All types"
    }
    ours = {
        (la, measure): number
        for measure, column in words.items()
        for la, number in found.groupby("la_code")[column].sum().items()
    }
    ours |= {("E92000001", measure): found[column].sum() for measure, column in words.items()}
    assert {key: int(ours.get(key, 0)) for key in published} == published
    assert len(published) == 58


@pytest.mark.parametrize(
    ("breakdown", "column", "code"),
    [
        ("Children's home", "provision_type", "childrens_home"),
        ("Secure children's home", "provision_type", "secure"),
        ("Residential special school registered as children's home", "provision_type", "school_home"),
        ("Sector: Private", "sector", "private"),
        ("Sector: Local Authority", "sector", "la"),
        ("Sector: Voluntary", "sector", "voluntary"),
        ("Sector: Health Authority", "sector", "health"),
    ],
)
def test_types_and_sectors_of_each_member_equal_the_published_figures(
    published_by_la: dict[tuple[str, str], HomesByLa],
    homes: ListOfKind,
    breakdown: str,
    column: str,
    code: str,
) -> None:
    found = homes(RELEASE_2025, "places")
    published = published_by_la["31 Mar 2025", breakdown]
    ours = by_la(found[found[column] == code])
    assert {la: ours.get(la, (0, 0)) for la in published} == published
