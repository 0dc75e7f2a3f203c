"""Exact figures: on this machine only, said in red, written down, and never in a link."""

import json
from pathlib import Path

import pytest
from streamlit import config

from rcc_dash.store import ledger
from tests.ui.on_fields import chosen, fields_of, switched
from tests.ui.on_screen import MAP, PAGES, Browser, at, bar_links, html_of, link_of, must_be_whole, words_of

BANNER = "Exact figures: OFFICIAL-SENSITIVE, do not share"


@pytest.fixture
def audit(demo_home: Path) -> Path:
    return demo_home / "demo" / "audit.jsonl"


def lines(audit: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in audit.read_text().splitlines()] if audit.exists() else []


@pytest.mark.parametrize("page", PAGES)
def test_figures_are_protected_until_the_switch_is_used(demo: Browser, page: str) -> None:
    assert BANNER not in words_of(demo.open(page))


def test_switching_on_shows_the_banner_writes_a_line_and_leaves_the_link(demo: Browser, audit: Path) -> None:
    app = demo.open(MAP, "a=16plus&f=la350")
    before, link = lines(audit), link_of(app)
    switched(app, on=True)
    must_be_whole(app)
    assert BANNER in words_of(app)
    assert link_of(app) == link
    new = lines(audit)[len(before) :]
    assert [(line["event"], line["page"]) for line in new] == [
        ("exact figures on", "homes-and-origins"),
        ("exact figures seen", "homes-and-origins"),
    ]
    assert not [value for line in new for value in line.values() if value == "16plus"]
    queries = [link.proto.query_string for link in app.get("page_link")]
    assert bar_links(app)
    assert not [one for one in (*queries, *bar_links(app).values()) if "exact" in one]
    switched(app, on=False)
    assert BANNER not in words_of(app)
    assert lines(audit)[-1]["event"] == "exact figures off"
    assert len(list(ledger.entries(audit))) == len(lines(audit))


@pytest.mark.parametrize("page", [MAP, "rare"])
def test_exact_figures_of_an_area_with_nothing_loaded_are_none_and_no_fault(own: Browser, page: str) -> None:
    must_be_whole(own.open(page, "la=353&s=private", _exact=True))


def test_the_banner_goes_along_to_every_page_but_not_to_another_visitor(demo: Browser) -> None:
    app = demo.open("overview")
    switched(app, on=True)
    for page in PAGES:
        if page != "overview":
            app.switch_page(at(page)).run()
        assert BANNER in words_of(app)
    assert BANNER not in words_of(demo.open("overview"))


def test_no_link_switches_it_on(demo: Browser) -> None:
    for query in ("exact=1", "_exact=true", "w-exact=1"):
        app = demo.open("overview", query)
        assert chosen(app, "exact") == []
        assert BANNER not in words_of(app)


@pytest.mark.parametrize("address", ["0.0.0.0", "10.0.0.5", "", None])  # noqa: S104 a server for everybody
def test_a_server_for_others_has_no_switch(demo: Browser, address: str | None) -> None:
    config.set_option("server.address", address)
    app = demo.open("overview")
    must_be_whole(app)
    assert "exact" not in fields_of(app)


def test_nothing_exact_is_shown_when_it_cannot_be_written_down(
    demo: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = demo.open("overview")
    protected = html_of(app)

    def full(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(ledger, "append", full)
    switched(app, on=True)
    assert not app.exception
    assert html_of(app) == protected
    assert "could not be written to the audit log" in app.error[0].value
    assert chosen(app, "exact") == []


def test_every_page_and_area_looked_at_is_written_down_once_with_its_las(demo: Browser, audit: Path) -> None:
    app = demo.open(MAP, "la=350", _exact=True)
    before = lines(audit)
    assert (before[-1]["event"], before[-1]["la_codes"]) == ("exact figures seen", ["E08000001"])
    app.run()
    assert lines(audit) == before
    app.switch_page(at("distance")).run()
    new = lines(audit)[len(before) :]
    assert [(line["event"], line["page"]) for line in new] == [("exact figures seen", "distance")]


def test_a_page_goes_back_to_protected_when_its_use_cannot_be_written_down(
    demo: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = demo.open("overview", _exact=True)
    assert BANNER in words_of(app)

    def full(*_: object) -> None:
        raise OSError

    monkeypatch.setattr(ledger, "append", full)
    app.switch_page(at("distance")).run()
    assert BANNER not in words_of(app)
    assert "could not be written to the audit log" in app.error[0].value


def test_a_server_for_others_where_nobody_signs_in_shows_no_figure_at_all(demo: Browser) -> None:
    config.set_option("server.address", "0.0.0.0")  # noqa: S104 - a server for everybody
    app = demo.open("overview", _exact=True)
    must_be_whole(app)
    assert "This copy is for its own machine only" in words_of(app)
    assert not app.get("page_link")
    assert not bar_links(app)
    assert "figures" not in " ".join(html_of(app))
