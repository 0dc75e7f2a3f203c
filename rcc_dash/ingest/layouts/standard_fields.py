"""Which fields do referrals have: Placements Data Standard v2, and the regional form (RCC v1, v3)?

Each field goes by its JSON name, with or without its entity, and by its label, misspelt ones too
(design/sources.md 3 and 4).
"""

from typing import Final

from rcc_dash.ingest.headings import Field
from rcc_dash.ingest.layouts.ssda903_fields import LA

_ENTITIES: Final[dict[str, dict[str, tuple[str, ...]]]] = {
    "PlacementAvailability": {
        "child": ("childId", "Child ID"),
        "needed_by": ("neededBy", "When do you need this placement by"),
        "siblings": ("siblingCount", "Number of siblings to place with", "Number of sublings to place with"),
        "wanted_place": ("preferredLocation", "Preferred location for home search"),
    },
    "PlacementRequirements": {
        "communication": ("communicationNeeds", "Communication, language and learning needs"),
        "communication_kinds": (
            "specificCommunicationRequirements", "Specific communication and language requirements",
        ),
        "adaptation": ("homeAdaptation", "Adaptation to the home"),
        "cultural": ("culturalNeeds", "Cultural needs (e.g. place of worship)", "Cultural needs"),
        "companions": ("livingCompanions", "Who can the child be cared for alongside"),
        "pets": ("pets", "Can child live with pets/animals?"),
        "support": ("additionalSupport", "Additional support (Please specify)", "Additional support"),
        "liberty": ("deprivationOfLiberty", "Deprivation of Liberty Order)"),
    },
    "PlacementRecommendation": {
        "foster": ("fosterCareSuitability", "Foster care suitability"),
        "residential": ("residentialCareSuitability", "Residential care suitability"),
        "supported": (
            "supportedAccommodationSuitability", "Supported Accomodation suitability",
            "Supported Accommodation suitability", "supportedAccomodationSuitability",
        ),
    },
    "Risks": {
        "risk_self_harm": ("riskSelfHarm", "Risk to child: Self-harm"),
        "risk_sexual_exploitation": ("riskSexualExploitation", "Risk to child: Sexual exploitation"),
        "risk_criminal_exploitation": ("riskCriminalExploitation", "Risk to child: Criminal exploitation"),
        "risk_drugs_alcohol": ("riskDrugAlcohol", "Risk to child: Drug and alcohol use"),
        "risk_eating_disorder": ("riskEatingDisorder", "Risk to child: Eating disorder"),
        "risk_missing": ("riskMissing", "Risk to child: Going missing"),
        "risk_other": ("riskOther", "Risk to child: Other (please specify)"),
        "risk_others_physical": ("riskToOthersPhysical", "Risk to others or property: Physical harm"),
        "risk_others_sexual": ("riskToOthersSexual", "Risk to others or property: Sexual harm"),
        "risk_others_fire": ("riskToOthersFire", "Risk to others or property: Fire-setting"),
        "risk_others_animals": ("riskToOthersAnimals", "Risk to others or property: Harm to animals"),
        "risk_others_criminal": (
            "riskToOthersCriminal", "Risk to others or property: Criminal exploitation",
        ),
        "risk_others_other": ("riskToOthersOther", "Risk to others or property: Other (please specify)"),
    },
    "ActualPlacement": {
        "cost": ("totalWeeklyCost", "Total Weekly Cost (actual weekly fee paid)", "Total Weekly Cost"),
        "place": ("placementLocation", "Placement Location"),
        "in_preferred": (
            "preferabilityLocation", "Preferrabilty of placement location",
            "Preferabilty of placement location", "Preferability of placement location",
            "preferabiltyLocation",
        ),
        "education": ("educationContinuity", "Education Continuity"),
        "urn": ("providerURN", "Provider URN (linked to Ofsted)", "Provider URN"),
        "siblings_placed": ("siblingsPlacedTogether", "How many siblings were placed together?"),
        "placed_type": ("placementType", "Placement Type"),
    },
    "QualityAssurance": {
        "referral_officer": ("referralOfficerName", "Name of officer (referral)"),
        "referred": ("referralDate", "Date of Data entry (referral)"),
        "placement_officer": ("placementOfficerName", "Name of officer (placement)"),
        "placed": ("placementDate", "Date of Data entry (placement)"),
        "cost_officer": ("costOfficerName", "Name of officer (placement cost)"),
        "costed": ("costDate", "Date of Data entry (placement cost)"),
    },
}  # fmt: skip
"""By entity and field of ours: the JSON name, the label of the specification, other spellings."""

_FORM: Final = {
    "residential": ("Residential suitability",),
    "supported": ("Supported home suitability",),
    "cost": ("Actual Weekly Cost",),
    "urn": ("Provider ID (linked to Ofsted)", "Provider ID"),
    "referral_officer": ("Name of officer filling referral form",),
    "referred": ("Date of referral form filling",),
    "placement_officer": ("Name of officer filling form",),
    "placed": ("Date of form filling",),
}
"""Labels that the regional form has for fields of the standard."""

_ONLY_FORM: Final = {
    "local_name": ("Local Identifier",),
    "planned": ("Is this a planned or emergency home search?",),
    "needed_on": ("Latest date for placement to start by",),
    "family_post": ("Primary family location (postcode sector - e.g. GL71)", "Primary family location"),
    "close_to_family": (
        "Is it recommended to find a home close to the primary family location?",
    ),
    "at_school": ("Does child go to school currently?",),
    "school_post": ("School location (postcode sector - e.g. GL71)", "School location"),
    "keep_school": ("Does the child need to continue to attend this school?",),
    "other_location": (
        "Are there other location(s) of importance for the child that the child needs to visit regularly?",
    ),
    "which_location": ("Please specify which location",),
    "how_often": ("How often does the child need to go to other location of importance?",),
    "avoid": ("Are there any locations to avoid?",),
    "which_to_avoid": ("Location(s) to avoid (leave blank if not applicable)", "Location(s) to avoid"),
    "ratio": ("Minimum adult support ratio",),
    "needs_support": (
        "Was there any additional provision the home needed to provide to support the child?",
    ),
    "agreed_cost": ("Total agreed weekly cost", "Total planned weekly cost"),
    "split": ("Whether Sibling Split Y/N", "Whether Sibling Split"),
}  # fmt: skip

_STANDARD: Final = {
    name: (*words, f"{entity}.{words[0]}")
    for entity, fields in _ENTITIES.items()
    for name, words in fields.items()
}
NOT_KEPT: Final = (
    "referral_officer", "placement_officer", "cost_officer", "local_name", "which_location",
    "which_to_avoid", "risk_other", "risk_others_other", "wanted_place", "place",
)  # fmt: skip
"""Fields whose words are not stored: names of people and free text."""

JSON_NAMES: Final = tuple(words[0] for words in _STANDARD.values())
"""The standard's fields in order, as a JSON file names them."""

LABELS: Final = tuple(words[1] for words in _STANDARD.values())
"""The standard's fields in order, as its specification labels them."""

FORM_LABELS: Final = tuple(
    _FORM.get(name, _STANDARD[name][1:])[0]
    for name in _STANDARD
    if name not in {"needed_by", "liberty", "in_preferred", "education", "siblings_placed", "cost_officer",
                    "costed"}
) + tuple(words[0] for words in _ONLY_FORM.values())  # fmt: skip
"""The columns of the regional form, v3."""


def _fields(words: dict[str, tuple[str, ...]], required: tuple[str, ...]) -> tuple[Field, ...]:
    found = (Field(name, said, required=name in required, like=False) for name, said in words.items())
    return (*found, LA)


STANDARD: Final = _fields(_STANDARD, ("child", "foster", "residential", "supported"))
FORM: Final = _fields(
    {name: (*_FORM.get(name, ()), *words[1:]) for name, words in _STANDARD.items()} | _ONLY_FORM,
    ("child", "planned", "needed_on"),
)
