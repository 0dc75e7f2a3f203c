"""Which figures does the page *Rare needs* give of a cohort of children, and what do they mean?"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from rcc_dash.domain.measures import Measure, Polarity, Unit

OWN, REGION, BEYOND, UNKNOWN = "own", "region", "beyond", "not_known"
PLACES: Final[Mapping[str, str]] = MappingProxyType({
    OWN: "In their own LA",
    REGION: "In another LA of the region",
    BEYOND: "Outside the region",
    UNKNOWN: "Not known",
})  # fmt: skip
"""Where children live; each is in one of these, and they add up to all."""

PAYERS: Final[Mapping[str, str]] = MappingProxyType({
    "social_care_gbp": "Social care",
    "education_gbp": "Education",
    "health_gbp": "Health",
})  # fmt: skip
"""Who pays a part of a placement's weekly cost."""


def _measure(code: str, label: str, unit: Unit, polarity: Polarity, definition: str) -> Measure:
    return Measure(code, label, label, unit, polarity, definition, "SSDA903 returns; placement cost extracts")


RARE_MEASURES: Final = {
    measure.code: measure
    for measure in (
        _measure(
            "children", "Children now", Unit.CHILDREN, Polarity.NEUTRAL,
            "Children looked after on the date who have this need, each counted once.",
        ),
        _measure(
            "rate", "For every 10,000 looked after", Unit.PER_10000, Polarity.NEUTRAL,
            "Children with this need for every 10,000 children looked after by the same local authorities.",
        ),
        _measure(
            "beyond", "Live outside the region", Unit.SHARE_PCT, Polarity.LOW_IS_GOOD,
            "Children with this need who live in no member of the cooperative, as a share of all of them.",
        ),
        _measure(
            "far", "Over 20 miles from home", Unit.SHARE_PCT, Polarity.LOW_IS_GOOD,
            "Children with this need who live more than 20.0 straight-line miles from home, as a share of"
            " all of them; an unknown distance is not far.",
        ),
        _measure(
            "cost", "Mean cost a week", Unit.GBP, Polarity.NEUTRAL,
            "Mean of what all agencies together pay a week for a child with this need, where that is known.",
        ),
    )
}  # fmt: skip
"""Key figures of the page, in order."""
