"""Layouts are known by their columns, however these are written down."""

import csv
import tempfile
from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rcc_dash.domain.home_tables import HOME_TOTAL
from rcc_dash.ingest.accept import check_file
from rcc_dash.ingest.headings import Field, plain
from rcc_dash.ingest.keys import Secrets
from rcc_dash.ingest.recognise import Layout, Matched, NearMiss, recognise
from rcc_dash.ingest.sheets import Sheet, as_sheet
from rcc_dash.ingest.told import Told


def _never_checked(*_: object) -> object:
    raise AssertionError


def layout(*fields: Field, without: tuple[str, ...] = ()) -> Layout:
    return Layout("ofsted_series", HOME_TOTAL, "Test list", fields, _never_checked, without=without)  # type: ignore[arg-type]


def sheet(*rows: list[str]) -> Sheet:
    return Sheet("S", as_sheet(rows))


URN = Field("urn", ("URN",), required=True)
LA = Field("la", ("Local authority",), required=True)
PLACES = Field("places", ("Places", "Max users"))
ONE = (layout(URN, LA, PLACES),)


def matched(*rows: list[str], known: tuple[Layout, ...] = ONE) -> Matched:
    found = recognise(sheet(*rows), known)
    assert isinstance(found, Matched)
    return found


@pytest.mark.parametrize(
    ("written", "bare"),
    [
        ("\nLatest Full  inspection\ndate", "latest full inspection date"),
        ("Children\u2019s home's", "childrens homes"),
        ("Service category (Note 4)", "service category"),
        ("Places [see note 2]", "places"),
        ("REG_STATUS", "reg status"),
        ("  ", ""),
    ],
)
def test_headings_are_compared_by_their_bare_words(written: str, bare: str) -> None:
    assert plain(written) == bare


def test_headings_are_found_below_banners() -> None:
    found = matched(
        ["A list as at 31 March 2025"], [], ["", "note"], ["local AUTHORITY", "Urn "], ["Leeds", " 12345 "]
    )
    assert (found.header_row, found.banner) == (4, "A list as at 31 March 2025 note")
    assert found.data.to_dict("index") == {5: {"urn": "12345", "la": "Leeds"}}
    assert found.column("places").tolist() == [""]


@pytest.mark.parametrize("heading", ["Local authority name", "Local Authorty", "Name of the local authority"])
def test_a_heading_safely_close_is_read_and_said(heading: str) -> None:
    found = matched(["URN", heading], ["1", "Leeds"])
    assert found.data["la"].tolist() == ["Leeds"]
    assert [(p.code, p.column) for p in found.problems] == [("F13", heading)]


@pytest.mark.parametrize("heading", ["Placing local authority", "Local area", "Locality"])
def test_a_heading_of_another_meaning_is_not_taken(heading: str) -> None:
    found = recognise(sheet(["URN", heading], ["1", "Leeds"]), ONE)
    assert found == NearMiss("S", "Test list", ("Local authority",), 1, row=1, unused=(heading,))


def test_two_headings_equally_close_are_ambiguous_and_not_guessed() -> None:
    found = recognise(
        sheet(["URN", "Local authority name", "Local authority code"], ["1", "Leeds", "E0"]), ONE
    )
    assert isinstance(found, NearMiss)


@pytest.mark.parametrize(
    "heading", ["Places 2025", "places_id", "Places at 31 March 2025", "Max users (total)"]
)
def test_small_words_and_figures_leave_a_meaning_as_it_is(heading: str) -> None:
    assert matched(["URN", "Local authority", heading], ["1", "Leeds", "4"]).column("places").tolist() == [
        "4"
    ]


@pytest.mark.parametrize("heading", ["Places available", "Occupied places", "Places 2024 2025 vacant"])
def test_words_that_change_a_meaning_are_heeded(heading: str) -> None:
    assert matched(["URN", "Local authority", heading], ["1", "Leeds", "4"]).column("places").tolist() == [""]


def test_the_lack_of_a_wanted_column_is_said() -> None:
    wanting = layout(URN, LA, Field("places", ("Places",), wanted=True))
    found = matched(["URN", "Local authority"], ["1", "Leeds"], known=(wanting,))
    assert [(p.code, p.row) for p in found.problems] == [("F15", 1)]


def test_two_headings_for_one_field_clash() -> None:
    found = recognise(sheet(["URN", "Local authority", "Places", "Max users"], ["1", "Leeds", "4", "5"]), ONE)
    assert isinstance(found, NearMiss)
    assert found.clashes == ("'Places' (column 3) and 'Max users' (column 4) both stand for 'Places'.",)


def test_the_layout_that_asks_for_most_wins() -> None:
    richer = layout(URN, LA, Field("day", ("Inspection date",), required=True))
    found = matched(["URN", "Local authority", "Inspection date"], ["1", "Leeds", "x"], known=(*ONE, richer))
    assert found.layout is richer


def test_a_phrase_of_another_kind_rules_a_layout_out() -> None:
    strict = layout(URN, LA, without=("event number",))
    assert isinstance(
        recognise(sheet(["URN", "Local authority", "Event number"], ["1"]), (strict,)), NearMiss
    )
    assert isinstance(recognise(sheet(["URN", "Local authority", "Events"], ["1"]), (strict,)), Matched)


def test_cells_beyond_the_headings_are_warned_of() -> None:
    found = matched(
        ["URN", "Local authority"], ["1", "Bournemouth", " Christchurch and Poole"], ["2", "Leeds"]
    )
    assert [(p.code, p.rows) for p in found.problems] == [("F14", 1)]


# Whatever people do to a sheet around its columns, the same homes come out.

COLUMNS = {
    "URN": ["SC000001", "1000002", "1000003"],
    "Provision type": ["Children's home", "Secure children's home", "Boarding School"],
    "Local authority": ["Sheffield", "Bristol", "Leeds"],
    "Sector": ["Private", "Local Authority", "Voluntary"],
    "Places": ["4", "", "120"],
    "Registration status": ["Active", "Suspended", "Active"],
    "Registration date": ["01/02/2003", "02/03/2004", ""],
}


def listed(columns: dict[str, list[str]], banners: list[list[str]]) -> pd.DataFrame:
    rows = [*banners, list(columns), *map(list, zip(*columns.values(), strict=True))]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "homes_at_march_2024.csv")
        with path.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows(rows)
        (table,) = check_file(path, Told(path.name), Secrets(b"k" * 32)).tables
    return table.frame.drop(columns="source_row")


WRITTEN: tuple[Callable[[str], str], ...] = (
    str,
    str.upper,
    str.lower,
    str.title,
    lambda text: f"\n{text} ",
    lambda text: text.replace(" ", "  \n"),
    lambda text: f"{text} [note 3]",
)
EXTRA = st.sampled_from(
    ["Web link", "Linked education URN", "Our remarks", "County", "", "Ofsted region", "Colour"]
)
BANNERS = st.lists(st.lists(st.sampled_from(["", "A list", "Notes, and more", "2"]), max_size=3), max_size=9)


@settings(max_examples=60, deadline=None)
@given(data=st.data(), banners=BANNERS, extra=st.lists(EXTRA, unique=True, max_size=4))
def test_order_case_banners_and_extra_columns_change_nothing(
    data: st.DataObject, banners: list[list[str]], extra: list[str]
) -> None:
    wider = COLUMNS | {name: ["x" if name else ""] * 3 for name in extra}
    order = data.draw(st.permutations(list(wider)))
    shown = {data.draw(st.sampled_from(WRITTEN))(name): wider[name] for name in order}
    pd.testing.assert_frame_equal(listed(shown, banners), listed(COLUMNS, []))
