"""Of which columns of a child may a rule for a cohort speak, and what can they hold?"""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from rcc_dash.domain.codes import code_list, place_families
from rcc_dash.domain.dimensions import values_of

YES_NO, CODE, NUMBER, ORDER = "yes or no", "a code", "a number", "a step"

STAFFING: Final = ("standard", "1:1", "2:1", "over_2:1")
"""Adults to a child, fewest first, as the latest referral of the year asked for."""

COLUMNS: Final[Mapping[str, str]] = MappingProxyType({
    **dict.fromkeys(
        (
            "secure", "uasc", "outside_la", "dols", "solo", "solo_in_place", "convicted", "substance_misuse",
            "exploitation_risk", "self_harm_risk", "risk_to_others", "disability", "ehcp",
            "communication_need", "deaf", "home_adaptation", "parent_child", "unregistered", "left_hospital",
        ),
        YES_NO,
    ),
    **dict.fromkeys(
        (
            "placement", "place_code", "provider", "age", "sex", "legal_status", "need_code", "placement_la",
            "distance_reason", "sourcing_route",
        ),
        CODE,
    ),
    **dict.fromkeys(
        (
            "age_years", "moves_12m", "distance_miles", "weekly_cost_gbp", "social_care_gbp", "education_gbp",
            "health_gbp", "sdq_score", "missing_12m",
        ),
        NUMBER,
    ),
    "staffing_ratio": ORDER,
})  # fmt: skip
"""Columns of `as_at` (store/sql/build/73_as_at.sql) by what they hold; null is always "not known"."""


@cache
def codes_of(column: str) -> frozenset[str]:
    """Give the codes that a column can hold; none where there is no list of them."""
    lists = {"place_code": "PLACE", "legal_status": "LS", "need_code": "CIN", "sex": "SEX"}
    if column in lists:
        return frozenset(code_list(lists[column]))
    if column == "placement":
        return frozenset(place_families().values()) - {"temporary"}
    if column == "staffing_ratio":
        return frozenset(STAFFING)
    return frozenset(value.code for value in values_of({"provider": "sector"}.get(column, column)))
