"""The page *Voids* in a browser: part after part, the settings in the address, a file to take away."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.browser.on_page import SENTENCE, go, query, settle, until, width_px

NewPage = Callable[..., Any]


def test_a_part_and_its_settings_are_in_the_link_and_the_table_can_be_taken_away(
    app: str, new_page: NewPage, tmp_path: Path
) -> None:
    page = new_page()
    go(page, f"{app}/voids")
    page.locator("[data-field='v-part']").get_by_text("Whose child could have had one").click()
    until(page, lambda: "v-part=match" in query(page), "the part is not in the address")
    settle(page)
    page.get_by_role("spinbutton", name="Miles from home").fill("30")
    page.keyboard.press("Enter")
    until(page, lambda: "v-miles=30" in query(page), "the radius is not in the address")
    settle(page)
    assert "30 miles" in page.inner_text(SENTENCE)
    page.get_by_role("button", name="Children and empty places").click()
    with page.expect_download() as found:
        page.get_by_role("button", name="CSV, as on the screen").click()
    kept = tmp_path / "file.csv"
    found.value.save_as(kept)
    text = kept.read_text(encoding="utf-8-sig")
    assert "v-miles=30" in text
    assert "All homes pooled" in text


def test_nothing_is_cut_on_a_phone(app: str, new_page: NewPage) -> None:
    page = new_page(viewport={"width": 390, "height": 844})
    for part in ("beds", "cost", "match", "block"):
        go(page, f"{app}/voids?r=se&v-part={part}")
        assert width_px(page) <= 390
