"""Names without a URN: suggested, decided on by a person, remembered, and used by the next build."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from rcc_dash import cli
from rcc_dash.domain.progress import silent
from rcc_dash.errors import UserError
from rcc_dash.intake.names import asked_of, decide, decisions, suggestions, take_back
from rcc_dash.settings import DATA_DIR_VARIABLE, DataHome
from rcc_dash.store import name_decisions
from rcc_dash.store.build import build
from rcc_dash.store.name_decisions import Decision, name_key
from rcc_dash.store.warehouse import Warehouse
from tests.store.staged_by_hand import BOLTON, BURY, MADE_ON, built, listing, load, sheet

NOW = datetime(2025, 6, 2, 9, 0, tzinfo=UTC)
MONTH = date(2025, 3, 31)


def census(child: str, **more: object) -> dict[str, object]:
    plain = {
        "la_code": BURY, "year": 2025, "child_key": child, "record_key": 7, "as_of": MONTH,
        "row_class": "child", "family_code": "home", "provider_name": "Made Up Care Limited",
        "home_name": "Oka House", "placement_la": BOLTON,
    }  # fmt: skip
    return {**plain, **more}


@pytest.fixture
def home(tmp_path: Path) -> DataHome:
    """Two homes on Ofsted's lists; four children of the census, three in homes without a URN."""
    home = DataHome(tmp_path)
    open_list = [
        listing("SC900001", owner_name="Made Up Care Ltd"),
        listing("SC900002", owner_name="Another Care Ltd", la_code=BURY),
        listing("1900003", owner_name="Fostering Ltd", provision_type="fostering_agency"),
    ]
    restricted = {"list_kind": "restricted", "precision": "restricted"}
    named = [
        listing("SC900001", home_name="Oak House", postcode_sector="BL1 1", **restricted),
        listing("SC900002", home_name="Ash Lodge", **restricted),
    ]
    load(home, "open", sheet("home_listing", "ofsted_places", open_list, None, "2025-03-31"))
    load(home, "restricted", sheet("home_listing", "ofsted_restricted", named, None, "2025-03-31"))
    rows = [
        census("c1"),
        census("c2", home_name="OKA  HOUSE"),
        census("c3", home_name="Somewhere Else", provider_name="Nobody Known", placement_la=None),
        census("c4", home_name="Oak House", home_urn="SC900001"),
        census("c5", family_code="foster", home_name="A Foster Home"),
    ]
    load(home, "census", sheet("census", "placements_census", rows, BURY, "2025-03-31"))
    built(home).close()
    return home


def urns(home: DataHome) -> dict[str, tuple[str | None, bool]]:
    build(home, made_on=MADE_ON, is_demo=False, progress=silent)
    warehouse = Warehouse.open_current(home)
    assert warehouse is not None
    with warehouse._connection.cursor() as cursor:  # noqa: SLF001 -- no question of the app asks for one child
        cursor.execute("USE wh")
        rows = cursor.execute("SELECT child_key, home_urn, urn_by_name FROM census").fetchall()
    warehouse.close()
    return {child: (urn, by_name) for child, urn, by_name in rows}


def test_each_name_is_asked_about_once_with_its_likeliest_home_first(home: DataHome) -> None:
    asked = {name_key(one.home_name): one for one in suggestions(home)}
    assert sorted(asked) == ["oka house", "somewhere else"]
    first = asked["oka house"].matches[0]
    assert (first.home.urn, first.home.home_name, first.home.postcode_sector) == (
        "SC900001",
        "Oak House",
        "BL1 1",
    )
    assert first.because == ("the name is alike", "the owner is alike", "it is in the same area")
    assert (asked["oka house"].rows, asked["oka house"].latest) == (2, "2025-03-31")
    assert asked["somewhere else"].matches == ()
    assert "1900003" not in {match.home.urn for one in asked.values() for match in one.matches}


def test_nothing_is_accepted_without_a_person(home: DataHome) -> None:
    before = urns(home)
    suggestions(home)
    assert urns(home) == before
    assert before["c1"] == (None, False)
    assert not home.name_decisions.exists()


def test_a_decision_counts_from_the_next_build_for_every_spelling_of_the_same_words(home: DataHome) -> None:
    asked = next(one for one in suggestions(home) if name_key(one.home_name) == "oka house")
    decide(home, asked, "SC900001", NOW)
    found = urns(home)
    assert (found["c1"], found["c2"]) == (("SC900001", True), ("SC900001", True))
    assert (found["c4"], found["c5"]) == (("SC900001", False), (None, False))
    assert [one.home_name for one in suggestions(home)] == ["Somewhere Else"]
    assert home.name_decisions.read_text(encoding="utf-8").splitlines() == [
        "decided_on,by,verdict,provider_name,home_name,urn",
        f"2025-06-02,,confirmed,Made Up Care Limited,{' '.join(asked.home_name.split())},SC900001",
    ]


def test_a_home_on_no_list_is_not_asked_about_again_until_that_is_taken_back(home: DataHome) -> None:
    asked = next(one for one in suggestions(home) if one.home_name == "Somewhere Else")
    decide(home, asked, None, NOW)
    assert urns(home)["c3"] == (None, False)
    assert "Somewhere Else" not in {one.home_name for one in suggestions(home)}
    assert [one.verdict for one in decisions(home).values()] == ["not on a list"]
    take_back(home, asked.key, NOW)
    assert decisions(home) == {}
    with pytest.raises(UserError, match="Nothing was decided"):
        take_back(home, asked.key, NOW)
    assert "Somewhere Else" in {one.home_name for one in suggestions(home)}
    assert len(name_decisions.history(home)) == 2


def test_a_later_decision_replaces_an_earlier_one_which_stays_written_down(home: DataHome) -> None:
    asked = next(one for one in suggestions(home) if name_key(one.home_name) == "oka house")
    decide(home, asked, "SC900001", NOW)
    decide(home, asked, "SC900002", NOW)
    assert urns(home)["c1"] == ("SC900002", True)
    assert [one.urn for one in name_decisions.history(home)] == ["SC900001", "SC900002"]


def test_a_urn_of_no_list_and_a_key_of_no_name_are_refused(home: DataHome) -> None:
    asked = suggestions(home)[0]
    with pytest.raises(UserError, match="on no list"):
        decide(home, asked, "SC000000", NOW)
    with pytest.raises(UserError, match="no such name"):
        asked_of(home, "00000000")
    assert not home.name_decisions.exists()


def test_nothing_loaded_asks_nothing(tmp_path: Path) -> None:
    assert suggestions(DataHome(tmp_path / "empty")) == ()


def test_the_command_line_lists_and_decides(
    home: DataHome, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(DATA_DIR_VARIABLE, str(home.root))
    assert cli.main(["names"]) == 0
    said = capsys.readouterr().out
    assert "SC900001" in said
    key = next(one.key for one in suggestions(home) if name_key(one.home_name) == "oka house")
    assert cli.main(["names", "--confirm", key, "SC900001"]) == 0
    asked, _, decided = capsys.readouterr().out.partition("Decided")
    assert "Oka" not in asked.title()
    assert "SC900001" in decided
    assert cli.main(["names", "--not-listed", "00000000"]) == 1
    assert [one.urn for one in decisions(home).values()] == ["SC900001"]
    assert cli.main(["names", "--take-back", key]) == 0
    assert decisions(home) == {}


def test_a_line_cut_off_by_a_kill_is_left_out_and_written_over(tmp_path: Path) -> None:
    home = DataHome(tmp_path)
    name_decisions.add(home, Decision("2025-06-02", "", "confirmed", "A", "B", "SC900001"))
    with home.name_decisions.open("a", encoding="utf-8") as file:
        file.write("2025-06-02,,confirmed,C,")
    name_decisions.add(home, Decision("2025-06-03", "", "confirmed", "E", "F", "SC900002"))
    assert [one.home_name for one in name_decisions.history(home)] == ["B", "F"]


@pytest.mark.parametrize(
    "name", ["=HYPERLINK(1)", "'quoted", "-", 'a,b "c"', "two\nlines", "Caf\u00e9\u00a0House"]
)
def test_any_name_comes_back_as_it_was_and_starts_no_formula(tmp_path: Path, name: str) -> None:
    home = DataHome(tmp_path)
    name_decisions.add(home, Decision("2025-06-02", "", "confirmed", "", name, "SC900001"))
    assert name_decisions.history(home)[0].key == ("", name_key(name))
    line = home.name_decisions.read_text(encoding="utf-8").splitlines()[1]
    assert not any(cell.strip('"').startswith(("=", "+", "-", "@")) for cell in line.split(","))
