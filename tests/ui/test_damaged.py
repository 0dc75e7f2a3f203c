"""Damaged or stale data: what served before serves with a banner, or words are read; never noughts."""

import json
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

import pytest

from rcc_dash.domain.progress import silent
from rcc_dash.intake.load import rebuild
from rcc_dash.settings import DataHome
from rcc_dash.store import pointer
from rcc_dash.ui import open_data
from tests.ui.on_screen import Browser, html_of, must_be_whole, table_of

LATER = datetime(2025, 6, 2, 9, 30, tzinfo=UTC)


@pytest.fixture
def home(own: Browser, tmp_path: Path) -> DataHome:
    assert own
    return DataHome(tmp_path / "data")


def damage(home: DataHome, build: pointer.Build) -> None:
    file = pointer.warehouse_file(home, build.build_id)
    file.write_bytes(file.read_bytes()[:-4096])


def test_a_damaged_build_gives_way_and_every_page_says_so(own: Browser, home: DataHome) -> None:
    (good, *_) = pointer.kept(home)
    rebuild(home, LATER, silent)
    (bad, *_) = pointer.kept(home)
    damage(home, bad)
    for page in ("overview", "data"):
        app = own.open(page)
        must_be_whole(app)
        (banner,) = [piece for piece in html_of(app) if "strip-damaged" in piece]
        assert "is damaged. You see the data of the build before it" in banner
        assert good.build_id in banner
    assert table_of(app, "Rows read")


def test_what_could_not_be_read_for_a_moment_serves_again_within_two_minutes(
    own: Browser, home: DataHome, monkeypatch: pytest.MonkeyPatch
) -> None:
    rebuild(home, LATER, silent)
    file = pointer.warehouse_file(home, pointer.kept(home)[0].build_id)
    file.rename(file.with_suffix(".away"))
    assert "strip-damaged" in " ".join(html_of(own.open("data")))
    file.with_suffix(".away").rename(file)
    monkeypatch.setattr(open_data, "monotonic", lambda: monotonic() + 60)
    own.open("data")
    assert "strip-damaged" not in " ".join(html_of(own.open("data")))


def test_all_builds_damaged_is_words_and_not_one_number_until_it_is_built_again(
    own: Browser, home: DataHome
) -> None:
    for build in pointer.kept(home):
        damage(home, build)
    app = own.open("overview")
    assert not app.exception
    assert app.error
    assert "python -m rcc_dash build" in app.error[0].value
    assert "<table" not in own.wire.decode("latin-1")
    rebuild(home, LATER, silent)
    must_be_whole(own.open("data"))


def test_a_bad_pointer_is_mended_and_nothing_is_lost(own: Browser, home: DataHome) -> None:
    home.pointer.write_text('{"builds": [{"build_id": 3}]}', encoding="utf-8")
    app = own.open("data")
    assert not app.exception
    assert not app.error
    assert table_of(app, "Rows read")
    assert len(json.loads(home.pointer.read_text(encoding="utf-8"))["builds"]) >= 1


def test_the_age_of_every_source_is_shown_and_what_is_too_old_stands_out(own: Browser) -> None:
    app = own.open("data")
    ages = {row["Source"]: row for row in table_of(app, "Age of the newest")}
    assert set(ages) == {row["Source"] for row in table_of(app, "Rows read")}
    assert ages["SSDA903 episodes"]["Newest"] == "31 Mar 2025"
    assert ages["SSDA903 episodes"]["State"] in {"fresh", "old", "out of date"}
    old = [name for name, row in ages.items() if row["State"] != "fresh"]
    said = " ".join(piece for piece in html_of(app) if "strip-" in piece)
    assert all(name in said for name in old)
