"""What may this reader know of rows of files: as they are, or rounded, as a release has them?"""

from collections.abc import Hashable, Mapping
from typing import Any

import pandas as pd

from rcc_dash.domain.accounts import SOURCES
from rcc_dash.queries.loaded import loaded_sources, problem_counts, rounded_findings, rounded_sources
from rcc_dash.ui.cached import ask
from rcc_dash.ui.release import release_of
from rcc_dash.ui.shell import Context
from rcc_dash.ui.sign_in import access

Period = Mapping[Hashable, Any]
"""What became of the rows of one period of a source: a row of `queries.loaded`."""


def are_rounded(now: Context) -> bool:
    """Say whether rows of files are rounded: in a release, and for whoever reads protected figures elsewhere.

    Exact rows are for who sits at the machine, and in exact figures those of the own LAs.
    """
    is_open = access().is_local or now.reader.rule.exact
    return bool(release_of(now.reader.warehouse)) or not is_open


def sources_known(now: Context) -> pd.DataFrame:
    """Give the sources by period with what became of their rows; see `queries.loaded`."""
    return ask(rounded_sources if are_rounded(now) else loaded_sources, now.reader)


def periods_by_source(now: Context) -> dict[str, list[Period]]:
    """Give the periods of each source that is loaded, in the order of the list of sources.

    Plain values: a group of a frame costs a page more than all else that it does with it.
    """
    found: dict[str, list[Period]] = {source: [] for source in SOURCES}
    for row in sources_known(now).to_dict("records"):
        found[row["source"]].append(row)
    return {source: rows for source, rows in found.items() if rows}


def findings_known(now: Context) -> pd.DataFrame:
    """Give what was found wrong in the files; see `queries.loaded`."""
    return ask(rounded_findings if are_rounded(now) else problem_counts, now.reader)
