"""The synthetic region's targets: what DfE suppressed is worked out from the sums that it publishes."""

from math import isnan

import pytest

from rcc_dash.demo.kinds import IN_FAR, OUT_FAR, OUT_NEAR, OUT_UNKNOWN
from rcc_dash.demo.targets import count, target
from rcc_dash.domain.places import cooperatives

MEMBERS = [la for rcc in cooperatives().values() for la in rcc.la_codes]
FAR = ("cla_31_march_by_distance_number", "Placed more than 20 miles from home")
OUTSIDE = ("cla_31_march_by_locality_number", "Placed outside the local authority boundary")


@pytest.mark.parametrize("la_code", MEMBERS)
def test_far_and_outside_children_are_as_many_as_published(la_code: str) -> None:
    for year in range(2021, 2026):
        locality = target(la_code, year).locality
        far, outside = count(la_code, *FAR, year), count(la_code, *OUTSIDE, year)
        assert isnan(far) or locality[[IN_FAR, OUT_FAR]].sum() == far
        assert isnan(outside) or locality[[OUT_NEAR, OUT_FAR, OUT_UNKNOWN]].sum() == outside
