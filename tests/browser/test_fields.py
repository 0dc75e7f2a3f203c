"""The page's own fields in a browser: quick clicks, Back, keys, and a reader who types what cannot be."""

from collections.abc import Callable
from typing import Any

from tests.browser.on_page import close_filters, go, pick, query, settle, until

NewPage = Callable[..., Any]


def test_quick_clicks_are_all_kept_and_what_back_undid_can_be_chosen_again(
    app: str, new_page: NewPage
) -> None:
    page = new_page()
    go(page, f"{app}/homes_and_origins")
    pick(page, "age", "Under 1", "1 to 4", "5 to 9")
    until(page, lambda: query(page) == "a=under1.1to4.5to9", f"a quick click was lost: {query(page)}")
    settle(page)
    assert page.locator('[data-menu="age"] > .panel').is_visible()
    close_filters(page)
    for _ in range(3):
        if query(page):
            page.go_back()
            settle(page)
    until(page, lambda: page.get_by_role("button", name="Under 1 ✕").count() == 0, "Back left a chip")
    pick(page, "age", "Under 1")
    until(
        page, lambda: query(page) == "a=under1", f"what Back undid could not be chosen again: {query(page)}"
    )


def test_menus_and_tabs_are_used_by_keys(app: str, new_page: NewPage) -> None:
    page = new_page()
    go(page, f"{app}/homes_and_origins")
    page.get_by_role("tab", name="Areas").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    until(page, lambda: query(page) == "t-open=flows", "the tab did not open")
    settle(page)
    assert page.get_by_role("tabpanel", name="Flows").get_by_role("table").count() == 1
    menu = page.get_by_role("button", name="Age band")
    menu.press("Enter")
    assert menu.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    until(page, lambda: query(page).startswith("a="), "Space did not tick the box")
    settle(page)
    page.keyboard.press("Escape")
    assert menu.get_attribute("aria-expanded") == "false"
    assert page.evaluate("document.activeElement.getAttribute('aria-expanded')") == "false"


def test_a_number_that_cannot_be_is_brought_into_its_span(app: str, new_page: NewPage) -> None:
    page = new_page()
    go(page, f"{app}/voids?v-part=match")
    miles = page.get_by_label("Miles from home")
    most = miles.get_attribute("max")
    miles.fill("99999")
    miles.press("Enter")
    until(page, lambda: query(page) == f"v-part=match&v-miles={most}", f"not brought in: {query(page)}")
    miles.fill("")
    miles.press("Tab")
    assert miles.input_value() == most


def test_of_two_states_that_come_while_the_script_is_fetched_the_later_is_drawn(
    app: str, new_page: NewPage
) -> None:
    page = new_page(viewport={"width": 390, "height": 844})

    def late(route: Any) -> None:  # noqa: ANN401
        page.wait_for_timeout(1500)
        route.continue_()

    page.route("**/page.js", late)
    go(page, f"{app}/homes_and_origins")
    page.get_by_role("button", name="Filters").wait_for()
    assert page.get_by_role("button", name="Age band").count() == 0


def test_what_takes_longer_than_half_a_second_says_so_and_nothing_fades(app: str, new_page: NewPage) -> None:
    page = new_page()
    go(page, f"{app}/overview")
    shown = "getComputedStyle(document.querySelector('.stApp'), '::after')"
    assert page.evaluate(f"[{shown}.content, {shown}.opacity]") == ['"Working…"', "0"]
    page.evaluate("document.querySelector('.stApp').dataset.testScriptState = 'running'")
    page.wait_for_timeout(200)
    assert page.evaluate(f"{shown}.opacity") == "0"
    until(page, lambda: page.evaluate(f"{shown}.opacity") == "1", "nothing says that it is being worked on")
    piece = page.locator(".stHtml").first
    piece.evaluate("one => { one.closest('[data-testid=stElementContainer]').dataset.stale = 'true'; }")
    assert piece.evaluate("one => getComputedStyle(one.closest('[data-stale]')).opacity") == "1"
