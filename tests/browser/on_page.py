"""What a person does and sees on a page of the app."""

import re
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from rcc_dash.domain.places import cooperatives
from rcc_dash.figures.base_map import label_points, region_ground
from rcc_dash.figures.shapes import bounds_of
from rcc_dash.figures.view import EDGE, fitted_view
from rcc_dash.ui.map_panel import LEGEND_PX, WIDE_PX

READY = '[data-testid="stApp"][data-test-script-state="notRunning"]'
MAP = ".st-key-region-map"
PAINTED = f"{MAP} canvas[data-painted]"
SENTENCE = "p.lead"
ABOUT = "p.area"
Page = Any


def settle(page: Page) -> None:
    """Wait until a page is drawn and stays so for a moment."""
    for _ in range(2):
        page.wait_for_selector(READY)
        page.wait_for_timeout(250)
    page.wait_for_selector("h1")


def go(page: Page, address: str) -> None:
    page.goto(address)
    settle(page)


def until(page: Page, holds: Callable[[], bool], what: str) -> None:
    """Wait for something to become true, up to half a minute."""
    for _ in range(120):
        if holds():
            return
        page.wait_for_timeout(250)
    pytest.fail(what)


def width_px(page: Page) -> int:
    """Give the width that the page takes, which is the window's own unless it scrolls sideways."""
    widest = (
        "Math.max(document.documentElement.scrollWidth,"
        " ...[...document.querySelectorAll('[data-testid=stMain], [data-testid=stMainBlockContainer]')]"
        ".map(e => e.scrollWidth))"
    )
    return int(page.evaluate(widest))


def query(page: Page) -> str:
    return page.url.partition("?")[2]


def steps(page: Page) -> int:
    """Give the length of the browser's history."""
    return int(page.evaluate("history.length"))


def pick(page: Page, group: str, *values: str) -> None:
    """Open a part of the filter bar and choose values in it."""
    menu = page.locator(f'[data-menu="{group}"]')
    menu.locator("> button").click()
    for value in values:
        menu.get_by_text(value, exact=True).click()


def close_filters(page: Page) -> None:
    page.keyboard.press("Escape")
    page.locator("[data-menu] > .panel:not([hidden])").wait_for(state="hidden")


def wait_for_map(page: Page) -> None:
    """Wait until the map is painted, with its legend's letters, and stays as it is for a moment."""
    page.wait_for_selector(PAINTED)
    page.evaluate("document.fonts.ready")
    times = -1
    while times != (times := int(page.locator(PAINTED).get_attribute("data-painted"))):
        page.wait_for_timeout(500)


def spot_of(la_code: str, rcc: str = "gm") -> tuple[float, float]:
    """Give where an area's own point lies in the map's window on a desk, in pixels."""
    members = region_ground(cooperatives()[rcc].la_codes).members
    view = fitted_view(bounds_of(members), WIDE_PX, EDGE + LEGEND_PX)
    ((x, y),) = view.to_pixels(np.array([label_points()[la_code]]))
    return float(x), float(y)


def click_area(page: Page, la_code: str, holds: Callable[[], bool]) -> None:
    """Click an area on the map once."""
    x, y = spot_of(la_code)
    page.locator(f"{MAP} canvas").click(position={"x": x, "y": y})
    until(page, holds, f"the click on {la_code} did not work: {page.url}")
    settle(page)


def words(page: Page) -> str:
    return re.sub(r"\s+", " ", page.inner_text('[data-testid="stMain"]'))
