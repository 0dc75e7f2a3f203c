"""A menu over the page: by click and by keys it opens, holds the keyboard, and goes away again."""

from collections.abc import Callable
from typing import Any

from tests.browser.on_page import go, query, settle, until

NewPage = Callable[..., Any]
PANEL = ".st-key-top-panel"
PHONE = {"width": 390, "height": 844}


def button(page: Any, name: str) -> Any:  # noqa: ANN401 Playwright is imported late
    return page.get_by_role("button", name=name, exact=True)


def opened(page: Any, name: str) -> None:  # noqa: ANN401
    """Open a menu and wait until what it offers is there, with the keyboard in it."""
    button(page, name).press("Enter")
    until(page, lambda: page.locator(PANEL).get_attribute("aria-label") == name, "the menu does not open")
    page.wait_for_function(f"document.querySelector('{PANEL}').contains(document.activeElement)")
    settle(page)


def is_shut(page: Any, name: str) -> bool:  # noqa: ANN401
    is_gone = page.locator(PANEL).count() == 0
    return bool(is_gone and button(page, name).get_attribute("aria-expanded") == "false")


def test_escape_a_click_elsewhere_and_another_menu_close_it(app: str, new_page: NewPage) -> None:
    page = new_page()
    go(page, f"{app}/overview")
    opened(page, "This view")
    page.get_by_role("button", name="Add to the agenda").focus()
    page.keyboard.press("Escape")
    until(page, lambda: is_shut(page, "This view"), "Escape does not close it")
    assert page.evaluate("document.activeElement.textContent") == "This view"
    opened(page, "This view")
    opened(page, "Take away")
    assert button(page, "This view").get_attribute("aria-expanded") == "false"
    page.get_by_role("button", name="This page as a hand-out (PDF)").wait_for()
    page.locator("h1").click()
    until(page, lambda: is_shut(page, "Take away"), "a click elsewhere does not close it")


def test_what_is_clicked_outside_happens_too_and_nothing_below_moves(app: str, new_page: NewPage) -> None:
    page = new_page()
    go(page, f"{app}/overview")
    before = page.locator("h1").bounding_box()
    opened(page, "This view")
    assert page.locator("h1").bounding_box() == before
    button(page, "Placement type").click()
    until(page, lambda: is_shut(page, "This view"), "a click on a filter does not close it")
    page.locator('[data-field="placement"] label').first.click()
    until(page, lambda: query(page) != "", "the filter that was opened does nothing")


def test_a_list_within_it_can_be_chosen_from_and_a_file_taken(app: str, new_page: NewPage) -> None:
    page = new_page()
    go(page, f"{app}/overview?t-open=bars")
    opened(page, "Take away")
    page.locator(f"{PANEL} .stSelectbox input").click()
    page.get_by_role("option").nth(1).click()
    settle(page)
    with page.expect_download() as started:
        page.get_by_role("button", name="SVG", exact=True).click()
    assert started.value.suggested_filename.endswith(".svg")
    assert page.locator(PANEL).count() == 1


def test_on_a_phone_it_fits_and_a_menu_left_open_is_not_open_on_the_next_page(
    app: str, new_page: NewPage
) -> None:
    page = new_page(viewport=PHONE)
    go(page, f"{app}/overview")
    opened(page, "This view")
    box = page.locator(PANEL).bounding_box()
    assert (box["x"] >= 0, box["x"] + box["width"] <= PHONE["width"]) == (True, True)
    page.get_by_role("link", name="Compare with the year before").click()
    until(page, lambda: "/compare" in page.url, "the link does not lead there")
    settle(page)
    assert is_shut(page, "This view")
