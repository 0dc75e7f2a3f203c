"""The map is the same element whatever stands above it: another one would start afresh in the browser."""

from time import sleep

from tests.ui.on_screen import CANVAS, MAP, Browser, at


def test_what_comes_and_goes_above_the_page_never_moves_it(demo: Browser) -> None:
    plain = where_the_map_is(demo, "")
    assert where_the_map_is(demo, "a=16plus&la=350.999") == plain
    assert where_the_map_is(demo, "", _exact=True) == plain


def where_the_map_is(demo: Browser, query: str, **session: object) -> list[int]:
    """Give the map's place among all elements: if it changes, the browser starts a new map."""
    demo.open(MAP, query, **session)
    (place,) = [
        list(message.metadata.delta_path)
        for message in demo.sent
        if message.delta.new_element.bidi_component.component_name.endswith(CANVAS)
    ]
    return place


def test_what_a_widget_shows_already_is_not_set_again_but_a_new_page_sets_its_own(demo: Browser) -> None:
    app = demo.open("methods", "m-q=empty")
    assert app.text_input(key="w-m-q").value == "empty"
    assert set_again(demo) == {"m-q"}
    app.run()
    assert set_again(demo) == {"m-q"}, "the browser may not have heard before the next run began"
    sleep(0.3)
    app.run()
    assert set_again(demo) == set()
    app.switch_page(at("overview")).run()
    app.switch_page(at("methods")).run()
    assert set_again(demo) == {"m-q"}


def set_again(demo: Browser) -> set[str]:
    """Name the widgets whose value the server told the browser in the latest run."""
    elements = [message.delta.new_element for message in demo.sent]
    told = [getattr(one, one.WhichOneof("type")) for one in elements if one.WhichOneof("type")]
    return {one.id.rpartition("-w-")[2] for one in told if getattr(one, "set_value", False)}
