"""What does a link say that it could not have? Each kind of notice, word for word."""

from datetime import date

import pytest

from rcc_dash.domain.filters import Filters
from rcc_dash.domain.link_reader import MAX_NOTICES
from rcc_dash.domain.links import State, decode
from rcc_dash.domain.places import la_name

DATES = (date(2023, 3, 31), date(2024, 3, 31), date(2025, 3, 31))
BURY = "E08000002"


def said(**query: str) -> str:
    return " ".join(notice.text for notice in decode({k: (v,) for k, v in query.items()}, DATES)[1])


def opened(**query: str) -> State:
    return decode({k: (v,) for k, v in query.items()}, DATES)[0]


def test_hostile_values_are_told_in_plain_characters() -> None:
    assert said(p="<b>x</b>") == (
        "The link asked for the placement type “bxb”, which is not known. It was left out."
    )
    assert said(**{"<script>": "1"}) == (
        "The link asked for the setting “script”, which is not known. It was left out."
    )
    assert "something unreadable" in said(a="👩‍👧")


def test_a_wrong_thing_is_told_once_and_hundreds_are_counted() -> None:
    assert len(decode({"la": ("xx", "xx.xx")}, DATES)[1]) == 1
    notices = decode({f"k{i}": ("1",) for i in range(500)}, DATES)[1]
    assert len(notices) == MAX_NOTICES + 1
    assert notices[-1].text == f"The link asked for {500 - MAX_NOTICES} more that cannot be had."


def test_an_unknown_area_is_told_and_the_rest_is_honoured() -> None:
    assert said(la="351.999") == (
        "The link asked for the local authority “999”, which is not known. It was left out."
    )
    assert opened(la="351.999", a="16plus").filters == Filters(las=(BURY,), age=("16plus",))


def test_an_area_of_another_cooperative_is_told() -> None:
    assert said(r="gm", la="351.886") == (
        "The link asked for Kent, which is not in Greater Manchester. It was left out."
    )
    assert opened(r="gm", la="351.886").filters.las == (BURY,)
    assert said(r="se", sub="berkshire", la="886") == (
        "The link asked for Kent, which is not in Berkshire. It was left out."
    )


def test_a_merged_area_is_told_once_and_without_contradiction() -> None:
    bcp = la_name("E06000058")
    assert said(la="Poole") == (
        f"The link asked for {bcp} (Poole became {bcp} in 2019), which is not in Greater Manchester."
        " It was left out."
    )


def test_a_split_area_is_told() -> None:
    assert said(la="Cumbria") == (
        "Cumbria was split into Cumberland and Westmorland and Furness in 2023; it was left out."
    )


def test_areas_are_known_by_name_too() -> None:
    assert opened(la="Bury").filters.las == (BURY,)
    assert said(la="Bury") == ""


def test_a_date_that_is_not_loaded_is_told_and_the_latest_shown() -> None:
    assert said(at="2019-03-31") == (
        "The link asked for 31 March 2019, for which nothing is loaded. The latest date is shown."
    )
    assert opened(at="2019-03-31").filters.as_of is None
    assert "not a date" in said(at="yesterday")
    assert decode({"at": ("2025-03-31",)}, ())[0].filters.as_of is None


def test_the_latest_date_by_name_is_the_latest() -> None:
    assert opened(at="2025-03-31").filters.as_of is None
    assert opened(at="2024-03-31").filters.as_of == DATES[1]


@pytest.mark.parametrize(
    ("top", "kept"), [("5", 5), ("100", 100), ("4", 20), ("101", 20), ("-5", 20), ("5.0", 5)]
)
def test_the_slider_keeps_to_its_range(top: str, kept: int) -> None:
    assert opened(top=top).view.top == kept
    assert bool(said(top=top)) == (kept == 20)


def test_a_focus_is_on_an_area_that_is_looked_at() -> None:
    assert opened(f="la350").view.focus.la_code == "E08000001"
    assert opened(f="la870", r="se", sub="berkshire").view.focus.la_code == "E06000038"
    assert not opened(f="la870").view.focus
    assert "the focus Reading, which is not in Greater Manchester" in said(f="la870")
    assert "the focus Kent, which is not in Berkshire" in said(f="la886", r="se", sub="berkshire")


@pytest.mark.parametrize("focus", ["la999", "la35", "home12", "homeSC12345678910", "elsewhere"])
def test_a_focus_that_cannot_be_is_told(focus: str) -> None:
    assert not opened(f=focus).view.focus
    assert focus in said(f=focus)
