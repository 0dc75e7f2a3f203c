"""What is loaded, what became of its rows, and how complete is it?"""

from datetime import date
from typing import Final

import pandas as pd

from rcc_dash.domain.accounts import SOURCES
from rcc_dash.domain.headline import Figure
from rcc_dash.domain.released import Key
from rcc_dash.queries.counts import Counts, counts_by
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.released import EVERYWHERE, kept
from rcc_dash.queries.returned import returned_on
from rcc_dash.settings import PROTECT_BASE, PROTECT_MIN_AREAS, PROTECT_MIN_CHILDREN

_ROWS: Final = ("rows_read", "rows_loaded", "rows_mended", "rows_rejected", "rows_repeated")
_LAW: Final = {"least": PROTECT_MIN_CHILDREN, "nearest": PROTECT_BASE, "areas": PROTECT_MIN_AREAS}
_WHOLE: Final = {"placed": "children", "distance": "children", "urn": "residential"}
"""What each share of complete records is a share of."""


def loaded_sources(reader: Reader) -> pd.DataFrame:
    """List the sources by period: title, period, las, files, rows read, loaded, mended, rejected, loaded_on.

    Rows are rows of files, not children: they say how the load went, and are not rounded.
    """
    return _titled_sources(reader.ask("loaded_sources"))


def rounded_sources(reader: Reader) -> pd.DataFrame:
    """List the same for whoever reads protected figures and does not sit at the machine, or a release.

    Where one LA's return of few children came last, or alone, its rows are a count of them. So an LA's
    file of fewer than ten rows looks as if it were not there; rows are told to the nearest five, fewer
    than ten are none; and what one of two LAs could take its own away from is the sum of what each shows.
    """
    return _titled_sources(reader.ask("rounded_sources", **_LAW))


def problem_counts(reader: Reader) -> pd.DataFrame:
    """List what was found wrong, worst first: severity, title, what, fix, files, an example, rows."""
    return _titled_findings(reader.ask("problem_counts"))


def rounded_findings(reader: Reader) -> pd.DataFrame:
    """List the same without examples, rounded as `rounded_sources`; what few rows have is not listed."""
    nothing = {"example_file": None, "example_row": None}
    return _titled_findings(reader.ask("rounded_findings", **_LAW).assign(**nothing))


def _titled_sources(frame: pd.DataFrame) -> pd.DataFrame:
    rows = {column: frame[column].fillna(0).astype("int64") for column in _ROWS}
    return frame.assign(title=frame["source"].map(SOURCES), **rows)


def _titled_findings(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.assign(title=frame["source"].map(SOURCES).fillna("File"))


def passed_over(reader: Reader) -> pd.DataFrame:
    """List the sheets that hold no data of ours: file_name, sheet, why."""
    return reader.ask("passed_over")


def completeness(reader: Reader, day: date) -> dict[str, dict[str, Figure]]:
    """Say by LA what share of children's records hold what the maps need, protected.

    Shares in %: `placed` (LA of placement known), `distance` (known), `urn` (of children in
    homes, the home's number known). An LA that has returned nothing for the day has no entry.
    """
    key = Key("completeness", "", day, EVERYWHERE, (), ("part",))
    counts = counts_by(reader.rule, day, kept(reader, key, lambda: _cells(reader, day)), ["la_code", "part"])
    return {la_code: _shares(counts, la_code) for la_code in sorted(returned_on(reader, day))}


def _cells(reader: Reader, day: date) -> pd.DataFrame:
    asked = reader.ask("completeness", date=day.isoformat())
    parts = [
        asked[["la_code"]].assign(
            part=part, children=reader.rule.counts(asked[f"{part}_n"], asked[f"{part}_keys"])
        )
        for part in ("children", "residential", *_WHOLE, *(f"not_{part}" for part in _WHOLE))
    ]
    return pd.concat(parts, ignore_index=True)


def _shares(counts: Counts, la_code: str) -> dict[str, Figure]:
    found = {
        part: counts.share((la_code, part), (la_code, f"not_{part}"), (la_code, whole))
        for part, whole in _WHOLE.items()
    }
    return {"children": counts.figure(la_code, "children"), **found}
