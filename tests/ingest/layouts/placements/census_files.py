"""Rows of the Placements Northwest census, made from its specification, edition by edition."""

from collections.abc import Iterable

from rcc_dash.ingest.layouts.pnw_fields import HEADERS

Row = dict[str, object]

GUIDANCE = {
    "Looked after child?": " All placements on this social care sheet should be looked after children.",
    "Placing Authority": "\nThis is the authority that acts as the Corporate Parent for this young person.",
    "Identifier": " \nThis is the unique reference for the child.",
    "Age": "\nThis will be rounded down",
    "Ethnic Group": "\n(Please select from drop down list)",
    "How the placement was sourced": "\n(Please select from drop down list)",
    "Placement start date": " (DD/MM/YYYY)\nThis should be the start date of this specific placement.",
    "Organisation": "\nThis is the organisation you have the contract with for this placement ",
    "Establishment": "\nFor foster carers, enter 'foster carer'. Do not enter the carers' name or address. ",
    "Establishment registration URN": " \nThis should be the Ofsted or CQC code or equivalent ",
    "Host Authority": "\n(Local authority where the provision is located)",
    "Primary Placing at Distance Reason": "\n(please select from drop down list)",
    "Type of provision": "\n(Please select from drop down list)",
    "UASC": " (Unaccompanied Asylum Seeking Child)\n(Please select from drop down list)",
    "Total weekly cost": " (actual weekly fee paid)\nThis figure should equal the contributions.",
    "Contribution from Social Care": "\n(This should be the financial contribution, not percentage)",
    "SEND": "\n(Please select from drop down list)",
    "Primary SEND category": " (Please select from drop down list).",
}
"""How the workbook's headings go on, in short."""

GOOD: Row = {
    "Looked after child?": "Yes", "Placing Authority": "Bolton", "Identifier": "T-1", "Age": "13",
    "Gender": "Male (including trans male)", "Ethnic Group": "Irish (White)",
    "How the placement was sourced": "Direct Award / Spot Purchase", "Placement start date": "02/01/2019",
    "Organisation": "Elm Care Ltd", "Provider ID": "SC900001", "Establishment": "Elm House",
    "Host Authority": "Burnley", "Type of provision": "Residential - External (Commissioned)", "UASC": "No",
    "Total weekly cost": "5,200.00", "Contribution from Social Care": "4000",
    "Contribution from Education": "1000", "Contribution from Health": "200", "SEND": "EHCP",
    "Primary SEND category": "SEMH", "Primary SEND need": "SEMH", "Registration type": "Ofsted",
    "Establishment registration URN": "SC900002",
    "Primary Placing at Distance Reason": "No placement available locally",
}  # fmt: skip
OF_2025: Row = {
    "Looked after child?": "Looked after child (under 18)",
    "How the placement was sourced": "Direct Award / Off Framework",
    "Type of provision": "Residential - Mainstream",
    "Provider Ofsted (or equivalent) URN": "SC900001", "Provider Company number": "1234567",
    "Establishment URN": "SC900002", "Primary registration type": "Ofsted",
    "Placing at Distance Reason": "Provision within distance does not exist",
    "Does this placement cost include additional packages?": "Yes",
    "Deprivation of Liberty Safeguards in place?": "DoLS (current)",
    "Does this CYP require a solo placement?": "Yes, but is not in a solo placement",
}  # fmt: skip
JOINED: Row = {
    "903 placement type": "K2", "903 provider type": "PR4", "Home postcode": "SK1 3XE",
    "Placement postcode": "M2 5DB", "# placements in last 12 months": "3.0", "Gender 903": "1",
    "Ethnicity 903": "WIRI", "UASC 903": "0", "Child convicted during the year": "0",
    "Child identified as having a substance misuse problem": "1",
    "# missing episodes in last 12 months": "2", "Home eastings": "389000", "Home northings": "390000",
    "Placement eastings": "384000", "Placement northings": "398000", "Placement LA code": "E08000003",
}  # fmt: skip
FILE_NAMES = {
    "2019-06": "PNW census June 2019.csv", "2020-12": "pnw_2020_dec.csv", "2021-03": "PNW 2021-03.csv",
    "2022-03": "PNW Census 31.03.2022.csv", "2025-12": "PNW Census Dec 25.csv",
    "enriched": "ENRICHED_pnw_census_pnw_census Feb 2025.csv",
}  # fmt: skip


def census_row(edition: str, **changes: object) -> list[object]:
    """Make a row of an edition, without fault but for the changes (by the first words of a heading)."""
    words = {"sourced": "How the placement was sourced", "type": "Type of provision", "id": "Identifier",
             "total": "Total weekly cost", "care": "Contribution from Social Care", "age": "Age",
             "education": "Contribution from Education", "health": "Contribution from Health",
             "start": "Placement start date", "la": "Placing Authority", "host": "Host Authority",
             "home": "Establishment", "looked": "Looked after child?", "ethnic": "Ethnic Group",
             "sex": "Gender", "uasc": "UASC", "send": "SEND", "org": "Organisation",
             "reason": "Placing at Distance Reason" if edition == "2025-12" else
             "Primary Placing at Distance Reason",
             "urn": "Establishment URN" if edition == "2025-12" else "Establishment registration URN",
             "reg": "Primary registration type" if edition == "2025-12" else "Registration type",
             "dols": "Deprivation of Liberty Safeguards in place?",
             "solo": "Does this CYP require a solo placement?", "company": "Provider Company number",
             "extras": "Does this placement cost include additional packages?"}  # fmt: skip
    cells = GOOD | (OF_2025 if edition == "2025-12" else {}) | (JOINED if edition == "enriched" else {})
    cells |= {words.get(name, name): value for name, value in changes.items()}
    return [cells.get(heading, "") for heading in HEADERS[edition]]


def with_guidance(headings: Iterable[str]) -> list[str]:
    return [heading + GUIDANCE.get(heading, "") for heading in headings]
