"""What may stay of a child's identity before anything is stored?

The id becomes keys that cannot be undone without this data home's secret, the birth date its month.
"""

import re
from typing import Final

import pandas as pd

from rcc_dash.domain.places import local_authorities
from rcc_dash.ingest.keys import Secrets

_FLOAT: Final = re.compile(r"(\d+)\.0+")
_HUB_LETTERS: Final = "[A-Z]{3}"
"""Hubs add the LA as three letters of their own choosing ("_HAC") or as a code."""


def tidy_ids(ids: pd.Series, la_codes: pd.Series) -> pd.Series:
    """Write each child id in the one form that links years and files; blank stays blank.

    Case, spaces, leading zeros, the ".0" of a spreadsheet and a hub's "_<LA>" ending are taken off.
    The result is still an id: hash it, never keep it.
    """
    pairs = list(zip(ids, la_codes.fillna(""), strict=True))
    tidy = {pair: _tidy(*pair) for pair in set(pairs)}
    return pd.Series([tidy[pair] for pair in pairs], index=ids.index, dtype="str")


def child_keys(ids: pd.Series, la_codes: pd.Series, secrets: Secrets) -> pd.DataFrame:
    """Give `child_key` and `record_key` of tidy ids; null where the id or LA is not known.

    Each child is hashed once, however many rows there are.
    """
    pairs = list(zip(la_codes.fillna(""), ids, strict=True))
    known = {pair for pair in pairs if all(pair)}
    child = {pair: secrets.child_key(*pair) for pair in known}
    record = {pair: secrets.record_key(*pair) for pair in known}
    return pd.DataFrame(
        {
            "child_key": pd.array([child.get(pair) for pair in pairs], dtype="str"),
            "record_key": pd.array([record.get(pair) for pair in pairs], dtype="UInt64"),
        },
        index=ids.index,
    )


def birth_months(born: pd.Series) -> pd.Series:
    """Give the first day of the month of birth; null stays null."""
    first: pd.Series = born - pd.to_timedelta(born.dt.day - 1, unit="D")
    return first


def _tidy(child_id: str, la_code: str) -> str:
    if child_id.isdecimal() and not child_id.startswith("0"):
        return child_id  # nearly all are: no need to look closer
    shown = "".join(child_id.upper().split())
    named = local_authorities().get(la_code)
    endings = [_HUB_LETTERS, *((named.la_code, named.dfe_code) if named else ())]
    bare = re.sub(rf"(?<=.)_(?:{'|'.join(endings)})$", "", shown)
    whole = _FLOAT.fullmatch(bare)
    digits = whole[1] if whole else bare
    return digits.lstrip("0") or "0" if digits.isdecimal() else bare
