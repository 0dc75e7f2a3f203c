"""Which figures does the page *Rare needs* give of a cohort of children, and what do they mean?"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from rcc_dash.domain.measures import measures

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


RARE_MEASURES: Final = measures("rare")
"""Key figures of the page *Rare needs*, in order."""
