"""The page *Voids*: every part answers, says what is known and what is likely, and names no home to all."""

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rcc_dash.domain.progress import silent
from rcc_dash.intake.load import load
from rcc_dash.intake.take import Said
from rcc_dash.settings import DataHome
from tests.ui.on_screen import PROJECT, Browser, html_of, must_be_whole, table_of, text_of, words_of

LIST = PROJECT / "tests" / "fixtures" / "region" / "ofsted_list_31_march_2025.csv"

PARTS = ("beds", "cost", "match", "block")
URN = re.compile(r"\bSC\d{6}\b|\b\d{7}\b")
STATES = ("Occupied, as returned", "Cannot be used", "Empty and ready")


def whole(text: str) -> int:
    return int(text.replace(",", ""))


@pytest.mark.parametrize("query", ["", "r=se&p=foster&a=10to15", "la=350.351.352&s=private"])
@pytest.mark.parametrize("part", PARTS)
def test_every_part_is_whole_and_names_no_home(demo: Browser, part: str, query: str) -> None:
    app = demo.open("voids", f"{query}&v-part={part}")
    must_be_whole(app)
    assert text_of(app, "lead")
    assert not URN.search(" ".join(html_of(app)))


def test_returned_places_and_what_is_left_are_all_places(demo: Browser) -> None:
    for row in table_of(demo.open("voids"), "Places by state"):
        shown = [row[state] for state in STATES if row[state] not in {"[c]", "[x]"}]
        told = [0 if number == "[low]" else whole(number) for number in shown]
        known = (
            0
            if row["Children known in other homes"] == "[c]"
            else whole(row["Children known in other homes"])
        )
        assert whole(row["Places"]) == sum(told) - (told[2] if told else 0) + known + whole(
            row["Empty, at the most"]
        )
        low, _, _ = row["Empty, likely"].partition(" to ")
        assert whole(low) >= (told[2] if told else 0)


@pytest.mark.parametrize("by", ["sector", "size", "judgement", "age", "owner", "kind"])
def test_homes_are_compared_by_anything_that_is_known_of_them(demo: Browser, by: str) -> None:
    app = demo.open("voids", f"v-by={by}")
    must_be_whole(app)
    assert len(table_of(app, "Places by state")) > 2


@pytest.mark.parametrize("tab", ["maps", "years", "why", "checks"])
def test_every_tab_draws(demo: Browser, tab: str) -> None:
    app = demo.open("voids", f"t-open={tab}")
    must_be_whole(app)
    assert not URN.search(" ".join(html_of(app)))


def test_no_more_children_are_placed_alone_than_together(demo: Browser) -> None:
    for query in ("v-part=match", "v-part=match&r=se&v-beds=most", "v-part=match&v-miles=10&v-whom=recent"):
        app = demo.open("voids", query)
        must_be_whole(app)
        for row in table_of(app, "Children"):
            steps = [
                row["Could be placed: own homes only"],
                row["Homes in the own area only"],
                row["All homes pooled"],
            ]
            shown = [whole(step) for step in steps if step != "[c]"]
            assert shown == sorted(shown)


def test_earlier_dates_say_that_nothing_was_returned(demo: Browser) -> None:
    app = demo.open("voids", "at=2023-03-31")
    must_be_whole(app)
    assert "no vacancy return is recent enough" in text_of(app, "lead")
    assert "Load one on the page Load files" in words_of(app)


def test_each_home_is_listed_in_exact_figures_only(demo: Browser) -> None:
    app = demo.open("voids", "t-open=checks", _exact=True)
    must_be_whole(app)
    (homes,) = app.dataframe
    frame = homes.value
    states = frame[["Occupied", "Cannot be used", "Empty and ready", "Not known"]]
    assert (states.sum(axis="columns") == frame["Places"]).all()
    assert set(frame["Basis"]) == {"returned", "inferred"}


@pytest.fixture(scope="module")
def homes_only(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = DataHome(tmp_path_factory.mktemp("homes-only"))
    assert load([LIST], Said(), home, datetime(2025, 6, 1, tzinfo=UTC), silent).is_clean
    return home.root


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ("beds", "no vacancy return is recent enough"),
        ("cost", "no empty place is known to be priced"),
        ("match", "Load SSDA903 returns on the page Load files"),
        ("block", "load cost extracts, orders or the census on the page Load files"),
    ],
)
def test_what_is_missing_is_said_with_the_file_to_load(
    homes_only: Path, browser: Browser, monkeypatch: pytest.MonkeyPatch, part: str, words: str
) -> None:
    monkeypatch.setenv("RCC_DATA_DIR", str(homes_only))
    app = browser.open("voids", f"v-part={part}")
    must_be_whole(app)
    assert words in text_of(app, "lead")
    assert "Load one on the page Load files. The template stands there" in words_of(app)
