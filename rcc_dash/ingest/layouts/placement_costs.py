"""Placement costs, in the form of the old quarterly Section 251 extract (design/sources.md 1.8)."""

from typing import Final

import pandas as pd

from rcc_dash.domain.codes import SHORT_BREAK_STATUSES
from rcc_dash.domain.cost_tables import PLACEMENT_COST
from rcc_dash.ingest.checked import CheckedTable
from rcc_dash.ingest.finish import Target, finish
from rcc_dash.ingest.keys import Secrets
from rcc_dash.ingest.layouts.cost_days import financial_years, last_days
from rcc_dash.ingest.layouts.cost_fields import FIELDS, HEADERS, KNOWN
from rcc_dash.ingest.layouts.cost_needs import needs
from rcc_dash.ingest.layouts.cost_rules import NO_DATE, cost_findings, weekly_costs
from rcc_dash.ingest.layouts.ssda903_child import children, day_column
from rcc_dash.ingest.layouts.ssda903_codes import CodeColumn, code_columns
from rcc_dash.ingest.layouts.ssda903_places import places
from rcc_dash.ingest.layouts.ssda903_whose import la_codes
from rcc_dash.ingest.recognise import Layout, Matched
from rcc_dash.ingest.rules import Part
from rcc_dash.ingest.told import Told
from rcc_dash.ingest.urns import tidy_urns

__all__ = ["HEADERS", "LAYOUTS", "check_costs"]

_SOURCE: Final = "placement_costs"
_CODES: Final = (
    CodeColumn("place", "place_code", "PLACE"),
    CodeColumn("provider", "provider_code", "PLACE_PROVIDER"),
    CodeColumn("legal_status", "legal_status", "LS"),
)
_BLANK_POSTCODE: Final = "G05"
"""Not asked of an extract: postcodes are for the SSDA903 return to give."""


def check_costs(matched: Matched, told: Told, secrets: Secrets) -> CheckedTable:
    """Turn a sheet of placements into the `placement_cost` table, one account per LA and quarter's end.

    Raises UserError when the LA or the last day that the costs cover is nowhere to be found.
    """
    la_code, la_findings = la_codes(matched, told)
    as_of = last_days(matched, told)
    year = financial_years(as_of)
    codes = code_columns(matched, year, _CODES)
    parts = (
        children(matched, la_code, secrets),
        _spells(matched),
        codes,
        _where(matched, codes),
        needs(matched),
    )
    columns = pd.concat([part.columns for part in parts], axis="columns").assign(
        la_code=la_code, year=year, as_of=as_of, home_urn=tidy_urns(matched.column("urn"))
    )
    costs = weekly_costs(matched, columns)
    findings = [*la_findings, NO_DATE.hit(matched, as_of.isna()), *cost_findings(matched, costs)]
    findings += [finding for part in parts for finding in part.findings]
    target = Target(PLACEMENT_COST, _SOURCE, as_of.dt.strftime("%Y-%m-%d"), la_code)
    return finish(matched, target, costs, findings)


def _spells(matched: Matched) -> Part:
    started, no_start = day_column(matched, "started", required=True)
    ended, no_end = day_column(matched, "ended")
    return Part(pd.DataFrame({"started_on": started, "ended_on": ended}), (*no_start, *no_end))


def _where(matched: Matched, codes: Part) -> Part:
    is_short_break = codes.columns["legal_status"].isin(list(SHORT_BREAK_STATUSES))
    where = places(matched, codes.columns["place_code"], is_short_break)
    return Part(where.columns, tuple(one for one in where.findings if one.code != _BLANK_POSTCODE))


LAYOUTS: Final = (Layout(_SOURCE, PLACEMENT_COST, "Placement costs", FIELDS, check_costs, known=KNOWN),)
