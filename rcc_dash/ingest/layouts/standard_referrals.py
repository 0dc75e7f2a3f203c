"""Referrals: Placements Data Standard v2, and the regional form of the South West (RCC v1 and v3)."""

from functools import partial
from typing import Final

import pandas as pd

from rcc_dash.domain.problems import Severity
from rcc_dash.domain.referral_tables import REFERRAL
from rcc_dash.errors import UserError
from rcc_dash.ingest.checked import CheckedTable
from rcc_dash.ingest.findings import Finding
from rcc_dash.ingest.finish import Target, finish
from rcc_dash.ingest.keys import Secrets
from rcc_dash.ingest.layouts.ssda903_child import children, day_column
from rcc_dash.ingest.layouts.ssda903_whose import la_codes
from rcc_dash.ingest.layouts.standard_fields import FORM, NOT_KEPT, STANDARD
from rcc_dash.ingest.layouts.standard_needs import needs
from rcc_dash.ingest.layouts.standard_outcome import outcome
from rcc_dash.ingest.recognise import Layout, Matched
from rcc_dash.ingest.rules import Part, Rule
from rcc_dash.ingest.told import Told, as_of_told

_SOURCES: Final = {"pds_v2": "placements_standard", "rcc": "rcc_referrals"}
_DAYS: Final = {"referred": "referred_on", "placed": "placed_on", "needed_on": "needed_on"}
_FEW: Final = 5
_NO_DAY: Final = Rule(
    "I07", Severity.ERROR, None, "The row has no date of entry, so it is not known when it was true.",
    "Fill in the date of the referral or of the placement.",
)  # fmt: skip
_RARE: Final = Rule(
    "N06", Severity.INFO, "liberty", "Fewer than five children have this set of needs (deprived of liberty, "
    "alone, residential): such counts are not shown.", "Nothing to do.",
)  # fmt: skip


def check_referrals(standard: str, matched: Matched, told: Told, secrets: Secrets) -> CheckedTable:
    """Turn a sheet of referrals into the `referral` table, one account per LA and return year.

    Raises UserError when the LA is nowhere to be found, or no row, name or argument gives a date.
    """
    la_code, la_findings = la_codes(matched, told)
    wanted, days = needs(matched), _days(matched, told)
    parts = (
        children(matched, la_code, secrets), days, wanted, outcome(matched, la_code, wanted.columns),
    )  # fmt: skip
    as_of = days.columns["as_of"]
    columns = pd.concat([part.columns for part in parts], axis="columns").assign(
        la_code=la_code,
        year=(as_of.dt.year + (as_of.dt.month > 3)).astype("Int64"),  # noqa: PLR2004  the year ends in March
        standard=standard,
    )
    findings = [*la_findings, *_not_kept(matched), _rare(matched, columns)]
    findings += [finding for part in parts for finding in part.findings]
    period = columns["year"].astype("str")
    return finish(matched, Target(REFERRAL, _SOURCES[standard], period, la_code), columns, findings)


def _days(matched: Matched, told: Told) -> Part:
    columns, findings = {}, list[Finding]()
    for field, ours in (*_DAYS.items(), ("costed", "costed_on")):
        columns[ours], found = day_column(matched, field)
        findings += found
    entered = pd.DataFrame(columns).drop(columns="needed_on").max(axis="columns").astype("datetime64[us]")
    if entered.isna().any():
        entered = entered.fillna(_told_day(matched, told, none_known=bool(entered.isna().all())))
    read = pd.DataFrame(columns).drop(columns="costed_on").assign(as_of=entered)
    return Part(read, (*findings, _NO_DAY.hit(matched, entered.isna())))


def _told_day(matched: Matched, told: Told, *, none_known: bool) -> pd.Timestamp | None:
    said = as_of_told((matched.banner, matched.sheet), told)
    if said is None and none_known:
        raise UserError(
            title=f"Of which day does {told.file_name} speak?",
            what="No row has a date of entry, and no name of the sheet, file or folder gives a date.",
            fix="Fill in the dates of referral, put a date in the file's name (as in 'Barnsley referrals "
            "2025-03-31.csv'), or say it when loading: --as-of 2025-03-31.",
            asks="as_of",
        )
    return pd.Timestamp(said) if said else None


def _not_kept(matched: Matched) -> list[Finding]:
    """Count the cells with names and free text, which go no further."""
    what = "Names of officers and free text were not stored; of places only the postcode district."
    return [
        Rule("P01", Severity.INFO, field, what, "Nothing to do.").hit(matched, matched.column(field).ne(""))
        for field in NOT_KEPT
        if field in matched.data
    ]


def _rare(matched: Matched, columns: pd.DataFrame) -> Finding:
    residential = columns["family_code"].eq("home") | columns["residential_suitability"].eq("preferred")
    rare = columns["deprivation_of_liberty"].fillna(value=False) & columns["companions"].eq("solo")
    rare &= residential.fillna(value=False)
    alike = rare.groupby(columns["la_code"], dropna=False).transform("sum")
    return _RARE.hit(matched, rare & (alike < _FEW))


LAYOUTS: Final = (
    Layout(
        _SOURCES["pds_v2"], REFERRAL, "Placements Data Standard v2", STANDARD,
        partial(check_referrals, "pds_v2"), without=("planned or emergency home search",),
    ),
    Layout(_SOURCES["rcc"], REFERRAL, "Regional referral form", FORM, partial(check_referrals, "rcc")),
)  # fmt: skip
