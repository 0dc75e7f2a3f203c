"""Where are a sheet's headings, and which heading stands for which field?"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache, lru_cache
from typing import Final

import pandas as pd
from rapidfuzz import fuzz

from rcc_dash.ingest.value_like import column_said

HEADING_ROWS_SEARCHED: Final = 15
"""Banners above the headings ran to five rows in every release of 2014 to 2025."""

LIKENESS: Final = 0.87
"""Least share of letters in common (difflib) for a renamed heading to be read as a field."""

LEAD: Final = 0.04
"""A likeness this close to another field's is ambiguous, and no match."""

SHOWN_CHARACTERS: Final = 80
"""Names of columns are shorter; a heading that is longer tells how to fill the column in."""

_WORTH_MEASURING: Final = 100 * (LIKENESS - LEAD) - 1
"""A likeness in per cent below which a heading is neither a field's nor the rival of one that is."""

_MOST_LIKENED: Final = 200
"""Unknown headings in one sheet; among more, as no list of ours has, only exact ones count."""

_LONGEST: Final = 500
_SHORT: Final = 6
_NOTE: Final = re.compile(r"[\[(]\s*(?:see )?notes?\b[^\])]*[\])]")
_NOT_WORD: Final = re.compile(r"[^a-z0-9]+")
_NEUTRAL: Final = frozenset(
    (
        "a", "all", "as", "at", "code", "current", "etc", "for", "full", "home", "id", "in", "is", "listed",
        "march", "name", "no", "number", "of", "ofsted", "on", "provider", "providers", "ref", "reference",
        "registered", "setting", "the", "their", "this", "tier", "total", "upper", "value",
    )
)  # fmt: skip
"""Words, and any figures, that leave a heading's meaning as it is."""


@dataclass(frozen=True, slots=True)
class Field:
    """One column of a layout: our name, and the headings that it goes by.

    The first synonym is the one that people are shown. `like` lets a heading that is not
    among the synonyms stand for the field when it is safely close and no other fits. `begins`
    lets a heading do so that begins with a synonym and goes on with guidance for whoever fills
    the sheet in. The lack of a `wanted` field is said, though the sheet is loaded without it.
    """

    name: str
    synonyms: tuple[str, ...]
    required: bool = False
    like: bool = True
    wanted: bool = False
    begins: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """How one row reads as headings: column position by field, and what was doubtful."""

    row: int
    headings: tuple[str, ...]
    columns: dict[str, int]
    likened: tuple[tuple[str, str], ...]
    clashes: tuple[str, ...]


@lru_cache(maxsize=65_536)
def plain(heading: str) -> str:
    """Give a heading's bare words: lower case, no notes, no marks, single spaces."""
    text = _NOTE.sub(" ", heading.lower()).replace("\u2019", "").replace("'", "")
    return _NOT_WORD.sub(" ", text).strip()


def short(heading: str) -> str:
    """Give a heading as people are shown it: its first words, where it goes on with guidance."""
    cut = heading[: SHOWN_CHARACTERS + 1].rsplit(" ", maxsplit=1)[0].rstrip(" (.,:;")
    return heading if len(heading) <= SHOWN_CHARACTERS else f"{cut} \u2026"


Top = Mapping[int, tuple[str, ...]]
"""The first rows of a sheet by row number: the texts of their cells, single-spaced."""


def top_rows(rows: pd.DataFrame) -> Top:
    """Give the rows of a sheet among which its headings are looked for."""
    top = rows.head(HEADING_ROWS_SEARCHED)
    cells = top.to_numpy(dtype=object).tolist()
    return {
        int(row): tuple(" ".join(str(text)[:_LONGEST].split()) for text in texts)
        for row, texts in zip(top.index, cells, strict=True)
    }


def find_headings(top: Top, fields: tuple[Field, ...]) -> int:
    """Give the number of the row, among the first, that names most of the fields."""
    wanted, starts = _synonyms(fields), tuple(_beginnings(fields))
    return max(
        top,
        key=lambda row: sum(said in wanted or said.startswith(starts) for said in set(map(plain, top[row]))),
    )


@lru_cache(maxsize=1024)
def read_headings(
    headings: tuple[str, ...], row: int, fields: tuple[Field, ...], known: tuple[str, ...]
) -> Reading:
    """Say which column of this heading row stands for which field; asked once of files that are alike."""
    columns, clashes = _exact(headings, fields)
    spoken_for = {plain(text) for text in known} | _synonyms(fields)
    taken = set(columns.values())
    free = [i for i, text in enumerate(headings) if text and i not in taken and plain(text) not in spoken_for]
    likened = _alike(headings, free, fields, columns)
    shown = tuple(
        (headings[i], next(f.synonyms[0] for f in fields if f.name == n)) for n, i in likened.items()
    )
    return Reading(row, headings, columns | likened, shown, clashes)


@cache
def _synonyms(fields: tuple[Field, ...]) -> frozenset[str]:
    return frozenset(plain(synonym) for field in fields for synonym in field.synonyms)


def _exact(headings: Sequence[str], fields: tuple[Field, ...]) -> tuple[dict[str, int], tuple[str, ...]]:
    columns: dict[str, int] = {}
    clashes: list[str] = []
    begun = _begun(headings, fields)
    for field in fields:
        names = {plain(synonym) for synonym in field.synonyms}
        at = [i for i, text in enumerate(headings) if plain(text) in names] or begun.get(field.name, [])
        columns |= {field.name: at[0]} if at else {}
        if len(at) > 1:
            both = " and ".join(column_said(headings[i], i + 1) for i in at)
            clashes.append(f"{both} both stand for '{field.synonyms[0]}'.")
    return columns, tuple(clashes)


@cache
def _beginnings(fields: tuple[Field, ...]) -> dict[str, str]:
    """Give each beginning of a heading and the field that it stands for, the longest first."""
    starts = {f"{plain(synonym)} ": f.name for f in fields if f.begins for synonym in f.synonyms}
    return dict(sorted(starts.items(), key=lambda pair: -len(pair[0])))


def _begun(headings: Sequence[str], fields: tuple[Field, ...]) -> dict[str, list[int]]:
    """Find the columns whose heading begins as a field's; the longest beginning counts."""
    exact, found = _synonyms(fields), dict[str, list[int]]()
    for i, said in enumerate(map(plain, headings)):
        name = next((name for start, name in _beginnings(fields).items() if said.startswith(start)), None)
        if name and said not in exact:
            found.setdefault(name, []).append(i)
    return found


def _alike(
    headings: Sequence[str], free: Sequence[int], fields: Sequence[Field], got: Iterable[str]
) -> dict[str, int]:
    """Pair a field that has no heading yet with a heading, where each is the other's one clear best."""
    if len(free) > _MOST_LIKENED:
        return {}
    open_to = {f.name for f in fields if f.like} - set(got)
    scores = {(f.name, i): _likeness(plain(headings[i]), f) for f in fields for i in free}
    close = [pair for pair, score in scores.items() if pair[0] in open_to and score >= LIKENESS]
    pairs = {}
    for name, i in close:
        rivals = [s for (n, j), s in scores.items() if (n == name) != (j == i)]
        if scores[name, i] >= max(rivals, default=0.0) + LEAD:
            pairs[name] = i
    return pairs


def _likeness(heading: str, field: Field) -> float:
    return max(_closeness(heading, plain(synonym)) for synonym in field.synonyms)


@lru_cache(maxsize=262_144)
def _closeness(heading: str, synonym: str) -> float:
    if _same_but_for_small_words(heading, synonym):
        return 1.0
    if min(len(heading), len(synonym)) < _SHORT:
        return 0.0
    most = fuzz.ratio(heading, synonym)  # letters in common in any order of blocks: never less, and quick
    return SequenceMatcher(None, heading, synonym).ratio() if most >= _WORTH_MEASURING else 0.0


def _same_but_for_small_words(heading: str, synonym: str) -> bool:
    words, meant = set(heading.split()), set(synonym.split())
    added = {word for word in words - meant if not word.isdigit()}
    return bool(meant) and meant <= words and added <= _NEUTRAL
