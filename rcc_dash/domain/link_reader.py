"""Take the parts of a query string one by one, and collect what could not be had."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

MAX_NOTICES: Final = 8
"""A hostile link could ask for hundreds of unknown things; a reader needs the first few."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing a link asked for and could not have, in words for the reader."""

    text: str


@dataclass(slots=True)
class LinkReader:
    """Takes values out of a query one by one and collects what could not be had."""

    values: dict[str, str]
    notices: list[Notice]

    def tokens(self, key: str) -> list[str]:
        """Give the parts of one setting; none if it is absent."""
        return [token for token in self.values.get(key, "").split(".") if token]

    def first(self, key: str) -> str:
        """Give the first part of one setting; blank if it is absent."""
        return next(iter(self.tokens(key)), "")

    def known(self, key: str, possible: Sequence[str], noun: str) -> tuple[str, ...]:
        """Give the parts that are possible, and say which are not."""
        for token in self.tokens(key):
            if token not in possible:
                self.say(f"{noun} {quoted(token)}, which is not known")
        return tuple(token for token in self.tokens(key) if token in possible)

    def say(self, asked: str, instead: str = "It was left out.") -> None:
        """Note what was asked for and what is done instead."""
        self.tell(f"The link asked for {asked}. {instead}")

    def tell(self, text: str) -> None:
        """Note a whole sentence."""
        self.notices.append(Notice(text))

    def told(self) -> tuple[Notice, ...]:
        """Give each notice once, and no more than a reader can take in."""
        found = tuple(dict.fromkeys(self.notices))
        if len(found) <= MAX_NOTICES:
            return found
        rest = len(found) - MAX_NOTICES
        return (*found[:MAX_NOTICES], Notice(f"The link asked for {rest} more that cannot be had."))

    def say_unknown(self, known: frozenset[str]) -> None:
        """Note every setting that is not one of ours."""
        for key in sorted(set(self.values) - known):
            self.say(f"the setting {quoted(key)}, which is not known")


def quoted(token: str) -> str:
    """Quote what a stranger wrote: plain characters only, and not much of it."""
    plain = re.sub(r"[^A-Za-z0-9 ,'()-]", "", token)[:40].strip()
    return f"“{plain}”" if plain else "something unreadable"
