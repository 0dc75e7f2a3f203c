"""Every page in a real browser: by deep link, in the dark, at 200% zoom, on a phone, with nobody else asked.

Set `RCC_SCREENS` to a folder to keep what was seen there as images, to be looked at by people.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from rcc_dash.ui.nav import PAGES, PageSpec
from tests.browser.on_page import close_filters, go, pick, query, settle, until, width_px

NewPage = Callable[..., Any]
ZOOMED = {"width": 720, "height": 450}
"""A desk's 1440 by 900 at 200%, as a browser zooms: half as many CSS pixels, each twice as large."""
PHONE = {"width": 390, "height": 844}
SCREENS = os.environ.get("RCC_SCREENS", "")
STREAMLITS_OWN = ("/_stcore/health", "/_stcore/host-config")
"""Streamlit asks for these below the page's address first, and then where they are."""
NO_TOUR = "localStorage.setItem('rcc-tour-seen', '1')"

FAULTS = """() => {
    const seen = (one) => one.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    const moves = (one) => one && (['auto', 'scroll'].includes(getComputedStyle(one).overflowX)
        && one.scrollWidth > one.clientWidth || moves(one.parentElement));
    const said = (one) => `${one.tagName} ${(one.innerText || one.ariaLabel || '').slice(0, 50)}`;
    const all = (what) => [...document.querySelectorAll(what)].filter(seen).filter((one) => one.clientWidth);
    const cut = all('h1, h2, h3, p, button, label, summary, figcaption, .stHtml li, .stHtml dt, .stHtml dd')
        .filter((one) => !moves(one.parentElement)).filter((one) => {
            const { left, right } = one.getBoundingClientRect();
            const isHidden = getComputedStyle(one).overflowX !== 'visible';
            return (isHidden && one.scrollWidth > one.clientWidth + 1) || left < -1 || right > innerWidth + 1;
        }).map((one) => `cut: ${said(one)}`);
    const pressed = all('button, input, textarea, a[href], summary, h1, p.lead')
        .map((one) => [one, one.getBoundingClientRect()]);
    const over = pressed.flatMap(([one, a], at) => pressed.slice(at + 1)
        .filter(([other]) => !one.contains(other) && !other.contains(one)
            && !one.closest('label, [data-baseweb]') && !other.closest('label, [data-baseweb]'))
        .filter(([, b]) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2
            && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 2)
        .map(([other]) => `over each other: ${said(one)}, ${said(other)}`));
    const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
    const light = (colour) => numbers(colour).slice(0, 3).map((one) => one / 255)
        .map((one) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4))
        .reduce((sum, one, at) => sum + one * [0.2126, 0.7152, 0.0722][at], 0);
    const ground = (one) => {
        const colour = one ? getComputedStyle(one).backgroundColor : 'rgb(255, 255, 255)';
        return !one || numbers(colour)[3] === undefined ? colour : ground(one.parentElement);
    };
    const turned = (one) => one && (getComputedStyle(one).filter !== 'none' || turned(one.parentElement));
    const written = '.stHtml *, .fields *, [data-testid=stMarkdownContainer] *';
    const faint = all(written).filter((one) => !turned(one)
        && [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim()))
        .filter((one) => {
            const both = [getComputedStyle(one).color, ground(one)].map(light);
            return (Math.max(...both) + 0.05) / (Math.min(...both) + 0.05) < 4.5
                && !one.closest(':disabled, [aria-disabled=true]');
        }).map((one) => `faint: ${said(one)} ${getComputedStyle(one).color} on ${ground(one)}`);
    const moving = document.getAnimations().filter((one) => one.effect.getComputedTiming().duration > 1)
        .map((one) => `moves: ${one.animationName || one.transitionProperty}`);
    const mute = all('.stVegaLiteChart, .stHtml img, .stHtml [role=img], .st-key-region-map canvas')
        .filter((one) => ((one.getAttribute('aria-label') || one.alt || '').match(/\\S+/g) || []).length < 5)
        .map((one) => `says nothing: ${one.outerHTML.slice(0, 90)}`);
    const raw = /^(at|name|value|start|middle|code|shown): /;
    const names = all('.stVegaLiteChart svg [role=graphics-symbol]:not([aria-roledescription=axis])')
        .map((one) => one.getAttribute('aria-label') || '').filter((name) => raw.test(name))
        .map((name) => `raw: ${name}`);
    return [...cut, ...over, ...faint, ...moving, ...mute, ...names];
}"""


MAPS_PX = """() => [...document.querySelectorAll('.st-key-region-map, img[alt^="Map of"]')]
    .map((one) => one.getBoundingClientRect().width).filter((width) => width)"""


class Witness:
    """What a page complains of, and what it asks for."""

    def __init__(self, page: Any) -> None:  # noqa: ANN401 Playwright is imported late
        self.faults: list[str] = []
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.faults.append(f"script: {error}"))
        page.on("request", self._asked)
        page.on("response", self._answered)
        page.on("requestfailed", lambda request: self.faults.append(f"failed: {request.url}"))

    def _console(self, message: Any) -> None:  # noqa: ANN401
        about = urlsplit(message.location.get("url", "")).path
        if message.type in {"error", "warning"} and not about.endswith(STREAMLITS_OWN):
            self.faults.append(f"{message.type}: {message.text}")

    def _asked(self, request: Any) -> None:  # noqa: ANN401
        parts = urlsplit(request.url)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts.hostname != "localhost":
            self.faults.append(f"another host: {request.url}")

    def _answered(self, response: Any) -> None:  # noqa: ANN401
        if response.status >= 400 and not urlsplit(response.url).path.endswith(STREAMLITS_OWN):
            self.faults.append(f"{response.status}: {response.url}")


@pytest.fixture(scope="module")
def reader(chromium: Any) -> Iterator[tuple[Any, Witness]]:  # noqa: ANN401
    """Somebody who sees little: a dark screen, twice as large, without movement; one for all pages."""
    context = chromium.new_context(
        viewport=ZOOMED, device_scale_factor=2, color_scheme="dark", reduced_motion="reduce"
    )
    context.set_default_timeout(60_000)
    context.add_init_script(NO_TOUR)
    page = context.new_page()
    yield page, Witness(page)
    context.close()


@pytest.mark.parametrize("spec", PAGES, ids=lambda spec: spec.code)
def test_a_page_is_whole_in_the_dark_at_200_percent_and_on_a_phone(
    app: str, reader: tuple[Any, Witness], spec: PageSpec
) -> None:
    page, witness = reader
    page.set_viewport_size(ZOOMED)
    go(page, f"{app}/{spec.code}")
    keep(page, f"{spec.code}-200-percent")
    assert (page.title().endswith(f"| {spec.title}"), page.locator("h1").count()) == (True, 1)
    assert page.evaluate(FAULTS) == []
    assert [width for width in page.evaluate(MAPS_PX) if width < ZOOMED["width"] * 0.8] == []
    assert width_px(page) <= ZOOMED["width"]
    page.set_viewport_size(PHONE)
    page.wait_for_timeout(250)
    settle(page)
    keep(page, f"{spec.code}-phone")
    assert width_px(page) <= PHONE["width"]
    said, witness.faults = witness.faults, []
    assert said == []


def test_a_filter_is_in_the_link_back_undoes_it_reload_keeps_it_and_a_file_says_it(
    app: str, new_page: NewPage, tmp_path: Path
) -> None:
    page = new_page()
    go(page, f"{app}/explore")
    pick(page, "age", "16 and over")
    until(page, lambda: query(page) == "a=16plus", "the filter is not in the address")
    close_filters(page)
    page.reload()
    settle(page)
    assert query(page) == "a=16plus"
    assert page.get_by_role("button", name="16 and over ✕").is_visible()
    page.get_by_role("button", name="Children looked after by local authority").click()
    with page.expect_download() as found:
        page.get_by_role("button", name="CSV, as on the screen").click()
    found.value.save_as(tmp_path / "file.csv")
    assert "a=16plus" in (tmp_path / "file.csv").read_text(encoding="utf-8-sig")
    page.keyboard.press("Escape")
    page.go_back()
    until(page, lambda: query(page) == "", "Back does not undo the filter")
    chip = page.get_by_role("button", name="16 and over ✕")
    until(page, lambda: chip.count() == 0, "Back leaves the filter's chip")


def keep(page: Any, name: str) -> None:  # noqa: ANN401
    """Keep what is seen, where somebody asked for it."""
    if SCREENS:
        page.screenshot(path=Path(SCREENS) / f"{name}.png")
