"""Which columns do SSDA903 files have, and what else are they called?

The first synonym is the published heading; the rest are of hubs and case systems
(design/sources.md 1.1, 1.4, 1.7).
"""

from typing import Final

from rcc_dash.ingest.headings import Field

CHILD: Final = Field("child", ("CHILD", "CHILDID", "Child ID", "Child identifier"), required=True)
BORN: Final = Field("born", ("DOB", "Date of birth"))
SEX: Final = Field("sex", ("SEX", "Gender"))
LA: Final = Field("la", ("LA", "Local authority", "LA name", "LA code", "Responsible LA"), like=False)
YEAR: Final = Field("year", ("YEAR", "Return year", "Submission year"), like=False)

EPISODES: Final = (
    CHILD,
    Field("started", ("DECOM", "Date episode commenced"), required=True),
    Field("start_reason", ("RNE", "Reason for new episode")),
    Field("legal_status", ("LS", "Legal status")),
    Field("need_code", ("CIN", "Category of need")),
    Field("place", ("PLACE", "PL", "Placement type"), required=True),
    Field("provider", ("PLACE_PROVIDER", "Placement provider")),
    Field("ended", ("DEC", "Date episode ceased"), required=True),
    Field("end_reason", ("REC", "Reason episode ceased")),
    Field("change_reason", ("REASON_PLACE_CHANGE", "Reason for place change")),
    Field("home_post", ("HOME_POST", "Home postcode")),
    Field("placement_post", ("PL_POST", "Placement postcode")),
    Field("urn", ("URN", "Ofsted URN")),
    LA,
    YEAR,
    Field("hub_fix", ("Episode_source",)),
    Field("stated_la", ("PL_LA",), like=False),
    Field("stated_miles", ("PL_DISTANCE",), like=False),
)

HEADER: Final = (
    CHILD,
    Field("sex", SEX.synonyms, required=True),
    Field("born", BORN.synonyms, required=True),
    Field("ethnic", ("ETHNIC", "Ethnicity"), required=True),
    Field("upn", ("UPN",)),
    LA,
    YEAR,
)

UASC: Final = (
    CHILD,
    SEX,
    BORN,
    Field("uasc_ended", ("DUC", "Date UASC status ceased"), required=True),
    LA,
    YEAR,
)

MISSING: Final = (
    CHILD,
    BORN,
    Field("kind", ("MISSING", "Missing or away")),
    Field("started", ("MIS_START", "Date missing began"), required=True),
    Field("ended", ("MIS_END", "Date missing ended"), required=True),
    LA,
    YEAR,
)

HEALTH: Final = tuple(
    Field(name.lower(), (name,), like=False)
    for name in ("HEALTH_CHECK", "IMMUNISATIONS", "TEETH_CHECK", "HEALTH_ASSESSMENT")
)
"""Columns of OC2 that are read only to say that they are not stored."""

OC2: Final = (
    CHILD,
    BORN,
    Field("sdq_score", ("SDQ_SCORE",), required=True),
    Field("sdq_reason", ("SDQ_REASON",), like=False),
    Field("convicted", ("CONVICTED",), required=True),
    Field("substance_misuse", ("SUBSTANCE_MISUSE",), required=True),
    Field("intervention_received", ("INTERVENTION_RECEIVED",), like=False),
    Field("intervention_offered", ("INTERVENTION_OFFERED",), like=False),
    *HEALTH,
    LA,
    YEAR,
)

DOLO: Final = (
    CHILD,
    BORN,
    Field("started", ("DOLO_START",), required=True),
    Field("ended", ("DOLO_END",), required=True),
    LA,
    YEAR,
)

KNOWN: Final = (
    "MOTHER", "MC_DOB", "UPN", "YEAR_latest", "PL_LOCATION", "MISSING", "MIS_START", "MIS_END", "DATE_INT",
    "DATE_MATCH",
    "SW_ID", "SW_DECOM", "SW_DEC", "SW_REASON", "REVIEW", "REVIEW_CODE", "LA_PERM", "DATE_PERM",
    "DATE_PLACED", "DATE_PLACED_CEASED", "REASON_PLACED_CEASED", "PREV_PERM", "IN_TOUCH", "ACTIV", "ACCOM",
    "FOSTER_CARE", "NB_ADOPTR", "SEX_ADOPTR", "LS_ADOPTR", "DOLO_START", "DOLO_END",
)  # fmt: skip
"""Headings of the return that are not used, so that none is taken for one that is."""

NOT_OF_CHILDREN: Final = ("decom", "placement", "cost")
"""Words in a heading that say that a row is an episode or a bill, not a child."""
