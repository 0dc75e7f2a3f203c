"""axe-core finds nothing serious on any page, behind any tab, and the keyboard reaches what is there."""

from collections.abc import Iterator
from pathlib import PurePath
from typing import Any

import pytest

from rcc_dash.ui.nav import PAGES
from tests.browser.conftest import DESK
from tests.browser.on_page import go, settle

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
GRAVE = {"serious", "critical"}
TAB = '[role="tab"]'
OPENED = '[role="tablist"], [role="tabpanel"]'
"""What another tab changes; the rest of the page is asked about once."""


def findings(page: Any, part: str | None) -> list[str]:  # noqa: ANN401 Playwright is imported late
    """Give what axe-core finds grave in a part of the page, or on all of it, each with its element."""
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415 as Playwright

    found = Axe().run(page, context=part, options=RULES).response["violations"]
    return [
        f"{one['id']}: {node['target']} {node['html'][:200]}"
        for one in found
        if one["impact"] in GRAVE
        for node in one["nodes"]
    ]


def tabs_opened(page: Any) -> Iterator[tuple[str, str | None]]:  # noqa: ANN401 as above
    """Open each tab of the page in turn, and give what it changes; a page without tabs is as it is."""
    yield "as opened", None
    for name in page.locator(TAB).all_inner_texts()[1:]:
        page.locator(TAB).get_by_text(name, exact=True).click()
        settle(page)
        yield name, OPENED


WAITING = """() => {
    const how = { opacityProperty: true, visibilityProperty: true };
    const drawn = (one) => (one.labels?.[0] ?? one).checkVisibility(how);
    const seen = (one) => drawn(one) && !one.disabled && one.tabIndex >= 0
        && !one.closest('[aria-hidden=true]');
    const grouped = '[role=radiogroup], [role=tablist], [role=toolbar], fieldset:has([type=radio])';
    const groups = [null, ...document.querySelectorAll(grouped)];
    const kinds = 'a[href], button, input, select, textarea, summary, canvas[tabindex]';
    const all = [...document.querySelectorAll(kinds)];
    return all.filter(seen).map((one, at) => {
        one.dataset.stop = at;
        const name = (one.innerText || one.ariaLabel || one.tagName).slice(0, 40);
        return [String(at), groups.indexOf(one.closest(grouped)), name];
    });
}"""
STOP = """() => {
    let one = document.activeElement;
    while (one.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
    const style = getComputedStyle(one);
    const isSeen = style.outlineStyle !== 'none' || ['INPUT', 'TEXTAREA', 'IFRAME'].includes(one.tagName);
    return [one === document.body, one.dataset.stop ?? null, isSeen ? '' : one.outerHTML.slice(0, 160)];
}"""
MOST_STOPS = 150


def lost_to_the_keyboard(page: Any) -> list[str]:  # noqa: ANN401 as above
    """Go through the page by Tab; give what is not reached, and where the reader does not see where they are.

    Of a group Tab reaches one, and arrows the rest.
    """
    waiting, reached, unseen = page.evaluate(WAITING), set[str](), list[str]()
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        is_over, stop, hidden = page.evaluate(STOP)
        if is_over:
            break
        reached.add(stop)
        unseen += [f"no mark on {hidden}"] if hidden else []
    groups = {group for stop, group, _ in waiting if group > 0 and stop in reached}
    return unseen + [name for stop, group, name in waiting if stop not in reached and group not in groups]


@pytest.fixture(scope="module")
def context(chromium: Any) -> Iterator[Any]:  # noqa: ANN401
    """One reader for all pages: the browser keeps the app's scripts from page to page."""
    opened = chromium.new_context(viewport=DESK)
    opened.set_default_timeout(60_000)
    yield opened
    opened.close()


@pytest.mark.parametrize("path", [PurePath(spec.file).stem for spec in PAGES])
def test_the_keyboard_reaches_everything_and_nothing_serious_is_found(
    app: str,
    context: Any,  # noqa: ANN401
    path: str,
) -> None:
    page = context.new_page()
    go(page, f"{app}/{path}")
    lost = lost_to_the_keyboard(page)
    found = {tab: findings(page, part) for tab, part in tabs_opened(page)}
    page.close()
    assert (lost, {tab: said for tab, said in found.items() if said}) == ([], {})
