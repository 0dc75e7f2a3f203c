"""A headless Chromium that times clicks until the page is repainted, and counts what was sent."""

import shutil
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

_FLAGS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
_NO_CARD = ["--disable-gpu"]
"""As a machine without a graphics card draws: nothing of ours draws by WebGL (decisions/0007)."""
_PLAYED_CARD = [
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--ignore-gpu-blocklist",
]
"""A card played by the processor: it draws every page's every frame a second time."""
READY = '[data-testid="stApp"][data-test-script-state="notRunning"]'
QUIET_MS = 250
"""A page in which nothing has changed for so long is finished."""
_BINARY = 2


@dataclass(frozen=True, slots=True)
class Click:
    """One click: milliseconds to the last repaint, and kilobytes that the server sent for it."""

    ms: float
    kilobytes: float


class Visit:
    """One tab at one address."""

    def __init__(self, browser: Browser, url: str, *, has_map: bool = False) -> None:
        """Open the address and wait until it is painted."""
        self.page: Page = browser.new_context(viewport={"width": 1440, "height": 900}).new_page()
        self._bytes: int | None = None
        self.page.add_init_script(path=Path(__file__).with_name("watch.js"))
        self.page.goto(url)
        self.wait_painted(has_map=has_map)

    def wait_painted(self, *, has_map: bool) -> None:
        """Wait until the page's own heading, and its map if it has one, are there."""
        self.page.wait_for_selector("h1", timeout=60_000)
        self.page.wait_for_selector(READY, timeout=60_000)
        if has_map:
            self.page.wait_for_function("window.__bench.draw > 0", timeout=60_000)

    def settle(self) -> None:
        """Wait until nothing changes any more."""
        self.page.wait_for_function(
            f"Math.max(...Object.values(window.__bench)) + {4 * QUIET_MS} < performance.now()"
        )

    def click(self, selector: str, number: int = 0) -> Click:
        """Click the element of this number among those that match, and time it."""
        element = self.page.locator(selector).nth(number).element_handle(timeout=10_000)
        before = self._counted()
        ms = self.page.evaluate("([element, quiet]) => window.__click(element, quiet)", [element, QUIET_MS])
        return Click(float(ms), (self._counted() - before) / 1024)

    def close(self) -> None:
        """Close the tab."""
        self.page.context.close()

    def _counted(self) -> int:
        """Count from the first click on: a first page is timed as a reader's browser loads it."""
        if self._bytes is None:
            self._bytes = 0
            self._count_bytes()
        return self._bytes

    def _count_bytes(self) -> None:
        session = self.page.context.new_cdp_session(self.page)
        session.send("Network.enable")
        session.on("Network.webSocketFrameReceived", self._received)

    def _received(self, event: dict[str, dict[str, str | int]]) -> None:
        frame = event["response"]
        text = str(frame["payloadData"])
        self._bytes = (self._bytes or 0) + (len(b64decode(text)) if frame["opcode"] == _BINARY else len(text))


@contextmanager
def chromium(*, is_card_played: bool = False) -> Iterator[Browser]:
    """Open Debian's Chromium, or the one that Playwright brought."""
    flags = [*_FLAGS, *(_PLAYED_CARD if is_card_played else _NO_CARD)]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=flags)
        yield browser
        browser.close()
