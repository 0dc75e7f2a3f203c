"""Cells, worked by hand and against SQL's own counts: no choice of values draws a new number."""

from collections.abc import Callable
from typing import Any

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcc_dash.domain.disclosure import Rule
from rcc_dash.domain.filters import Filters
from rcc_dash.queries.lattice import (
    anybody_in,
    cells_of,
    is_anybody,
    may_cross,
    own_cells,
    shown,
    shown_together,
    summed,
)
from rcc_dash.queries.tallies import tallied

BOLTON, BURY, WIGAN = "E08000001", "E08000002", "E08000010"
RULE, EXACT = Rule("pepper"), Rule("pepper", exact=True)
KEY = st.integers(0, 2**64 - 1)


def children(**of_area: int) -> pd.DataFrame:
    """Make so many children of each LA, half of them aged 5 to 9."""
    codes = {"bolton": BOLTON, "bury": BURY, "wigan": WIGAN}
    rows = [
        {
            "la_code": codes[name],
            "age": "5to9" if turn % 2 else "16plus",
            "record_key": turn * 7919 + len(name),
        }
        for name, number in of_area.items()
        for turn in range(number)
    ]
    return pd.DataFrame(rows).astype({"record_key": "uint64"})


def asked(rule: Rule, frame: pd.DataFrame, filters: Filters, by: list[str]) -> dict[tuple[Any, ...], Any]:
    own = own_cells(rule, tallied(frame, ["la_code", "age"]), filters, by)
    cells = summed(cells_of(rule, own, filters), by)
    return {tuple(row[:-1]): row[-1] for row in cells.itertuples(index=False)}


@given(st.lists(KEY, min_size=1, max_size=50))
def test_sums_of_keys_are_exact_beyond_sixty_four_bits(keys: list[int]) -> None:
    frame = pd.DataFrame({"record_key": pd.Series(keys, dtype="uint64"), "la_code": BOLTON})
    row = tallied(frame, ["la_code"]).iloc[0]
    assert int(row["high"]) * 2**32 + int(row["low"]) == sum(keys)
    assert row["children_n"] == len(keys)
    (number,) = shown(RULE, tallied(frame, ["la_code"]))["children"]
    assert (None if pd.isna(number) else number) == RULE.count(len(keys), sum(keys))


@pytest.mark.parametrize("rule", [RULE, EXACT])
def test_whether_parts_have_anybody_is_the_same_asked_at_once_or_one_by_one(rule: Rule) -> None:
    frame = children(bolton=40, bury=30, wigan=5)
    turn = pd.Series(range(len(frame)))
    sizes = (0, 1, 9, 10, 25, len(frame))
    parts = {
        f"{size} from {first}": turn.between(first, first + size - 1) for size in sizes for first in (0, 36)
    }
    assert len(anybody_in(rule, frame, parts)) < len(parts)
    assert anybody_in(rule, frame, parts) == {
        part for part, is_in in parts.items() if is_anybody(rule, frame[is_in])
    }
    assert anybody_in(rule, frame.iloc[:0], {"none": turn.iloc[:0].astype(bool)}) == frozenset()


def test_areas_and_all_together_are_cells_of_their_own() -> None:
    frame = children(bolton=40, bury=30, wigan=30)
    exact = asked(EXACT, frame, Filters(), [])
    assert exact == {("",): 100, (BOLTON,): 40, (BURY,): 30, (WIGAN,): 30}
    keys = [int(key) for key in frame["record_key"]]
    assert asked(RULE, frame, Filters(), [])["",] == RULE.count(100, sum(keys))


def test_several_values_are_the_sum_of_their_cells() -> None:
    frame = children(bolton=40, bury=30, wigan=30)
    both = asked(RULE, frame, Filters(age=("5to9", "16plus")), [])
    each = asked(RULE, frame, Filters(age=("5to9",)), ["age"])
    assert both["",] == each["", "5to9"] + each["", "16plus"]


def test_chosen_areas_are_the_sum_of_their_own_cells() -> None:
    frame = children(bolton=40, bury=30)
    found = asked(RULE, frame, Filters(las=(BOLTON, BURY)), [])
    assert found["",] == found[BOLTON,] + found[BURY,]


def test_two_areas_alone_never_have_a_cell_of_their_own() -> None:
    frame = children(bolton=43, bury=31)
    found = asked(RULE, frame, Filters(), [])
    assert found["",] == found[BOLTON,] + found[BURY,]
    each = tallied(frame, ["la_code"])
    assert shown_together(RULE, each, [])["children"].tolist() == [found["",]]


def test_few_children_are_hidden_everywhere() -> None:
    found = asked(RULE, children(bolton=9), Filters(), [])
    assert [pd.isna(number) for number in found.values()] == [True, True]


@pytest.mark.parametrize(("filters", "by", "may"), [
    (Filters(), ["cost", "band"], True),
    (Filters(age=("5to9",)), ["cost", "band"], True),
    (Filters(age=("5to9",), placement=("home",)), ["cost", "band"], False),
    (Filters(age=("5to9",), placement=("home",)), ["age", "band"], True),
])  # fmt: skip
def test_no_more_than_three_attributes_are_crossed(filters: Filters, by: list[str], *, may: bool) -> None:
    assert may_cross(RULE, filters, by) is may
    assert may_cross(EXACT, filters, by)


def test_it_counts_as_the_overview_does(hand_made: Any, reader: Callable[..., Any]) -> None:  # noqa: ANN401 a fixture's class
    from rcc_dash.queries.children import children_by_area  # noqa: PLC0415
    from rcc_dash.queries.distance_children import of_filter  # noqa: PLC0415
    from rcc_dash.queries.distance_day import children_on  # noqa: PLC0415
    from tests.queries.conftest import DAY  # noqa: PLC0415

    for code, number in ((BOLTON, 33), (BURY, 27), (WIGAN, 61)):
        hand_made.children(number, la_code=code, outside_la=True, far=True, distance_miles=30.0)
        hand_made.children(number + 5, la_code=code, distance_miles=3.0)
    filters = Filters(age=("5to9",))
    ours = of_filter(children_on(reader(), DAY), filters)
    theirs = children_by_area(reader(), filters, DAY)
    own = own_cells(reader().rule, tallied(ours, ["la_code", "age", "far"]), filters, ["far"])
    cells = summed(cells_of(reader().rule, own, filters), ["far"])
    far = cells[cells["far"]].set_index("la_code")["children"]
    assert far.to_dict() == {la: row["far"] for la, row in theirs.items()}
