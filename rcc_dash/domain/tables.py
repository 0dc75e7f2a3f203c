"""What columns does each table hold, of what type, and may they be blank?

One truth for the checked tables that `ingest` writes, `store` reads and templates are
made from. Definitions: design/sources.md 7.2 and 7.3.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Kind(StrEnum):
    """The type of a column, named as DuckDB names it."""

    TEXT = "VARCHAR"
    WHOLE = "INTEGER"
    KEY = "UBIGINT"
    NUMBER = "DOUBLE"
    DATE = "DATE"
    YES_NO = "BOOLEAN"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its meaning, unit and whether a row may lack it."""

    name: str
    kind: Kind
    meaning: str
    required: bool = False
    personal: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One checked table: what a row is, and its columns in order."""

    name: str
    grain: str
    columns: tuple[Column, ...]

    @property
    def column_names(self) -> tuple[str, ...]:
        """Give the columns' names in order, the row's own place in its file first."""
        return tuple(column.name for column in self.columns)


_SOURCE: Final = (
    Column("source_sheet", Kind.TEXT, "sheet of the file; blank for a CSV"),
    Column("source_row", Kind.WHOLE, "row of the file as a person counts it, header included", required=True),
    Column("mends", Kind.TEXT, "codes of what was put right on arrival, space-separated; null if nothing"),
)

_HOME: Final = (
    Column("urn", Kind.TEXT, "Ofsted's unique reference number: digits, or SC and digits", required=True),
    Column("provision_type", Kind.TEXT, "code of `home_types`, or of another provision", required=True),
    Column("la_code", Kind.TEXT, "LA where the home is; null if the name is of no present English LA"),
    Column("la_listed", Kind.TEXT, "LA as Ofsted wrote it"),
    Column("constituency", Kind.TEXT, "parliamentary constituency, as Ofsted wrote it"),
    Column("sector", Kind.TEXT, "la, private, voluntary, health; null if not stated"),
    Column("places", Kind.WHOLE, "registered places; null if Ofsted gives none"),
)

HOME_LISTING: Final = Table(
    "home_listing",
    "one provider on one Ofsted list",
    (
        *_SOURCE,
        Column("as_of", Kind.DATE, "date of the list", required=True),
        Column("list_kind", Kind.TEXT, "`places` (all active providers) or `judgements`", required=True),
        *_HOME,
        Column("home_name", Kind.TEXT, "null where Ofsted redacts it"),
        Column("status", Kind.TEXT, "Ofsted's registration status"),
        Column("registered_on", Kind.DATE, "first day of registration"),
        Column("short_break_only", Kind.YES_NO, "null if the list does not say"),
        Column("multi_building", Kind.YES_NO, "null if the list does not say"),
        Column("owner_name", Kind.TEXT, "organisation that owns the provider"),
        Column("postcode_sector", Kind.TEXT, "null where Ofsted redacts the address"),
        Column("inspected_on", Kind.DATE, "latest full inspection"),
        Column("judgement", Kind.TEXT, "outstanding, good, requires_improvement, inadequate; null if none"),
    ),
)

HOME_INSPECTION: Final = Table(
    "home_inspection",
    "one inspection of one provider in the year of the list",
    (
        *_SOURCE,
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
        *_SOURCE,
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
        *_SOURCE,
        Column("as_of", Kind.DATE, "date of the list", required=True),
        *_HOME,
        Column("category", Kind.WHOLE, "Ofsted's service category 1 to 4"),
    ),
)

LA_INSPECTION: Final = Table(
    "la_inspection",
    "one inspection of an LA's children's services",
    (
        *_SOURCE,
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
        *_SOURCE,
        Column("as_of", Kind.DATE, "date counted", required=True),
        Column("homes", Kind.WHOLE, "all children's homes in England"),
        Column("places", Kind.WHOLE, "places in all children's homes in England"),
    ),
)

_CHILD: Final = (
    Column("la_code", Kind.TEXT, "responsible LA", required=True),
    Column("year", Kind.WHOLE, "return year: ends on 31 March of this year", required=True),
    Column(
        "child_key",
        Kind.TEXT,
        "keyed hash of LA and child id; the id itself is never stored",
        required=True,
        personal=True,
    ),
)

CHILD: Final = Table(
    "child",
    "one child in one SSDA903 header return",
    (
        *_SOURCE,
        *_CHILD,
        Column(
            "record_key",
            Kind.KEY,
            "the child's random key for cell-key rounding",
            required=True,
            personal=True,
        ),
        Column("born_month", Kind.DATE, "first day of the month of birth", personal=True),
        Column("sex", Kind.TEXT, "M, F or U"),
        Column("ethnic_code", Kind.TEXT, "SSDA903 ethnicity code", personal=True),
    ),
)

EPISODE: Final = Table(
    "episode",
    "one SSDA903 episode in one return, as submitted (before mending)",
    (
        *_SOURCE,
        *_CHILD,
        Column(
            "record_key",
            Kind.KEY,
            "the child's random key for cell-key rounding",
            required=True,
            personal=True,
        ),
        Column("started_on", Kind.DATE, "DECOM", required=True, personal=True),
        Column("start_reason", Kind.TEXT, "RNE"),
        Column("legal_status", Kind.TEXT, "LS"),
        Column("need_code", Kind.TEXT, "CIN"),
        Column("place_code", Kind.TEXT, "PLACE"),
        Column("provider_code", Kind.TEXT, "PLACE_PROVIDER"),
        Column("ended_on", Kind.DATE, "DEC; null while open", personal=True),
        Column("end_reason", Kind.TEXT, "REC"),
        Column("change_reason", Kind.TEXT, "REASON_PLACE_CHANGE"),
        Column("origin_sector", Kind.TEXT, "postcode sector of HOME_POST", personal=True),
        Column("placement_sector", Kind.TEXT, "postcode sector of PL_POST", personal=True),
        Column("placement_la", Kind.TEXT, "LA of PL_POST (SCO, WAL, NIR outside England); null if unknown"),
        Column("distance_miles", Kind.NUMBER, "DfE's straight-line miles, 0.1; null if either end unknown"),
        Column("distance_basis", Kind.TEXT, "postcode, sector or stated; null with the distance"),
        Column("home_urn", Kind.TEXT, "URN, normalised; XXXXXXX is a regulator other than Ofsted"),
        Column("hub_fix", Kind.TEXT, "Episode_source: what a regional hub already mended"),
    ),
)

UASC: Final = Table(
    "uasc",
    "one child in one SSDA903 UASC return",
    (*_SOURCE, *_CHILD, Column("uasc_ended_on", Kind.DATE, "DUC; null while still UASC", personal=True)),
)

VACANCY: Final = Table(
    "vacancy",
    "one home on one date, as its provider or LA returned it",
    (
        *_SOURCE,
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

PLACEMENT_COST: Final = Table(
    "placement_cost",
    "one placement in one quarter's cost extract",
    (
        *_SOURCE,
        *_CHILD,
        Column("as_of", Kind.DATE, "last day that the cost covers", required=True),
        Column("started_on", Kind.DATE, "first day of the placement", required=True, personal=True),
        Column("ended_on", Kind.DATE, "last day; null while open", personal=True),
        Column("place_code", Kind.TEXT, "PLACE"),
        Column("provider_code", Kind.TEXT, "PLACE_PROVIDER"),
        Column("home_urn", Kind.TEXT, "URN, normalised"),
        Column("weekly_cost_gbp", Kind.NUMBER, "cost to date over weeks open in the financial year"),
    ),
)

ALL: Final = {
    table.name: table
    for table in (
        HOME_LISTING, HOME_INSPECTION, HOME_CHANGE, SUPPORTED_PREMISES, LA_INSPECTION, HOME_TOTAL,
        CHILD, EPISODE, UASC, VACANCY, PLACEMENT_COST,
    )
}  # fmt: skip
