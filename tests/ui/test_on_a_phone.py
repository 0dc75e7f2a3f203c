"""On a phone small maps are drawn for its width, and the page says its own name."""

import re
from base64 import b64decode

import pytest

from tests.ui.on_screen import Browser, html_of, must_be_whole, text_of

ROOM_PX, LETTERS_PX = 350, 11


@pytest.mark.parametrize(("page", "name"), [("compare", "Compare"), ("overview", "Overview")])
def test_names_on_small_maps_can_be_read_and_the_page_is_named(demo: Browser, page: str, name: str) -> None:
    app = demo.open(page, "r=se", _narrow=True)
    must_be_whole(app)
    assert text_of(app, "area") == f"{name} · South East"
    found = re.findall(r"data:image/svg\+xml;base64,([\w+/=]+)", " ".join(html_of(app)))
    maps = [svg for svg in (b64decode(one).decode() for one in found) if "<desc" in svg]
    assert maps
    for svg in maps:
        width = float(re.findall(r'viewBox="0 0 (\d+)', svg)[0])
        letters = float(re.findall(r'font-size="(\d+)"', svg)[0])
        assert letters * ROOM_PX / width >= LETTERS_PX
