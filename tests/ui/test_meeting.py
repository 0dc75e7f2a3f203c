"""A meeting: views on an agenda, presented by their addresses, shared as a link or a file, and saved."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from rcc_dash.domain.agenda import VIEW_PAGES, Agenda, Entry, Stop
from rcc_dash.domain.agenda_file import agenda_file
from rcc_dash.reference.tables import rows
from rcc_dash.ui.nav import PAGES as SPECS
from rcc_dash.ui.strips import SYNTHETIC
from tests.ui.on_fields import choose, opened
from tests.ui.on_screen import (
    MAP,
    Browser,
    at,
    bar_links,
    html_of,
    link_of,
    must_be_whole,
    notices_of,
    text_of,
    words_of,
)

MENU = "view-menu"
AGENDA = "distance~la~350~d-part~where~~distance~d-part~why~~voids"
OPEN_PAGES = ("load", "meeting", "methods", "sql")


def ways(app: AppTest) -> dict[str, str]:
    """Give the addresses of all links by their words: the bar's, and those on the page."""
    shown = [link.proto for link in app.get("page_link")]
    in_bar = {label: href if "?" in href else f"{href}?" for label, href in bar_links(app).items()}
    return {**in_bar, **{link.label: f"{link.page}?{link.query_string}" for link in shown}}


def press(app: AppTest, key: str) -> AppTest:
    app.button(key=key).click().run()
    must_be_whole(app)
    return app


def test_every_page_but_those_without_views_can_be_on_an_agenda() -> None:
    assert {spec.code: spec.title for spec in SPECS if spec.code not in OPEN_PAGES} == dict(VIEW_PAGES)


def test_six_views_to_begin_with_are_of_what_the_page_is_about(demo: Browser) -> None:
    app = press(demo.open("meeting", "r=se&sub=berkshire&a=16plus"), "agenda-six")
    assert "The agenda has 6 views." in text_of(app, "lead")
    stops = [stop.split("~") for stop in link_of(app)["ag"].split("~~")]
    assert [stop[0] for stop in stops] == [
        "overview",
        "homes_and_origins",
        "distance",
        "voids",
        "rare",
        "compare",
    ]
    pairs = [dict(zip(stop[1::2], stop[2::2], strict=True)) for stop in stops]
    assert all({"r": "se", "sub": "berkshire", "a": "16plus"}.items() <= stop.items() for stop in pairs)
    assert (pairs[2]["d-part"], pairs[4]["r-part"]) == ("where", "pool")


def test_views_are_put_on_the_agenda_and_the_address_of_the_meeting_has_them(demo: Browser) -> None:
    app = press(opened(demo.open("voids", "v-part=cost"), MENU), "view-add")
    app.switch_page(at("overview")).run()
    assert "view-add" not in [button.key for button in app.button], "a menu is open on its own page only"
    press(opened(app, MENU), "view-add")
    assert "ag=voids~v-part~cost~~overview" in ways(app)["Meeting"]
    app.query_params["ag"] = ["voids~v-part~cost~~overview"]
    app.switch_page(at("meeting")).run()
    assert "The agenda has 2 views." in text_of(app, "lead")
    assert link_of(press(app, "stop-later-0"))["ag"].startswith("overview")
    assert link_of(press(app, "stop-out-0"))["ag"].startswith("voids")
    assert "ag" not in link_of(press(app, "stop-out-0"))
    assert "The agenda is empty." in words_of(app)


def test_a_presented_view_says_its_words_filters_and_that_it_is_synthetic(demo: Browser) -> None:
    app = demo.open("meeting", f"ag={AGENDA}")
    app.text_input(key="w-agenda-title").set_value("Board").run()
    app.text_input(key="w-stop-title-0").set_value("Where Bolton's children went").run()
    app.text_area(key="w-stop-note-0").set_value("Ask why.").run()
    must_be_whole(app)
    app.query_params.clear()
    for key, value in {"la": "350", "d-part": "where", "ag": AGENDA, "present": "1"}.items():
        app.query_params[key] = [value]
    app.switch_page(at("distance")).run()
    must_be_whole(app)
    said = words_of(app)
    assert "Where Bolton's children went Ask why. Board. 1 of 3. Bolton, 31 Mar 2025" in said
    assert SYNTHETIC in said
    assert "ag=" in ways(app)["Leave"]


def test_next_is_a_step_of_the_address_within_a_page_and_beyond(demo: Browser) -> None:
    app = demo.open("distance", f"la=350&d-part=where&ag={AGENDA}&present=1")
    press(app, "meeting-goes-next")
    assert link_of(app) == {"d-part": "why", "ag": AGENDA, "present": "2"}
    assert ways(app)["Next"] == f"voids?ag={AGENDA}&present=3"
    press(app, "meeting-goes-back")
    assert link_of(app) == {"la": "350", "d-part": "where", "ag": AGENDA, "present": "1"}


def test_a_single_view_is_presented_and_left(demo: Browser) -> None:
    app = press(opened(demo.open(MAP, "a=16plus"), MENU), "view-present")
    assert link_of(app) == {"a": "16plus", "present": "1"}
    assert any("Nothing to press" in piece or "meeting-ways" in piece for piece in style_of(app))
    assert link_of(press(app, "meeting-ends")) == {"a": "16plus"}


def style_of(app: AppTest) -> list[str]:
    return [piece.proto.body for piece in app.get("html") if piece.proto.body.startswith("<style>")]


@pytest.mark.parametrize(
    ("query", "said"),
    [("ag=load~~voids~la~999", "view 1 of an agenda"), ("ag=voids~la~999&present=x", "View 1 of the agenda")],
)
def test_what_an_agenda_cannot_have_is_said(demo: Browser, query: str, said: str) -> None:
    app = demo.open("meeting", query)
    must_be_whole(app)
    assert said in notices_of(app)


def test_an_agenda_goes_into_a_file_and_comes_back_with_its_words(demo: Browser) -> None:
    held = agenda_file(Agenda("Board", (Entry(Stop("voids"), "Beds", "Ask why."),)), date(2026, 11, 22))
    app = demo.open("meeting")
    app.file_uploader[0].set_value([("board.json", held.encode(), "application/json")]).run()
    must_be_whole(app)
    assert "“Board” has 1 view." in text_of(app, "lead")
    assert "1. Beds" in words_of(app)
    assert link_of(app) == {"ag": "voids"}
    assert [button.proto.label for button in app.get("download_button")].count("Agenda as a file") == 1
    app.file_uploader[0].set_value([("board.json", b"{}", "application/json")]).run()
    assert "This is no agenda" in words_of(app)
    assert link_of(app) == {"ag": "voids"}


def test_a_view_is_saved_renamed_and_put_on_the_agenda_and_never_exact(own: Browser) -> None:
    app = opened(own.open("voids", "v-part=cost"), MENU)
    app.text_input(key="view-name").set_value("Beds and cost")
    app.text_area(key="view-note").set_value("Ask why.")
    next(button for button in app.button if button.label == "Save the view").click().run()
    must_be_whole(app)
    app = own.open("meeting", "t-open=saved")
    assert "Beds and cost" in words_of(app)
    assert ways(app)["Open"] == "voids?v-part=cost"
    (key,) = [button.key for button in app.button if button.key and button.key.startswith("saved-add-")]
    assert "ag" in link_of(press(app, key))
    app.text_input(key=key.replace("saved-add", "w-saved-title")).set_value("Beds").run()
    assert "<h2>Beds</h2>" in "".join(html_of(app))
    press(app, key.replace("add", "out"))
    assert "None yet" in words_of(app)


def test_words_that_tell_of_one_person_are_not_kept(own: Browser) -> None:
    app = opened(own.open("voids", ""), MENU)
    app.text_input(key="view-name").set_value("The child born 2011")
    next(button for button in app.button if button.label == "Save the view").click().run()
    assert "may tell of one person" in words_of(app)
    assert "None yet" in words_of(own.open("meeting", "t-open=saved"))


def test_filters_wait_while_the_data_are_held(demo: Browser) -> None:
    app = press(opened(demo.open("overview", ""), MENU), "view-hold")
    before = text_of(app, "lead")
    choose(app, {"age": ["16plus"]})
    assert (text_of(app, "lead"), link_of(app)) == (before, {})
    assert "aged 16 and over" in words_of(app)
    press(app, "hold-show")
    assert link_of(app) == {"a": "16plus"}
    press(app, "view-hold")
    choose(app, {"age": []})
    press(app, "hold-drop")
    assert link_of(app) == {"a": "16plus"}


def test_now_is_compared_with_last_year_and_with_what_is_chosen(demo: Browser) -> None:
    app = demo.open("compare")
    assert "on 31 Mar 2025 and" in text_of(app, "lead")
    assert "Greater Manchester on 31 Mar 2024" in words_of(app)
    choose(app, {"with": "South East"})
    must_be_whole(app)
    assert link_of(app) == {"c-r": "se"}
    assert "South East on 31 Mar 2025" in text_of(app, "lead")
    assert ways(app)["Distance"] == "distance?"


def test_every_page_says_what_one_is_looking_at(demo: Browser) -> None:
    assert {row["page"] for row in rows("page_words")} == {spec.code for spec in SPECS}
    for page in (MAP, "meeting"):
        app = press(opened(demo.open(page, ""), MENU), "view-what")
        (panel,) = [piece for piece in html_of(app) if "looking-at" in piece]
        assert all(f"<dt>{name}</dt>" in panel for name in ("The question", "What is drawn"))
        assert "Greater Manchester, 31 Mar 2025, children looked after." in panel
