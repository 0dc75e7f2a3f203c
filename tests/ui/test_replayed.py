"""What the page's own fields tell, sent again, too late, or by somebody to whom they were never drawn."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.ui.on_fields import chosen, fields_of, send, switched
from tests.ui.on_screen import MAP, Browser, link_of, must_be_whole, words_of
from tests.ui.signing_in import everybody, exact_lines, switch_on, visitor
from tests.ui.test_fields import of_filters

BANNER = "Exact figures: OFFICIAL-SENSITIVE"
ON = {"turn": 1, "touched": {"exact": ["on"]}}


@pytest.fixture
def home(demo: Browser, demo_home: Path) -> Iterator[Path]:
    assert demo
    with everybody(demo_home):
        yield demo_home


def of_switch(app: AppTest) -> str:
    """Give the id that the switch for exact figures has in the browser, in every session."""
    (found,) = [one.proto.id for one in app.get("bidi_component") if one.proto.id.endswith("w-exact")]
    return str(found)


def test_a_message_told_twice_or_late_does_what_it_does_once(demo: Browser) -> None:
    app = demo.open(MAP)
    first = {of_filters(app): {"turn": 1, "touched": {"age": ["16plus"]}}}
    for told in (first, first, {of_filters(app): {"turn": 9, "touched": {"age": []}}}, first):
        app = send(app, told)
        must_be_whole(app)
    assert link_of(app) == {"a": "16plus"}


@pytest.mark.parametrize("role", ["regional-director", "regional-analyst", "public", "data-steward"])
def test_the_switch_of_another_session_is_not_heard(home: Path, role: str) -> None:
    mine = visitor("la-analyst", "data").run()
    key = of_switch(switch_on(mine))
    before = exact_lines(home)
    for page in ("data", "overview"):
        app = send(visitor(role, page, "la=350").run(), {key: ON})
        must_be_whole(app)
        assert BANNER not in words_of(app)
        assert "exact" not in fields_of(app)
    assert exact_lines(home) == before


def test_a_switch_that_was_drawn_before_does_not_spare_signing_in_again(home: Path) -> None:
    app = switch_on(visitor("la-analyst", "data").run())
    app = switched(app, on=False)
    assert chosen(app, "exact") == []
    app.user = {**app.user, "auth_time": datetime.now(UTC).timestamp() - 3700}
    app = switched(app, on=True)
    assert BANNER not in words_of(app)
    assert "Sign in again" in app.error[0].value
    assert exact_lines(home)[-1]["event"] == "exact figures off"
