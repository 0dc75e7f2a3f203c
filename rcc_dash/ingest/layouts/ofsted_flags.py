"""Which needs does a home on a restricted list serve, and of what kind are its conditions?

The words of a condition may be about one child, so only their kind is kept.
"""

import re
from functools import cache
from typing import Final

import pandas as pd

from rcc_dash.ingest.headings import Field, plain
from rcc_dash.ingest.layouts import ofsted_faults as faults
from rcc_dash.ingest.layouts.ofsted_home import Listing
from rcc_dash.reference.tables import Row, rows

_NOT_FLAGGED: Final = frozenset({"", "n", "no", "0", "false"})
_OF_ONE_CHILD: Final = re.compile(r"\b(?:named|specific|particular|birthday|sibling|one child)\b")
_BETWEEN: Final = re.compile(r"[\s,/;&|]+|\band\b")


@cache
def _flags(kind: str) -> tuple[Row, ...]:
    return tuple(row for row in rows("home_flags") if row["kind"] == kind)


FIELDS: Final = (
    *(Field(f"need_{row['code']}", tuple(row["words"].split("|")), like=False) for row in _flags("need")),
    Field("conditions", ("Conditions", "Conditions of registration", "Registration conditions"), like=False),
)


def needs(listing: Listing) -> pd.Series:
    """Give the codes of the needs that are marked (Y, or a count above 0); null where none is."""
    marked = pd.DataFrame(
        {row["code"]: _is_marked(listing.matched.column(f"need_{row['code']}")) for row in _flags("need")}
    )
    found = [" ".join(marked.columns[flags]) for flags in marked.to_numpy(dtype=bool)]
    return _null_if_blank(pd.Series(found, index=marked.index, dtype="str"))


def conditions(listing: Listing) -> pd.Series:
    """Give the kinds of a home's conditions; null where none is known or they speak of one child."""
    cells = listing.text("conditions")
    return _null_if_blank(cells.map({text: _kinds(text) for text in cells.dropna().unique()}).astype("str"))


def codes(listing: Listing, name: str, shape: str) -> pd.Series:
    """Give the codes of a cell such as "K2/R3", space-separated; what is no code is left out and noted."""
    cells = listing.text(name)
    parts = {
        text: [part for part in _BETWEEN.split(text.upper()) if part] for text in cells.dropna().unique()
    }
    good = {text: [part for part in said if re.fullmatch(shape, part)] for text, said in parts.items()}
    lost = [text for text, said in parts.items() if len(good[text]) < len(said)]
    listing.note(faults.NEW_CODE, name, cells.isin(lost))
    kept = {text: " ".join(dict.fromkeys(said)) for text, said in good.items()}
    return _null_if_blank(cells.map(kept).astype("str"))


def _is_marked(cells: pd.Series) -> pd.Series:
    return ~cells.map(plain).isin(_NOT_FLAGGED)


def _kinds(text: str) -> str:
    said = f" {plain(text)} "
    if _OF_ONE_CHILD.search(said):
        return ""
    return " ".join(
        row["code"]
        for row in _flags("condition")
        if any(f" {word} " in said for word in row["words"].split("|"))
    )


def _null_if_blank(cells: pd.Series) -> pd.Series:
    return cells.where(cells != "")
