"""The SQL page: examples give answers, mistakes are said in words, and a link never runs by itself."""

import os
import re
import time
from contextlib import suppress
from pathlib import Path
from urllib.parse import quote

import pytest
from streamlit.testing.v1 import AppTest

from rcc_dash.domain.typed_examples import EXAMPLES
from rcc_dash.settings import DataHome
from rcc_dash.store import ledger
from tests.ui.on_screen import Browser, html_of, link_of, must_be_whole, table_of, text_of, words_of

PLACES = next(one for one in EXAMPLES if one.code == "places").sql


def typed(app: AppTest, sql: str) -> AppTest:
    """Type a question and press Run, then wait for its answer."""
    app.text_area(key="w-sql").set_value(sql).run()
    app.button(key="sql-run").click().run()
    ends = time.monotonic() + 60
    while any(button.key == "sql-stop" for button in app.button) and time.monotonic() < ends:
        time.sleep(0.3)
        app.run()
    return app


def warned(app: AppTest) -> str:
    return " ".join(warning.value for warning in app.warning)


def test_examples_answer_and_the_link_brings_them_along(demo: Browser) -> None:
    app = demo.open("sql")
    must_be_whole(app)
    assert "Choose an example" in text_of(app, "lead")
    app.selectbox(key="w-sql-example").set_value("places").run()
    assert app.text_area(key="w-sql").value == PLACES
    assert "sql-run" in {button.key for button in app.button}
    assert not any("<h2>Answer</h2>" in piece for piece in html_of(app))
    typed(app, PLACES)
    must_be_whole(app)
    rows = table_of(app, "Answer: ")
    assert {"la_code", "name", "sector", "homes", "places"} == set(rows[0])
    assert {row["name"] for row in rows} >= {"Bolton", "Wigan"}
    assert link_of(app)["q"] == PLACES
    file = app.session_state["_on_page"].tables["Answer of a typed question"]()
    assert [str(places) for places in file.frame["places"]] == [row["places"] for row in rows]
    assert " ".join(PLACES.split()) in file.citation.settings
    assert "only when its reader presses Run" in words_of(app)


def test_a_link_shows_its_question_and_runs_nothing(demo: Browser) -> None:
    app = demo.open("sql", f"q={quote(PLACES)}")
    must_be_whole(app)
    assert app.text_area(key="w-sql").value == PLACES
    assert "Nothing was run" in text_of(app, "lead")
    assert not any("<h2>Answer</h2>" in piece for piece in html_of(app))
    typed(app, PLACES)
    assert table_of(app, "Answer: ")


def test_what_is_no_code_keeps_a_question_out_of_the_link(demo: Browser) -> None:
    app = typed(demo.open("sql"), "SELECT count(*) AS homes FROM home_at WHERE owner_name = 'Zebulonia'")
    assert table_of(app, "Answer: 1 row")
    assert "q" not in link_of(app)
    assert "cannot be put in a link because of “'Zebulonia'”" in words_of(app)


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("SELECT place FROM home_at", "place"),
        ("SELECT * FROM as_at", "There is no table as_at here"),
        ("DROP TABLE home_at", "It is not a SELECT"),
        ("SELECT * FROM 'secret.csv'", "no file"),
    ],
)
def test_mistakes_and_refusals_are_said_in_words(demo: Browser, sql: str, said: str) -> None:
    app = typed(demo.open("sql"), sql)
    must_be_whole(app)
    assert said in warned(app)
    assert not re.search(r"Traceback|/tmp|wh\.", warned(app))


def test_the_map_and_chart_are_drawn_of_what_has_codes_of_areas(demo: Browser) -> None:
    sql = "SELECT area_code AS la_code, children FROM children_shown WHERE parted_by = '' AND area_code LIKE"
    sql += " 'E%' AND as_of = DATE '2025-03-31'"
    app = typed(demo.open("sql", "t-open=map"), sql)
    must_be_whole(app)
    assert any("Map of Greater Manchester: children" in piece for piece in html_of(app))


def test_every_table_is_described_with_units(demo: Browser) -> None:
    said = words_of(demo.open("sql"))
    assert "children BIGINT" in said
    assert "as_at" not in said.split()
    assert "weekly_cost_gbp" in words_of(demo.open("sql", "la=350", _exact=True))


def test_stop_kills_what_runs(demo: Browser) -> None:
    app = demo.open("sql")
    app.text_area(key="w-sql").set_value("SELECT count(*) FROM range(10000000000), range(999)").run()
    app.button(key="sql-run").click().run()
    assert answering()
    app.button(key="sql-stop").click().run()
    assert "You stopped it" in warned(app)
    assert not answering()


def answering() -> list[int]:
    """Give the processes that answer typed questions for this one."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            words, state = (folder / "cmdline").read_bytes(), (folder / "stat").read_text().rsplit(")", 1)[1]
            if b"rcc_dash.store.typed.child" in words and int(state.split()[1]) == os.getpid():
                found.append(int(folder.name))
    return found


def test_rows_of_children_are_asked_in_exact_figures_only_written_down_and_never_given_away(
    demo: Browser, demo_home: Path
) -> None:
    home = DataHome(demo_home).demo
    app = typed(
        demo.open("sql", "la=350", _exact=True), "SELECT la_code, count(*) AS n FROM as_at GROUP BY 1"
    )
    must_be_whole(app)
    assert [row["la_code"] for row in table_of(app, "Answer: 1 row")] == ["E08000001"]
    assert "are not given away as files" in words_of(app)
    last = ledger.reading(home.audit).entries[-1]
    assert (last["event"], last["la_codes"]) == ("typed question over exact rows", ["E08000001"])
    assert "OFFICIAL-SENSITIVE" in words_of(app)
