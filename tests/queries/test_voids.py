"""Places by state: what returns say, what is only known of children, and what of both may be shown."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from rcc_dash.domain.filters import Filters
from rcc_dash.queries.calendar import Calendar
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.voids_flags import void_flags
from rcc_dash.queries.voids_homes import Moment, moment, void_homes
from rcc_dash.queries.voids_standing import long_voids, never_filled
from rcc_dash.queries.voids_totals import BY, VoidTable, void_table
from rcc_dash.queries.voids_trend import void_trend
from tests.queries.conftest import DAY, HandMade, ReaderMaker
from tests.queries.voids_by_hand import TABLES, returned

BOLTON, BURY = "E08000001", "E08000002"
WHEN = Moment(DAY, DAY, DAY, 31)
ALL = Filters()


@pytest.fixture
def homes(hand_made: HandMade) -> HandMade:
    """Five homes that returned and two that did not; one for short breaks, which is in no total."""
    hand_made.connection.execute(TABLES)
    for number in range(5):
        hand_made.home(f"SC00000{number}", la_code=BOLTON, registered_on=date(2020, 1, 1))
        hand_made.add("vacancy", returned(f"SC00000{number}", unavailable_staffing=number % 2))
    hand_made.home("SC000005", la_code=BURY, sector="la", registered_on=date(2020, 1, 1))
    hand_made.home("SC000006", la_code=BURY, places=20, sector="la", registered_on=date(2025, 1, 1))
    hand_made.home("SC000007", la_code=BURY, places=9, short_break_only=True)
    for la in (BOLTON, BURY, "E08000003"):
        hand_made.children(6, la_code=la, home_urn="SC000006", placement="home")
    return hand_made


def table(reader: Reader, by: str = "la_code", filters: Filters = ALL, when: Moment = WHEN) -> VoidTable:
    return void_table(reader, filters, when, by)


@pytest.mark.usefixtures("homes")
def test_the_states_of_all_homes_are_counted_on_fingers(reader: ReaderMaker) -> None:
    found = table(reader(exact=True)).together
    assert found
    assert (found.homes, found.places, found.told_homes, found.told_places) == (7, 44, 5, 20)
    assert {code: figure.value for code, figure in found.told.items() if figure.value} == {
        "held": 15, "blocked": 2, "void": 3, "staffing": 2,
    }  # fmt: skip
    assert found.most == 44 - 15 - 2 - 18
    assert found.void_rate.value == pytest.approx(100 * 3 / 18)
    assert found.known.value == 18


@pytest.mark.usefixtures("homes")
def test_every_home_adds_up_to_its_places_by_every_comparison(reader: ReaderMaker) -> None:
    every = void_homes(reader(exact=True), WHEN)
    assert (every[["held", "blocked", "void", "unknown"]].sum(axis=1) == every["places"]).all()
    for by in BY:
        rows = table(reader(exact=True), by).rows
        assert sum(row.places for row in rows if row.code != "short_breaks") == 44
        assert all(row.code in (row.label, row.code) and row.label for row in rows)


def test_children_of_a_few_are_never_shown_and_the_most_that_can_be_empty_stays_a_bound(
    homes: HandMade, reader: ReaderMaker
) -> None:
    homes.children(3, la_code=BOLTON, home_urn="SC000005", placement="home")
    homes.home("SC000011", la_code=BURY, places=20)
    for la in range(4, 8):  # of seven LAs a number stands alone
        homes.children(1, la_code=f"E0800000{la}", home_urn="SC000011", placement="home")
    sizes = {row.code: row for row in table(reader(), "size").rows}
    few, many = sizes["3to4"], sizes["over6"]
    assert (few.known.value, few.known.mark) == (None, "[c]")
    assert few.most == few.places - (few.told["held"].value or 0) - (few.told["blocked"].value or 0)
    assert many.known.value in {20, 25}


@pytest.mark.usefixtures("homes")
def test_a_return_too_old_says_nothing(reader: ReaderMaker) -> None:
    later = replace(WHEN, day=DAY + timedelta(days=31))
    found = table(reader(), when=later).together
    assert found
    assert (found.told_homes, found.told["void"].mark) == (0, "[x]")
    older = table(reader(), when=replace(later, days=60)).together
    assert older
    assert older.told_homes == 5


def test_the_latest_returns_set_the_day_unless_one_is_chosen(homes: HandMade, reader: ReaderMaker) -> None:
    homes.add("vacancy", returned("SC000000", as_of=date(2025, 6, 30), occupied_places=1))
    loaded = Calendar((DAY,), (DAY,), frozenset())
    assert moment(reader(), loaded, None, 31) == Moment(date(2025, 6, 30), DAY, DAY, 31)
    assert moment(reader(), loaded, DAY, 31) == WHEN
    assert moment(reader(), Calendar((DAY,), (), frozenset()), None, 31) is None


def test_what_does_not_fit_is_flagged_and_not_hidden(homes: HandMade, reader: ReaderMaker) -> None:
    homes.home("SC000008", la_code=BURY, as_of=date(2024, 3, 31))
    homes.home("SC000010", la_code=BURY, provision_type="fostering", is_childrens_home=False)
    for urn in ("SC000008", "SC000009", "SC000010"):
        homes.add("vacancy", returned(urn))
    homes.add("vacancy", returned("SC000005", occupied_places=6, registered_places=5))
    homes.children(15, la_code=BURY, home_urn="SC000006", placement="home")
    found = void_flags(reader(), ALL, WHEN)
    assert found.at_homes == {
        "over_returned": ("SC000005",),
        "over_known": ("SC000006",),
        "fewer": (),
        "places_differ": ("SC000005",),
    }
    assert dict(zip(found.astray["urn"], found.astray["why"], strict=True)) == {
        "SC000008": "closed", "SC000009": "unknown", "SC000010": "other",
    }  # fmt: skip
    full = void_homes(reader(), WHEN).set_index("urn").loc["SC000005"]
    assert (full["held"], full["void"], full["unknown"]) == (4, 0, 0)


def test_a_void_is_long_when_every_return_of_a_month_or_more_has_it(
    homes: HandMade, reader: ReaderMaker
) -> None:
    for days, occupied in ((90, 3), (60, 2), (30, 3)):
        homes.add("vacancy", returned("SC000000", as_of=DAY - timedelta(days=days), occupied_places=occupied))
    found = long_voids(reader(exact=True), ALL, WHEN)
    assert found.series == 1
    assert found.lengths == {"4": (1, 1), "13": (0, 0), "26": (0, 0)}
    assert found.bed_weeks == round((1 + 2 + 1) * 30 / 7)
    protected = long_voids(reader(), ALL, WHEN)
    assert set(protected.lengths.values()) == {(None, None)}  # one home, or none: which is not told
    assert protected.bed_weeks is None


@pytest.mark.parametrize(("used", "never"), [("SC000005", []), ("SC000001", [("", 1), (BURY, 1)])])
def test_a_home_without_any_child_ever_is_never_filled_once_it_is_half_a_year_old(
    homes: HandMade, reader: ReaderMaker, used: str, never: list[tuple[str, int]]
) -> None:
    homes.connection.execute("insert into episode values (?, '2021-01-01')", [used])
    found = never_filled(reader(exact=True), ALL, WHEN)
    assert [(row.la_code, row.homes) for row in found] == never
    assert {row.homes for row in never_filled(reader(), ALL, WHEN)} <= {None}


@pytest.mark.usefixtures("homes")
def test_homes_of_other_sectors_are_left_out(reader: ReaderMaker) -> None:
    found = table(reader(), filters=Filters(sector=("own_la",))).together
    assert found
    assert (found.homes, found.told["void"].mark) == (2, "[x]")


def test_the_years_before_are_drawn_with_what_was_known_then(homes: HandMade, reader: ReaderMaker) -> None:
    homes.home("SC000000", la_code=BOLTON, as_of=date(2024, 3, 31))
    loaded = Calendar((DAY,), (date(2024, 3, 31), DAY), frozenset())
    (before, first), (now, last) = void_trend(reader(), ALL, WHEN, loaded)
    assert (before, now) == (date(2024, 3, 31), DAY)
    assert (first.places, first.told_homes, first.most) == (4, 0, 4)
    assert last.told_homes == 5


@pytest.mark.usefixtures("homes")
def test_without_children_every_place_that_did_not_tell_may_be_empty(reader: ReaderMaker) -> None:
    for exact in (True, False):
        found = table(reader(exact=exact), when=replace(WHEN, children=None)).together
        assert found
        assert found.most == 44 - (found.told["held"].value or 0) - (found.told["blocked"].value or 0)
        assert found.known.mark == "[x]"
