"""What a browser tells of the page's own fields: taken where a field offers it, and else left."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from rcc_dash.ui.fields import Field, Kind, Part, Values, heard
from tests.ui.on_fields import choose, chosen, fields_of, send
from tests.ui.on_screen import MAP, Browser, link_of, must_be_whole

OFFERED = {"a": "First", "b": "Second"}
LEAVES = (
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False),
    st.text(max_size=3),
    st.sampled_from("ab"),
)
JSON = st.recursive(
    st.one_of(st.none(), *LEAVES),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(st.sampled_from(["one", "many", "number", "x"]), inner, max_size=4),
    max_leaves=8,
)  # fmt: skip


def nothing(_chosen: Values) -> None:
    """Take nothing: these fields are only asked what they would take."""


FIELDS = {
    "one": Field("one", Kind.LIST, "One", OFFERED, ("a",), nothing),
    "many": Field("many", Kind.SEVERAL, "Many", OFFERED, (), nothing),
    "number": Field("number", Kind.NUMBER, "Number", {}, ("5",), nothing, span=(5, 50, 5)),
}
PARTS = [Part([FIELDS["one"]]), Part([FIELDS["many"], FIELDS["number"]], "Menu", "menu")]


@pytest.mark.parametrize(("touched", "taken"), [
    ({"one": ["b"]}, {"one": ("b",)}),
    ({"many": ["b", "a"]}, {"many": ("b", "a")}),
    ({"many": []}, {"many": ()}),
    ({"number": ["35"], "one": ["a"]}, {"number": ("35",), "one": ("a",)}),
    ({"one": ["c"]}, {}),
    ({"one": []}, {}),
    ({"one": ["a", "b"]}, {}),
    ({"one": "a"}, {}),
    ({"many": ["a", "c"]}, {}),
    ({"number": ["55"]}, {}),
    ({"number": ["-5"]}, {}),
    ({"number": ["1e1"]}, {}),
    ({"number": ["9" * 5000]}, {}),
    ({"number": ["٣٥"]}, {}),
    ({"number": [35]}, {}),
    ({"three": ["a"]}, {}),
    (["one"], {}),
    (None, {}),
])  # fmt: skip
def test_what_a_field_offers_is_taken_and_nothing_else(touched: object, taken: dict[str, Values]) -> None:
    assert {field.name: values for field, values in heard(PARTS, touched)} == taken


@given(JSON)
def test_whatever_a_browser_sends_only_what_is_offered_is_taken(touched: object) -> None:
    for field, values in heard(PARTS, touched):
        assert FIELDS[field.name] is field
        assert len(values) == 1 or field.kind is Kind.SEVERAL
        assert field.kind is Kind.NUMBER or set(values) <= set(OFFERED)


def of_filters(app: AppTest) -> str:
    """Give the id that the filter bar has in the browser."""
    (found,) = [one.proto.id for one in app.get("bidi_component") if one.proto.id.endswith("filter-fields")]
    return str(found)


@pytest.mark.parametrize("told", [
    {"turn": 1, "touched": {"las": ["E09000001"], "rcc": ["xx"], "date": ["1999-01-01"], "age": ["<b>"]}},
    {"turn": "x", "touched": "y"}, {"turn": True}, {}, [], "told", 7,
])  # fmt: skip
def test_a_forged_message_changes_nothing_and_breaks_nothing(demo: Browser, told: object) -> None:
    app = demo.open(MAP, "a=16plus")
    app = send(app, {of_filters(app): told})
    must_be_whole(app)
    assert link_of(app) == {"a": "16plus"}


def test_the_browser_hears_what_has_been_answered(demo: Browser) -> None:
    app = demo.open(MAP)
    app = send(app, {of_filters(app): {"turn": 7, "touched": {"age": ["16plus"]}}})
    (bar,) = [one.proto for one in app.get("bidi_component") if one.proto.id.endswith("filter-fields")]
    assert json.loads(bar.json)["turn"] == 7


def test_a_choice_that_fails_is_said_without_what_was_in_it(
    demo: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_filters: object) -> None:
        message = "the child of 1 High Street"
        raise ValueError(message)

    app = demo.open(MAP)
    monkeypatch.setattr("rcc_dash.ui.filter_bar.set_filters", fail)
    app = choose(app, {"age": ["16plus"]})
    assert "That could not be done" in app.error[0].value
    assert "High Street" not in app.error[0].value
    assert b"High Street" not in demo.wire
    assert chosen(app, "age") == []


def test_only_the_areas_of_the_cooperative_and_dates_with_data_are_offered(demo: Browser) -> None:
    offered = {name: dict(field["options"]) for name, field in fields_of(demo.open(MAP, "r=se")).items()}
    assert len(offered["las"]) == 18
    assert set(offered["date"]) == {f"{year}-03-31" for year in range(2021, 2026)}
    assert set(offered["rcc"]) == {"gm", "se"}
