"""Placements Northwest census: one row per child's placement at the end of a month (design/sources.md 2)."""

from typing import Final

import pandas as pd

from rcc_dash.domain.census_tables import CENSUS
from rcc_dash.domain.problems import Severity
from rcc_dash.ingest.checked import CheckedTable
from rcc_dash.ingest.findings import Finding
from rcc_dash.ingest.finish import Target, finish
from rcc_dash.ingest.keys import Secrets
from rcc_dash.ingest.layouts.pnw_checks import check_names, check_reasons
from rcc_dash.ingest.layouts.pnw_child import child
from rcc_dash.ingest.layouts.pnw_cost import costs
from rcc_dash.ingest.layouts.pnw_fields import FIELDS, JOINED_HEADERS
from rcc_dash.ingest.layouts.pnw_home import home
from rcc_dash.ingest.layouts.pnw_joined import joined
from rcc_dash.ingest.layouts.pnw_month import months
from rcc_dash.ingest.layouts.pnw_placement import circumstances, provision
from rcc_dash.ingest.layouts.ssda903_child import children
from rcc_dash.ingest.layouts.ssda903_whose import la_codes
from rcc_dash.ingest.plausible import uneven_prices
from rcc_dash.ingest.recognise import Layout, Matched
from rcc_dash.ingest.rules import Part, Rule
from rcc_dash.ingest.told import Told

_SOURCE: Final = "placements_census"
_SYNONYMS: Final = {synonym for field in FIELDS for synonym in field.synonyms}
_KNOWN: Final = ("Primary SEND category", *(name for name in JOINED_HEADERS if name not in _SYNONYMS))
_FEW: Final = 5
"""Fewer children than this with one rare set of needs could be known by it (design/disclosure.md)."""

_NO_MONTH: Final = Rule(
    "I07", Severity.ERROR, None, "The row does not say of which month it is.", "Fill in the census month."
)
_TWICE: Final = Rule(
    "I05", Severity.WARNING, "child", "The same child stands in the month with one start more than once.",
    "Delete the row that is wrong.",
)  # fmt: skip
_UNEVEN: Final = Rule(
    "K05", Severity.INFO, "weekly", "Children of one home cost over three times as much as others there.",
    "See whether their needs differ so much, or a cost is of another period.",
)  # fmt: skip
_NOT_SOLO: Final = Rule(
    "N04", Severity.WARNING, "solo",
    "The child needs to live alone, and other children are in the same home in this census.",
    "See whether the home has separate buildings, or the answer is wrong.",
)  # fmt: skip
_RARE: Final = Rule(
    "N06", Severity.INFO, "dols",
    "Fewer than five children have this set of needs (deprived of liberty, alone, residential): "
    "such counts are not shown.", "Nothing to do.",
)  # fmt: skip


def check_census(matched: Matched, told: Told, secrets: Secrets) -> CheckedTable:
    """Turn a sheet of placements into the `census` table, one account per LA and month.

    Raises UserError when the LA or the month is nowhere to be found.
    """
    la_code, la_findings = la_codes(matched, told)
    as_of = months(matched, told)
    parts = (children(matched, la_code, secrets), *_parts(matched, as_of))
    columns = pd.concat([part.columns for part in parts], axis="columns").assign(
        la_code=la_code,
        as_of=as_of,
        year=(as_of.dt.year + (as_of.dt.month > 3)).astype("Int64"),  # noqa: PLR2004  the year ends in March
    )
    census = _settled(columns)
    findings = [*la_findings, _NO_MONTH.hit(matched, as_of.isna())]
    findings += [finding for part in parts for finding in part.findings]
    findings += [*_across(matched, census), *check_reasons(matched, census), check_names(matched, census)]
    target = Target(CENSUS, _SOURCE, as_of.dt.strftime("%Y-%m-%d"), la_code)
    return finish(matched, target, census, findings)


def _parts(matched: Matched, as_of: pd.Series) -> tuple[Part, ...]:
    kind = provision(matched)
    return (
        kind,
        child(matched, kind.columns["row_class"]),
        circumstances(matched, as_of),
        home(matched, kind.columns),
        costs(matched, kind.columns),
        joined(matched),
    )


def _settled(columns: pd.DataFrame) -> pd.DataFrame:
    """Let what two columns say about one thing become one answer."""
    by_regulator = columns["registration"].eq("unregistered").fillna(value=False)
    return columns.assign(
        placement_la=columns["joined_la"].fillna(columns["placement_la"]),
        is_unregistered=columns["is_unregistered"].mask(by_regulator, other=True),
    )


def _across(matched: Matched, census: pd.DataFrame) -> list[Finding]:
    """Find what only several rows together can show."""
    is_child = census["row_class"].eq("child")
    key = ["la_code", "as_of", "child_key", "started_on", "provision_label"]
    twice = census.duplicated(key, keep=False) & census["child_key"].notna()
    shared = census["home_urn"].where(is_child)
    others = census.assign(shared=shared).groupby(["as_of", "shared"])["child_key"].transform("nunique") > 1
    needs_alone = census["solo_required"].fillna(value=False) & is_child
    rare = needs_alone & census["dols_status"].eq("current") & census["family_code"].eq("home")
    alike = rare.groupby([census["la_code"], census["as_of"]]).transform("sum")
    return [
        _TWICE.hit(matched, twice),
        _NOT_SOLO.hit(matched, needs_alone & others.fillna(value=False)),
        _RARE.hit(matched, rare & (alike < _FEW)),
        _UNEVEN.hit(matched, uneven_prices(census[is_child])),
    ]


LAYOUTS: Final = (Layout(_SOURCE, CENSUS, "Placements Northwest census", FIELDS, check_census, known=_KNOWN),)
