"""Which headings has DfE given to each thing in its open tables, in both eras of their naming?"""

from typing import Final

from rcc_dash.ingest.headings import Field

PERIOD: Final = Field("period", ("time_period",), required=True, like=False)
LEVEL: Final = Field("level", ("geographic_level",), required=True, like=False)
LA: Final = Field("area", ("new_la_code",), like=False)
REGION: Final = Field("region", ("region_code",), like=False)
COUNTRY: Final = Field("country", ("country_code",), required=True, like=False)
NUMBER: Final = Field("number", ("number", "children_count", "placements_count"), required=True, like=False)
PERCENT: Final = Field("percent", ("percentage", "children_percent", "placements_percent"), like=False)
RATE: Final = Field("rate", ("rate_per_10000", "rate_per_10000_children"), required=True, like=False)
POPULATION: Final = Field("population", ("population_estimate",), required=True, like=False)

WHERE_AND_WHEN: Final = (PERIOD, LEVEL, LA, REGION, COUNTRY)
"""What every table has; the codes of LA and region only where it goes below England."""

KNOWN: Final = (
    "time_identifier", "country_name", "region_name", "old_la_code", "la_name",
)  # fmt: skip
"""Headings that say again what the codes say."""


def required(name: str, *headings: str) -> Field:
    """Give a field that a table must have, known by these headings alone."""
    return Field(name, headings, required=True, like=False)
