"""What columns do the checked tables about children hold? Definitions: design/sources.md 7.2."""

from typing import Final

from rcc_dash.domain.columns import SOURCE, Column, Kind, Table

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

_RECORD_KEY: Final = Column(
    "record_key", Kind.KEY, "the child's random key for cell-key rounding", required=True, personal=True
)

CHILD: Final = Table(
    "child",
    "one child in one SSDA903 header return",
    (
        *SOURCE,
        *_CHILD,
        _RECORD_KEY,
        Column("born_month", Kind.DATE, "first day of the month of birth", personal=True),
        Column("sex", Kind.TEXT, "M, F or U"),
        Column("ethnic_code", Kind.TEXT, "SSDA903 ethnicity code", personal=True),
    ),
)

EPISODE: Final = Table(
    "episode",
    "one SSDA903 episode in one return, as submitted (before mending)",
    (
        *SOURCE,
        *_CHILD,
        _RECORD_KEY,
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
    (*SOURCE, *_CHILD, Column("uasc_ended_on", Kind.DATE, "DUC; null while still UASC", personal=True)),
)

PLACEMENT_COST: Final = Table(
    "placement_cost",
    "one placement in one quarter's cost extract",
    (
        *SOURCE,
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
