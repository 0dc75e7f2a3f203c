"""The bar shows which page is open, also where that page stands behind a button."""

import pytest

from tests.ui.on_screen import Browser, must_be_whole


@pytest.mark.parametrize(
    ("page", "marked"), [("load", b"bar-data-here"), ("compare", b"bar-analyse-here"), ("voids", b"")]
)
def test_the_group_of_the_open_page_is_marked_and_no_other(demo: Browser, page: str, marked: bytes) -> None:
    must_be_whole(demo.open(page))
    both = (b"bar-data-here", b"bar-analyse-here")
    assert [key for key in both if key in demo.wire] == ([marked] if marked else [])
