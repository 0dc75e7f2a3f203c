"""What does a text that was picked from a list stand for? Lists: `data/reference/*.csv`, open to editing.

A list has the columns `label` (as the form words it) and `also` (other spellings, parted by "|").
Texts are compared by their bare words: case, outer spaces, dashes and marks do not count.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import Final

import pandas as pd

from rcc_dash.domain.problems import Severity
from rcc_dash.ingest.findings import Finding
from rcc_dash.ingest.recognise import Matched
from rcc_dash.ingest.rules import Part, Rule
from rcc_dash.reference.tables import Row, rows

BLANKS: Final = frozenset(("", "null", "nan", "none", "na", "n a"))
"""What exports write for a blank cell, as bare words."""

_SIGNS: Final = {">": " over ", "<": " under ", "&": " and ", "'": "", "\u2019": ""}
_NOT_WORD: Final = re.compile(r"[^a-z0-9]+")
_LIKENESS: Final = 0.6
"""Least share of letters in common (difflib) for a text of the list to be offered."""

_TEXTS_COMPARED: Final = 50
"""More different unknown texts in one column are no slips of the pen, and are not compared."""


@dataclass(frozen=True, slots=True)
class WordList:
    """The texts of one list. `title` names it for people, `file` says where it can be edited.

    `code` is that of the check that a text on no list breaks.
    """

    title: str
    file: str
    by_words: Mapping[str, Row]
    code: str = "C04"

    def nearest(self, text: str) -> str:
        """Give the label on the list that is most like a text; "" when none is like it."""
        close = get_close_matches(bare(text), list(self.by_words), n=1, cutoff=_LIKENESS)
        return self.by_words[close[0]]["label"] if close else ""


@cache
def bare(text: str) -> str:
    """Give a text's bare words: lower case, no marks but > and <, single spaces."""
    said = text.lower()
    for sign, word in _SIGNS.items():
        said = said.replace(sign, word)
    return _NOT_WORD.sub(" ", said).strip()


@cache
def word_list(file: str, title: str, part: str = "", code: str = "C04") -> WordList:
    """Read a list of `data/reference`; `part` picks one where the file holds several in `list`."""
    found: dict[str, Row] = {}
    for row in rows(file):
        if row.get("list", "") == part:
            for text in (row["label"], *row["also"].split("|")):
                found.setdefault(bare(text), row)
    found.pop("", None)
    return WordList(title, f"data/reference/{file}.csv", found, code)


def read_words(matched: Matched, field: str, words: WordList, columns: Mapping[str, str]) -> Part:
    """Give what each cell stands for: `columns` says which column of the list becomes which of ours.

    Null where the cell is blank, on no list, or the list says nothing. A text on no list is
    never kept: it may be anything.
    """
    cells = matched.column(field)
    known = {text: words.by_words.get(bare(text)) for text in cells.unique()}
    read = {
        ours: cells.map({text: (row or {}).get(theirs) or None for text, row in known.items()}).astype("str")
        for ours, theirs in columns.items()
    }
    unknown = {text: text for text, row in known.items() if row is None and bare(text) not in BLANKS}
    return Part(pd.DataFrame(read, index=cells.index), tuple(_unknown(matched, field, words, unknown)))


def read_yes_no(matched: Matched, field: str, words: WordList) -> Part:
    """Give yes or no as the list says it in `code`; null where it says neither."""
    part = read_words(matched, field, words, {field: "code"})
    answers = part.columns[field].map({"yes": True, "no": False}).astype("boolean")
    return Part(answers.to_frame(), part.findings)


def read_many(matched: Matched, field: str, words: WordList) -> Part:
    """Give the codes of all texts picked in a cell, in order and space-separated; null where none is.

    Texts of one cell are parted by commas, semicolons, bars or line ends.
    """
    cells = matched.column(field)
    picked = {text: [one.strip() for one in re.split(r"[,;|\n]", text)] for text in cells.unique()}
    codes = {text: _codes(parts, words) for text, parts in picked.items()}
    strange = {
        text: one
        for text, parts in picked.items()
        for one in reversed(parts)
        if bare(one) not in words.by_words and bare(one) not in BLANKS
    }
    return Part(cells.map(codes).astype("str").to_frame(), tuple(_unknown(matched, field, words, strange)))


def _codes(texts: Iterable[str], words: WordList) -> str | None:
    codes = [words.by_words[bare(text)]["code"] for text in texts if bare(text) in words.by_words]
    return " ".join(dict.fromkeys(filter(None, codes))) or None


def _unknown(matched: Matched, field: str, words: WordList, texts: Mapping[str, str]) -> Iterable[Finding]:
    """Find the cells with a text on no list; `texts` gives that text by the cell's whole text."""
    offered: dict[str, list[str]] = {}
    for i, (cell, text) in enumerate(texts.items()):
        offered.setdefault(words.nearest(text) if i < _TEXTS_COMPARED else "", []).append(cell)
    for label, cells in offered.items():
        yield _rule(field, words, label).hit(matched, matched.column(field).isin(cells))


def _rule(field: str, words: WordList, label: str) -> Rule:
    nearest = f"; the nearest on it is '{label.strip()}'" if label else ", and nothing on it is like it"
    what = f"The text is not on the list of {words.title}{nearest}. The row is kept, this is left unknown."
    fix = f"Correct the text, or add it to {words.file}, and load the file again."
    return Rule(words.code, Severity.WARNING, field, what, fix)
