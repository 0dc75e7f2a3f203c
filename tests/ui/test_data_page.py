"""The Data page says first how far each LA's data go, and what to ask of whom."""

import re

from tests.ui.on_fields import fields_of
from tests.ui.on_screen import Browser, html_of, must_be_whole, table_of, text_of, words_of


def test_the_matrix_has_every_la_and_level_and_says_what_to_ask_for(own: Browser) -> None:
    app = own.open("data", _exact=True)
    must_be_whole(app)
    matrix = next(piece for piece in html_of(app) if "grid fitness" in piece)
    assert re.findall(r'<th scope="col"[^>]*>(\w+)</th>', matrix) == [
        "Load", "Map", "Distance", "Cost", "Need",
    ]  # fmt: skip
    assert matrix.count('<th scope="row">') == 11
    assert 'None <span class="mark">not returned</span>' in matrix
    asked = {row["File or column"]: row["Of whom"] for row in table_of(app, "What to ask for")}
    episodes = next(who for what, who in asked.items() if "header and episodes" in what)
    assert "Wigan" in episodes
    assert "Bolton" not in episodes
    assert text_of(app, "lead").startswith("Data of 10 LAs: ")
    homes = next(
        row for row in table_of(app, "Rows read =") if row["Source"] == "Ofsted providers and places"
    )
    assert homes["As of"] == "31 Mar 2025"


def test_sources_are_compared_child_by_child_only_where_both_say_when_a_placement_began(own: Browser) -> None:
    app = own.open("data", "t-open=agree", _exact=True)
    rows = table_of(app, "Against the SSDA903 return")
    agree = [row for row in rows if row["Source"] == "SSDA903 children"]
    assert agree
    assert {row["Linked: same start"] for row in agree} == {"[z]"}
    assert "[z]" not in {row["Linked: child only"] for row in agree}


def test_too_few_children_to_show_are_not_taken_for_missing_data(own: Browser) -> None:
    app = own.open("data")
    matrix = next(piece for piece in html_of(app) if "grid fitness" in piece)
    bolton = matrix.partition(">Bolton</th>")[2].partition("</tr>")[0]
    assert "[c]" in bolton
    assert "None" not in bolton
    assert "Bolton" not in str(table_of(app, "What to ask for"))


def test_sources_that_are_not_there_are_said_in_words(own: Browser) -> None:
    assert dict(fields_of(own.open("data"))["t-open"]["options"])["agree"] == "Do they agree?"
    assert "Do the sources agree?" in words_of(own.open("data", "t-open=agree"))
    said = words_of(own.open("data", "t-open=published"))
    assert "Published figures" in said
    assert "None are loaded" in said


def test_with_no_returns_the_page_says_what_to_load(own: Browser) -> None:
    app = own.open("data", "d=2019-03-31")
    assert not app.exception
