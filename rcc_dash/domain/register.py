"""What is there to know of the app's numbers? One register of entries, made of what the app itself uses.

Nothing is written twice: figures, methods, rules, sources and limits are read where the app reads
them. Whoever adds one of them adds its entry.
"""

from dataclasses import dataclass
from typing import Final

PARTS: Final = {
    "figures": "Figures",
    "worked": "How they are worked out",
    "protected": "Protection",
    "sources": "Sources",
    "needs": "Needs and suitability",
    "limits": "Limits",
    "lists": "Codes and lists",
    "official": "Official figures",
}
"""Kinds of entries, in the order in which they are read."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing explained: its code for links, kind, group, name, and its facts as names with their words.

    `dated` names the files that date it (codes of the register of figures); none where it has no date.
    """

    code: str
    part: str
    group: str
    title: str
    facts: tuple[tuple[str, str], ...]
    dated: tuple[str, ...] = ()


def entry(part: str, key: str, group: str, title: str, **facts: str) -> Entry:
    """Make an entry; `_` in the name of a fact is a space, and a fact without words is left out."""
    told = tuple((_said(name), words) for name, words in facts.items() if words)
    return Entry(f"{part}_{code_of(key)}", part, group, title, told)


def _said(name: str) -> str:
    words = name.replace("_", " ")
    return f"{words[:1].upper()}{words[1:]}"


def code_of(key: str) -> str:
    """Spell a code for links: small letters, digits and underscores."""
    return "_".join("".join(sign if sign.isalnum() else " " for sign in key.lower()).split())
