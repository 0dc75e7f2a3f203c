"""What is handed to the database is plain Python, whatever numpy and pandas gave."""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from rcc_dash.store.bound import plain


@pytest.mark.parametrize(
    ("given", "bound"),
    [
        (np.int64(3), 3),
        (np.float64(0.5), 0.5),
        (np.bool_(True), True),  # noqa: FBT003 -- numpy's constructor
        (np.str_("x"), "x"),
        (pd.NaT, None),
        (pd.NA, None),
        (None, None),
        ({"b", "a"}, ["a", "b"]),
        (np.array([1, 2]), [1, 2]),
        (pd.Series(["x"]), ["x"]),
        (("x", np.int64(1)), ["x", 1]),
        (pd.Timestamp("2025-03-31"), pd.Timestamp("2025-03-31").to_pydatetime()),
        (date(2025, 3, 31), date(2025, 3, 31)),
    ],
)
def test_values_reach_the_database_as_plain_python(given: object, bound: object) -> None:
    found = plain(given)
    assert found == bound
    assert type(found) is type(bound)


def test_a_value_of_no_known_kind_is_refused() -> None:
    with pytest.raises(TypeError, match="object"):
        plain(object())
