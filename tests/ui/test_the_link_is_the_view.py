"""What is chosen is in the address, and what is in the address is what is shown."""

from collections.abc import Callable
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

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
    pressed,
    text_of,
    words_of,
)

BOLTON, WIGAN, READING = "E08000001", "E08000010", "E06000038"


def choose_cooperative(app: AppTest) -> object:
    return app.radio(key="w-rcc").set_value("se")


def choose_areas(app: AppTest) -> object:
    return app.multiselect(key="w-las").set_value([WIGAN, BOLTON])


def choose_date(app: AppTest) -> object:
    return app.radio(key="w-date").set_value(date(2024, 3, 31))


def choose_ages(app: AppTest) -> object:
    return app.button_group(key="w-age").set_value(["16plus", "10to15"])


def choose_placement(app: AppTest) -> object:
    return app.button_group(key="w-placement").set_value(["home"])


def choose_sector(app: AppTest) -> object:
    return app.button_group(key="w-sector").set_value(["private"])


def choose_focus(app: AppTest) -> object:
    return app.selectbox(key="w-focus").set_value(WIGAN)


def choose_shade(app: AppTest) -> object:
    return app.selectbox(key="w-shade").set_value("far")


def choose_layers(app: AppTest) -> object:
    return app.button_group(key="w-layers").set_value(["flows", "shade"])


def choose_mode(app: AppTest) -> object:
    return app.button_group(key="w-mode").set_value("in")


def choose_top(app: AppTest) -> object:
    return app.slider(key="w-top").set_value(35)


CHOICES = {
    choose_cooperative: {"r": "se"},
    choose_areas: {"la": "350.359"},
    choose_date: {"at": "2024-03-31"},
    choose_ages: {"a": "10to15.16plus"},
    choose_placement: {"p": "home"},
    choose_sector: {"s": "private"},
    choose_focus: {"f": "la359"},
    choose_shade: {"shade": "far"},
    choose_layers: {"show": "shade.flows"},
    choose_mode: {"m": "in"},
    choose_top: {"top": "35"},
}


@pytest.mark.parametrize(("choose", "link"), CHOICES.items())
def test_a_choice_is_in_the_address_and_the_address_restores_it(
    demo: Browser, choose: Callable[[AppTest], object], link: dict[str, str]
) -> None:
    app = demo.open(MAP)
    choose(app)
    app.run()
    must_be_whole(app)
    assert link_of(app) == link
    ((key, value),) = link.items()
    again = demo.open(MAP, f"{key}={value}")
    assert html_of(again) == html_of(app)
    assert link_of(again) == link


def test_choices_made_in_one_go_are_all_kept(demo: Browser) -> None:
    app = demo.open(MAP)
    for choose in (choose_areas, choose_ages, choose_placement, choose_shade, choose_layers):
        choose(app)
    app.run()
    wanted = {"la": "350.359", "p": "home", "a": "10to15.16plus", "shade": "far", "show": "shade.flows"}
    assert link_of(app) == wanted


def test_a_click_quicker_than_the_address_bar_undoes_nothing(demo: Browser) -> None:
    app = demo.open(MAP)
    choose_ages(app)
    app.run()
    app.query_params.clear()  # the browser had not yet taken over the new address
    choose_placement(app)
    app.run()
    assert link_of(app) == {"p": "home", "a": "10to15.16plus"}


def test_going_back_undoes_the_filter_and_going_forward_redoes_it(demo: Browser) -> None:
    app = demo.open(MAP, "a=16plus")
    choose_placement(app)
    app.run()
    app.query_params.clear()
    app.query_params["a"] = ["16plus"]
    app.run()
    assert pressed(app, "w-placement") == []
    assert link_of(app) == {"a": "16plus"}
    app.query_params["p"] = ["home"]
    app.run()
    assert pressed(app, "w-placement") == ["home"]


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
    assert app.button_group(key="w-age").value == ["16plus"]
    assert link_of(app) == {"r": "se", "a": "16plus", "f": "la870"}


def test_another_cooperative_takes_its_areas_and_the_focus_with_it(demo: Browser) -> None:
    app = demo.open(MAP, "la=350&f=la350&a=16plus")
    choose_cooperative(app)
    app.run()
    assert link_of(app) == {"r": "se", "a": "16plus"}


def test_a_chip_takes_away_what_it_names_and_reset_all_but_the_cooperative(demo: Browser) -> None:
    app = demo.open("overview", "r=se&a=10to15.16plus&p=home")
    app.button(key="chip-age-16plus").click().run()
    assert link_of(app) == {"r": "se", "p": "home", "a": "10to15"}
    app.button(key="f-reset").click().run()
    assert link_of(app) == {"r": "se"}
    assert pressed(app, "w-age") == []


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
    assert app.session_state["w-t-map"] == "Homes"
    assert demo.open(MAP, "t-open=bars").session_state["w-t-map"] == "Areas"
    assert "which cannot be had" in words_of(demo.open(MAP, "t-open=colours"))
