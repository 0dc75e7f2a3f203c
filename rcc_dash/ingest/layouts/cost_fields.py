"""Which columns do cost extracts have, and what else are they called (design/sources.md 1.8)?"""

from typing import Final

from rcc_dash.ingest.headings import Field
from rcc_dash.ingest.layouts.ssda903_fields import CHILD, LA

HEADERS: Final = (
    "Child ID", "Date of birth", "Gender", "Ethnicity", "Disability", "Category of need",
    "Date of last assessment", "Does the child have an EHCP", "Is the child UASC",
    "Number of missing episodes in current period of care", "Legal status", "Placement start date",
    "Placement end date", "Date of start of current care period", "Reason for placement change",
    "Number of placements in last 12 months", "Number of placements in current care period",
    "Placement type", "Provider type", "Procurement platform", "Procurement framework", "Ofsted URN",
    "Home postcode", "Placement postcode", "LA of placement",
    "Total committed cost accrued in FY to date", "Contribution from social care",
    "Contribution from health", "Contribution from education provider/s",
)  # fmt: skip
"""The columns of the extract, in order."""

COST: Final = Field("cost", ("Total committed cost accrued in FY to date",), required=True)
AS_OF: Final = Field("as_of", ("Quarter end date", "Quarter end", "As-of date"), like=False)
URN: Final = Field("urn", ("Ofsted URN", "URN"))

FIELDS: Final = (
    Field("child", ("Child ID", *CHILD.synonyms), required=True),
    Field("born", ("Date of birth", "DOB")),
    Field("started", ("Placement start date",), required=True),
    Field("ended", ("Placement end date",)),
    Field("place", ("Placement type", "PLACE")),
    Field("provider", ("Provider type", "PLACE_PROVIDER")),
    Field("legal_status", ("Legal status", "LS"), like=False),
    URN,
    Field("platform", ("Procurement platform",), like=False),
    Field("home_post", ("Home postcode", "HOME_POST"), like=False),
    Field("placement_post", ("Placement postcode", "PL_POST"), like=False),
    Field("stated_la", ("LA of placement", "PL_LA"), like=False),
    COST,
    Field("social_care", ("Contribution from social care",), like=False),
    Field("health", ("Contribution from health",), like=False),
    Field("education", ("Contribution from education provider/s", "Contribution from education"), like=False),
    Field("disability", ("Disability",), like=False),
    Field("ehcp", ("Does the child have an EHCP", "EHCP"), like=False),
    Field("uasc", ("Is the child UASC", "UASC"), like=False),
    Field("missing_episodes", ("Number of missing episodes in current period of care",), like=False),
    Field("placements_12m", ("Number of placements in last 12 months",), like=False),
    Field("care_started", ("Date of start of current care period",), like=False),
    AS_OF,
    LA,
)

KNOWN: Final = tuple(name for name in HEADERS if name not in {field.synonyms[0] for field in FIELDS})
"""Columns of the extract that are not used."""

HOME_HEADERS: Final = (
    "Asset name", "Ofsted URN", "Start date", "End date", "Total committed cost accrued in FY to date",
)  # fmt: skip
"""The columns of the extract of the LA's own homes, in order."""

HOME_FIELDS: Final = (
    Field("home", ("Asset name", "Name of home"), required=True),
    URN,
    Field("started", ("Start date",), like=False),
    Field("ended", ("End date",), like=False),
    COST,
    AS_OF,
    LA,
)
