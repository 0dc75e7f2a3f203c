"""On a narrow screen nothing is cut off, and the answer comes first."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.on_page import MAP, SENTENCE, go, query, settle, until, wait_for_map, width_px

PHONE = {"width": 390, "height": 844}
NewPage = Callable[..., Any]


@pytest.mark.parametrize("path", ["", "homes_and_origins", "data"])
def test_no_page_scrolls_sideways(app: str, new_page: NewPage, path: str) -> None:
    page = new_page(viewport=PHONE)
    go(page, f"{app}/{path}?r=se&la=870.871&a=10to15.16plus&p=home&f=la870")
    page.get_by_role("button", name="Filters").wait_for()
    settle(page)
    assert width_px(page) <= PHONE["width"]


def test_the_map_and_the_sentence_are_there(app: str, new_page: NewPage) -> None:
    page = new_page(viewport=PHONE)
    go(page, f"{app}/homes_and_origins")
    page.get_by_role("button", name="Filters").wait_for()
    wait_for_map(page)
    assert page.locator(SENTENCE).is_visible()
    box = page.locator(MAP).bounding_box()
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= PHONE["width"]
    assert box["y"] < PHONE["height"]


def test_a_filter_behind_the_one_button_works(app: str, new_page: NewPage) -> None:
    page = new_page(viewport=PHONE)
    go(page, f"{app}/homes_and_origins")
    page.get_by_role("button", name="Filters").click()
    page.locator('[data-menu="all"]').get_by_text("16 and over").click()
    until(page, lambda: query(page) == "a=16plus", "the filter is not in the address")
