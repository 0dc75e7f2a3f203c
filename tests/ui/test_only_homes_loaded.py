"""With one list of homes and no child's return, what is missing is said in words and never as nought."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from rcc_dash.domain.measures import AREA_MEASURES
from rcc_dash.domain.missing import Way
from rcc_dash.domain.progress import silent
from rcc_dash.intake.load import load
from rcc_dash.intake.take import Said
from rcc_dash.settings import DataHome
from rcc_dash.ui.nothing_loaded import RETURNS, for_date
from rcc_dash.ui.strips import SYNTHETIC
from tests.ui.on_fields import choose, chosen, fields_of
from tests.ui.on_screen import (
    MAP,
    PAGES,
    PROJECT,
    Browser,
    html_of,
    link_of,
    must_be_whole,
    table_of,
    text_of,
    told_to_load,
    words_of,
)
from tests.ui.signing_in import everybody, visitor

REAL = PROJECT.parent / "shared" / "data" / "ofsted" / "provider_at_march_2021.csv"
SMALL = PROJECT / "tests" / "fixtures" / "region" / "ofsted_list_31_march_2025.csv"
WITHOUT_CHILDREN = ("Children", "Outside LA", "Over 20 miles")


@pytest.fixture(scope="module", params=[SMALL, REAL], ids=["the countable list", "Ofsted's list of 2021"])
def homes_only(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not request.param.exists():
        pytest.skip("needs the real files of ../shared")
    home = DataHome(tmp_path_factory.mktemp("homes-only"))
    assert load([request.param], Said(), home, datetime(2025, 6, 1, tzinfo=UTC), silent).is_clean
    return home.root


@pytest.fixture
def loaded(homes_only: Path, browser: Browser, monkeypatch: pytest.MonkeyPatch) -> Browser:
    monkeypatch.setenv("RCC_DATA_DIR", str(homes_only))
    return browser


@pytest.mark.parametrize("page", PAGES)
def test_every_page_is_whole_and_claims_no_synthetic_data(loaded: Browser, page: str) -> None:
    for query in ("", "a=16plus", "f=la350", "m=all&show=shade.homes.flows.origins", "shade=homes"):
        app = loaded.open(page, query)
        must_be_whole(app)
        assert SYNTHETIC not in words_of(app)


@pytest.mark.parametrize(
    ("page", "words"),
    [
        ("overview", "No children's returns are loaded for this date."),
        (MAP, "No children's returns are loaded for this date"),
        (
            "data",
            "No children's returns are loaded for this date. Load SSDA903 returns on the page Load files.",
        ),
    ],
)
def test_what_is_missing_is_said(loaded: Browser, page: str, words: str) -> None:
    assert words in words_of(loaded.open(page))


@pytest.mark.parametrize("page", ["overview", MAP, "compare", "data", "distance", "explore", "rare", "voids"])
def test_what_is_missing_can_be_loaded_from_where_it_is_missed(loaded: Browser, page: str) -> None:
    app = loaded.open(page)
    links = [link.proto for link in app.get("page_link") if link.proto.icon]
    assert [(link.label, link.page) for link in links] == [("Load files", "load")]
    assert "later date" not in text_of(app, "lead")


@pytest.mark.parametrize("page", ["overview", MAP, "distance", "data"])
def test_who_may_not_load_is_told_to_ask(loaded: Browser, homes_only: Path, page: str) -> None:
    assert loaded
    with everybody(homes_only):
        app = visitor("regional-director", page).run()
    must_be_whole(app)
    assert told_to_load(app) == []


def test_a_later_date_is_named_only_where_one_can_be_chosen() -> None:
    early, late = date(2021, 3, 31), date(2025, 3, 31)
    load = "oad SSDA903 returns on the page Load files."
    for asked, loaded in ((early, ()), (late, (early,)), (None, (early, late))):
        assert for_date(RETURNS, asked, loaded).to(Way.LOAD) == f"{RETURNS.said} L{load}"
    said = for_date(RETURNS, early, (late,)).to(Way.LOAD)
    assert said == f"{RETURNS.said} Choose a later date above or l{load}"


@pytest.mark.parametrize("page", ["overview", MAP])
def test_figures_of_children_are_not_returned_rather_than_nought(loaded: Browser, page: str) -> None:
    rows = table_of(loaded.open(page), "Areas")
    assert {row[heading] for row in rows for heading in WITHOUT_CHILDREN} == {"[x]"}
    assert all(int(row["Homes"].replace(",", "")) >= 0 for row in rows)


def test_homes_are_counted_in_the_sentence_and_the_cards_say_no_child_figure(loaded: Browser) -> None:
    app = loaded.open("overview")
    assert "Greater Manchester had" in text_of(app, "lead")
    (cards,) = [piece for piece in html_of(app) if 'class="figures"' in piece]
    assert len(re.findall(r'<div class="value"[^>]*>\[x\]', cards)) == 4


@pytest.mark.parametrize("query", ["", "shade=far"])
def test_areas_are_shaded_by_homes_and_other_figures_say_why_not(loaded: Browser, query: str) -> None:
    app = loaded.open("overview", f"t-open=bars&{query}".rstrip("&"))
    must_be_whole(app)
    shade = fields_of(app)["shade"]
    assert shade["chosen"] == ["homes"]
    assert set(shade["closed"]) == set(AREA_MEASURES) - {"homes", "places"}
    said = dict(shade["options"])
    assert all(said[code].endswith(": no children's returns loaded") for code in shade["closed"])
    assert len(app.get("vega_lite_chart")) == 1
    assert link_of(app) == dict(pair.split("=") for pair in f"t-open=bars&{query}".split("&") if pair)


def test_a_figure_that_cannot_be_shown_cannot_be_chosen(loaded: Browser) -> None:
    app = loaded.open(MAP)
    assert chosen(choose(app, {"shade": "far"}), "shade") == ["homes"]
    assert chosen(choose(app, {"shade": "places"}), "shade") == ["places"]


def test_no_protection_is_claimed_where_no_child_is_counted(loaded: Browser) -> None:
    for page in ("overview", MAP):
        assert "rounded" not in words_of(loaded.open(page))
