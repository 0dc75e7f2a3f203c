"""A home that a file names without its URN is decided on by a person, who can think better of it."""

from datetime import date
from pathlib import Path

import pytest

from rcc_dash.settings import DataHome
from tests.store.staged_by_hand import BURY, built, listing, load, sheet
from tests.ui.on_screen import Browser, must_be_whole, table_of, words_of

NAME = "name-"


@pytest.fixture
def named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, browser: Browser) -> Browser:
    """A visitor of a data home with one home on a list, and a census that names it without its URN."""
    home = DataHome(tmp_path)
    on_list = [listing("SC900001", home_name="Oak House", owner_name="Made Up Care Ltd")]
    load(home, "list", sheet("home_listing", "ofsted_places", on_list, None, "2025-03-31"))
    child = {
        "la_code": BURY, "year": 2025, "child_key": "c1", "record_key": 7, "as_of": date(2025, 3, 31),
        "row_class": "child", "family_code": "home", "home_name": "Oka House",
        "provider_name": "Made Up Care Limited",
    }  # fmt: skip
    load(home, "census", sheet("census", "placements_census", [child], BURY, "2025-03-31"))
    built(home).close()
    monkeypatch.setenv("RCC_DATA_DIR", str(tmp_path))
    return browser


def test_a_decision_is_kept_shown_and_can_be_taken_back(named: Browser) -> None:
    app = named.open("load", "t-open=names")
    must_be_whole(app)
    assert "1 home is named without a URN" in words_of(app)
    question = next(one for one in app.selectbox if str(one.key).startswith(NAME))
    assert question.label == "Oka House, Made Up Care Limited (1 row)"
    question.set_value("SC900001").run()
    app.button(key="keep-names").click().run()
    must_be_whole(app)
    assert "No loaded file names a home without its URN" in words_of(app)
    (row,) = table_of(app, "What was decided")
    assert (row["Name"], row["Home meant (URN)"]) == ("Oka House, Made Up Care Limited", "SC900001")
    app.button(key="names-ask-again").click().run()
    must_be_whole(app)
    assert "1 home is named without a URN" in words_of(app)
