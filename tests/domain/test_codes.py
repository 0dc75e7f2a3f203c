from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcc_dash.domain.codes import (
    age_bands,
    ages_in_years,
    code_list,
    codes_not_in_use,
    place_codes_of,
    place_families,
    provider_sector,
)
from rcc_dash.reference.tables import rows


@pytest.mark.parametrize(
    ("name", "code", "first", "last"),
    [
        ("PLACE", "K3", 2025, None),
        ("PLACE", "H5", None, 2024),
        ("PLACE", "Z1", None, 2025),
        ("PLACE", "Z12", 2026, None),
        ("REC", "E44", None, 2018),
        ("REC", "E45", 2019, None),
        ("REASON_PLACE_CHANGE", "CUSTOD", 2019, None),
        ("SEX", "1", None, 2024),
    ],
)
def test_codes_have_their_years(name: str, code: str, first: int | None, last: int | None) -> None:
    found = code_list(name)[code]
    assert (found.first_year, found.last_year) == (first, last)


def test_lists_are_as_long_as_the_guidance_has_them() -> None:
    names = ("LS", "CIN", "RNE", "PLACE_PROVIDER", "ETHNIC", "SEX", "REASON_PLACE_CHANGE")
    assert [len(code_list(name)) for name in names] == [13, 8, 6, 6, 20, 5, 13]


def test_a_code_is_in_or_out_of_use_by_year() -> None:
    assert codes_not_in_use("PLACE", 2022) == {"K3", "Z11", "Z12", "Z13", "Z14"}
    assert codes_not_in_use("PLACE", 2026) == {"P2", "H5", "Z1"}


def test_a_column_without_a_list_is_said() -> None:
    with pytest.raises(KeyError, match="UPN"):
        code_list("UPN")


def test_every_family_is_a_placement_dimension_or_temporary() -> None:
    named = {r["code"] for r in rows("dimensions") if r["dimension"] == "placement"}
    assert set(place_families().values()) == named | {"temporary"}


def test_codes_of_families() -> None:
    assert place_codes_of(["home"]) == {"K1", "K2"}
    assert place_codes_of(["supported", "parents"]) == {"K3", "H5", "P2", "P1"}


def test_every_provider_code_has_a_sector_of_the_dimensions() -> None:
    named = {r["code"] for r in rows("dimensions") if r["dimension"] == "sector"}
    found = {provider_sector(code) for code in code_list("PLACE_PROVIDER")} | {provider_sector(None)}
    assert found == named
    assert provider_sector("PR1") == "own_la"


def test_ages_on_the_day_and_the_day_before() -> None:
    born = pd.Series(pd.to_datetime(["2009-03-31", "2009-04-01", "2025-04-02", None]))
    assert ages_in_years(born, date(2025, 3, 31)).tolist() == [16, 15, -1, pd.NA]


def test_age_bands_are_those_of_dfe() -> None:
    ages = pd.Series([0, 1, 4, 5, 9, 10, 15, 16, 19, -1, pd.NA], dtype="Int64")
    bands = age_bands(ages)
    assert bands[:9].tolist() == [
        "under1", "1to4", "1to4", "5to9", "5to9", "10to15", "10to15", "16plus", "16plus",
    ]  # fmt: skip
    assert bands[9:].isna().all()
    assert set(bands[:9]) == {r["code"] for r in rows("dimensions") if r["dimension"] == "age"}


@given(st.dates(date(2000, 1, 1), date(2025, 3, 31)), st.integers(2000, 2030))
def test_the_birth_month_alone_gives_the_right_age_on_31_march(born: date, year: int) -> None:
    on = date(year, 3, 31)
    exact = pd.Series([pd.Timestamp(born)])
    month = exact.dt.to_period("M").dt.to_timestamp()
    by_hand = year - born.year - ((born.month, born.day) > (3, 31))
    assert ages_in_years(month, on).tolist() == ages_in_years(exact, on).tolist() == [by_hand]
