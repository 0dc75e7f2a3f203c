"""What is chosen is in the address, and what is in the address is what is shown."""

import pytest

from tests.ui.on_fields import choose, chosen
from tests.ui.on_screen import (
    MAP,
    PAGES,
    Browser,
    at,
    bar_links,
    html_of,
    link_of,
    must_be_whole,
    notices_of,
    text_of,
    words_of,
)

BOLTON, WIGAN, READING = "E08000001", "E08000010", "E06000038"


Chosen = dict[str, str | list[str]]
AREAS: Chosen = {"las": [WIGAN, BOLTON]}
AGES: Chosen = {"age": ["16plus", "10to15"]}
PLACEMENT: Chosen = {"placement": ["home"]}
SHADE: Chosen = {"shade": "far"}
LAYERS: Chosen = {"layers": ["flows", "shade"]}
CHOICES: list[tuple[Chosen, dict[str, str]]] = [
    ({"rcc": "se"}, {"r": "se"}),
    (AREAS, {"la": "350.359"}),
    ({"date": "2024-03-31"}, {"at": "2024-03-31"}),
    (AGES, {"a": "10to15.16plus"}),
    (PLACEMENT, {"p": "home"}),
    ({"sector": ["private"]}, {"s": "private"}),
    ({"focus": WIGAN}, {"f": "la359"}),
    (SHADE, {"shade": "far"}),
    (LAYERS, {"show": "shade.flows"}),
    ({"mode": "in"}, {"m": "in"}),
    ({"top": "35"}, {"top": "35"}),
]


@pytest.mark.parametrize(("values", "link"), CHOICES)
def test_a_choice_is_in_the_address_and_the_address_restores_it(
    demo: Browser, values: Chosen, link: dict[str, str]
) -> None:
    app = choose(demo.open(MAP), values)
    must_be_whole(app)
    assert link_of(app) == link
    ((key, value),) = link.items()
    again = demo.open(MAP, f"{key}={value}")
    assert html_of(again) == html_of(app)
    assert link_of(again) == link
    ((name, _),) = values.items()
    assert chosen(again, name) == chosen(app, name)


def test_choices_made_in_one_go_are_all_kept(demo: Browser) -> None:
    app = choose(demo.open(MAP), AREAS | AGES | PLACEMENT | SHADE | LAYERS)
    wanted = {"la": "350.359", "p": "home", "a": "10to15.16plus", "shade": "far", "show": "shade.flows"}
    assert link_of(app) == wanted


def test_a_click_quicker_than_the_address_bar_undoes_nothing(demo: Browser) -> None:
    app = choose(demo.open(MAP), AGES)
    app.query_params.clear()  # the browser had not yet taken over the new address
    choose(app, PLACEMENT)
    assert link_of(app) == {"p": "home", "a": "10to15.16plus"}


def test_going_back_undoes_the_filter_and_going_forward_redoes_it(demo: Browser) -> None:
    app = choose(demo.open(MAP, "a=16plus"), PLACEMENT)
    app.query_params.clear()
    app.query_params["a"] = ["16plus"]
    app.run()
    assert chosen(app, "placement") == []
    assert link_of(app) == {"a": "16plus"}
    app.query_params["p"] = ["home"]
    app.run()
    assert chosen(app, "placement") == ["home"]


def test_a_link_in_another_spelling_means_the_same_and_is_left_alone(demo: Browser) -> None:
    app = demo.open(MAP, "a=16plus.10to15&la=359.350&m=out&zzz=1")
    assert text_of(app, "area") == "Bolton and Wigan"
    assert link_of(app)["la"] == "359.350"
    assert link_of(app)["zzz"] == "1"


def test_choices_go_along_to_other_pages_and_their_links_carry_them(demo: Browser) -> None:
    app = demo.open("overview", "r=se&a=16plus&f=la870")
    assert sorted(bar_links(app).values()) == sorted(
        f"{page}?r=se&a=16plus&f=la870" for page in (".", *PAGES[1:])
    )
    app.switch_page(at(MAP)).run()
    assert text_of(app, "area") == "South East: Reading"
    assert chosen(app, "age") == ["16plus"]
    assert link_of(app) == {"r": "se", "a": "16plus", "f": "la870"}


def test_another_cooperative_takes_its_areas_and_the_focus_with_it(demo: Browser) -> None:
    app = choose(demo.open(MAP, "la=350&f=la350&a=16plus"), {"rcc": "se"})
    assert link_of(app) == {"r": "se", "a": "16plus"}


def test_a_chip_takes_away_what_it_names_and_reset_all_but_the_cooperative(demo: Browser) -> None:
    app = demo.open("overview", "r=se&a=10to15.16plus&p=home")
    choose(app, {"chips": "age-16plus"})
    assert link_of(app) == {"r": "se", "p": "home", "a": "10to15"}
    choose(app, {"reset": "all"})
    assert link_of(app) == {"r": "se"}
    assert chosen(app, "age") == []


def test_a_notice_goes_when_it_is_understood_and_with_the_next_link(demo: Browser) -> None:
    app = demo.open("overview", "la=999")
    assert notices_of(app)
    app.button(key="dismiss-notices").click().run()
    assert notices_of(app) == ""
    app.query_params["la"] = ["998"]
    app.run()
    assert "998" in notices_of(app)
    app.query_params["la"] = ["350"]
    app.run()
    assert notices_of(app) == ""


def test_a_home_in_focus_can_be_left(demo: Browser) -> None:
    app = demo.open(MAP, "f=homeSC1234567")
    (leave,) = [button for button in app.button if button.label == "Leave this home"]
    leave.click().run()
    assert link_of(app) == {}
    assert "SC1234567" not in words_of(app)


def test_the_open_tab_is_in_the_link_and_a_link_opens_it(demo: Browser) -> None:
    app = demo.open(MAP, "t-open=homes")
    assert link_of(app) == {"t-open": "homes"}
    assert "places" in words_of(app)
    assert chosen(app, "t-open") == ["homes"]
    assert chosen(demo.open(MAP, "t-open=bars"), "t-open") == ["areas"]
    assert "which cannot be had" in words_of(demo.open(MAP, "t-open=colours"))
