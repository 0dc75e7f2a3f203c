"""Cells that are made once for every value: each choice is the sum that its own rows would give."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import Any

import pandas as pd
import pytest

from rcc_dash.domain.filters import Filters
from rcc_dash.queries.counts import Key
from rcc_dash.queries.distance_children import of_filter
from rcc_dash.queries.distance_day import children_on
from rcc_dash.queries.every_cell import counts_of
from rcc_dash.queries.lattice import cell_columns, cells_of, own_cells, summed
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.released_cells import Question
from rcc_dash.queries.tallies import tallied, tallied_parts
from tests.queries.conftest import DAY

BOLTON, BURY, WIGAN, KENT = "E08000001", "E08000002", "E08000010", "E10000016"
CHOICES = (
    Filters(),
    Filters(las=(BURY,)),
    Filters(las=(BOLTON, WIGAN), placement=("home",)),
    Filters(placement=("home", "school")),
    Filters(placement=("foster", "home"), age=("5to9", "10to15")),
    Filters(rcc="se", sub_region="kent", age=("5to9",)),
    Filters(rcc="se", sub_region="kent", las=(KENT,), placement=("foster",)),
)


@dataclass(frozen=True)
class Far:
    """Children by whether they live far away."""

    day: date

    @property
    def question(self) -> Question:
        return Question("far", (self.day,))

    @property
    def by(self) -> tuple[str, ...]:
        return ("part",)

    def tallies(self, reader: Reader, filters: Filters) -> pd.DataFrame:
        children = of_filter(children_on(reader, self.day), filters)
        return tallied_parts(
            children, cell_columns(filters), {"far": children["far"], "near": ~children["far"]}
        )


def by_rows(reader: Reader, filters: Filters) -> dict[Key, int | None]:
    children = of_filter(children_on(reader, DAY), filters)
    parted = children.assign(part=children["far"].map({True: "far", False: "near"}))
    own = own_cells(reader.rule, tallied(parted, [*cell_columns(filters), "part"]), filters, ["part"])
    cells = summed(cells_of(reader.rule, own, filters), ["part"])
    return {(la, part): None if pd.isna(n) else int(n) for la, part, n in cells.to_numpy(object)}


@pytest.fixture
def some_children(hand_made: Any) -> None:  # noqa: ANN401 a fixture's class
    kinds = product((BOLTON, BURY, WIGAN, KENT), ("home", "foster", "school"), ("5to9", "10to15", None))
    for number, (code, family, age) in enumerate(kinds):
        hand_made.children(
            7 + number % 9, la_code=code, placement=family, age=age, far=True, distance_miles=30.0
        )
        hand_made.children(5 + number % 13, la_code=code, placement=family, age=age, distance_miles=3.0)


@pytest.mark.usefixtures("some_children")
@pytest.mark.parametrize("exact", [False, True])
def test_a_choice_is_what_its_own_rows_give(reader: Callable[..., Reader], *, exact: bool) -> None:
    asked = reader(exact=exact)
    for filters in CHOICES:
        assert counts_of(asked, Far(DAY), filters).numbers == by_rows(asked, filters)


@pytest.mark.usefixtures("some_children")
def test_exact_cells_are_never_given_to_a_reader_of_protected_ones(reader: Callable[..., Reader]) -> None:
    exact, protected = reader(exact=True), reader()
    first = counts_of(exact, Far(DAY), CHOICES[3]).numbers
    then = counts_of(protected, Far(DAY), CHOICES[3]).numbers
    assert first != then
    assert all(number is None or number % 5 == 0 for number in then.values())
