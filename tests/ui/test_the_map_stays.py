"""The map is the same element whatever stands above it: another one would start afresh in the browser."""

from tests.ui.on_screen import CANVAS, MAP, Browser


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
