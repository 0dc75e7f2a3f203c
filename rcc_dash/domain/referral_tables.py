"""What does a referral for a placement hold, and what came of it? (design/sources.md 3, 4 and 7.2)."""

from typing import Final

from rcc_dash.domain.child_tables import CHILD_COLUMNS, RECORD_KEY
from rcc_dash.domain.columns import SOURCE, Column, Kind, Table

_SUITABILITY: Final = "preferred, suitable or unsuitable; null if not specified"
_RISK: Final = "none, present (kind not graded), low or high; null if not said"

RISKS_TO_CHILD: Final = (
    "risk_self_harm", "risk_sexual_exploitation", "risk_criminal_exploitation", "risk_drugs_alcohol",
    "risk_eating_disorder", "risk_missing",
)  # fmt: skip
RISKS_TO_OTHERS: Final = (
    "risk_others_physical", "risk_others_sexual", "risk_others_fire", "risk_others_animals",
    "risk_others_criminal",
)  # fmt: skip

_WHEN: Final = (
    Column("standard", Kind.TEXT, "pds_v2 or rcc (South West form, v1 or v3)", required=True),
    Column("as_of", Kind.DATE, "latest day of entry in the row, else the file's date", required=True),
    Column("referred_on", Kind.DATE, "day the referral was entered", personal=True),
    Column("placed_on", Kind.DATE, "day the placement was entered, not its start", personal=True),
    Column("needed_on", Kind.DATE, "latest day for the placement to start", personal=True),
    Column("needed_by", Kind.TEXT, "today, under_5_days or over_5_days"),
    Column("is_emergency", Kind.YES_NO, "an emergency search; false if planned"),
)

_NEEDS: Final = (
    Column("siblings_to_place", Kind.WHOLE, "siblings to place with"),
    Column("communication_need", Kind.YES_NO, "communication, language or learning needs"),
    Column("communication_kinds", Kind.TEXT, "of esol, bsl, makaton, other, none; space-separated"),
    Column("home_adaptation", Kind.YES_NO, "the home must be adapted"),
    Column("cultural_needs", Kind.TEXT, "required, not_required or other; null if not known"),
    Column("companions", Kind.TEXT, "solo, with_others, older_only, younger_only or no_preference"),
    Column("pets", Kind.TEXT, "must, can or no; null if not known"),
    Column("additional_support", Kind.TEXT,
           "of supervision, therapy, respite, taxi, other, none; space-separated"),
    Column("deprivation_of_liberty", Kind.YES_NO, "under a deprivation of liberty order"),
    Column("staffing_ratio", Kind.TEXT, "adults to child: 1:1, 2:1, over_2:1 or standard; null if not said"),
    Column("foster_suitability", Kind.TEXT, _SUITABILITY),
    Column("residential_suitability", Kind.TEXT, _SUITABILITY),
    Column("supported_suitability", Kind.TEXT, _SUITABILITY),
    *(Column(name, Kind.TEXT, _RISK) for name in (*RISKS_TO_CHILD, *RISKS_TO_OTHERS)),
    Column("risk_other", Kind.YES_NO, "another risk to the child is written; its words are not kept"),
    Column("risk_others_other", Kind.YES_NO, "another risk to others is written; its words are not kept"),
)  # fmt: skip

_WHERE: Final = (
    Column("preferred_district", Kind.TEXT, "postcode district wanted; null where it is other words"),
    Column("origin_sector", Kind.TEXT, "postcode sector of the primary family", personal=True),
    Column("school_sector", Kind.TEXT, "postcode sector of the school", personal=True),
    Column("close_to_family", Kind.YES_NO, "a home close to the primary family is recommended"),
    Column("at_school", Kind.YES_NO, "goes to school now; null if not applicable"),
    Column("keep_school", Kind.YES_NO, "must go on attending this school"),
    Column("other_location", Kind.YES_NO, "another place must be visited regularly"),
    Column("other_location_how_often", Kind.TEXT,
           "daily, few_a_week, weekly, fortnightly, monthly or other"),
    Column("locations_to_avoid", Kind.YES_NO, "there are places to avoid; null if not specified"),
)  # fmt: skip

_PLACED: Final = (
    Column("family_code", Kind.TEXT, "family of `place_codes.csv` that the child was placed in"),
    Column("is_displaced", Kind.YES_NO, "placed in another family than a preferred one; null if not known"),
    Column("provider_urn", Kind.TEXT, "URN of home or agency, normalised"),
    Column("placement_district", Kind.TEXT, "postcode district of the placement"),
    Column("placement_sector", Kind.TEXT, "postcode sector of the placement, if given", personal=True),
    Column("in_preferred_location", Kind.YES_NO, "placed where the home search preferred"),
    Column("siblings_placed", Kind.WHOLE, "siblings placed together"),
    Column("siblings_split", Kind.YES_NO, "a group of siblings was split"),
    Column("education_answer", Kind.YES_NO, "answer to `Education Continuity`, which LAs read both ways"),
    Column("education_continued", Kind.YES_NO, "null until the LA has said which way it answers"),
    Column("weekly_cost_gbp", Kind.NUMBER, "actual fee a week, else the agreed one; null if neither"),
    Column("agreed_weekly_cost_gbp", Kind.NUMBER, "agreed cost a week"),
    Column("cost_basis", Kind.TEXT, "actual or agreed; null without a cost"),
)  # fmt: skip

REFERRAL: Final = Table(
    "referral",
    "one referral of one child, with the placement that came of it",
    (*SOURCE, *CHILD_COLUMNS, RECORD_KEY, *_WHEN, *_NEEDS, *_WHERE, *_PLACED),
)
