"""Which headings has Ofsted given to each thing, from 2014 to 2025 and in its lists for LAs?"""

from dataclasses import replace
from typing import Final

from rcc_dash.ingest.headings import Field

URN: Final = Field(
    "urn", ("URN", "Unique reference number", "Ofsted URN", "Provider URN", "Setting URN"), required=True
)
PROVISION_TYPE: Final = Field(
    "provision_type",
    ("Provision type", "Provider type", "Type of provision", "Setting type", "Provision"),
    required=True,
)
LA: Final = Field(
    "la",
    ("Local authority", "LA", "LA name", "Authority", "Council", "Provider local authority"),
    required=True,
)
SECTOR: Final = Field("sector", ("Sector", "Provider sector", "Sector type"), wanted=True)
PLACES: Final = Field(
    "places",
    ("Places", "Registered places", "Max users", "Maximum users", "Number of registered places", "Capacity"),
    wanted=True,
)
CONSTITUENCY: Final = Field("constituency", ("Parliamentary constituency", "Constituency"))
HOME_NAME: Final = Field("home_name", ("Name", "Setting name", "Provider name", "Home name"), like=False)
STATUS: Final = Field("status", ("Registration status", "Reg status", "Provider status", "Status"))
REGISTERED_ON: Final = Field(
    "registered_on", ("Registration date", "Date registered", "Date of registration")
)
SHORT_BREAK: Final = Field(
    "short_break_only",
    (
        "Short-break-only children's home",
        "Short breaks only children's home",
        "Short breaks only",
        "Short break only",
    ),
)
MULTI_BUILDING: Final = Field("multi_building", ("Multi-building children's home", "Multi building home"))
OWNER: Final = Field(
    "owner_name", ("Organisation which owns the provider", "Organisation name", "Organisation", "Owner name")
)
POSTCODE: Final = Field(
    "postcode", ("Postcode", "Setting postcode", "Setting address postcode", "Provider postcode")
)
INSPECTION_TYPE: Final = Field(
    "inspection_type",
    ("Inspection event type", "Latest full inspection event type", "Event type", "Inspection type"),
)
INSPECTED_ON: Final = Field(
    "inspected_on",
    ("Inspection date", "Latest full inspection date", "Date of inspection", "Inspection start date"),
    required=True,
)
JUDGEMENT: Final = Field(
    "judgement",
    (
        "Overall experiences and progress of children and young people",
        "Overall effectiveness",
        "Overall experiences and progress",
        "Overall judgement",
        "Overall grade",
        "Inspection outcome",
    ),
    required=True,
)

HOME: Final = (URN, PROVISION_TYPE, LA, SECTOR, PLACES, CONSTITUENCY)
"""What every list of providers has."""

PARTICULARS: Final = (HOME_NAME, STATUS, REGISTERED_ON, SHORT_BREAK, MULTI_BUILDING, OWNER, POSTCODE)
"""What lists of providers say of each besides."""

KNOWN: Final = (
    "Web link", "Linked education URN", "Linked ED URN", "Address 1", "Address 2", "Town", "County", "Region",
    "Ofsted region", "Government Office Region", "Publication date", "Inspection publication date",
    "Latest full inspection publication date", "Event number", "Inspection event number", "Inspection ID",
    "Latest full inspection event number", "Outcomes for children and young people", "Quality of care",
    "Safeguarding children and young people", "The safety of children and young people", "Health services",
    "Leadership and management", "Outcomes in education and related learning activities",
    "How well children and young people are helped and protected", "Supported accommodation outcome",
    "The effectiveness of leaders and managers", "Supported accommodation premises", "Notes", "Reason",
)  # fmt: skip
"""Headings of Ofsted's lists that are not used."""


def as_required(field: Field) -> Field:
    """Give the field as one that a sheet must have."""
    return replace(field, required=True)


def as_optional(field: Field, *more: str) -> Field:
    """Give the field as one that a sheet may lack, with more headings that it goes by."""
    return replace(field, synonyms=(*field.synonyms, *more), required=False, wanted=False)
