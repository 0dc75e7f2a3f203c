"""The chance of being far: by hand, on random pairs of real postcodes, and as whole children."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from numpy.typing import NDArray

from rcc_dash.models.far_chance import counted_as, far_chance
from rcc_dash.reference.postcodes import positions
from rcc_dash.reference.sectors import sectors
from rcc_dash.settings import FAR_MILES, METRES_PER_MILE


def test_by_hand() -> None:
    found = far_chance([20.0, 21.0, 19.0, 20.1, 20.0, np.nan], [1, 1, 1, 0, 0, 1], [1, 1, 1, 0, 0, 1], 20.0)
    assert found == pytest.approx([0.5, 0.8413, 0.1587, 1.0, 0.0, 0.0], abs=1e-4)


@given(arrays(float, st.integers(1, 30), elements=st.floats(0, 1)), st.data())
def test_as_many_are_counted_as_the_chances_add_up_to(chances: np.ndarray, data: st.DataObject) -> None:
    marked = counted_as(chances)
    first = data.draw(st.integers(0, len(chances) - 1))
    last = data.draw(st.integers(first + 1, len(chances)))
    assert abs(marked[first:last].sum() - chances[first:last].sum()) <= 1
    certain = np.isin(chances, [0.0, 1.0])
    if certain.all():
        assert (marked == (chances > 0)).all()


def test_it_is_calibrated_on_random_pairs_of_real_postcodes() -> None:
    here = pd.concat([positions("R"), positions("T")]).dropna()  # from Reading to Tonbridge and Teesside
    rng = np.random.default_rng(20250331)
    ends = [here.iloc[rng.integers(0, len(here), 400_000)] for _ in range(2)]
    where = sectors().set_index("postcode_sector")
    middles = [where.reindex(_sector(end.index.to_numpy(str))) for end in ends]
    true, said = _miles(ends), _miles(middles)
    spreads = [middle["spread_miles"].to_numpy(float) for middle in middles]
    chance = far_chance(said, spreads[0], spreads[1], FAR_MILES)
    for low, high in ((0.02, 0.1), (0.1, 0.3), (0.3, 0.5), (0.5, 0.7), (0.7, 0.9), (0.9, 0.98)):
        own = (chance >= low) & (chance < high)
        assert own.sum() > 1_000
        assert (true[own] > FAR_MILES).mean() == pytest.approx(chance[own].mean(), abs=0.08)
    assert (true > FAR_MILES).sum() == pytest.approx(chance.sum(), rel=0.01)


def _sector(compact: np.ndarray) -> list[str]:
    return [f"{text[:-3]} {text[-3]}" for text in compact]


def _miles(ends: list[pd.DataFrame]) -> NDArray[np.float64]:
    across, up = (ends[0][axis].to_numpy(float) - ends[1][axis].to_numpy(float) for axis in ("east", "north"))
    miles: NDArray[np.float64] = np.hypot(across, up) / METRES_PER_MILE
    return miles
