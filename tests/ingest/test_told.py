"""Dates, years and LAs that names and banners say, worked out by hand."""

from datetime import date

import pandas as pd
import pytest

from rcc_dash.ingest.dates import dates_said, to_dates, years_said
from rcc_dash.ingest.told import Told, as_of_told, la_told, year_told


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Provider level as at 31 March 2025", date(2025, 3, 31)),
        ("Providers+places_at_31_Mar_2023", date(2023, 3, 31)),
        ("provider_at_march_2018.csv", date(2018, 3, 31)),
        ("Providers_places_at_31_Aug_2020.csv", date(2020, 8, 31)),
        ("Closed_childrens_homes_31Mar21.csv", date(2021, 3, 31)),
        ("31-Mar-15 [Note 3]", date(2015, 3, 31)),
        ("list 2025-03-31.csv", date(2025, 3, 31)),
        ("list 31/03/2025", date(2025, 3, 31)),
        ("return 14032021", date(2021, 3, 14)),
        ("February 2024", date(2024, 2, 29)),
        ("between 01 April 2013 and 31 March 2023", date(2023, 3, 31)),
        ("blank cells before 1 January 2023; as at 31 March 2022", date(2022, 3, 31)),
    ],
)
def test_the_latest_date_in_words_is_found(text: str, day: date) -> None:
    assert max(dates_said(text)) == day


@pytest.mark.parametrize(
    "text", ["Cover", "mayor 2024", "31 Foo 2020", "40/13/2020", "From 1 January 2023", ""]
)
def test_words_without_a_date_say_none(text: str) -> None:
    assert dates_said(text) == ()


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2022", 2022),
        ("14032021", 2021),
        ("2017-18", 2018),
        ("201819", 2019),
        ("2019/20", 2020),
        ("1920", 2020),
        ("21/22", 2022),
        ("joiners_leavers_19.csv", 2019),
        ("Provider_level_in_year_2024-25", 2025),
        ("Aug 2020", 2021),
        ("SSDA903_2024_episodes.csv", 2024),
    ],
)
def test_the_later_year_counts(text: str, year: int) -> None:
    assert max(years_said(text)) == year


def test_the_number_of_the_return_is_no_year() -> None:
    assert years_said("SSDA903 episodes (2).csv") == ()


def test_a_name_goes_before_the_folder_and_both_before_what_was_said() -> None:
    assert year_told(Told("a_2021.csv", folder="2020", year=2019)) == 2021
    assert year_told(Told("a.csv", folder="2020", year=2019)) == 2020
    assert year_told(Told("a.csv", year=2019)) == 2019
    assert year_told(Told("a.csv", as_of=date(2020, 4, 1))) == 2021
    assert year_told(Told("a.csv")) is None


def test_a_banner_goes_before_the_name_and_a_year_is_its_31_march() -> None:
    told = Told("list_2021.csv", as_of=date(2019, 8, 31))
    assert as_of_told(["as at 31 March 2022"], told) == date(2022, 3, 31)
    assert as_of_told(["words"], told) == date(2021, 3, 31)
    assert as_of_told([], Told("list.csv", as_of=date(2019, 8, 31))) == date(2019, 8, 31)
    assert as_of_told([], Told("list.csv", year=2018)) == date(2018, 3, 31)
    assert as_of_told([], Told("list.csv")) is None


@pytest.mark.parametrize(
    ("name", "folder", "code"),
    [
        ("Barnsley_ssda903_episodes.csv", "", "E08000016"),
        ("370 ssda903.csv", "", "E08000016"),
        ("episodes.csv", "Sheffield", "E08000019"),
        ("North Yorkshire-2024.csv", "", "E06000065"),
        ("ssda903_episodes.csv", "", None),
    ],
)
def test_the_la_is_read_from_the_name_or_the_folder(name: str, folder: str, code: str | None) -> None:
    assert la_told(Told(name, folder)) == code


def test_the_la_that_was_said_comes_last() -> None:
    assert la_told(Told("episodes.csv", la="Sheffield")) == "E08000019"
    assert la_told(Told("Barnsley.csv", la="Sheffield")) == "E08000016"


def test_cells_of_every_form_are_one_date() -> None:
    forms = [
        "31/03/2025",
        "2025-03-31",
        "31/03/25",
        "31-Mar-2025",
        "31 March 2025",
        "45747",
        "2025-03-31 00:00:00",
    ]
    assert set(to_dates(pd.Series(forms, dtype="str"))) == {pd.Timestamp(2025, 3, 31)}


def test_no_date_is_null_and_the_day_comes_first() -> None:
    read = to_dates(
        pd.Series(["", "31/02/2024", "soon", "04/03/2024", "7"], index=[3, 4, 5, 6, 7], dtype="str")
    )
    assert read.isna().tolist() == [True, True, True, False, True]
    assert read[6] == pd.Timestamp(2024, 3, 4)
    assert list(read.index) == [3, 4, 5, 6, 7]
