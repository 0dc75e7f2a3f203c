"""Files are looked at before they count, and every load can be undone: the page Load files."""

from datetime import date
from pathlib import Path

import pytest
from streamlit import config
from streamlit.testing.v1 import AppTest

from tests.intake.made_files import episodes
from tests.ui.on_screen import Browser, html_of, must_be_whole, table_of, words_of

GOOD = episodes("A", date(2025, 3, 1), 40)
FAULTY = GOOD.replace("\nA3,", "\n,").replace("A7,22/02/2025", "A7,soon")
NAME = "Bolton 2025 episodes.csv"


def put(app: AppTest, *files: tuple[str, str]) -> AppTest:
    uploads = [(name, text.encode(), "text/csv") for name, text in files]
    app.file_uploader[0].set_value(uploads)
    return app.run()


def press(app: AppTest, key: str) -> AppTest:
    app.button(key=key).click()
    return app.run()


def states(app: AppTest) -> dict[str, str]:
    return {row["Load"]: row["State"] for row in table_of(app, "Latest first")}


def test_nothing_is_loaded_and_the_page_says_what_is_shown_instead(demo: Browser) -> None:
    app = demo.open("load")
    must_be_whole(app)
    assert "what you see is a synthetic region" in words_of(app)
    assert "Files stay on this machine, in " in words_of(app)


def test_a_faulty_file_shows_its_rows_its_own_numbers_and_no_value(own: Browser) -> None:
    app = put(own.open("load"), (NAME, FAULTY))
    must_be_whole(app)
    said = words_of(app)
    assert "2 of 40 rows cannot be loaded. It reads as SSDA903 episodes, Bolton, 2025." in said
    assert "40 rows read = 38 loaded as they came + 0 loaded, mended + 2 rejected" in said
    table = next(piece for piece in html_of(app) if "2 rows not loaded" in piece)
    assert '<th scope="row">5</th>' in table
    assert '<th scope="row">9</th>' in table
    assert "The child id is blank." in table
    for value in (b"soon", b"BL1 1RU", b"A7"):
        assert value not in own.wire


def test_a_file_of_no_known_kind_says_what_it_lacks(own: Browser) -> None:
    app = put(own.open("load"), (NAME, GOOD.replace("DECOM", "Start of it")))
    must_be_whole(app)
    assert "It cannot be loaded." in words_of(app)
    assert "lacks a column for 'DECOM'" in words_of(app)
    assert app.button(key="accept-files").disabled


def test_a_silent_file_asks_only_for_what_it_does_not_say(own: Browser) -> None:
    app = put(own.open("load"), ("episodes 2025.csv", GOOD))
    must_be_whole(app)
    assert "Which LA is episodes 2025.csv from?" in words_of(app)
    assert list(app.number_input) == []
    app.selectbox(key="la-0").set_value("E08000001").run()
    app = press(app, "check-0-la")
    assert "It reads as SSDA903 episodes, Bolton, 2025." in words_of(app)


def test_headings_alone_say_nobody_once_it_is_told_whose_and_of_when_they_are(own: Browser) -> None:
    app = put(own.open("load"), ("orders 2025.csv", "CHILD,DOB,DOLO_START,DOLO_END\n"))
    must_be_whole(app)
    assert "Which LA is orders 2025.csv from?" in words_of(app)
    app.selectbox(key="la-0").set_value("E08000001").run()
    app = press(app, "check-0-la")
    must_be_whole(app)
    said = words_of(app)
    assert "It can be loaded. It reads as SSDA903 deprivation of liberty, Bolton, 2025." in said
    assert (
        "0 rows below headings. No order deprived a child of liberty in the year, as told by the LA" in said
    )
    assert "It counts as none, and not as not known." in said
    app = press(app, "accept-files")
    assert "orders 2025.csv (0 rows: nobody, as told)" in app.success[0].value
    assert states(app)["11"] == "Counts"
    app = press(app, "undo")
    assert "That there is nobody is then not known again." in app.warning[0].value


def test_many_silent_files_are_asked_about_once(own: Browser) -> None:
    app = put(own.open("load"), ("one.csv", GOOD), ("two.csv", FAULTY), (NAME, GOOD))
    must_be_whole(app)
    assert "2 files do not say which local authority they are from" in words_of(app)
    app.selectbox(key="la-all").set_value("E08000002").run()
    app = press(app, "check-all-la")
    assert "2 files do not say of which return year they are" in words_of(app)
    app.number_input(key="year-all").set_value(2025).run()
    app = press(app, "check-all-year")
    must_be_whole(app)
    said = words_of(app)
    assert "files do not say" not in said
    assert said.count("speaks of the same (SSDA903 episodes, Bury, 2025): of the two only one can count") == 2


def test_a_doubtful_file_is_not_loaded_unless_it_is_meant(own: Browser) -> None:
    app = put(own.open("load"), ("Bolton 2023 episodes.csv", GOOD))
    must_be_whole(app)
    assert "Look again before you load it." in words_of(app)
    assert app.button(key="accept-files").disabled
    app.checkbox[0].check().run()
    assert not app.button(key="accept-files").disabled


def test_accepting_serves_at_once_and_undoing_brings_back_what_was(own: Browser) -> None:
    app = press(put(own.open("load"), (NAME, GOOD)), "accept-files")
    must_be_whole(app)
    assert "Bolton 2025 episodes.csv (40 rows)" in app.success[0].value
    assert states(app)["11"] == "Counts"
    assert states(app)["3"] == "Replaced by load 11"
    app = press(press(app, "undo"), "undo-sure")
    must_be_whole(app)
    assert "Load 11 is undone" in app.success[0].value
    assert (states(app)["11"], states(app)["3"]) == ("Undone", "Counts")


def test_an_undo_asks_first_and_can_be_thought_better_of(own: Browser) -> None:
    app = press(own.open("load"), "undo")
    assert "Undo load 10 (ofsted_list_31_march_2025.csv)?" in app.warning[0].value
    app = press(app, "undo-not")
    assert list(app.warning) == []
    assert set(states(app).values()) == {"Counts"}


def test_when_all_is_undone_the_synthetic_region_is_back(
    demo_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, browser: Browser
) -> None:
    (tmp_path / "demo").symlink_to(demo_home / "demo")
    monkeypatch.setenv("RCC_DATA_DIR", str(tmp_path))
    app = press(put(browser.open("load"), (NAME, GOOD)), "accept-files")
    assert "Synthetic" not in words_of(app)
    app = press(press(app, "undo"), "undo-sure")
    must_be_whole(app)
    assert "Synthetic demonstration data" in words_of(app)


def test_nothing_of_a_visit_is_left_when_it_is_cleared(own: Browser, tmp_path: Path) -> None:
    app = put(own.open("load"), (NAME, FAULTY))
    assert len([path for path in (tmp_path / "data" / "waiting").iterdir() if path.is_dir()]) == 1
    app = press(app, "clear-files")
    must_be_whole(app)
    assert list((tmp_path / "data" / "waiting").iterdir()) == []
    assert "rows read" not in words_of(app)


def test_two_visitors_do_not_see_each_others_files(own: Browser) -> None:
    put(own.open("load"), (NAME, FAULTY))
    assert NAME not in words_of(own.open("load"))


def test_a_server_for_others_takes_no_file(own: Browser) -> None:
    config.set_option("server.address", "0.0.0.0")  # noqa: S104 a server for everybody
    app = own.open("load")
    must_be_whole(app)
    assert list(app.file_uploader) == []
    assert "This copy is for its own machine only" in words_of(app)
