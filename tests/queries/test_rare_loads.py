"""Loads of rare cohorts: from shown numbers only, and none where nobody is known."""

from datetime import date
from hashlib import sha256

import pandas as pd
import pytest

from rcc_dash.domain.cohorts import Thresholds
from rcc_dash.queries.rare_loads import MOST_HIDDEN, Loads, cohort_loads, loads_of
from rcc_dash.queries.rare_telling import Marked
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.tallies import tallied
from tests.queries.conftest import DAY, HandMade, ReaderMaker

BOLTON, BURY, MANCHESTER, OLDHAM = "E08000001", "E08000002", "E08000003", "E08000004"
BEFORE = date(2024, 3, 31)


def loads(reader: Reader, *days: date, cohort: str = "young") -> Loads | None:
    return cohort_loads(reader, "gm", days or (DAY,), cohort, Thresholds())


def fill(hand_made: HandMade, **young: int) -> None:
    """Give each LA 200 children of whom so many are young and in a home."""
    codes = {"bolton": BOLTON, "bury": BURY, "manchester": MANCHESTER, "oldham": OLDHAM}
    for name, number in young.items():
        hand_made.children(number, la_code=codes[name], placement="home", place_code="K2", age_years=7)
        hand_made.children(200 - number, la_code=codes[name], age_years=12)


def test_exact_loads_are_drawn_towards_the_regions_rate_and_add_up(
    hand_made: HandMade, reader: ReaderMaker
) -> None:
    fill(hand_made, bolton=2, bury=5, manchester=9, oldham=4)
    found = loads(reader(exact=True))
    assert found
    assert found.total == pytest.approx(20)
    assert found.looked_after == 800
    assert 2 < found.by_la[BOLTON] < found.by_la[OLDHAM] <= found.by_la[BURY] < found.by_la[MANCHESTER] < 9
    assert found.by_la["E08000010"] == 0
    assert found.counted[BURY].value == 5
    assert not found.guessed


def test_dates_are_averaged_and_one_of_which_nothing_is_known_is_left_out(
    hand_made: HandMade, reader: ReaderMaker
) -> None:
    for day, number in ((BEFORE, 10), (DAY, 20)):
        hand_made.children(number, as_of=day, placement="home", place_code="K2", age_years=7)
        hand_made.children(100, as_of=day, age_years=12)
    hand_made.children(100, as_of=date(2023, 3, 31), placement="home")
    found = loads(reader(exact=True), date(2023, 3, 31), BEFORE, DAY)
    assert found
    assert found.days == (BEFORE, DAY)
    assert found.by_la[BOLTON] == pytest.approx(15)


def test_of_how_many_a_date_must_be_told_is_decided_by_shown_numbers(
    hand_made: HandMade, reader: ReaderMaker
) -> None:
    """One child more or less must not leave a date out: at the limit the rounding decides, as can be seen."""
    for la_code in (BOLTON, BURY, MANCHESTER):
        for day, unknown in ((BEFORE, 6), (DAY, 0)):
            hand_made.children(60, as_of=day, la_code=la_code, placement="home", place_code="K2", age_years=7)
            hand_made.children(240 - unknown, as_of=day, la_code=la_code, age_years=12)
            hand_made.children(
                unknown, as_of=day, la_code=la_code, placement="home", place_code="K2", age_years=None
            )
    found = [loads(reader(pepper=f"pepper {at}"), BEFORE, DAY) for at in range(12)]
    assert {one.days for one in found if one} == {(DAY,), (BEFORE, DAY)}


def test_nobody_and_nothing_known_have_no_loads(hand_made: HandMade, reader: ReaderMaker) -> None:
    hand_made.children(50, age_years=12)
    assert loads(reader(exact=True)) is None
    assert loads(reader(), cohort="dols") is None


def test_a_region_with_too_few_has_the_most_that_can_be(hand_made: HandMade, reader: ReaderMaker) -> None:
    fill(hand_made, bolton=2, bury=1, manchester=3, oldham=0)
    found = loads(reader())
    assert found
    assert found.is_at_most
    assert found.total == pytest.approx(MOST_HIDDEN)
    assert {BOLTON, BURY, MANCHESTER, OLDHAM} <= found.guessed


def test_an_la_with_answers_for_a_few_tells_as_little_as_one_without(
    hand_made: HandMade, reader: ReaderMaker
) -> None:
    """A census that answers for those alone for whom it is yes would else tell that there are some."""
    for la_code in (BOLTON, MANCHESTER, OLDHAM):
        hand_made.children(60, la_code=la_code, dols=False)
        hand_made.children(30, la_code=la_code, dols=True)
    hand_made.children(100, la_code=BURY)
    silent = loads(reader(), cohort="dols")
    some = "record_key in (select record_key from as_at where la_code = $la order by record_key limit 3)"
    hand_made.connection.execute(f"update as_at set dols = true where {some}", {"la": BURY})  # noqa: S608 ours
    few, own = (loads(reader(exact=exact), cohort="dols") for exact in (False, True))
    assert silent
    assert few
    assert own
    assert few.telling == silent.telling == {BOLTON, MANCHESTER, OLDHAM}
    assert few.by_la[BURY] == silent.by_la[BURY] == 0
    assert BURY in own.telling


def two_hundred_each() -> pd.DataFrame:
    """Four LAs with 200 children each, numbered from 0."""
    rows = [(code, number) for code in (BOLTON, BURY, MANCHESTER, OLDHAM) for number in range(200)]
    keys = [int(sha256(f"{code} {number}".encode()).hexdigest()[:16], 16) for code, number in rows]
    children = pd.DataFrame(rows, columns=["la_code", "number"])
    return children.assign(record_key=pd.Series(keys, dtype="uint64"))


def marked(children: pd.DataFrame, own: "pd.Series[bool]") -> Marked:
    """Say that all LAs tell, and who of their children belong to the cohort."""
    return Marked(tuple(sorted(set(children["la_code"]))), tallied(children[own], ["la_code"]))


def test_nobody_looks_like_a_few(reader: ReaderMaker) -> None:
    children = two_hundred_each()
    nobody, few = (
        loads_of(reader(), "gm", {DAY: marked(children, children["number"] < number)}) for number in (0, 2)
    )
    assert nobody
    assert few
    assert nobody.is_at_most
    assert nobody.by_la == few.by_la
    assert nobody.counted == few.counted


def test_hidden_counts_may_change_as_they_like_while_nothing_shown_does(reader: ReaderMaker) -> None:
    """Bolton has 3 of the cohort, then 4 to 8: hidden. Where every shown number stays, all loads do."""
    children = two_hundred_each()
    most = children["la_code"].map({BOLTON: 3, BURY: 20, MANCHESTER: 30, OLDHAM: 14})

    def found_where(first: int, number: int) -> Loads:
        """Give the loads where these children of Bolton are of the cohort."""
        bolton, order = children["la_code"].eq(BOLTON), children["number"]
        own = (order >= bolton * first) & (order < most.mask(bolton, first + number))
        found = loads_of(reader(), "gm", {DAY: marked(children, own)})
        assert found
        return found

    before = found_where(0, 3)
    assert before.counted[BOLTON].mark == "[c]"
    after = [(number, found_where(first, number)) for number in range(4, 9) for first in range(5)]
    same = [(number, found) for number, found in after if found.counted == before.counted]
    assert len(same) > 1
    for number, found in same:
        assert found.by_la == before.by_la
        assert found.by_la[BOLTON] != pytest.approx(number)
