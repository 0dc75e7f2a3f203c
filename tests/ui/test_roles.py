"""What each role sees where people sign in, and what never reaches anybody else."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from rcc_dash.domain.access import Access
from rcc_dash.domain.disclosure import Rule
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.links import State
from rcc_dash.domain.roles import roles
from rcc_dash.queries.calendar import calendar
from rcc_dash.queries.headlines import values_now
from rcc_dash.queries.reader import Reader
from rcc_dash.settings import DataHome
from rcc_dash.store import audit
from rcc_dash.store.warehouse import Warehouse
from rcc_dash.ui import visits
from rcc_dash.ui.cached import ask
from rcc_dash.ui.nav import PAGES
from rcc_dash.ui.open_data import OpenData, exact_reader
from rcc_dash.ui.sql_scope import scope_now
from tests.ui.on_fields import chosen, fields_of
from tests.ui.on_screen import Browser, html_of, must_be_whole, words_of
from tests.ui.signing_in import ISSUER, bar, everybody, exact_lines, lines, listed, person, switch_on, visitor

BOLTON, BURY = "E08000001", "E08000002"
BANNER = "Exact figures: OFFICIAL-SENSITIVE"


@pytest.fixture
def home(demo: Browser, demo_home: Path) -> Iterator[Path]:
    """The synthetic region, with one person of each role on the list."""
    assert demo
    with everybody(demo_home):
        yield demo_home


@pytest.mark.parametrize("role", list(roles()))
def test_each_role_has_its_own_pages_in_the_bar_and_no_others(home: Path, role: str) -> None:
    app = visitor(role).run()
    must_be_whole(app)
    titles = {spec.title for spec in PAGES if spec.code in roles()[role].pages}
    titles -= {"Load files"} if roles()[role].needs_steward else set()
    assert set(bar(app)) == titles
    assert ("sees no figures" in words_of(app)) is (role == "administrator")
    assert (lines(home)[-1]["event"], lines(home)[-1]["role"]) == ("signed in", role)


@pytest.mark.parametrize(
    ("role", "page"), [("regional-director", "load"), ("data-steward", "distance"), ("public", "load")]
)
def test_a_page_that_is_not_theirs_is_refused_in_words_and_written_down(
    home: Path, browser: Browser, role: str, page: str
) -> None:
    app = visitor(role, page).run()
    must_be_whole(app)
    assert "is not part of your role" in words_of(app)
    assert not re.search(rb"[0-9] (children|homes|places)", browser.wire)
    last = lines(home)[-1]
    assert (last["event"], last["page"], last["role"]) == ("page refused", page, role)


def test_an_analyst_says_why_and_sees_exact_figures_of_the_own_la_and_it_is_written_down(home: Path) -> None:
    app = visitor("la-analyst", "distance").run()
    assert "exact" not in fields_of(app)
    app.session_state["_exact"] = True
    assert BANNER not in words_of(app.run())
    switch_on(app, "costs")
    must_be_whole(app)
    assert BANNER in words_of(app)
    assert "Exact figures are of Bolton alone" in words_of(app)
    assert app.query_params["la"] in ("350", ["350"])
    assert scope_now(app.session_state["_context"]).la_codes == (BOLTON,)
    on, seen = exact_lines(home)[-2:]
    assert (on["event"], seen["event"]) == ("exact figures on", "exact figures seen")
    assert (seen["role"], seen["la_codes"]) == ("la-analyst", [BOLTON])
    assert (on["reason"], seen["reason"]) == ("costs", "costs")
    assert chosen(app, "exact") == ["on"]
    assert seen["subject"] == audit.subject_of(ISSUER, "la-analyst")
    app.session_state["_state"] = State(Filters(las=(BURY,)))
    app.session_state["_touched"] = True
    app.run()
    assert BANNER not in words_of(app)
    assert "They are yours to see of Bolton only" in app.error[0].value
    assert exact_lines(home)[-1]["event"] == "exact figures refused"
    assert exact_lines(home)[-1]["la_codes"] == [BURY]


@pytest.mark.parametrize("role", ["regional-director", "regional-analyst", "public", "data-steward"])
def test_other_roles_have_no_switch_and_are_refused_whatever_their_session_says(
    home: Path, role: str
) -> None:
    app = visitor(role, "data", "la=350")
    app.session_state["_exact"] = True
    app.run()
    must_be_whole(app)
    assert "exact" not in fields_of(app)
    assert BANNER not in words_of(app)
    assert (exact_lines(home)[-1]["event"], exact_lines(home)[-1]["role"]) == ("exact figures refused", role)


def test_whoever_signed_in_long_ago_signs_in_again_for_exact_figures(home: Path) -> None:
    app = visitor("la-analyst", "data", auth_time=datetime.now(UTC).timestamp() - 3700).run()
    assert home
    assert "exact" not in fields_of(app)
    assert "w-exact-why" not in {box.key for box in app.selectbox}
    assert "Sign in again for exact figures" in [button.label for button in app.button]


def test_exact_figures_are_put_away_when_nothing_is_done_and_the_page_after_more(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = visitor("la-analyst", "data").run()
    switch_on(app)
    assert BANNER in words_of(app)
    ago = datetime.now(UTC) - timedelta(minutes=16)
    monkeypatch.setattr(visits, "last_seen", lambda _: ago)
    app.run()
    assert BANNER not in words_of(app)
    assert "Nothing was done for 15 minutes" in app.error[0].value
    monkeypatch.setattr(visits, "last_seen", lambda _: ago - timedelta(minutes=15))
    assert "not used for more than 30 minutes" in words_of(app.run())
    assert home


def figures_of(app: AppTest) -> list[str]:
    """Give what is drawn, without the styles and what belongs to the person."""
    return [piece for piece in html_of(app) if "strip" not in piece]


def test_everybody_sees_the_same_protected_numbers_before_and_after_somebodys_exact_ones(
    home: Path, browser: Browser
) -> None:
    listed(home, *(person(la.lower(), "la-analyst", la) for la in ("Bolton", "Bury")))
    cold = {who: figures_of(visitor(who, query="la=350").run()) for who in ("bury", "bolton")}
    assert cold["bury"] == cold["bolton"]
    exact = visitor("bolton", query="la=350").run()
    switch_on(exact)
    assert figures_of(exact) != cold["bolton"]
    assert figures_of(visitor("bury", query="la=350").run()) == cold["bury"]
    other = visitor("bury", query="la=351").run()
    switch_on(other)
    assert BANNER in words_of(other)
    assert not numbers(exact) & numbers(other)
    assert browser


def test_an_answer_kept_for_one_reader_is_never_anothers(home: Path) -> None:
    served = DataHome(home).demo
    opened = Warehouse.open_current(served)
    assert opened
    protected, asked = Reader(opened, Rule("pepper")), Filters(las=(BOLTON,))
    when = ask(calendar, protected)
    readers = {
        la: exact_reader(OpenData(served, opened), protected, Access("la-analyst", (la,), la))
        for la in (BOLTON, BURY)
    }
    values = {la: ask(values_now, readers[la], asked, when) for la in (BOLTON, BURY, BOLTON)}
    shown = ask(values_now, protected, asked, when).figures[BOLTON]["children"]
    assert values[BOLTON].figures[BOLTON]["children"].value != shown.value
    assert values[BURY].figures[BOLTON]["children"].value is None
    opened.close()


def numbers(app: AppTest) -> set[str]:
    """Give the sentence's numbers of children: of two LAs they differ."""
    lead = next(piece for piece in html_of(app) if 'class="lead"' in piece)
    found = re.search(r"([\d,]+) children", lead)
    assert found
    return {found[1]}


def test_the_public_is_given_the_synthetic_region_whatever_else_is_loaded(
    demo: Browser, tmp_path: Path, demo_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("builds", "keys", "current.json", "manifest.jsonl"):
        (tmp_path / name).symlink_to(demo_home / "demo" / name)
    (tmp_path / "demo").symlink_to(demo_home / "demo")
    monkeypatch.setenv("RCC_DATA_DIR", str(tmp_path))
    listed(tmp_path, person("public", "public"), person("rae", "regional-director"))
    for who, home in (("public", tmp_path / "demo"), ("rae", tmp_path)):
        app = visitor(who, "load").run()
        must_be_whole(app)
        assert app.session_state["_context"].home.root == home
    monkeypatch.setenv("RCC_MODE", "public")
    app = demo.open("data")
    assert app.session_state["_context"].home.root == tmp_path / "demo"
    assert "Load files" not in bar(app)
    assert "exact" not in fields_of(app)
