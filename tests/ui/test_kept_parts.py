"""What of the map a browser keeps: public, found by what it is, and nothing of a child or a figure in it."""

import asyncio
import json
import re
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from starlette.applications import Starlette

from rcc_dash.domain.places import cooperatives
from rcc_dash.figures.outlines import LAND
from rcc_dash.ui.kept_parts import land_part, map_script, part_routes
from tests.ui.on_screen import CANVAS, MAP, Browser


def get(address: str) -> httpx.Response:
    """Ask a server that has these parts and nothing else.

    In a thread of its own: a browser test of the same process leaves its loop running in this one.
    """

    async def asked() -> httpx.Response:
        served = httpx.ASGITransport(app=Starlette(routes=part_routes()))
        async with httpx.AsyncClient(transport=served, base_url="http://localhost") as client:
            return await client.get(address)

    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, asked()).result()


def test_a_part_is_kept_for_good_and_only_under_its_own_address() -> None:
    for part in (map_script(), land_part("gm")):
        answer = get(f"/{part.address}")
        assert (answer.content, answer.headers["content-type"].split(";")[0]) == (
            part.content,
            part.media_type,
        )
        assert "immutable" in answer.headers["cache-control"]
        other = get("/" + re.sub("/[0-9a-f]{16}/", "/0123456789abcdef/", part.address))
        assert (other.content, other.headers["cache-control"]) == (part.content, "no-store")


def test_there_is_nothing_else() -> None:
    for address in (
        "/kept-parts/x/land-xx.json",
        "/kept-parts/x/land-..%2f..%2fgm.json",
        "/kept-parts/",
        "/kept-parts/x/app.py",
    ):
        assert get(address).status_code == 404


def test_the_land_holds_outlines_and_nothing_more() -> None:
    for rcc, cooperative in cooperatives().items():
        kept = json.loads(land_part(rcc).content)
        assert set(kept) == {LAND, *cooperative.la_codes}
        rings = [ring for polygons in kept.values() for polygon in polygons for ring in polygon]
        assert all(re.fullmatch(r"[?-~]+", ring) for ring in rings)


def test_a_map_is_sent_without_script_style_or_outlines(demo: Browser) -> None:
    demo.open(MAP)
    (message,) = [
        one for one in demo.sent if one.delta.new_element.bidi_component.component_name.endswith(CANVAS)
    ]
    sent = message.delta.new_element.bidi_component
    assert len(message.SerializeToString()) < 14_000
    assert len(sent.js_content) < 1_000
    assert sent.css_content == sent.html_content == ""
    assert "coordinates" not in sent.json
    told = json.loads(sent.json)
    assert (told["script"], told["land"]) == (map_script().address, land_part("gm").address)


def test_the_map_of_a_link_stands_where_the_link_says_also_by_card(
    demo: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RCC_MAP", "deck")
    app = demo.open(MAP, "v=53.4808_-2.2426_9.50")
    state = json.loads(app.get("deck_gl_json_chart")[0].proto.json)["initialViewState"]
    assert [state[key] for key in ("latitude", "longitude", "zoom")] == [53.4808, -2.2426, 9.5]
