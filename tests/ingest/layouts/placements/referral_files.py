"""Referrals, made from the Placements Data Standard v2 and from the regional form."""

from rcc_dash.ingest.layouts.standard_fields import FORM_LABELS, JSON_NAMES, LABELS

NO_RISK = "No known risk"
GOOD: dict[str, object] = {
    "childId": 12345, "neededBy": "in less than 5 days", "siblingCount": 2, "preferredLocation": "M14",
    "communicationNeeds": "Y", "specificCommunicationRequirements": "BSL, Makaton", "homeAdaptation": "No",
    "culturalNeeds": "Not Known", "livingCompanions": "With other children recommended",
    "pets": "Yes - can", "additionalSupport": "taxis to school", "deprivationOfLiberty": "No",
    "fosterCareSuitability": "Preferred", "residentialCareSuitability": "Suitable but not preferred",
    "supportedAccommodationSuitability": "Unsuitable",
    "riskSelfHarm": "Risk Present", "riskSexualExploitation": NO_RISK, "riskCriminalExploitation": NO_RISK,
    "riskDrugAlcohol": NO_RISK, "riskEatingDisorder": NO_RISK, "riskMissing": NO_RISK, "riskOther": "",
    "riskToOthersPhysical": NO_RISK, "riskToOthersSexual": NO_RISK, "riskToOthersFire": NO_RISK,
    "riskToOthersAnimals": NO_RISK, "riskToOthersCriminal": "Risk Present", "riskToOthersOther": "",
    "totalWeeklyCost": 900, "placementLocation": "SK1", "preferabilityLocation": "Yes",
    "educationContinuity": "", "providerURN": "SC900001", "siblingsPlacedTogether": 1,
    "placementType": "Foster", "referralOfficerName": "", "referralDate": "02/03/2025",
    "placementOfficerName": "", "placementDate": "10/03/2025", "costOfficerName": "",
    "costDate": "12/03/2025",
}  # fmt: skip
FORM_GOOD: dict[str, object] = {
    "Child ID": "12345", "Is this a planned or emergency home search?": "Emergency",
    "Latest date for placement to start by": "20/03/2025", "Number of siblings to place with": "0",
    "Primary family location (postcode sector - e.g. GL71)": "GL71",
    "School location (postcode sector - e.g. GL71)": "SK1 3", "Does child go to school currently?": "Yes",
    "Are there any locations to avoid?": "Not specified", "Minimum adult support ratio": ">2:1",
    "How often does the child need to go to other location of importance?": "every two weeks",
    "Can child live with pets/animals?": "Don't know", "Foster care suitability": "Unsuitable",
    "Residential suitability": "Preferred", "Supported home suitability": "Not specified",
    "Risk to child: Self-harm": "Low risk", "Risk to child: Going missing": "High risk",
    "Risk to child: Eating disorder": "No known risk", "Additional support (Please specify)": "",
    "Was there any additional provision the home needed to provide to support the child?": "No",
    "Date of referral form filling": "01/03/2025", "Total agreed weekly cost": "\u00a35,500",
    "Actual Weekly Cost": "", "Placement Location": "Taunton", "Placement Type": "Residential",
    "Provider ID (linked to Ofsted)": "SC999999", "Whether Sibling Split Y/N": "N",
}  # fmt: skip


def standard_row(**changes: object) -> list[object]:
    """Make a row of the standard, without fault but for the changes (by JSON name)."""
    return [(GOOD | changes)[name] for name in JSON_NAMES]


def nested_record(**changes: object) -> dict[str, object]:
    """Make the same as JSON, its fields in their entities."""
    cells = GOOD | changes
    whose = ("childId", "neededBy", "siblingCount", "preferredLocation")
    later = ("placementType", "totalWeeklyCost", "providerURN", "siblingsPlacedTogether")
    return {
        "PlacementAvailability": {name: cells[name] for name in whose},
        "ActualPlacement": [{name: cells[name] for name in later}],
        "Rest": {name: held for name, held in cells.items() if name not in (*whose, *later)},
    }


def form_row(**changes: object) -> list[object]:
    """Make a row of the regional form (v3), without fault but for the changes (by a word of its label)."""
    words = {"child": "Child ID", "planned": "Is this a planned or emergency home search?",
             "family": "Primary family location (postcode sector - e.g. GL71)",
             "place": "Placement Location", "officer": "Name of officer filling form",
             "self_harm": "Risk to child: Self-harm", "initials": "Local Identifier",
             "actual": "Actual Weekly Cost", "agreed": "Total agreed weekly cost"}  # fmt: skip
    cells = FORM_GOOD | {words[name]: held for name, held in changes.items()}
    return [cells.get(label, "") for label in FORM_LABELS]


__all__ = ["FORM_LABELS", "JSON_NAMES", "LABELS", "form_row", "nested_record", "standard_row"]
