"""axe-core finds nothing serious on any page, behind any tab, and the keyboard reaches what is there."""

from collections.abc import Callable, Iterator
from pathlib import PurePath
from typing import Any

import pytest

from rcc_dash.ui.nav import PAGES
from tests.browser.on_page import go, settle

NewPage = Callable[..., Any]
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
GRAVE = {"serious", "critical"}
TAB = '[role="tab"]'


def findings(page: Any) -> list[str]:  # noqa: ANN401 Playwright is imported late
    """Give what axe-core finds grave on the page as it is, each with the element that it is about."""
    from axe_playwright_python.sync_playwright import Axe  # noqa: PLC0415 as Playwright

    found = Axe().run(page, options=RULES).response["violations"]
    return [
        f"{one['id']}: {node['target']} {node['html'][:200]}"
        for one in found
        if one["impact"] in GRAVE
        for node in one["nodes"]
    ]


def tabs_opened(page: Any) -> Iterator[str]:  # noqa: ANN401 as above
    """Open each tab of the page in turn; a page without tabs is as it is."""
    yield "as opened"
    for name in page.locator(TAB).all_inner_texts()[1:]:
        page.locator(TAB).get_by_text(name, exact=True).click()
        settle(page)
        yield name


@pytest.mark.parametrize("path", [PurePath(spec.file).stem for spec in PAGES])
def test_nothing_serious_is_found_on_any_page(app: str, new_page: NewPage, path: str) -> None:
    page = new_page()
    go(page, f"{app}/{path}")
    found = {tab: findings(page) for tab in tabs_opened(page)}
    assert not {tab: said for tab, said in found.items() if said}
