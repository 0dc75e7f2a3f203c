"""Numbers become their codes, as pandas holds words."""

import numpy as np

from rcc_dash.domain.coded import coded


def test_each_row_has_the_code_of_its_number() -> None:
    found = coded(np.array([2, 0, 0, 1]), ("none", "some", "all"))
    assert list(found) == ["all", "none", "none", "some"]
    assert found.dtype == "str"
    assert len(coded(np.array([], dtype=np.int64), ("none",))) == 0
