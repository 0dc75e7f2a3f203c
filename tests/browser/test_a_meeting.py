"""What happens in a meeting: open, filter, point at an area, copy the link, open it elsewhere."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.on_page import (
    ABOUT,
    MAP,
    SENTENCE,
    click_area,
    close_filters,
    go,
    pick,
    query,
    settle,
    steps,
    until,
    wait_for_map,
    words,
)

WIGAN = "E08000010"
NewPage = Callable[..., Any]


def test_the_very_first_request_of_a_new_server_is_a_link_deep_into_it(
    fresh_app: str, new_page: NewPage
) -> None:
    page = new_page()
    page.add_init_script(
        "window.titles = [];"
        "new MutationObserver(() => document.querySelectorAll('h1').forEach(h => {"
        "  if (!window.titles.includes(h.innerText)) window.titles.push(h.innerText); }))"
        ".observe(document, {subtree: true, childList: true, characterData: true});"
    )
    link = "r=se&la=870.871&a=10to15.16plus&m=in&f=la870"
    go(page, f"{fresh_app}/homes_and_origins?{link}")
    assert query(page) == link
    assert page.inner_text(ABOUT) == "Reading and Slough: Reading"
    assert page.get_by_role("button", name="10 to 15 ✕").is_visible()
    assert page.locator('[data-testid="stDialog"]').count() == 0
    assert page.evaluate("window.titles") == ["Where do children come from, and where do they go?"]


@pytest.mark.parametrize("path", ["data", "overview", ""])
def test_every_other_page_opens_from_its_own_address(app: str, new_page: NewPage, path: str) -> None:
    page = new_page()
    go(page, f"{app}/{path}?r=se")
    assert page.inner_text(ABOUT) == "South East"
    assert page.locator('[data-testid="stDialog"]').count() == 0
    assert page.url == f"{app}/{path}?r=se"


def test_a_filter_is_one_step_of_history_that_back_undoes_and_forward_redoes(
    app: str, new_page: NewPage
) -> None:
    page = new_page()
    go(page, f"{app}/homes_and_origins")
    before, sentence = steps(page), page.inner_text(SENTENCE)
    pick(page, "age", "16 and over")
    until(page, lambda: query(page) == "a=16plus", "the filter is not in the address")
    settle(page)
    assert steps(page) == before + 1
    close_filters(page)
    chip = page.get_by_role("button", name="16 and over ✕")
    assert chip.is_visible()
    filtered = page.inner_text(SENTENCE)
    assert filtered != sentence
    page.go_back()
    until(page, lambda: page.inner_text(SENTENCE) == sentence, "Back did not undo the filter")
    assert query(page) == ""
    until(page, lambda: chip.count() == 0, "the chip of the filter stays")
    page.go_forward()
    until(page, lambda: page.inner_text(SENTENCE) == filtered, "Forward did not redo the filter")
    assert query(page) == "a=16plus"
    assert steps(page) == before + 1


def test_back_leaves_the_app_where_the_reader_came_from(app: str, new_page: NewPage) -> None:
    page = new_page()
    page.goto("about:blank")
    go(page, f"{app}/homes_and_origins?la=359.350&zzz=1")
    page.go_back()
    until(page, lambda: page.url == "about:blank", "Back is trapped in the app")


def test_areas_are_chosen_by_keys(app: str, new_page: NewPage) -> None:
    page = new_page()
    go(page, f"{app}/overview")
    page.locator('[data-menu="area"] > button').press("Enter")
    for name in ("Wigan", "Bolton"):
        page.get_by_label(name, exact=True).press("Space")
        settle(page)
    until(page, lambda: query(page) == "la=350.359", "an area that was chosen was lost")


def test_the_map_stays_when_a_filter_appears(app: str, new_page: NewPage) -> None:
    page = new_page()
    go(page, f"{app}/homes_and_origins")
    wait_for_map(page)
    canvas = page.locator(f"{MAP} canvas")
    canvas.evaluate("canvas => { canvas.dataset.seen = 'before'; }")
    pick(page, "age", "16 and over")
    until(page, lambda: query(page) == "a=16plus", "the filter is not in the address")
    settle(page)
    assert canvas.evaluate("canvas => canvas.dataset.seen") == "before"


def test_an_area_clicked_on_the_map_is_in_focus_and_a_second_click_frees_it(
    app: str, new_page: NewPage
) -> None:
    page = new_page()
    go(page, f"{app}/homes_and_origins?show=shade.homes")
    wait_for_map(page)
    click_area(page, WIGAN, lambda: "f=la359" in query(page))
    assert page.inner_text(ABOUT) == "Greater Manchester: Wigan"
    assert "Wigan looked after about" in page.inner_text(SENTENCE)
    assert "Wigan | Homes and origins" in page.title()
    click_area(page, WIGAN, lambda: "f=" not in query(page))
    assert page.inner_text(ABOUT) == "Greater Manchester"
    page.go_back()
    until(page, lambda: page.inner_text(ABOUT).endswith("Wigan"), "Back did not bring the focus again")


def test_a_link_copied_in_one_click_shows_the_same_in_another_browser(app: str, new_page: NewPage) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    go(page, f"{app}/homes_and_origins?a=10to15&show=shade.homes.flows.origins")
    wait_for_map(page)
    click_area(page, WIGAN, lambda: "f=la359" in query(page))
    page.get_by_role("button", name="Copy link").click()
    page.get_by_role("button", name="Link copied").wait_for()
    link = page.evaluate("navigator.clipboard.readText()")
    assert link == page.url
    other = new_page()
    go(other, link)
    wait_for_map(other)
    assert other.title() == page.title()
    for part in (ABOUT, SENTENCE, ".st-key-map-legend"):
        assert other.inner_text(part) == page.inner_text(part)
    assert words(other) == words(page).replace("Link copied", "Copy link")


def test_the_picture_of_a_link_is_the_same_in_another_browser(app: str, new_page: NewPage) -> None:
    link = f"{app}/homes_and_origins?r=se&show=shade.homes.flows.origins&m=all&f=la886"
    pictures = []
    for _ in range(2):
        page = new_page()
        go(page, link)
        wait_for_map(page)
        pictures.append(page.locator(f"{MAP} canvas").evaluate("canvas => canvas.toDataURL()"))
    assert len(pictures[0]) > 20_000
    assert len(set(pictures)) == 1


def test_pages_are_reached_by_the_bar_and_the_choice_goes_along(app: str, new_page: NewPage) -> None:
    page = new_page()
    go(page, f"{app}/?a=16plus&r=se")
    before = steps(page)
    menu = page.get_by_role("button", name="Data", exact=True)
    menu.click()
    page.keyboard.press("Escape")
    assert menu.get_attribute("aria-expanded") == "false"
    menu.press("Enter")
    page.get_by_role("link", name="Data", exact=True).click()
    until(page, lambda: "/data?" in page.url, "the page did not open")
    settle(page)
    assert page.inner_text("h1") == "How far can these data be trusted, and what is missing?"
    current = page.locator("[aria-current]")
    assert [(one.inner_text().split()[0], one.get_attribute("aria-current")) for one in current.all()] == [
        ("Data", "true")
    ]
    assert sorted(query(page).split("&")) == ["a=16plus", "r=se"]
    assert steps(page) == before + 1
    page.go_back()
    until(page, lambda: "/data" not in page.url, "Back did not leave the page")
    settle(page)
    assert page.inner_text("h1") == "Where do the children live, and where are the homes?"
