"""A picture goes to the clipboard by keyboard and click; a browser that refuses is told of in words."""

from collections.abc import Callable
from typing import Any

from tests.browser.on_page import go, settle, until

NewPage = Callable[..., Any]
READ = (
    "async () => { const [one] = await navigator.clipboard.read();"
    " const blob = await one.getType('image/png'); return (await createImageBitmap(blob)).width; }"
)
REFUSE = "() => { navigator.clipboard.write = () => Promise.reject(new Error('no')); }"


def test_a_picture_is_copied_or_the_browser_is_said_to_refuse(app: str, new_page: NewPage) -> None:
    page = new_page(permissions=["clipboard-read", "clipboard-write"])
    go(page, f"{app}/voids")
    page.get_by_role("button", name="Take away").focus()
    page.keyboard.press("Enter")
    copy = page.get_by_role("button", name="Copy as image")
    copy.wait_for()
    settle(page)
    copy.focus()
    page.keyboard.press("Enter")
    until(page, lambda: page.get_by_text("Image copied").count() == 1, "nothing was copied")
    assert page.evaluate(READ) == 2 * 808
    page.evaluate(REFUSE)
    page.get_by_role("button", name="Image copied").click()
    until(page, lambda: page.get_by_text("Not allowed by this browser").count() == 1, "no word of it")
