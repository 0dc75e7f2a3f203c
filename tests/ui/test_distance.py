"""The page Distance without a browser: every part is drawn, says one true sentence, and is in the link."""

import re
from itertools import product
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from rcc_dash.domain.choices import CHOICES
from rcc_dash.queries import distance_redeal
from rcc_dash.settings import DataHome
from rcc_dash.store.connect import open_locked
from rcc_dash.store.warehouse import current_build_id
from tests.ui.on_fields import choose
from tests.ui.on_screen import Browser, at, link_of, must_be_whole, notices_of, table_of, text_of, words_of

PAGE = "distance"
PARTS = tuple(CHOICES["d-part"].options)
BURY = "E08000002"
COUNT = re.compile(r"about ([0-9][0-9,]*)\b(?! square)")
NARROW = "la=351&p=home&a=10to15&s=private"


def open_part(demo: Browser, part: str, query: str = "", **session: object) -> AppTest:
    app = demo.open(PAGE, "&".join(filter(None, [query, f"d-part={part}"])), **session)
    must_be_whole(app)
    return app


@pytest.mark.parametrize(("part", "query"), [*product(PARTS, ["r=gm", "r=se", "r=se&f=la886", NARROW])])
def test_every_part_says_one_sentence_with_its_date(demo: Browser, part: str, query: str) -> None:
    said = text_of(open_part(demo, part, query), "lead")
    assert said.startswith(("On 31 March 2025", "No "))
    assert len(said.split()) <= 60
    assert "None" not in said
    assert "nan" not in said


@pytest.mark.parametrize("part", PARTS)
def test_every_count_in_words_is_rounded_and_ten_or_more(demo: Browser, part: str) -> None:
    app = open_part(demo, part, "r=se")
    counts = [int(number.replace(",", "")) for number in COUNT.findall(words_of(app))]
    assert counts
    assert [number for number in counts if number % 5 or number < 10] == []
    exact = open_part(demo, part, "r=se", _exact=True)
    assert COUNT.findall(words_of(exact)) == []


@pytest.mark.parametrize("part", PARTS)
def test_no_child_is_in_any_message(demo: Browser, demo_home: Path, part: str) -> None:
    home = DataHome(demo_home).demo
    connection = open_locked(home.builds / f"wh-{current_build_id(home)}.duckdb")
    keys = {str(key) for (key,) in connection.execute("select record_key from wh.as_at").fetchall()}
    connection.close()
    open_part(demo, part, "r=se", _exact=True)
    wire = demo.wire.decode("latin-1")
    assert keys.isdisjoint(re.findall(r"[0-9]{10,20}", wire))
    assert [name for name in ("record_key", "origin_sector", "children_n", "home_urn") if name in wire] == []


def test_who_is_counted_and_who_is_left_out_stands_beside_the_figures(demo: Browser) -> None:
    said = words_of(demo.open(PAGE))
    assert "without short breaks" in said
    for left_out in ("not known or not recorded", "placed for adoption", "with their own parents"):
        assert left_out in said
    assert "unaccompanied, with no home address" in said


@pytest.mark.parametrize(("name", "value", "link"), [
    ("d-part", "whose", {"d-part": "whose"}),
    ("d-of", "outside", {"d-of": "outside"}),
    ("d-base", "known", {"d-base": "known"}),
    ("focus", BURY, {"f": "la351"}),
])  # fmt: skip
def test_a_choice_is_in_the_address_and_the_address_restores_it(
    demo: Browser, name: str, value: str, link: dict[str, str]
) -> None:
    app = choose(demo.open(PAGE), {name: value})
    must_be_whole(app)
    assert link_of(app) == link
    ((key, value),) = link.items()
    again = demo.open(PAGE, f"{key}={value}")
    assert words_of(again) == words_of(app)
    assert link_of(again) == link


def test_choices_of_the_page_go_along_to_other_pages_and_back(demo: Browser) -> None:
    app = demo.open(PAGE, "d-of=outside&d-part=where")
    app.switch_page(at("overview")).run()
    assert link_of(app) == {"d-part": "where", "d-of": "outside"}


def test_what_cannot_be_chosen_is_told(demo: Browser) -> None:
    app = demo.open(PAGE, "d-of=moon&d-part=<script>")
    must_be_whole(app)
    assert "“Which distance” “moon”, which cannot be had" in notices_of(app)
    assert "“Part of the Distance page” “script”" in notices_of(app)


def test_the_other_base_changes_the_share_and_says_so(demo: Browser) -> None:
    of_all, of_known = (demo.open(PAGE, f"r=se{more}") for more in ("", "&d-base=known"))
    (before, after) = (table_of(app, "Living over 20 miles")[0] for app in (of_all, of_known))
    assert int(after["Share"].rstrip("%")) > int(before["Share"].rstrip("%"))
    assert after["Children"] == before["Children"] or int(after["Out of"].replace(",", "")) < int(
        before["Out of"].replace(",", "")
    )


def test_an_la_in_focus_is_what_the_sentence_is_about(demo: Browser) -> None:
    app = open_part(demo, "where", "f=la350")
    assert text_of(app, "lead").startswith("On 31 March 2025, Bolton looked after about 590 children;")
    assert "234 children of other LAs lived there, as DfE published." in text_of(app, "lead")
    assert text_of(app, "area") == "Greater Manchester: Bolton"


def test_so_many_beds_that_they_cannot_be_dealt_leave_the_rest_of_the_page(
    own: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(distance_redeal, "_MOST", -1)
    app = own.open("distance", "d-part=nearer")
    must_be_whole(app)
    assert "Could they have lived nearer?" in words_of(app)
    assert "dealing them afresh would hold up all others" in words_of(app)


def test_three_filters_leave_no_attribute_to_cross_and_say_so(demo: Browser) -> None:
    said = words_of(open_part(demo, "whose", NARROW))
    assert "No more than three attributes of children are crossed." in said


def test_ranks_have_the_lowest_share_first_and_ties_share_a_place(demo: Browser) -> None:
    rows = table_of(demo.open(PAGE, "r=se"), "Living over 20 miles")[1:]
    shares = {
        int(row["Share"].rstrip("%")): row["Rank here (1 is lowest)"] for row in rows if "%" in row["Share"]
    }
    assert shares[min(shares)].startswith("1 of ")
    assert list(shares) == sorted(shares, reverse=True)


def test_with_nothing_loaded_shares_stand_beside_england_region_neighbours_and_a_rank(demo: Browser) -> None:
    app = demo.open(PAGE)
    rows = {row["Local authority"]: row for row in table_of(app, "Living over 20 miles")}
    assert list(rows)[:3] == ["Greater Manchester", "England", "North West (region)"]
    assert (rows["England"]["DfE published"], rows["North West (region)"]["DfE published"]) == ("22%", "14%")
    bolton = rows["Bolton"]
    assert bolton["DfE published"] == "8%"
    assert bolton["Rank in England (1 is the lowest, which is good)"] == "4 of 151"
    assert bolton["Statistical neighbours: mean, as in LAIT"] == "15.7%"
    assert bolton["Statistical neighbours: median, as in DfE's dashboard"] == "14.0%"
    assert "Statistical neighbours, model of 2025 (table that the app brings)" in words_of(app)


def test_a_mark_of_dfe_stands_in_the_table_without_a_rank(demo: Browser) -> None:
    """DfE suppressed four members' shares of 31 March 2021."""
    table = table_of(demo.open(PAGE, "at=2021-03-31"), "Living over 20 miles")
    rank = {row["Local authority"]: row["Rank in England (1 is the lowest, which is good)"] for row in table}
    marked = [row["Local authority"] for row in table if row["DfE published"] == "[c]"]
    assert sorted(marked) == ["Oldham", "Stockport", "Trafford", "Wigan"]
    assert {rank[name] for name in marked} == {"not published"}


def test_what_dfe_does_not_publish_has_no_columns_of_dfe(demo: Browser) -> None:
    rows = table_of(demo.open(PAGE, "d-of=out_region"), "Living outside the region")
    assert "DfE published" not in rows[0]
    assert "England" not in {row["Local authority"] for row in rows}
