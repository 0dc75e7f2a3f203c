"""What do Ofsted's words for a type, sector, judgement or place stand for?"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Final

import pandas as pd

from rcc_dash.domain.places import AreaMatch, match_area
from rcc_dash.ingest.headings import plain
from rcc_dash.reference.tables import rows

_SILENT: Final = frozenset(
    {
        "", "redacted", "not judged", "not yet inspected", "not applicable", "n a", "not provided",
        "not provided ilacs", "null", "select",
    }
)  # fmt: skip
"""Plain words with which a list says nothing; a dash is "" once plain."""

_URN: Final = re.compile(r"(?:SC\d{4,7}|\d{5,8})")
_SECTORS: Final = {
    "local authority": "la",
    "la": "la",
    "private": "private",
    "voluntary": "voluntary",
    "third sector": "voluntary",
    "health authority": "health",
    "health": "health",
    "academy": "academy",
    "public sector": "public",
}
"""The last two are of schools and Cafcass, never of children's homes."""

_JUDGEMENTS: Final = {
    "outstanding": "outstanding",
    "good": "good",
    "requires improvement": "requires_improvement",
    "requires improvement to be good": "requires_improvement",
    "adequate": "requires_improvement",
    "satisfactory": "requires_improvement",
    "inadequate": "inadequate",
}
"""Adequate (until 2015) and Satisfactory (until 2012) are the grades that requires improvement replaced."""

Meaning = Callable[[str], str | None]


def stated(cells: pd.Series) -> pd.Series:
    """Give text cells with what is redacted or not applicable as null."""
    return cells.where(~cells.isin([text for text in cells.unique() if plain(text) in _SILENT]))


def translated(cells: pd.Series, meaning: Meaning) -> pd.Series:
    """Give what each cell means, asking once for each different text; null where nothing."""
    known = {text: meaning(text) for text in cells.dropna().unique()}
    return cells.map(known).astype("str")


def urn(text: str) -> str | None:
    """Give a URN as text, capitals, without spaces or ".0"; None if it is none."""
    found = re.sub(r"\.0+$", "", "".join(text.upper().split()))
    return found if _URN.fullmatch(found) else None


def provision_type(text: str) -> str | None:
    """Give the code of `provision_types` for Ofsted's name of a provision; None if unknown."""
    return _provisions().get(plain(text))


def sector(text: str) -> str | None:
    """Give who runs it: la, private, voluntary, health (academy, public: schools, Cafcass)."""
    return _SECTORS.get(plain(text))


def judgement(text: str) -> str | None:
    """Give the grade as one of four codes, older frameworks' words included."""
    return _JUDGEMENTS.get(plain(text))


def areas(cells: pd.Series) -> Mapping[str, AreaMatch]:
    """Find the LA that each different text stands for."""
    return {text: match_area(text) for text in cells.dropna().unique()}


@cache
def childrens_homes() -> frozenset[str]:
    """Give the codes of `provision_types` that are children's homes."""
    return frozenset(row["code"] for row in rows("provision_types") if row["is_childrens_home"] == "yes")


@cache
def _provisions() -> dict[str, str]:
    known = {
        plain(word): row["code"] for row in rows("provision_types") for word in row["synonyms"].split("|")
    }
    return {word: code for word, code in known.items() if word}
