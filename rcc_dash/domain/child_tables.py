"""What columns do the checked tables about children hold? Definitions: design/sources.md 7.2."""

from typing import Final

from rcc_dash.domain.columns import SOURCE, Column, Kind, Table

CHILD_COLUMNS: Final = (
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
"""Whose row it is and of which return year."""

RECORD_KEY: Final = Column(
    "record_key", Kind.KEY, "the child's random key for cell-key rounding", required=True, personal=True
)

CHILD: Final = Table(
    "child",
    "one child in one SSDA903 header return",
    (
        *SOURCE,
        *CHILD_COLUMNS,
        RECORD_KEY,
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
        *CHILD_COLUMNS,
        RECORD_KEY,
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
    (
        *SOURCE,
        *CHILD_COLUMNS,
        Column("uasc_ended_on", Kind.DATE, "DUC; null while still UASC", personal=True),
    ),
)

MISSING: Final = Table(
    "missing",
    "one time that a child was missing or away without authorisation, in one SSDA903 return",
    (
        *SOURCE,
        *CHILD_COLUMNS,
        RECORD_KEY,
        Column("kind", Kind.TEXT, "M missing, A away without authorisation; null if not stated"),
        Column("started_on", Kind.DATE, "MIS_START", required=True, personal=True),
        Column("ended_on", Kind.DATE, "MIS_END; null while missing", personal=True),
    ),
)

OC2: Final = Table(
    "oc2",
    "one child looked after for a year or more, in one SSDA903 OC2 return",
    (
        *SOURCE,
        *CHILD_COLUMNS,
        RECORD_KEY,
        Column(
            "sdq_score", Kind.WHOLE, "strengths and difficulties score, 0 to 40; null if none", personal=True
        ),
        Column("sdq_reason", Kind.TEXT, "SDQ1 to SDQ5: why there is no score"),
        Column(
            "convicted", Kind.YES_NO, "convicted or cautioned in the year; null if not stated", personal=True
        ),
        Column(
            "substance_misuse", Kind.YES_NO, "found to misuse substances; null if not stated", personal=True
        ),
        Column(
            "intervention_received", Kind.YES_NO, "help with it received; null if not stated", personal=True
        ),
        Column(
            "intervention_offered", Kind.YES_NO, "help with it offered; null if not stated", personal=True
        ),
    ),
)

DOLO: Final = Table(
    "dolo",
    "one deprivation-of-liberty order of a child, in one SSDA903 return",
    (
        *SOURCE,
        *CHILD_COLUMNS,
        RECORD_KEY,
        Column("started_on", Kind.DATE, "DOLO_START", required=True, personal=True),
        Column("ended_on", Kind.DATE, "DOLO_END; null while in force", personal=True),
    ),
)
