"""Which columns does the Placements Northwest census have, edition by edition? (design/sources.md 2).

Headings of the workbook go on with guidance ("Age This will be rounded down"), so most fields
are known by how a heading begins.
"""

from typing import Final

from rcc_dash.ingest.headings import Field

_2019: Final = (
    "Looked after child?", "Placing Authority", "Identifier", "Age", "Gender",
    "How the placement was sourced", "Organisation", "Provider ID", "Establishment", "Host Authority",
    "Type of provision", "UASC", "Total weekly cost", "Contribution from Social Care",
    "Contribution from Education", "Contribution from Health",
)  # fmt: skip
_2020: Final = (*_2019, "Ethnic Group", "Placement start date", "SEND")
_2021: Final = (*_2020, "Primary SEND category", "Primary SEND need")
_2022: Final = (
    *_2021, "Registration type", "Establishment registration URN", "Primary Placing at Distance Reason",
)  # fmt: skip
_GONE_BY_2025: Final = (
    "Provider ID", "Host Authority", "SEND", "Primary SEND category", "Primary SEND need",
    "Registration type", "Establishment registration URN", "Primary Placing at Distance Reason",
)  # fmt: skip
_2025: Final = (
    *(name for name in _2022 if name not in _GONE_BY_2025), "Provider Ofsted (or equivalent) URN",
    "Provider Company number", "Establishment URN", "Primary registration type",
    "Placing at Distance Reason", "Does this placement cost include additional packages?",
    "Deprivation of Liberty Safeguards in place?", "Does this CYP require a solo placement?",
)  # fmt: skip
JOINED_HEADERS: Final = (
    "903 placement type", "903 provider type", "Home postcode", "Placement postcode",
    "# placements in last 12 months", "Gender 903", "Ethnicity 903", "UASC 903",
    "Child convicted during the year", "Child identified as having a substance misuse problem",
    "Child received intervention for substance misuse problem",
    "Child offered intervention for substance misuse problem", "# missing episodes in last 12 months",
    "Home eastings", "Home northings", "Placement eastings", "Placement northings", "Placement LA code",
)  # fmt: skip
"""What a regional hub adds from the SSDA903 return and the postcode directory (`ENRICHED_...`)."""

HEADERS: Final = {
    "2019-06": _2019, "2020-12": _2020, "2021-03": _2021, "2022-03": _2022, "2025-12": _2025,
    "enriched": (*_2022, *JOINED_HEADERS),
}  # fmt: skip
"""The columns of each edition, by the first month of its use."""


def _picked(name: str, *synonyms: str, required: bool = False) -> Field:
    return Field(name, synonyms, required=required, like=False, begins=True)


def _exactly(name: str, *synonyms: str) -> Field:
    return Field(name, synonyms, like=False)


FIELDS: Final = (
    _picked("looked_after", "Looked after child", "Looked after"),
    _picked("la", "Placing Authority", "Placing LA"),
    Field("child", ("Identifier", "Child identifier"), required=True, begins=True),
    _picked("age", "Age"),
    _picked("sex", "Gender"),
    _picked("ethnic", "Ethnic Group", "Ethnicity"),
    _picked("started", "Placement start date", "Placement start"),
    _picked("sourcing", "How the placement was sourced", "How placement was sourced", required=True),
    _picked("organisation", "Organisation"),
    _picked("provider_urn", "Provider Ofsted (or equivalent) URN", "Provider Ofsted", "Provider ID"),
    _picked("company", "Provider Company number"),
    _picked("home", "Establishment", "Establishment name"),
    _picked("home_urn", "Establishment registration URN", "Establishment URN"),
    _picked("registration", "Primary registration type", "Registration type"),
    _picked("host", "Host Authority"),
    _picked("provision", "Type of provision", required=True),
    _picked("uasc", "UASC"),
    _picked("send", "SEND"),
    _picked("send_need", "Primary SEND need"),
    _picked(
        "distance_reason", "Placing at Distance Reason", "Primary Placing at Distance Reason",
        "Primary Placing at a Distance Reason", "Placing at a Distance Reason",
    ),
    _picked("weekly", "Total weekly cost", required=True),
    _picked("social_care", "Contribution from Social Care"),
    _picked("education", "Contribution from Education"),
    _picked("health", "Contribution from Health"),
    _picked("extras", "Does this placement cost include additional packages"),
    _picked("dols", "Deprivation of Liberty Safeguards in place"),
    _picked("solo", "Does this CYP require a solo placement"),
    _exactly("month", "Month"),
    _exactly("calendar_year", "Year"),
    _exactly("snapshot", "Snapshot date", "Census date"),
    _exactly("joined_place", "903 placement type"),
    _exactly("joined_provider", "903 provider type"),
    _exactly("home_post", "Home postcode"),
    _exactly("placement_post", "Placement postcode"),
    _exactly("joined_episodes", "# placements in last 12 months"),
    _exactly("joined_sex", "Gender 903"),
    _exactly("joined_ethnic", "Ethnicity 903"),
    _exactly("joined_uasc", "UASC 903"),
    _exactly("convicted", "Child convicted during the year"),
    _exactly("substance", "Child identified as having a substance misuse problem"),
    _exactly("missing", "# missing episodes in last 12 months"),
    _exactly("sdq", "SDQ score"),
    _exactly("home_east", "Home eastings"),
    _exactly("home_north", "Home northings"),
    _exactly("placement_east", "Placement eastings"),
    _exactly("placement_north", "Placement northings"),
    _exactly("placement_la", "Placement LA code"),
)  # fmt: skip
