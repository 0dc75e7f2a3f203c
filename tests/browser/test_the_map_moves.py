"""The map is moved by hand: the link follows without a step of the history, and Back leaves the map alone."""

from collections.abc import Callable
from typing import Any

from tests.browser.on_page import MAP, close_filters, go, pick, query, settle, steps, until, wait_for_map

NewPage = Callable[..., Any]


def test_the_link_follows_the_map_and_back_undoes_the_filter_alone(app: str, new_page: NewPage) -> None:
    page = new_page(reduced_motion="reduce")
    parts: list[str] = []
    page.on("request", lambda asked: parts.append(asked.url) if "/kept-parts/" in asked.url else None)
    go(page, f"{app}/homes_and_origins")
    wait_for_map(page)
    length = steps(page)
    drag(page, 90, 40)
    until(page, lambda: query(page).startswith("v=53."), "the link does not follow the map")
    settle(page)
    first = query(page)
    pick(page, "placement", "Foster care")
    until(page, lambda: query(page) == f"p=foster&{first}", "the filter loses the place")
    close_filters(page)
    drag(page, -40, 60)
    until(page, lambda: query(page) not in {"p=foster", f"p=foster&{first}"}, "the link stands still")
    settle(page)
    place = query(page).partition("&")[2]
    assert steps(page) == length + 1
    page.go_back()
    until(page, lambda: query(page) == place, "Back moves the map or leaves the filter")
    must_come_back(page, place)
    assert len(set(parts)) == 3, "the scripts of map and page, and the land, once"


def must_come_back(page: Any, place: str) -> None:  # noqa: ANN401 Playwright is imported late
    """Load the page again: the map stands where it stood. The whole area is the plain link again."""
    page.reload()
    wait_for_map(page)
    assert query(page) == place
    page.locator(f"{MAP} canvas").focus()
    page.keyboard.press("0")
    until(page, lambda: query(page) == "", "the whole area is not the plain link")


def drag(page: Any, across: int, down: int) -> None:  # noqa: ANN401 Playwright is imported late
    box = page.locator(f"{MAP} canvas").bounding_box()
    at = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.mouse.move(*at)
    page.mouse.down()
    page.mouse.move(at[0] + across, at[1] + down, steps=4)
    page.mouse.up()
