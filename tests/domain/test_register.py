"""The register of what is explained: whole, in words, and of the app's own numbers."""

import ast
from pathlib import Path

from rcc_dash import settings
from rcc_dash.domain.choices import CHOICES
from rcc_dash.domain.measures import measures, pages_with_measures
from rcc_dash.domain.protection_words import TREATED
from rcc_dash.domain.register_figures import figure_code
from rcc_dash.domain.register_search import entries_with
from rcc_dash.domain.registered import EVERYTHING, entry_options, register
from rcc_dash.domain.thresholds import thresholds
from rcc_dash.models.void_range import BLOCKED, ENOUGH_HOMES, FILLED
from rcc_dash.queries.voids_cost import TARGET_SHARE

FACTS = {
    *("What it is", "Unit", "One number for", "Out of", "More of it is", "Where it comes from"),
    *("Where there is no number", "What is done to it"),
}


def test_every_figure_has_an_entry_that_says_all_there_is_to_know() -> None:
    for page in pages_with_measures():
        for code in measures(page):
            found = register()[figure_code(code, page)]
            assert {name for name, words in found.facts if words.strip(" .")} == FACTS
            assert found.dated
    assert {m.treated for page in pages_with_measures() for m in measures(page).values()} == set(TREATED)


def test_every_number_in_the_settings_is_a_limit_that_is_explained() -> None:
    tree = ast.parse(Path(settings.__file__).read_text(encoding="utf-8"))
    named = {node.target.id for node in tree.body if isinstance(node, ast.AnnAssign)}
    numbers = {name for name in named if isinstance(getattr(settings, name), int | float | tuple)}
    assert {limit.name for limit in thresholds()} == numbers | {"PROTECT_METHOD"}
    assert all(limit.value and limit.why for limit in thresholds())


def test_each_entry_can_be_found_by_a_name_of_its_own() -> None:
    options = entry_options()
    assert set(options) == {EVERYTHING, *register()}
    assert len(set(options.values())) == len(options)
    assert len([words for words in options.values() if "void" in words.lower()]) > 3


def test_words_are_found_in_names_first_and_then_in_what_is_said() -> None:
    by_name, others = entries_with("empty_places")
    assert {"Likely empty places", "Three costs of empty places"} <= {entry.title for entry in by_name}
    assert "Void rate" in {entry.title for entry in others}
    assert not set(by_name) & set(others)
    assert {entry.title for entry in entries_with("voi_rat")[0]} == {"Void rate", "Void rate, as returned"}


def test_a_link_can_hold_words_that_the_register_has_and_no_others() -> None:
    query = CHOICES["m-q"]
    assert [query.spelling(code) for code in ("empty_places", "emp", "all")] == ["empty_places", "emp", "all"]
    for other in ("zebra", "empty_zebra", "Empty", "empty__places", "", "_", "empty places", "empty_" * 20):
        assert query.spelling(other) is None


def test_what_models_assume_is_told_as_it_is() -> None:
    likely, price = (
        " ".join(words for _, words in register()[f"worked_{code}"].facts)
        for code in ("likely_empty_places", "three_costs_of_empty_places")
    )
    least, middle, most = (round(100 * share) for share in FILLED)
    assert f"{least} to {most}% full, most likely {middle}%" in likely
    assert f"{100 * BLOCKED[0]:.0f} to {100 * BLOCKED[-1]:.0f}% of empty places" in likely
    assert f"where {ENOUGH_HOMES} of these or more returned" in likely
    assert f"{TARGET_SHARE:.0%} full" in price
