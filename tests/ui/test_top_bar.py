"""The bar shows which page is open, also where that page stands behind a button."""

import pytest

from tests.ui.on_screen import Browser, bar_of, must_be_whole


@pytest.mark.parametrize(
    ("page", "title", "group"),
    [("load", "Load files", "Data"), ("compare", "Compare", "Analyse"), ("voids", "Voids", "")],
)
def test_the_open_page_and_its_group_are_marked_and_no_other(
    demo: Browser, page: str, title: str, group: str
) -> None:
    app = demo.open(page)
    must_be_whole(app)
    groups = bar_of(app)
    assert [one["title"] for one in groups if one["here"]] == ([group] if group else [])
    assert [link["label"] for one in groups for link in one["links"] if link["here"]] == [title]
    assert [one["title"] for one in groups if one["title"]] == ["Analyse", "Data"]
