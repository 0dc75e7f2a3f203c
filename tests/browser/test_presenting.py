"""In the room: from a link to the projector in three clicks, by keys alone, on paper, and found again."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

from pypdf import PdfReader

from rcc_dash.reference.tables import rows
from tests.browser.on_page import MAP, SENTENCE, go, query, settle, until, wait_for_map

NewPage = Callable[..., Any]
PROJECTOR = {"width": 1280, "height": 720}
PHONE = {"width": 390, "height": 844}
LINK = "la=350&m=in"
AGENDA = "ag=compare~~voids~v-part~cost"
CONTROLS = ".fields, .stSelectbox, .stButtonGroup, [role=tablist], .st-key-top-bar"


def test_a_link_is_on_the_projector_in_three_clicks_and_escape_leaves(app: str, new_page: NewPage) -> None:
    page = new_page(viewport=PROJECTOR)
    go(page, f"{app}/homes_and_origins?{LINK}")  # the first click is on the link
    wait_for_map(page)
    sentence = page.inner_text(SENTENCE)
    page.get_by_role("button", name="This view").click()
    page.get_by_role("button", name="Present it").click()
    until(page, lambda: query(page) == f"{LINK}&present=1", "the view is not presented")
    settle(page)
    assert page.inner_text(SENTENCE) == sentence
    assert [one.is_visible() for one in page.locator(CONTROLS).all()].count(True) == 0
    letters = page.evaluate("parseFloat(getComputedStyle(document.querySelector('p.lead')).fontSize)")
    assert letters > 22
    box = page.locator(f"{MAP} canvas").bounding_box()
    assert (box["width"] > 1150, box["y"] + box["height"] < 900) == (True, True)
    page.locator(f"{MAP} .full").click()
    page.wait_for_function("document.fullscreenElement !== null")
    until(page, lambda: page.locator(f"{MAP} canvas").bounding_box()["height"] == 720, "the map is not full")
    page.evaluate("document.exitFullscreen()")
    page.wait_for_function("document.fullscreenElement === null")
    page.locator("h1").click()
    page.keyboard.press("Escape")
    until(page, lambda: query(page) == LINK, "Escape does not leave")


def test_an_agenda_is_gone_through_by_keys_and_comes_on_paper(app: str, new_page: NewPage) -> None:
    page = new_page(viewport=PROJECTOR)
    go(page, f"{app}/meeting?{AGENDA}")
    page.get_by_role("link", name="Present", exact=True).press("Enter")
    until(page, lambda: query(page).endswith("present=1"), "nothing is presented")
    for key, step in (("ArrowRight", 2), ("ArrowLeft", 1), ("PageDown", 2)):
        settle(page)
        page.keyboard.press(key)
        until(page, lambda step=step: query(page).endswith(f"present={step}"), f"{key} does not turn")
    page.go_back()
    until(page, lambda: query(page).endswith("present=1"), "Back is not the step before")
    settle(page)
    page.keyboard.press("Escape")
    until(page, lambda: "/meeting?" in page.url, "Escape does not leave")
    settle(page)
    page.get_by_role("tab", name="Hand-out").click()
    page.get_by_role("button", name="Print the hand-out").wait_for()
    printed = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    said = [sheet.extract_text() for sheet in printed.pages]
    assert [text.split(".")[0] for text in said] == ["1", "2"]
    assert all("Source: Synthetic" in text and "31 Mar 2025" in text for text in said)
    page.set_viewport_size(PHONE)
    sheets = page.locator(".rcc-handout .sheet").all()
    until(page, lambda: all(right(sheet) <= PHONE["width"] for sheet in sheets), "the paper is cut off")
    below, above = sheets[1].bounding_box()["y"], sheets[0].bounding_box()
    assert 0 < below - above["y"] - above["height"] < 30


def right(thing: Any) -> float:  # noqa: ANN401 Playwright is imported late
    """Give where a thing ends to the right, in pixels."""
    box = thing.bounding_box()
    return float(box["x"] + box["width"])


def test_the_tour_offers_itself_once_and_is_replayed(app: str, new_page: NewPage) -> None:
    page = new_page()
    go(page, f"{app}/overview")
    page.get_by_role("button", name="Show me around").click()
    card = page.get_by_role("dialog", name="Tour of this page")
    seen = [card.get_by_role("heading").inner_text()]
    while card.get_by_role("button", name="Next").count():
        page.keyboard.press("Enter")
        seen.append(card.get_by_role("heading").inner_text())
    assert seen[0] == "The pages"
    assert seen == [step["title"] for step in rows("tour") if step["title"] != "The map"]
    page.keyboard.press("Escape")
    assert card.count() == 0
    go(page, f"{app}/overview")
    assert page.get_by_role("button", name="Show me around").count() == 0
    page.get_by_role("button", name="This view").press("Enter")
    page.get_by_role("button", name="Take the tour").press("Enter")
    card.wait_for()
