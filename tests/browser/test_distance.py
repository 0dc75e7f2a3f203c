"""A click on a bar, a band or a cell: the sentence, the tables, the picture and the link follow."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.on_page import ABOUT, SENTENCE, go, query, settle, until, width_px

NewPage = Callable[..., Any]
CHART = '[data-testid="stVegaLiteChart"]'
PHONE = {"width": 390, "height": 844}
TALL = {"width": 1440, "height": 2200}


def click_mark(page: Any, chart: int, mark: str, holds: Callable[[], bool]) -> None:  # noqa: ANN401 Playwright is imported late
    """Click in the middle of the first mark of a chart that says this, until it has worked."""
    target = page.locator(CHART).nth(chart).locator(f'[aria-label*="{mark}"]').first
    target.wait_for()
    for _ in range(6):
        target.click(force=True)
        for _ in range(12):
            if holds():
                settle(page)
                return
            page.wait_for_timeout(250)
    pytest.fail(f"no click on {mark} worked: {page.url}")


def test_a_click_on_a_bar_puts_the_la_in_focus(app: str, new_page: NewPage) -> None:
    page = new_page(viewport=TALL)
    go(page, f"{app}/distance")
    click_mark(page, 0, "Bury: ", lambda: "f=la351" in query(page))
    assert page.inner_text(ABOUT) == "Greater Manchester: Bury"
    assert "of Bury lived more than 20 miles" in page.inner_text(SENTENCE)
    assert page.locator("tr.chosen").first.inner_text().startswith("Bury")


def test_a_click_on_a_band_of_a_placement_keeps_its_children(app: str, new_page: NewPage) -> None:
    page = new_page(viewport=TALL)
    go(page, f"{app}/distance?d-part=whose&r=se")
    click_mark(page, 0, "Children's home or secure home: Over 20", lambda: "p=home" in query(page))
    assert page.get_by_role("button", name="Children's home or secure home ✕").is_visible()


def test_a_click_on_a_cell_puts_its_row_in_focus(app: str, new_page: NewPage) -> None:
    page = new_page(viewport=TALL)
    go(page, f"{app}/distance?d-part=where")
    table = page.locator('[data-testid="stDataFrame"]')
    table.wait_for()
    page.wait_for_timeout(1000)
    table.click(position={"x": 200, "y": 35 + 35 + 17})
    until(page, lambda: "f=la351" in query(page), "the cell's row is not in focus")
    until(
        page,
        lambda: page.inner_text(SENTENCE).startswith("On 31 March 2025, Bury looked after"),
        "no sentence",
    )


@pytest.mark.parametrize("part", ["many", "whose", "where", "why", "nearer"])
def test_nothing_is_cut_off_on_a_phone(app: str, new_page: NewPage, part: str) -> None:
    page = new_page(viewport=PHONE)
    go(page, f"{app}/distance?r=se&d-part={part}&f=la870")
    page.get_by_role("button", name="Filters").wait_for()
    settle(page)
    assert width_px(page) <= PHONE["width"]
    box = page.locator(SENTENCE).bounding_box()
    assert box["y"] < PHONE["height"] / 2
