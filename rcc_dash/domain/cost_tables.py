"""What columns do the checked tables about costs hold? Definitions: design/sources.md 1.8 and 7.2."""

from typing import Final

from rcc_dash.domain.child_tables import CHILD_COLUMNS, RECORD_KEY
from rcc_dash.domain.columns import SOURCE, Column, Kind, Table

PLACEMENT_COST: Final = Table(
    "placement_cost",
    "one placement in one quarter's cost extract",
    (
        *SOURCE,
        *CHILD_COLUMNS,
        RECORD_KEY,
        Column("as_of", Kind.DATE, "last day that the cost covers", required=True),
        Column("started_on", Kind.DATE, "first day of the placement", required=True, personal=True),
        Column("ended_on", Kind.DATE, "last day; null while open", personal=True),
        Column("place_code", Kind.TEXT, "PLACE"),
        Column("provider_code", Kind.TEXT, "PLACE_PROVIDER"),
        Column("legal_status", Kind.TEXT, "LS"),
        Column("home_urn", Kind.TEXT, "URN, normalised"),
        Column("sourcing_route", Kind.TEXT, "framework, spot or block; null if not stated"),
        Column("origin_sector", Kind.TEXT, "postcode sector of home", personal=True),
        Column("placement_sector", Kind.TEXT, "postcode sector of the placement", personal=True),
        Column("placement_la", Kind.TEXT, "LA of placement (SCO, WAL, NIR outside England); null if unknown"),
        Column("distance_miles", Kind.NUMBER, "DfE's straight-line miles, 0.1; null if either end unknown"),
        Column("distance_basis", Kind.TEXT, "postcode or sector; null with the distance"),
        Column("weekly_cost_gbp", Kind.NUMBER, "cost to date over weeks open in the financial year"),
        Column("social_care_gbp", Kind.NUMBER, "social care's part, pounds a week; null if not stated"),
        Column("education_gbp", Kind.NUMBER, "education's part, pounds a week; null if not stated"),
        Column("health_gbp", Kind.NUMBER, "health's part, pounds a week; null if not stated"),
        Column("cost_basis", Kind.TEXT, "to_date: worked out from the year so far; null without a cost"),
        Column(
            "disability_codes",
            Kind.TEXT,
            "codes, space-separated, NONE if none; null if not stated",
            personal=True,
        ),
        Column(
            "has_ehcp",
            Kind.YES_NO,
            "has an education, health and care plan; null if not stated",
            personal=True,
        ),
        Column("uasc", Kind.YES_NO, "unaccompanied asylum-seeking child; null if not stated", personal=True),
        Column(
            "missing_episodes",
            Kind.WHOLE,
            "times missing in this period of care; null if not stated",
            personal=True,
        ),
        Column("placements_12m", Kind.WHOLE, "placements in the last 12 months; null if not stated"),
        Column(
            "care_started_on",
            Kind.DATE,
            "first day of this period of care; null if not stated",
            personal=True,
        ),
    ),
)

HOME_COST: Final = Table(
    "home_cost",
    "one of an LA's own homes in one quarter's cost extract",
    (
        *SOURCE,
        Column("la_code", Kind.TEXT, "LA that runs the home", required=True),
        Column("year", Kind.WHOLE, "financial year: ends on 31 March of this year", required=True),
        Column("as_of", Kind.DATE, "last day that the cost covers", required=True),
        Column("home_name", Kind.TEXT, "name of the home, as the LA calls it"),
        Column("home_urn", Kind.TEXT, "URN, normalised; null if not stated"),
        Column("opened_on", Kind.DATE, "first day of use; null if not stated"),
        Column("closed_on", Kind.DATE, "last day of use; null while open"),
        Column("cost_to_date_gbp", Kind.NUMBER, "pounds committed since 1 April"),
        Column(
            "weekly_cost_gbp", Kind.NUMBER, "the whole home's cost to date over weeks in use since 1 April"
        ),
    ),
)
