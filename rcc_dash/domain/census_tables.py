"""What does a placements census hold? One child in one month (design/sources.md 2 and 7.2)."""

from typing import Final

from rcc_dash.domain.child_tables import CHILD_COLUMNS, RECORD_KEY
from rcc_dash.domain.columns import SOURCE, Column, Kind, Table

_CHILD: Final = (
    Column("as_of", Kind.DATE, "last day of the census month", required=True),
    Column(
        "row_class",
        Kind.TEXT,
        "child, post_18, short_break, not_accommodation or not_looked_after: only `child` is counted",
        required=True,
    ),
    Column("age_years", Kind.WHOLE, "whole years, rounded down; null if not given"),
    Column("sex", Kind.TEXT, "M, F, N (non-binary), O (other); null if not given"),
    Column("ethnic_group", Kind.TEXT, "white, mixed, asian, black, other; null if unknown", personal=True),
    Column("ethnic_code", Kind.TEXT, "nearest SSDA903 ethnicity code", personal=True),
    Column("uasc", Kind.YES_NO, "unaccompanied; null if not yet established or unknown", personal=True),
    Column(
        "send_label", Kind.TEXT, "ehcp, support, some (kind not said), none; null if not known", personal=True
    ),
    Column(
        "send_need",
        Kind.TEXT,
        "DfE's code of the primary need (SEMH, ASD ...); null if not known",
        personal=True,
    ),
)

_PLACEMENT: Final = (
    Column("started_on", Kind.DATE, "start of the placement; null in 2019", personal=True),
    Column("provision_label", Kind.TEXT, "type of provision as the census words it; null if on no list"),
    Column("family_code", Kind.TEXT, "family of `place_codes.csv`; null if not known or no accommodation"),
    Column("place_code", Kind.TEXT, "SSDA903 PLACE where the type of provision leaves only one"),
    Column("sector_hint", Kind.TEXT, "own_la, other_la or independent as the type says; null if it does not"),
    Column("sa_category", Kind.WHOLE, "Ofsted's category 1 to 4 of supported accommodation"),
    Column("parent_child", Kind.YES_NO, "parent and child together, as the type says"),
    Column("is_unregistered", Kind.YES_NO, "unregistered where it should be, as type or registration say"),
    Column("sourcing_route", Kind.TEXT, "framework, spot, local, block, rcc_block or statutory"),
    Column("sourcing_label", Kind.TEXT, "how it was sourced as the census words it; null if on no list"),
    Column("distance_reason", Kind.TEXT,
           "none_local, local_unavailable, child_led, not_applicable or unknown; null if blank"),
    Column("distance_reason_label", Kind.TEXT, "the reason as the census words it; null if on no list"),
    Column("dols_status", Kind.TEXT, "current, previous, none, unknown; null before 2025-12", personal=True),
    Column("solo_required", Kind.YES_NO, "needs a placement alone; null if not said", personal=True),
    Column("solo_in_place", Kind.YES_NO, "lives in a placement alone; null if not said", personal=True),
)  # fmt: skip

_HOME: Final = (
    Column("provider_name", Kind.TEXT, "organisation under contract, as written"),
    Column("provider_urn", Kind.TEXT, "the organisation's number at its regulator, normalised"),
    Column("company_no", Kind.TEXT, "Companies House number of the organisation"),
    Column("home_name", Kind.TEXT, "establishment as written, without postcode"),
    Column("home_urn", Kind.TEXT, "URN of the establishment, normalised"),
    Column("registration", Kind.TEXT, "ofsted, cqc, cis, ciw, unregistered or unknown"),
    Column("placement_la", Kind.TEXT, "host LA (SCO, WAL, NIR outside England); null if unknown"),
)

_COST: Final = (
    Column("weekly_cost_gbp", Kind.NUMBER, "total a week; null if blank or no number"),
    Column("social_care_gbp", Kind.NUMBER, "paid by social care a week"),
    Column("education_gbp", Kind.NUMBER, "paid by education a week"),
    Column("health_gbp", Kind.NUMBER, "paid by health a week"),
    Column("has_extras", Kind.YES_NO, "the cost includes additional packages; null before 2025-12"),
)

_JOINED: Final = (
    Column("origin_sector", Kind.TEXT, "postcode sector of home, from the hub's join", personal=True),
    Column("placement_sector", Kind.TEXT, "postcode sector of placement, from the hub's join", personal=True),
    Column("distance_miles", Kind.NUMBER, "DfE's straight-line miles, 0.1, from the hub's join"),
    Column("distance_basis", Kind.TEXT, "postcode (metres given) or sector; null with the distance"),
    Column("joined_place_code", Kind.TEXT, "SSDA903 PLACE of the episode that the hub joined"),
    Column("joined_provider_code", Kind.TEXT, "SSDA903 PLACE_PROVIDER of that episode"),
    Column("joined_episodes_12m", Kind.WHOLE, "episodes, not moves, in the 12 months before"),
    Column(
        "missing_12m",
        Kind.WHOLE,
        "missing episodes in the 12 months before; null if none is joined",
        personal=True,
    ),
    Column("sdq_score", Kind.WHOLE, "strengths and difficulties, 0 to 40", personal=True),
    Column("convicted", Kind.YES_NO, "convicted in the year", personal=True),
    Column("substance_misuse", Kind.YES_NO, "substance misuse problem in the year", personal=True),
)

CENSUS: Final = Table(
    "census",
    "one child in one month's Placements Northwest census",
    (*SOURCE, *CHILD_COLUMNS, RECORD_KEY, *_CHILD, *_PLACEMENT, *_HOME, *_COST, *_JOINED),
)
