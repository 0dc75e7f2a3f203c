"""By which keys would a file's children be known, were it the file of another LA?

A child's key holds the LA, so that a file loaded under the wrong LA has keys that nobody knows.
Asked before a file is accepted; the ids themselves go no further than here.
"""

from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Final

import pandas as pd

from rcc_dash.ingest.keys import Secrets
from rcc_dash.ingest.layouts import ALL
from rcc_dash.ingest.read import read_workbook
from rcc_dash.ingest.recognise import Matched, recognise
from rcc_dash.ingest.reduce import child_keys, tidy_ids

_CHILD: Final = "child"
"""The field that holds the child's id, in every layout about children."""


def child_keys_as(path: Path, la_codes: Iterable[str], secrets: Secrets) -> dict[str, Collection[str]]:
    """Give, for each LA, the keys that the children in this file would have there."""
    ids = pd.concat([pd.Series(dtype="str"), *_ids(path)]).drop_duplicates().reset_index(drop=True)
    return {la_code: _keys(ids, la_code, secrets) for la_code in la_codes}


def _ids(path: Path) -> list[pd.Series]:
    found = [recognise(sheet, ALL) for sheet in read_workbook(path).sheets if not sheet.rows.empty]
    return [one.data[_CHILD] for one in found if isinstance(one, Matched) and _CHILD in one.data]


def _keys(ids: pd.Series, la_code: str, secrets: Secrets) -> frozenset[str]:
    whose = pd.Series(la_code, index=ids.index, dtype="str")
    return frozenset(child_keys(tidy_ids(ids, whose), whose, secrets)["child_key"].dropna())
