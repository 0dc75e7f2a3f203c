"""Five questions that a new analyst answers on the page Explore, by its buttons and lists alone."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.on_fields import choose
from tests.ui.on_screen import Browser, html_of, link_of, must_be_whole, table_of, text_of, words_of


def ask(app: AppTest, **settings: str) -> AppTest:
    """Choose from the lists of the page: `of`, `rows`, `cols`, `sort` and others."""
    for key, value in settings.items():
        choose(app, {f"e-{key}": value})
    must_be_whole(app)
    return app


def test_how_many_of_kent_aged_16_and_over_live_outside_kent_by_placement_type(demo: Browser) -> None:
    app = demo.open("explore", "r=se&la=886&a=16plus")
    ask(app, of="outside", rows="placement", cols="none")
    ask(app, **{"as": "number"})
    rows = table_of(app, "Children: living outside their LA by placement type")
    heading = "Children: living outside their LA"
    assert rows[0] == {"Placement type": "All", heading: "220"}
    assert {row["Placement type"]: row[heading] for row in rows}["Supported accommodation"] == "160"
    assert {row["Placement type"]: row[heading] for row in rows}["Residential school"] == "[c]"
    assert "aged 16 and over" in text_of(app, "lead")
    assert link_of(app)["e-as"] == "number"


def test_in_which_las_the_share_beyond_20_miles_rose_most_since_2021(demo: Browser) -> None:
    app = ask(demo.open("explore"), of="far", rows="la_code", cols="as_of", sort="high")
    rows = table_of(app, "Living over 20 miles from home by local authority and date")
    assert list(rows[0])[1:] == [f"31 Mar {year}" for year in range(2021, 2026)]
    rose = {row["Local authority"]: share(row["31 Mar 2025"]) - share(row["31 Mar 2021"]) for row in rows}
    assert max(rose, key=lambda name: rose[name]) == "Tameside"
    app = demo.open("explore", "e-of=far&e-cols=as_of&t-open=chart")
    assert len(app.get("vega_lite_chart")) == 10


def share(cell: str) -> int:
    return int(cell.removesuffix("%"))


def test_places_by_sector_by_local_authority(demo: Browser) -> None:
    app = ask(demo.open("explore"), of="places", rows="home_sector", cols="la_code")
    rows = table_of(app, "Places in children")
    for row in rows:
        total, *parts = (int(cell.replace(",", "")) for cell in list(row.values())[1:])
        assert total == sum(parts)
    assert "Open data, not rounded" in words_of(app)


def test_the_official_trend_of_an_la_against_its_neighbours(demo: Browser) -> None:
    app = demo.open("explore", "r=se&la=886&e-part=published&t-open=years")
    must_be_whole(app)
    rows = {row["Area"]: row for row in table_of(app, "Over the years: Children looked after")}
    assert {"Kent", "England", "Statistical neighbours (median)"} <= set(rows)
    assert rows["Kent"]["Mar 2025"].endswith("%")
    ranked = demo.open("explore", "e-part=published&e-pub=weekly_cost_3&t-open=bars")
    must_be_whole(ranked)
    assert "£" in text_of(ranked, "lead")
    assert ranked.get("vega_lite_chart")


def test_homes_judged_inadequate_with_places_by_la(demo: Browser) -> None:
    app = ask(demo.open("explore", "r=se"), of="homes", rows="la_code", cols="judgement")
    homes = {row["Local authority"]: row for row in table_of(app, "Children&#x27;s homes by")}
    assert homes["South East"]["Inadequate"] == "4"
    places = {row["Local authority"]: row for row in table_of(ask(app, of="places"), "Places in children")}
    for name, row in homes.items():
        assert (row["Inadequate"] == "0") == (places[name]["Inadequate"] == "0")


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("a=16plus&s=private&e-rows=placement&e-cols=legal", "4 things at once"),
        ("e-of=homes&e-rows=age", "cannot be split by age band"),
        ("e-of=residential", "cannot be split by placement type"),
    ],
)
def test_what_may_not_be_crossed_is_said_plainly(demo: Browser, query: str, said: str) -> None:
    app = demo.open("explore", query)
    must_be_whole(app)
    assert said in text_of(app, "lead")
    assert not any("<caption>" in piece for piece in html_of(app))


def test_the_sql_is_shown_and_opens_in_the_box(demo: Browser) -> None:
    app = demo.open("explore", "e-of=far&e-rows=age&e-cols=none&t-open=sql")
    must_be_whole(app)
    (code,) = (block.value for block in app.code)
    assert "FROM children_shown" in code
    link = next(one for one in app.get("page_link") if one.proto.label == "Open in the SQL box")
    assert "q=" in link.proto.query_string
