"""What columns do the checked tables about homes hold? Definitions: design/sources.md 7.3."""

from typing import Final

from rcc_dash.domain.columns import SOURCE, Column, Kind, Table

_HOME: Final = (
    Column("urn", Kind.TEXT, "Ofsted's unique reference number: digits, or SC and digits", required=True),
    Column("provision_type", Kind.TEXT, "code of `home_types`, or of another provision", required=True),
    Column("la_code", Kind.TEXT, "LA where the home is; null if the name is of no present English LA"),
    Column("la_listed", Kind.TEXT, "LA as Ofsted wrote it"),
    Column("constituency", Kind.TEXT, "parliamentary constituency, as Ofsted wrote it"),
    Column("sector", Kind.TEXT, "la, private, voluntary, health; null if not stated"),
    Column("places", Kind.WHOLE, "registered places; null if Ofsted gives none"),
)

OPEN, RESTRICTED = "open", "restricted"
"""Precision of a row: published to all, or given to LAs only (design/disclosure.md 1.6)."""

_PRECISION: Final = Column(
    "precision",
    Kind.TEXT,
    "`open`, or `restricted`: names a children's home or its address, as Ofsted does to LAs only",
    required=True,
)

HOME_LISTING: Final = Table(
    "home_listing",
    "one provider on one Ofsted list",
    (
        *SOURCE,
        Column("as_of", Kind.DATE, "date of the list", required=True),
        Column(
            "list_kind",
            Kind.TEXT,
            "`places` (all active providers), `judgements`, `restricted` or `restricted_addresses`",
            required=True,
        ),
        _PRECISION,
        *_HOME,
        Column("home_name", Kind.TEXT, "null where Ofsted redacts it"),
        Column("status", Kind.TEXT, "Ofsted's registration status"),
        Column("registered_on", Kind.DATE, "first day of registration"),
        Column("closed_on", Kind.DATE, "day it left the register; null if still on it or not said"),
        Column("short_break_only", Kind.YES_NO, "null if the list does not say"),
        Column("multi_building", Kind.YES_NO, "null if the list does not say"),
        Column("owner_name", Kind.TEXT, "organisation that owns the provider"),
        Column("postcode_sector", Kind.TEXT, "null where Ofsted redacts the address"),
        Column("inspected_on", Kind.DATE, "latest full inspection"),
        Column("judgement", Kind.TEXT, "outstanding, good, requires_improvement, inadequate; null if none"),
        Column("place_codes", Kind.TEXT, "SSDA903 PLACE codes that it takes, space-separated"),
        Column("provider_codes", Kind.TEXT, "PLACE_PROVIDER codes, space-separated; null if not said"),
        Column("needs", Kind.TEXT, "codes of `home_flags`, space-separated; null if none or not said"),
        Column("conditions", Kind.TEXT, "kinds of condition, codes of `home_flags`; never their words"),
    ),
)

HOME_INSPECTION: Final = Table(
    "home_inspection",
    "one inspection of one provider in the year of the list",
    (
        *SOURCE,
        Column("as_of", Kind.DATE, "last day of the inspection year", required=True),
        *_HOME,
        Column("inspection_type", Kind.TEXT, "Ofsted's event type"),
        Column("inspected_on", Kind.DATE, "date of the inspection", required=True),
        Column("judgement", Kind.TEXT, "as in home_listing"),
    ),
)

HOME_CHANGE: Final = Table(
    "home_change",
    "one provider that joined or left Ofsted's register in the year to the date",
    (
        *SOURCE,
        Column("as_of", Kind.DATE, "last day of the year", required=True),
        *_HOME,
        Column("joined", Kind.YES_NO, "became active in the year", required=True),
        Column("left", Kind.YES_NO, "stopped being active in the year", required=True),
        Column("registered_on", Kind.DATE, "first day of registration"),
        Column("closed_on", Kind.DATE, "day it resigned, closed or was cancelled"),
    ),
)

SUPPORTED_PREMISES: Final = Table(
    "supported_premises",
    "one premises of a supported-accommodation provider",
    (
        *SOURCE,
        Column("as_of", Kind.DATE, "date of the list", required=True),
        _PRECISION,
        *_HOME,
        Column("category", Kind.WHOLE, "Ofsted's service category 1 to 4"),
        Column("postcode_sector", Kind.TEXT, "of the premises; null if not said"),
        Column("registered_on", Kind.DATE, "first day of registration; null if not said"),
        Column("closed_on", Kind.DATE, "day it left the register; null if still on it or not said"),
    ),
)

LA_INSPECTION: Final = Table(
    "la_inspection",
    "one inspection of an LA's children's services",
    (
        *SOURCE,
        Column("as_of", Kind.DATE, "date of the release", required=True),
        Column("la_code", Kind.TEXT, "LA inspected; null if abolished since"),
        Column("la_listed", Kind.TEXT, "LA as Ofsted wrote it", required=True),
        Column("inspected_on", Kind.DATE, "date of the inspection"),
        Column("judgement", Kind.TEXT, "as in home_listing"),
    ),
)

HOME_TOTAL: Final = Table(
    "home_total",
    "one date of Ofsted's own national series of children's homes, to reconcile with",
    (
        *SOURCE,
        Column("as_of", Kind.DATE, "date counted", required=True),
        Column("homes", Kind.WHOLE, "all children's homes in England"),
        Column("places", Kind.WHOLE, "places in all children's homes in England"),
    ),
)

VACANCY: Final = Table(
    "vacancy",
    "one home on one date, as its provider or LA returned it",
    (
        *SOURCE,
        Column("as_of", Kind.DATE, "date of the return", required=True),
        Column("urn", Kind.TEXT, "Ofsted's unique reference number", required=True),
        Column("registered_places", Kind.WHOLE, "places registered", required=True),
        Column("available_places", Kind.WHOLE, "places that could be used"),
        Column("occupied_places", Kind.WHOLE, "places with a child", required=True),
        Column("unavailable_matching", Kind.WHOLE, "places held empty for matching"),
        Column("unavailable_staffing", Kind.WHOLE, "places closed for want of staff"),
        Column("unavailable_solo", Kind.WHOLE, "places closed for another child's solo use"),
        Column("unavailable_repair", Kind.WHOLE, "places closed for repair"),
        Column("unavailable_reserved", Kind.WHOLE, "places promised to a child"),
    ),
)
