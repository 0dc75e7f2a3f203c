"""What is loaded, what became of its rows, and how complete is it?"""

from datetime import date
from typing import Final

import pandas as pd

from rcc_dash.domain.accounts import SOURCES
from rcc_dash.domain.headline import Figure
from rcc_dash.queries.reader import Reader

_WHOLE: Final = {"placed": "children", "distance": "children", "urn": "residential"}
"""What each share of complete records is a share of."""


def loaded_sources(reader: Reader) -> pd.DataFrame:
    """List the sources by period: title, period, las, files, rows read, loaded, mended, rejected, loaded_on.

    Rows are rows of files, not children: they say how the load went, and are not rounded.
    """
    frame = reader.ask("loaded_sources")
    return frame.assign(title=frame["source"].map(SOURCES))


def problem_counts(reader: Reader) -> pd.DataFrame:
    """List what was found wrong, worst first: severity, title, what, fix, files, an example, rows."""
    frame = reader.ask("problem_counts")
    return frame.assign(title=frame["source"].map(SOURCES).fillna("File"))


def passed_over(reader: Reader) -> pd.DataFrame:
    """List the sheets that hold no data of ours: file_name, sheet, why."""
    return reader.ask("passed_over")


def completeness(reader: Reader, day: date) -> dict[str, dict[str, Figure]]:
    """Say by LA what share of children's records hold what the maps need, protected.

    Shares in %: `placed` (LA of placement known), `distance` (known), `urn` (of children in
    homes, the home's number known). An LA that has returned nothing for the day has no entry.
    """
    cells = reader.ask("completeness", date=day.isoformat())
    return {str(row["la_code"]): _shares(reader, row, day) for _, row in cells.iterrows()}


def _shares(reader: Reader, row: pd.Series, day: date) -> dict[str, Figure]:
    found = {
        part: Figure(
            *reader.rule.share_pct(
                _cell(reader, row, part), _cell(reader, row, f"not_{part}"), _cell(reader, row, whole)
            ),
            day,
        )
        for part, whole in _WHOLE.items()
    }
    children = _cell(reader, row, "children")
    return {"children": Figure(children, "" if children is not None else "[c]", day), **found}


def _cell(reader: Reader, row: pd.Series, part: str) -> int | None:
    return reader.rule.count(int(row[f"{part}_n"]), int(row[f"{part}_keys"]))
