"""Which entries of the register have some words: in their name, or in what is said of them?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from rcc_dash.domain.register import Entry, code_of
from rcc_dash.domain.registered import EVERYTHING, register

MAX_CODE: Final = 60


@dataclass(frozen=True, slots=True)
class _Text:
    """An entry with its words as codes, each after an underscore: those of its name, and all."""

    entry: Entry
    name: str
    whole: str


class Spoken(Mapping[str, str]):
    """Words to look for, as options of a setting: such as some entry has, so that no link holds others."""

    def __getitem__(self, code: str) -> str:
        """Give words as they are read; raises KeyError for those that no entry has."""
        if code == EVERYTHING:
            return "Everything"
        known = 0 < len(code) <= MAX_CODE and code == code_of(code)
        if not known or not all(any(_has(text.whole, word) for text in _texts()) for word in code.split("_")):
            raise KeyError(code)
        return code.replace("_", " ")

    def __iter__(self) -> Iterator[str]:
        """Give the one option that can be listed: none looked for."""
        return iter((EVERYTHING,))

    def __len__(self) -> int:
        """Count what can be listed."""
        return 1


def entries_with(code: str) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """Give the entries that have all words of a code, as beginnings of words: by name, and the others."""
    words = code.split("_")
    found = [text for text in _texts() if all(_has(text.whole, word) for word in words)]
    named = [text for text in found if all(_has(text.name, word) for word in words)]
    others = (text.entry for text in found if text not in named)
    return tuple(text.entry for text in named), tuple(others)


def _has(text: str, word: str) -> bool:
    return f"_{word}" in text


@cache
def _texts() -> tuple[_Text, ...]:
    return tuple(_text(entry) for entry in register().values())


def _text(entry: Entry) -> _Text:
    name = f"_{code_of(entry.title)}"
    return _Text(entry, name, "_".join((name, *(code_of(words) for _, words in entry.facts))))
