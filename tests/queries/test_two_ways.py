"""Python and DuckDB round from one table: the same cells, the same numbers."""

from datetime import date

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from rcc_dash.domain.progress import silent
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.two_ways import shown_by_duckdb, two_ways
from tests.queries.conftest import HandMade, ReaderMaker

CELLS = st.lists(st.tuples(st.integers(0, 5_000), st.integers(0, 2**80)), min_size=1, max_size=50)


def both_ways(reader: Reader, children: list[int], keys: list[int]) -> tuple[pd.Series, pd.Series]:
    cells = pd.DataFrame({"children_n": children, "children_keys": [str(key) for key in keys]})
    ours = reader.rule.counts(cells["children_n"], cells["children_keys"])
    return ours, shown_by_duckdb(reader, cells)


def test_a_hundred_thousand_cells_are_shown_alike(reader: ReaderMaker) -> None:
    rng = np.random.default_rng(1)
    children = rng.integers(0, 400, 100_000).tolist()
    keys = [int(key) * 37 for key in rng.integers(0, 2**64, 100_000, dtype=np.uint64)]
    ours, theirs = both_ways(reader(), children, keys)
    pd.testing.assert_series_equal(ours, theirs, check_names=False)
    assert 0 < ours.isna().sum() < 10_000


def test_any_cells_are_shown_alike_whatever_the_pepper(reader: ReaderMaker) -> None:
    @hypothesis_settings(max_examples=40)
    @given(CELLS, st.text(max_size=10).filter(lambda text: "\x00" not in text))
    def alike(cells: list[tuple[int, int]], pepper: str) -> None:
        ours, theirs = both_ways(reader(pepper=pepper), *map(list, zip(*cells, strict=True)))
        pd.testing.assert_series_equal(ours, theirs, check_names=False)

    alike()


def test_every_cell_of_the_lattice_is_rounded_and_compared(hand_made: HandMade, reader: ReaderMaker) -> None:
    hand_made.children(30, placement="home", far=True)
    hand_made.children(4, placement="foster", outside_la=None)
    found = two_ways(reader(), silent)
    # Up to three of five attributes can be chosen in 26 ways; the two groups of children differ in the 18
    # that have placement or far among them.
    assert found.cells == 26 + 18
    assert (found.too_small, found.different, found.is_safe) == (0, 0, True)
    assert 0 < found.shown < found.cells


def test_the_cells_of_every_date_are_compared(hand_made: HandMade, reader: ReaderMaker) -> None:
    hand_made.children(30)
    hand_made.children(20, as_of=date(2024, 3, 31))
    said: list[str] = []
    found = two_ways(reader(), lambda _share, doing: said.append(doing))
    assert found.cells == 2 * 26
    assert [words.split("of ")[-1] for words in said] == ["31 March 2024 twice", "31 March 2025 twice"]


def test_a_cell_shown_of_too_few_would_be_found(hand_made: HandMade, reader: ReaderMaker) -> None:
    hand_made.children(4)
    found = two_ways(reader(exact=True), silent)
    assert not found.is_safe
    assert found.too_small == found.cells
    assert found.different == found.cells
