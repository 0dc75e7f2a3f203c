"""Are tables in whole numbers exact in both margins, whatever the margins?"""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from rcc_dash.demo.raking import whole_table

TABLES = st.integers(1, 6).flatmap(
    lambda columns: st.lists(
        st.lists(st.integers(0, 40), min_size=columns, max_size=columns), min_size=1, max_size=8
    )
)


@given(TABLES, st.integers(0, 2**16))
def test_margins_are_exact(cells: list[list[int]], seed: int) -> None:
    true = np.array(cells, dtype=np.int64)
    rng = np.random.default_rng(seed)
    table = whole_table(rng.random(true.shape), true.sum(axis=1), true.sum(axis=0), rng)
    assert (table >= 0).all()
    assert table.sum(axis=0).tolist() == true.sum(axis=0).tolist()
    assert table.sum(axis=1).tolist() == true.sum(axis=1).tolist()


def test_a_cell_that_cannot_be_stays_empty() -> None:
    seed = np.array([[1.0, 0.0], [1.0, 1.0]])
    table = whole_table(seed, np.array([3, 5]), np.array([4, 4]), np.random.default_rng(1))
    assert table.tolist() == [[3, 0], [1, 4]]
