"""What returns tell in the protected view: rounded sums, and nothing certain of any one home."""

import pandas as pd
import pytest

from rcc_dash.domain.disclosure import Rule
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.voids import REASONS
from rcc_dash.queries.voids_homes import Moment, void_homes
from rcc_dash.queries.voids_known import added_up, cells_of, home_key, return_cells, told_in
from rcc_dash.queries.voids_totals import void_table, void_together
from tests.queries.conftest import DAY, HandMade, ReaderMaker
from tests.queries.voids_by_hand import TABLES, returned

BOLTON, BURY = "E08000001", "E08000002"
WHEN = Moment(DAY, DAY, DAY, 31)
ALL = Filters()
LADDER = ["held", "blocked", "void", "untold"]


@pytest.fixture
def homes(hand_made: HandMade) -> HandMade:
    """Five homes of Bolton that returned, and one of Bury; Bolton's have 15 children, Bury's three."""
    hand_made.connection.execute(TABLES)
    for number in range(6):
        hand_made.home(f"SC00000{number}", la_code=BOLTON if number < 5 else BURY)
        hand_made.add("vacancy", returned(f"SC00000{number}", unavailable_staffing=number % 2))
    return hand_made


def sums(reader: ReaderMaker, pepper: int, filters: Filters = ALL) -> pd.DataFrame:
    found = void_homes(reader(pepper=str(pepper)), WHEN)
    mine = found[found["la_code"].isin(filters.la_codes)]
    rule = reader(pepper=str(pepper)).rule
    return added_up(return_cells(rule, mine.assign(group="all"), cells_of(filters)))


@pytest.mark.usefixtures("homes")
def test_states_are_rounded_like_children_and_never_make_more_than_the_places(reader: ReaderMaker) -> None:
    seen = pd.concat([sums(reader, pepper) for pepper in range(60)])
    assert (seen[["told_homes", "told_places"]].to_numpy() == [6, 24]).all()
    assert (seen[LADDER] % 5 == 0).all(axis=None)
    assert (seen[LADDER].sum(axis=1) <= 25).all()
    assert (seen["held"] <= 24).all()
    assert set(seen["held"]) == {15, 20}  # eighteen
    assert set(seen["void"]) == {0, 5}  # three
    assert seen["is_shown"].all()


def test_the_same_homes_show_the_same_whichever_others_are_added_up_with_them() -> None:
    """Sums of keys exceed 64 bits: cut off, they would depend on the largest key of all that is looked at."""
    urns = [f"SC{number:06d}" for number in range(60)]
    low = [urn for urn in urns if home_key(urn, DAY) < 2**63]
    states = {"held": 3, "blocked": 0, "void": 1, "unknown": 0, **dict.fromkeys(REASONS, 0)}
    homes = pd.DataFrame({"urn": urns}).assign(returned_on=DAY, is_told=True, places=4, group="", **states)
    mine = homes[homes["urn"].isin(low)]
    others = homes[~homes["urn"].isin(low)].assign(group="others")
    keys = sum(home_key(urn, DAY) for urn in low)
    for pepper in map(str, range(20)):
        alone, among = (return_cells(Rule(pepper), found) for found in (mine, pd.concat([mine, others])))
        assert alone.loc[0].to_dict() == among.loc[0].to_dict()
        assert alone.loc[0, "held"] == Rule(pepper).count(3 * len(low), keys)


@pytest.mark.usefixtures("homes")
def test_no_home_can_be_had_by_taking_one_sum_from_another(reader: ReaderMaker) -> None:
    """Bury's one home has three children: all less Bolton would tell, were the sums exact."""
    bury = sums(reader, 1, Filters(las=(BURY,)))
    assert not bury["is_shown"].any()
    left = {
        int(
            sums(reader, pepper)["held"].iloc[0]
            - sums(reader, pepper, Filters(las=(BOLTON,)))["held"].iloc[0]
        )
        for pepper in range(60)
    }
    assert len(left) > 2


@pytest.mark.usefixtures("homes")
def test_chosen_areas_are_the_sum_of_their_own_cells_and_a_hidden_one_tells_nothing(
    reader: ReaderMaker,
) -> None:
    for pepper in range(10):
        bolton, both = (sums(reader, pepper, Filters(las=las)) for las in ((BOLTON,), (BOLTON, BURY)))
        told = [*LADDER, "told_homes", "told_places"]
        pd.testing.assert_frame_equal(bolton[told], both[told])
    filters = Filters(las=(BOLTON, BURY))
    found = void_homes(reader(), WHEN).assign(group="all")
    cell = cells_of(filters)
    told = told_in(found, return_cells(reader().rule, found, cell), cell)
    assert set(told.loc[told["is_told"], "la_code"]) == {BOLTON}


@pytest.mark.usefixtures("homes")
def test_the_page_shows_these_sums(reader: ReaderMaker) -> None:
    together = void_together(reader(), ALL, WHEN)
    assert together
    expected = sums(reader, 0).iloc[0]
    protected = void_together(reader(pepper="0"), ALL, WHEN)
    assert protected
    assert {state: protected.told[state].value or 0 for state in LADDER} == expected[LADDER].to_dict()
    few = [state for state in LADDER if expected[state] == 0]
    assert few
    assert {protected.told[state].mark for state in few} == {"[low]"}  # a few are never said to be none
    rows = {row.code: row for row in void_table(reader(), ALL, WHEN, "la_code").rows}
    assert rows[BURY].told["held"].mark == "[c]"
    assert rows[BURY].most == rows[BURY].places - (rows[BURY].known.value or 0)
    exact = {row.code: row for row in void_table(reader(exact=True), ALL, WHEN, "la_code").rows}
    assert exact[BURY].told["held"].value == 3


def test_exact_sums_are_exact(homes: HandMade, reader: ReaderMaker) -> None:
    homes.add("vacancy", returned("SC000009"))
    found = void_homes(reader(exact=True), WHEN).assign(group="all")
    row = added_up(return_cells(reader(exact=True).rule, found)).iloc[0]
    assert row[LADDER].tolist() == [18, 3, 3, 0]
