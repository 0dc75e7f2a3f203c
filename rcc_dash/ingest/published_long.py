"""From rows of a publisher's table to figures: one row of the file may hold several."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import pandas as pd

from rcc_dash.domain.problems import Severity
from rcc_dash.domain.published_register import EVERY_GROUP, Dataset, places
from rcc_dash.domain.published_tables import PUBLISHED_FIGURE
from rcc_dash.ingest.checked import CheckedTable
from rcc_dash.ingest.findings import Finding, rejected_rows
from rcc_dash.ingest.finish import Target, finish
from rcc_dash.ingest.published_columns import figure_columns
from rcc_dash.ingest.recognise import Matched
from rcc_dash.ingest.rules import Part, Rule

_SEE_RELEASE: Final = "Compare the cell with the publisher's release and load the file again."
_NO_PERIOD: Final = Rule(
    "D03", Severity.ERROR, "period", "The period cannot be read; row not loaded.", _SEE_RELEASE
)
_NO_AREA: Final = Rule(
    "D02",
    Severity.ERROR,
    "area",
    "The code is of no local authority, region or country that figures are published of; row not loaded.",
    "Check the area code against the publisher's release.",
)
_NOT_NEEDED: Final = Rule(
    "D04",
    Severity.NOT_NEEDED,
    "group",
    "Figures that nothing here uses; not loaded.",
    "Nothing to do: `data/reference/published_columns.csv` lists the figures that are used.",
)


@dataclass(frozen=True, slots=True)
class Described:
    """What each row of a sheet is of; one entry per row read, its index the row's number.

    `rows` has `area_code` and `area_level` (null if unknown), `year` (the return year, or the
    year of a mid-year estimate; null if unreadable), `group` and `category` as written.
    `findings` are those made on the way; a row that they reject needs nothing else.
    """

    dataset: Dataset
    rows: pd.DataFrame
    findings: tuple[Finding, ...] = ()


def figures(matched: Matched, said: Described) -> CheckedTable:
    """Give the figures of every row that is used, and say what became of every row."""
    rows = said.rows
    held = rows["group"].map(_groups(said.dataset, rows["group"]))
    open_rows = ~rows.index.isin(rejected_rows(said.findings))
    found = [
        *said.findings,
        _NOT_NEEDED.hit(matched, held.isna() & open_rows),
        _NO_PERIOD.hit(matched, rows["year"].isna() & held.notna() & open_rows),
        _NO_AREA.hit(matched, rows["area_code"].isna() & held.notna() & open_rows),
    ]
    used = rows.drop(index=rejected_rows(found))
    parts = list(_parts(matched, said.dataset, used, held))
    found += [finding for part in parts for finding in part.findings]
    long = pd.concat([part.columns for part in parts]) if parts else pd.DataFrame(index=rows.index[:0])
    long["release"] = rows["year"].max()
    return finish(matched, _target(said.dataset, rows["year"]), long, found)


def _groups(dataset: Dataset, said: pd.Series) -> dict[str, str | None]:
    """Give the register's name of each group as written: its own, `*`, or none."""
    known = places(dataset.code)
    other = EVERY_GROUP if EVERY_GROUP in known else None
    return {group: group if group in known else other for group in said.unique()}


def _parts(matched: Matched, dataset: Dataset, used: pd.DataFrame, held: pd.Series) -> Iterator[Part]:
    """Read each field of each group: the rows of one measure at a time."""
    for group, rows in used.groupby(held[used.index], sort=False):
        for place in places(dataset.code)[str(group)]:
            if place.field in matched.data:
                yield figure_columns(matched, dataset, rows, place)


def _target(dataset: Dataset, year: pd.Series) -> Target:
    period = year.astype("Int64").astype("str").where(year.notna())
    nobody = pd.Series(None, index=year.index, dtype="object")
    return Target(PUBLISHED_FIGURE, dataset.source, period, nobody)
