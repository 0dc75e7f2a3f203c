"""Where the map stands is in the link; what Back undoes stays undone, wherever its filter is folded away."""

from tests.ui.on_fields import choose, chosen
from tests.ui.on_screen import MAP, Browser, bar_links, link_of


def test_what_back_has_undone_is_not_sent_again_by_a_folded_filter(demo: Browser) -> None:
    app = choose(demo.open(MAP, "a=16plus"), {"placement": ["home"]})
    app.query_params.clear()
    app.query_params["a"] = ["16plus"]
    app.run()
    choose(app, {"sector": ["private"]})
    assert (link_of(app), chosen(app, "placement")) == ({"a": "16plus", "s": "private"}, [])


def test_where_the_map_stands_is_kept_by_choices_and_left_with_its_region(demo: Browser) -> None:
    place = "53.4808_-2.2426_9.50"
    app = demo.open(MAP, f"v={place}")
    choose(app, {"age": ["16plus"]})
    assert link_of(app) == {"a": "16plus", "v": place}
    assert {link.partition("?")[2] for link in bar_links(app).values()} == {f"a=16plus&v={place}"}
    choose(app, {"rcc": "se"})
    assert link_of(app) == {"r": "se", "a": "16plus"}
    app.query_params["v"] = ["51.5000_-1.0000_9.00"]
    app.run()
    choose(app, {"placement": ["home"]})
    assert link_of(app)["v"] == "51.5000_-1.0000_9.00"
