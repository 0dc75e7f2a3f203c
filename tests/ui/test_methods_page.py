"""The page of methods holds everything that the app's registers hold, because it is made of them."""

import re

import pytest

from rcc_dash.domain.accounts import SOURCES
from rcc_dash.domain.cohorts import cohorts
from rcc_dash.domain.measures import measures, pages_with_measures
from rcc_dash.domain.published_register import published_measures
from rcc_dash.domain.register import PARTS
from rcc_dash.domain.registered import register
from rcc_dash.domain.suitability import rules
from rcc_dash.domain.thresholds import thresholds
from rcc_dash.ui.looking_at import ENTRIES
from tests.disclosure.test_every_number_on_every_page import may_be_shown, not_exported, numbers
from tests.disclosure.test_planted_tokens import on_page_of
from tests.ui.on_screen import Browser, html_of, link_of, must_be_whole, words_of

PAGE = "methods"
MUST = {
    "figures": {m.label for page in pages_with_measures() for m in measures(page).values()},
    "sources": set(SOURCES.values()),
    "needs": {*(cohort.title for cohort in cohorts().values()), *(rule.words for rule in rules())},
    "limits": {part for limit in thresholds() for part in (limit.title, limit.value)},
    "official": {measure.label for measure in published_measures().values()},
    "worked": {
        "Distance from home",
        "Void rate",
        "Beds needed",
        "£ leaving the region",
        "Likely empty places",
    },
    "protected": {"Rounding", "Hiding", "Several LAs"},
    "lists": {"Placement type", "Legal status: LS", "Foster care", "Greater Manchester"},
}


@pytest.mark.parametrize("part", PARTS)
def test_every_entry_of_a_part_is_on_the_page(demo: Browser, part: str) -> None:
    app = demo.open(PAGE, f"t-open={part}")
    must_be_whole(app)
    said = words_of(app)
    assert MUST[part]
    assert [words for words in MUST[part] if words not in said] == []
    assert [number for _, heading, number in numbers(app) if not may_be_shown(heading, number)] == []
    assert list(not_exported(app)) == []
    assert [e.title for e in register().values() if e.part == part and e.title not in said] == []


def test_a_link_opens_what_was_looked_for_and_a_file_holds_all_of_it(demo: Browser) -> None:
    app = demo.open(PAGE, "m-of=figures_voids_void_rate&t-open=limits")
    must_be_whole(app)
    said = words_of(app)
    assert "Places of the homes that returned, less those that cannot be used." in said
    assert "Vacancy returns" in said
    assert "As at" in said
    table = on_page_of(app).tables["All methods"]()
    assert set(table.frame["Entry"]) >= {entry.title for entry in register().values() if entry.facts}
    assert set(table.frame["Part"]) == set(PARTS.values())


def test_words_are_looked_for_in_names_and_definitions_and_kept_in_the_link(demo: Browser) -> None:
    app = demo.open(PAGE)
    app.text_input[0].set_value("Empty places!").run()
    must_be_whole(app)
    assert link_of(app) == {"m-q": "empty_places"}
    (found,) = [piece for piece in html_of(app) if piece.startswith('<details class="explained entry" open>')]
    assert found.index("Likely empty places") < found.index("Void rate")
    counts = r"entries have “empty places”: [1-9]\d* in the name, [1-9]\d* in what is said"
    assert re.search(counts, words_of(app))
    app.text_input[0].set_value("zebra").run()
    assert [error.value.split("**")[1] for error in app.error] == ["Nothing found"]
    assert link_of(app) == {"m-q": "empty_places"}


def test_every_page_leads_to_an_entry_that_there_is() -> None:
    assert set(ENTRIES.values()) <= set(register())
