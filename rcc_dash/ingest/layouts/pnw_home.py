"""Who provides the placement, under which numbers, and in which LA?

Names of organisations and homes are kept so that they can be matched to Ofsted's lists. Where
the establishment may be a carer's own household, its name is not kept.
"""

from typing import Final

import pandas as pd

from rcc_dash.domain.places import OUTSIDE_ENGLAND, match_area
from rcc_dash.domain.problems import Severity
from rcc_dash.ingest.findings import Finding
from rcc_dash.ingest.recognise import Matched
from rcc_dash.ingest.rules import Part, Rule
from rcc_dash.ingest.urns import OTHER_REGULATOR, tidy_urns
from rcc_dash.ingest.word_lists import BLANKS, bare, read_words, word_list
from rcc_dash.reference.tables import rows

_POSTCODE: Final = r"\b[A-Za-z]{1,2}\d[A-Za-z\d]?\s*\d[A-Za-z]{2}\b"
_LONG_NUMBER: Final = r"\d{5,}"
"""No name of a home or firm has one: an id or a date without marks has slipped in."""

_DAY: Final = r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}"
_LODGINGS: Final = 4
_COMPANY_DIGITS: Final = 8
_NOT_OFSTED: Final = ("cqc", "cis", "ciw", "unregistered")
_NO_NUMBER: Final = BLANKS | {"unknown", "not known", "not applicable", "unregistered", "tbc"}

_BAD_URN: Final = Rule(
    "U03", Severity.MENDED, "home_urn", "The URN is no Ofsted number and was left blank.",
    "Take it from Ofsted's list.",
)  # fmt: skip
_HOUSEHOLD: Final = Rule(
    "P01", Severity.INFO, "home",
    "Names of establishments of carers and lodgings were not stored: they may be people's own.",
    "Write 'foster carer', not the carer's name.",
)  # fmt: skip
_ADDRESS: Final = Rule(
    "P01", Severity.INFO, "home", "Postcodes, and names with long numbers or dates in them, were not stored.",
    "Nothing to do.",
)  # fmt: skip
_HOST: Final = Rule(
    "C04", Severity.WARNING, "host", "The host authority is no present LA or nation; it is left unknown.",
    "Correct the name, or add it to data/reference/pnw_host_areas.csv, and load the file again.",
)  # fmt: skip


def home(matched: Matched, placement: pd.DataFrame) -> Part:
    """Give names, numbers, registration and host LA; `placement` holds family and category of each row."""
    registration = read_words(
        matched,
        "registration",
        word_list("pnw_words", "registrations", "registration"),
        {"registration": "code"},
    )
    urn = tidy_urns(matched.column("home_urn"))
    regulator = registration.columns["registration"]
    is_odd = ~matched.column("home_urn").map(bare).isin(list(_NO_NUMBER)) & urn.isna()
    names, name_findings = _names(matched, placement)
    columns = names.assign(
        registration=regulator,
        home_urn=urn.mask(urn.eq(OTHER_REGULATOR)),
        provider_urn=tidy_urns(matched.column("provider_urn")).replace(OTHER_REGULATOR, None),
        company_no=_company_numbers(matched.column("company")),
        placement_la=_areas(matched.column("host")),
    )
    host_lost = matched.column("host").map(bare).isin(list(BLANKS)) | columns["placement_la"].notna()
    findings = (
        *registration.findings,
        *name_findings,
        _BAD_URN.hit(matched, is_odd & ~regulator.isin(list(_NOT_OFSTED))),
        _HOST.hit(matched, ~host_lost),
    )
    return Part(columns, findings)


def areas_of_codes(cells: pd.Series) -> pd.Series:
    """Give the LA of each area code of the postcode directory; a nation's letters outside England."""
    nations = {"W": "WAL", "S": "SCO", "N": "NIR"}
    read = {
        text: nations.get(text[:1].upper()) or match_area(text).la_code for text in cells.unique() if text
    }
    return cells.map(read).astype("str")


def _names(matched: Matched, placement: pd.DataFrame) -> tuple[pd.DataFrame, tuple[Finding, ...]]:
    given = matched.column("home")
    is_household = placement["family_code"].eq("foster") | placement["sa_category"].eq(_LODGINGS)
    is_household = is_household.fillna(value=False)
    organisation, establishment = _bare_names(matched.column("organisation")), _bare_names(given)
    columns = {"provider_name": organisation, "home_name": establishment.mask(is_household)}
    findings = (
        _HOUSEHOLD.hit(matched, is_household & given.ne("")),
        _ADDRESS.hit(matched, given.ne("") & establishment.ne(given.str.split().str.join(" "))),
    )
    return pd.DataFrame(columns), findings


def _bare_names(cells: pd.Series) -> pd.Series:
    names = cells.str.replace(_POSTCODE, "", regex=True).str.split().str.join(" ").str.strip(" ,;-")
    is_other = names.str.contains(_LONG_NUMBER) | names.str.contains(_DAY)
    return names.mask(is_other | names.map(bare).isin(list(_NO_NUMBER)))


def _company_numbers(cells: pd.Series) -> pd.Series:
    text = cells.str.replace(r"\s+", "", regex=True).str.upper().str.replace(r"\.0+$", "", regex=True)
    is_number = text.str.fullmatch(r"\d{6,8}|[A-Z]{2}\d{6}")
    return text.where(is_number).str.zfill(_COMPANY_DIGITS)


def _areas(cells: pd.Series) -> pd.Series:
    other = {bare(row["name"]): row["la_code"] for row in rows("pnw_host_areas")}
    read = {text: _area(text, other) for text in cells.unique() if text}
    return cells.map(read).astype("str")


def _area(text: str, other: dict[str, str]) -> str | None:
    code = text.strip().upper()
    return code if code in OUTSIDE_ENGLAND else match_area(text).la_code or other.get(bare(text))
