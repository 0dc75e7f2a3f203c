"""Every page, opened at good links and bad: drawn whole, in words, marked as synthetic."""

from itertools import product

import pytest

from rcc_dash.domain.measures import AREA_MEASURES
from rcc_dash.ui.strips import SYNTHETIC
from tests.ui.on_fields import chosen, menus_of
from tests.ui.on_screen import (
    MAP,
    PAGES,
    Browser,
    deck_of,
    html_of,
    link_of,
    must_be_whole,
    notices_of,
    text_of,
    words_of,
)

FULL = (
    "r=se&sub=berkshire&la=870.871&at=2024-03-31&p=home&a=10to15.16plus&s=private"
    "&m=all&shade=far&show=shade.homes.flows.origins&top=35&f=la870"
)
WRONG = {
    "an LA that is none": ("la=999", "“999”, which is not known"),
    "a merged LA": ("la=Poole", "Poole became Bournemouth, Christchurch and Poole in 2019"),
    "a split LA": ("la=Cumbria", "Cumbria was split into Cumberland and Westmorland and Furness in 2023"),
    "an LA of the other cooperative": ("la=870", "Reading, which is not in Greater Manchester"),
    "a date that is not loaded": ("at=2012-03-31", "31 March 2012, for which nothing is loaded"),
    "a date that is none": ("at=2025-02-30", "which is not a date"),
    "a cooperative that is none": ("r=xx", "the cooperative “xx”"),
    "a focus that is none": ("f=la999", "the focus “la999”"),
    "a home that is none": ("f=homeBAD", "the focus “homeBAD”"),
    "a setting that is none": ("zzz=1", "the setting “zzz”"),
    "a number out of range": ("top=5000", "Between 5 and 100"),
    "SQL": ("la=350'%3BDROP TABLE as_at%3B--&p='%20OR%201=1", "which is not known"),
    "script": ("r=<script>alert(1)</script>&f=<img src=x>", "which is not known"),
    "paths and odd characters": ("at=../../etc/passwd&la=%00%F0%9F%92%A9&shade={tip}", "was left out"),
    "far too much": ("la=" + ".".join(["999"] * 5000), "which is not known"),
}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_without_a_query_is_drawn_and_asks_for_none(demo: Browser, page: str) -> None:
    app = demo.open(page)
    must_be_whole(app)
    assert SYNTHETIC in words_of(app)
    assert text_of(app, "area") == "Greater Manchester"
    assert notices_of(app) == ""
    assert link_of(app) == {}


@pytest.mark.parametrize("page", PAGES)
def test_a_full_link_is_honoured_in_full_and_left_as_it_is(demo: Browser, page: str) -> None:
    app = demo.open(page, FULL)
    must_be_whole(app)
    assert SYNTHETIC in words_of(app)
    assert text_of(app, "area").startswith("Reading and Slough")
    assert notices_of(app) == ""
    assert "&".join(f"{key}={value}" for key, value in link_of(app).items()) == FULL


LINKS = [*product([MAP], WRONG), *((page, "an LA that is none") for page in PAGES if page != MAP)]
"""A link is read in one place: one page is tried with every fault, and every page with one."""


@pytest.mark.parametrize(("page", "wrong"), LINKS)
def test_what_a_link_cannot_have_is_said_and_the_rest_is_honoured(
    demo: Browser, page: str, wrong: str
) -> None:
    query, said = WRONG[wrong]
    app = demo.open(page, f"{query}&a=16plus")
    must_be_whole(app)
    assert said in notices_of(app)
    assert chosen(app, "age") == ["16plus"]
    assert SYNTHETIC in words_of(app)


@pytest.mark.parametrize("page", PAGES)
def test_nothing_that_a_stranger_wrote_becomes_markup(demo: Browser, page: str) -> None:
    app = demo.open(page, "r=<script>alert(1)</script>&<b>x=1&f=<img src=x onerror=y>")
    everything = "".join(html_of(app)).lower()
    assert "img srcx onerrory" in everything
    assert all(part not in everything for part in ("<script", "<img src=x", "<b>x"))


@pytest.mark.parametrize("focus", ["la350", "homeSC1234567"])
@pytest.mark.parametrize("page", PAGES)
def test_any_focus_is_drawn(demo: Browser, page: str, focus: str) -> None:
    app = demo.open(page, f"f={focus}")
    must_be_whole(app)
    assert link_of(app) == {"f": focus}


def test_a_home_that_is_on_no_list_is_said(demo: Browser) -> None:
    assert "is on no list that is loaded" in words_of(demo.open(MAP, "f=homeSC1234567"))


def test_the_area_in_focus_is_what_the_map_page_is_about(demo: Browser) -> None:
    app = demo.open(MAP, "f=la350")
    assert text_of(app, "area") == "Greater Manchester: Bolton"
    assert "Bolton looked after about" in text_of(app, "lead")
    assert chosen(app, "focus") == ["E08000001"]


@pytest.mark.parametrize(
    ("page", "sentence"),
    [("overview", "On 31 March 2025 about"), (MAP, "of Greater Manchester lived outside their own LA")],
)
def test_a_sentence_answers_the_question(demo: Browser, page: str, sentence: str) -> None:
    assert sentence in text_of(demo.open(page), "lead")


@pytest.mark.parametrize(
    ("page", "query", "title"),
    [
        ("overview", "", "Greater Manchester | Overview"),
        (MAP, "f=la350", "Greater Manchester: Bolton | Homes and origins"),
        ("data", "la=350.351", "Bolton and Bury | Data"),
    ],
)
def test_the_browsers_tab_names_the_area_and_the_page(
    demo: Browser, page: str, query: str, title: str
) -> None:
    demo.open(page, query)
    assert demo.tab_title == title


@pytest.mark.parametrize("engine", ["canvas", "deck"])
def test_every_choice_of_the_map_is_drawn(
    demo: Browser, monkeypatch: pytest.MonkeyPatch, engine: str
) -> None:
    monkeypatch.setenv("RCC_MAP", engine)
    for mode, layers in product(
        ("out", "in", "within", "all"), ("none", "origins", "homes.flows", "shade.origins")
    ):
        app = demo.open(MAP, f"m={mode}&show={layers}")
        must_be_whole(app)
        assert bool(app.get("deck_gl_json_chart")) == (engine == "deck")
        drawn = {layer["id"] for layer in deck_of(app)["layers"][0]}
        assert {"sea", "land", "areas", "names", "scale"} <= drawn
        assert deck_of(app)["mapProvider"] is None


@pytest.mark.parametrize("shade", AREA_MEASURES)
def test_every_shading_is_drawn_wherever_areas_are_shaded(demo: Browser, shade: str) -> None:
    for page in ("overview", MAP, "compare"):
        must_be_whole(demo.open(page, f"shade={shade}"))


def test_a_chart_without_any_figure_says_so(demo: Browser) -> None:
    app = demo.open("overview", "t-open=bars&p=supported&a=under1")
    must_be_whole(app)
    assert list(app.get("vega_lite_chart")) == []
    assert "No figure can be shown for any of these areas" in words_of(app)


def test_a_phone_has_one_button_for_all_filters(demo: Browser) -> None:
    app = demo.open(MAP, _narrow=True)
    must_be_whole(app)
    assert menus_of(app) == ["Filters", "What the map shows"]
    assert chosen(app, "las") == []
