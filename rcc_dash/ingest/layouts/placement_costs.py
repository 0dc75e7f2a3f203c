"""Placement costs, in the form of the old quarterly Section 251 extract (design/sources.md 1.8)."""

import re
from typing import Final

import pandas as pd

from rcc_dash.domain.cost_tables import PLACEMENT_COST
from rcc_dash.errors import UserError
from rcc_dash.ingest.checked import CheckedTable
from rcc_dash.ingest.dates import to_dates, years_said
from rcc_dash.ingest.finish import Target, finish
from rcc_dash.ingest.headings import Field
from rcc_dash.ingest.keys import Secrets
from rcc_dash.ingest.layouts.cost_rules import NO_DATE, cost_findings, weekly_costs
from rcc_dash.ingest.layouts.ssda903_child import children, day_column
from rcc_dash.ingest.layouts.ssda903_codes import CodeColumn, code_columns
from rcc_dash.ingest.layouts.ssda903_fields import CHILD, LA
from rcc_dash.ingest.layouts.ssda903_whose import la_codes
from rcc_dash.ingest.recognise import Layout, Matched
from rcc_dash.ingest.rules import Part
from rcc_dash.ingest.told import Told, as_of_told
from rcc_dash.ingest.urns import tidy_urns

HEADERS: Final = (
    "Child ID", "Date of birth", "Gender", "Ethnicity", "Disability", "Category of need",
    "Date of last assessment", "Does the child have an EHCP", "Is the child UASC",
    "Number of missing episodes in current period of care", "Legal status", "Placement start date",
    "Placement end date", "Date of start of current care period", "Reason for placement change",
    "Number of placements in last 12 months", "Number of placements in current care period",
    "Placement type", "Provider type", "Procurement platform", "Procurement framework", "Ofsted URN",
    "Home postcode", "Placement postcode", "LA of placement",
    "Total committed cost accrued in FY to date", "Contribution from social care",
    "Contribution from health", "Contribution from education provider/s",
)  # fmt: skip
"""The columns of the extract, in order."""

FIELDS: Final = (
    Field("child", ("Child ID", *CHILD.synonyms), required=True),
    Field("born", ("Date of birth", "DOB")),
    Field("started", ("Placement start date",), required=True),
    Field("ended", ("Placement end date",)),
    Field("place", ("Placement type", "PLACE")),
    Field("provider", ("Provider type", "PLACE_PROVIDER")),
    Field("urn", ("Ofsted URN", "URN")),
    Field("cost", ("Total committed cost accrued in FY to date",), required=True),
    Field("social_care", ("Contribution from social care",), like=False),
    Field("health", ("Contribution from health",), like=False),
    Field("education", ("Contribution from education provider/s",), like=False),
    Field("as_of", ("Quarter end date", "Quarter end", "As-of date"), like=False),
    LA,
)

_SOURCE: Final = "placement_costs"
_KNOWN: Final = tuple(name for name in HEADERS if name not in {field.synonyms[0] for field in FIELDS})
_CODES: Final = (
    CodeColumn("place", "place_code", "PLACE"),
    CodeColumn("provider", "provider_code", "PLACE_PROVIDER"),
)
_QUARTER: Final = re.compile(r"(?<![a-z])q(?:uarter)?[ _-]?([1-4])(?!\d)", re.IGNORECASE)
_QUARTER_ENDS: Final = {"1": (-1, 6, 30), "2": (-1, 9, 30), "3": (-1, 12, 31), "4": (0, 3, 31)}
"""Years from the financial year's last, month and day on which each quarter ends."""


def check_costs(matched: Matched, told: Told, secrets: Secrets) -> CheckedTable:
    """Turn a sheet of placements into the `placement_cost` table, one account per LA and quarter's end.

    Raises UserError when the LA or the last day that the costs cover is nowhere to be found.
    """
    la_code, la_findings = la_codes(matched, told)
    as_of = _days(matched, told)
    year = (as_of.dt.year + (as_of.dt.month > 3)).astype("Int64")  # noqa: PLR2004  the year ends in March
    parts = (children(matched, la_code, secrets), _spells(matched), code_columns(matched, year, _CODES))
    columns = pd.concat([part.columns for part in parts], axis="columns").assign(
        la_code=la_code, year=year, as_of=as_of, home_urn=tidy_urns(matched.column("urn"))
    )
    costs = columns.assign(weekly_cost_gbp=weekly_costs(matched, columns))
    findings = [*la_findings, NO_DATE.hit(matched, as_of.isna()), *cost_findings(matched, costs)]
    findings += [finding for part in parts for finding in part.findings]
    target = Target(PLACEMENT_COST, _SOURCE, as_of.dt.strftime("%Y-%m-%d"), la_code)
    return finish(matched, target, costs, findings)


def _spells(matched: Matched) -> Part:
    started, no_start = day_column(matched, "started", required=True)
    ended, no_end = day_column(matched, "ended")
    return Part(pd.DataFrame({"started_on": started, "ended_on": ended}), (*no_start, *no_end))


def _days(matched: Matched, told: Told) -> pd.Series:
    cells = matched.column("as_of")
    days = to_dates(cells)
    said = _told_day(matched, told) if cells.eq("").any() else None
    days = days.mask(cells.eq(""), said) if said is not None else days
    if days.isna().all():
        raise UserError(
            title=f"Up to which day do the costs in {told.file_name} run?",
            what="Neither a column nor the name of the sheet, file or folder gives the quarter's last day.",
            fix="Put it in the file's name (as in 'Barnsley costs 2024-12-31.csv' or '2024-25 Q3'), add a "
            "column headed 'Quarter end date', or say it when loading: --as-of 2024-12-31.",
            asks="as_of",
        )
    return days


def _told_day(matched: Matched, told: Told) -> pd.Timestamp | None:
    said = f"{matched.banner} {matched.sheet} {told.folder} {told.file_name}"
    quarter, year = _QUARTER.search(said), max(years_said(said), default=None)
    if quarter and year:
        before, month, day = _QUARTER_ENDS[quarter[1]]
        return pd.Timestamp(year + before, month, day)
    found = as_of_told((matched.banner, matched.sheet), told)
    return pd.Timestamp(found) if found else None


LAYOUTS: Final = (Layout(_SOURCE, PLACEMENT_COST, "Placement costs", FIELDS, check_costs, known=_KNOWN),)
