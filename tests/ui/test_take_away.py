"""What leaves the app by a click: protected unless asked otherwise, citing itself, made only then."""

import json
import re
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from streamlit.testing.v1 import AppTest

from rcc_dash.errors import UserError
from rcc_dash.export.citation import BANNER, PROTECTED
from rcc_dash.export.table_file import FORMS, TableFile
from rcc_dash.figures.take_away import to_pdf
from rcc_dash.settings import DataHome
from rcc_dash.ui.take_away import Taken
from tests.ui.conftest import NOW
from tests.ui.on_fields import choose, fields_of, opened
from tests.ui.on_screen import MAP, Browser, must_be_whole, table_of, words_of

LINK = "la=350&a=16plus"


FULL = ("Exact figures cannot be shown", "The disk is full.", "Make room.")


def labels(app: AppTest) -> list[str]:
    return [button.proto.label for button in app.get("download_button")]


def taken(app: AppTest) -> Taken:
    """Take the page as the button in the bar does."""
    return Taken(app.session_state["_context"], app.session_state["_on_page"], "http://x/?la=350", NOW)


def test_nothing_is_offered_before_it_is_opened_and_one_button_a_table_offers_every_form(
    demo: Browser,
) -> None:
    app = demo.open(MAP, LINK)
    assert labels(app) == []
    words = [field["label"] for field in fields_of(app).values() if field["kind"] == "menu"]
    assert {"Take away", "Download: Figures by area"} <= set(words)
    opened(app, "take-Figures by area")
    must_be_whole(app)
    assert labels(app) == [form.label for form in FORMS.values()]
    choose(app, {"take-Figures by area": "shut"})
    assert labels(app) == []


@pytest.mark.parametrize("page", ["sql", "methods", "meeting"])
def test_pages_that_are_no_views_can_be_taken_away_too_but_not_the_way_in(demo: Browser, page: str) -> None:
    assert labels(opened(demo.open(page), "take-away"))[0] == "This page as a hand-out (PDF)"
    assert "take-away" not in fields_of(demo.open("load"))


def test_the_opened_menu_offers_the_page_each_picture_and_the_clipboard(demo: Browser) -> None:
    app = opened(demo.open("overview", "t-open=bars"), "take-away")
    must_be_whole(app)
    assert labels(app) == ["This page as a hand-out (PDF)", "PNG", "SVG", "PDF"]
    assert len(app.selectbox(key="take-away-which").options) == 2
    (copy,) = [p for p in app.get("bidi_component") if p.proto.component_name.endswith("rcc_copy_image")]
    assert json.loads(copy.proto.json)["png"].startswith("iVBORw0KGgo")


def test_a_file_names_filters_settings_date_sources_sentence_and_link(demo: Browser) -> None:
    app = demo.open("voids", f"{LINK}&v-part=beds&v-by=sector")
    (made,) = [
        one for title, one in app.session_state["_on_page"].tables.items() if title == "Places by state"
    ]
    about = made().citation
    assert about.filters == "Bolton; children looked after, aged 16 and over"
    assert "Compare homes by: Sector" in about.settings
    assert about.as_of is not None
    assert any("as at 31 Mar 2025" in source for source in about.sources)
    assert about.sentence in words_of(app)
    assert about.link.endswith("?la=350&a=16plus&v-by=sector")


@pytest.mark.parametrize("page", [MAP, "overview", "voids"])
def test_each_picture_and_the_hand_out_name_filters_date_and_label(demo: Browser, page: str) -> None:
    app = demo.open(page, LINK)
    page_taken = taken(app)
    told = ["Bolton", "aged 16 and over", "31 March 2025", "Synthetic demonstration data", "Protected view"]
    sheets = [page_taken.sheet(), *map(page_taken.svg, page_taken.page.pictures)]
    for svg in sheets:
        said = re.sub(r"\s+", " ", PdfReader(BytesIO(to_pdf(svg))).pages[0].extract_text())
        assert [part for part in told if part not in said] == []
        assert BANNER not in said
    assert app.session_state["_on_page"].sentence[:40] in sheets[0]


def test_with_exact_figures_on_a_file_is_protected_unless_it_is_ticked(demo: Browser) -> None:
    shown = demo.open("overview", "")
    protected = file_of(shown, is_exact=False)
    app = demo.open("overview", "", _exact=True)
    assert file_of(app, is_exact=False).frame.equals(protected.frame)
    assert file_of(app, is_exact=False).citation.treated == PROTECTED
    exact = file_of(app, is_exact=True)
    assert exact.citation.treated == BANNER
    shown_now = {row["Local authority"]: row["Children"] for row in table_of(app, "Areas")}
    assert dict(zip(exact.frame["area"], exact.frame["children"], strict=True)) == shown_now
    assert not exact.frame.equals(protected.frame)


def file_of(app: AppTest, *, is_exact: bool) -> TableFile:
    """Give the first table as its button does, with the tick set or not."""
    made = next(iter(app.session_state["_on_page"].tables.values()))
    found = made.func(*made.args, is_exact=is_exact)
    assert isinstance(found, TableFile)
    return found


def test_exact_pictures_and_tables_as_shown_are_not_offered_before_the_tick(
    demo: Browser, demo_home: Path
) -> None:
    shown = demo.open("data", "", _exact=True, **{"exact-take-away": True})
    for menu in ("take-How far each LA's data go", "take-away"):
        app = opened(shown, menu)
        must_be_whole(app)
        assert labels(app) == []
    audit = DataHome(demo_home).demo.audit
    before = audit.read_text(encoding="utf-8").count("taken away")
    app.checkbox(key="exact-take-away").set_value(True).run()
    assert labels(app) == ["This page as a hand-out (PDF)"]
    assert audit.read_text(encoding="utf-8").count("taken away") == before + 1
    choose(app, {"las": ["E08000001"]})
    assert app.checkbox(key="exact-take-away").value is False
    app.checkbox(key="exact-take-away").set_value(True).run()
    assert taken(app).sheet().count(BANNER) == 2


def test_what_cannot_be_written_down_is_not_taken(demo: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    app = opened(demo.open("data", "", _exact=True), "take-away")
    monkeypatch.setattr("rcc_dash.ui.exact_files.audit.record", _refused)
    app.checkbox(key="exact-take-away").set_value(True).run()
    assert app.checkbox(key="exact-take-away").value is False
    assert labels(app) == []


def _refused(*_: object) -> None:
    raise UserError(*FULL)
