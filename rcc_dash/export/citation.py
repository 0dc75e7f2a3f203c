"""What must every download say about itself before its first number?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

from rcc_dash.domain.words import counted, long_date

SYNTHETIC: Final = "Synthetic demonstration data"
PROTECTED: Final = (
    "Protected view: counts of children are rounded to multiples of 5 and hidden under 10 ([c]); "
    "parts need not add up to totals"
)
BANNER: Final = "Exact figures: OFFICIAL-SENSITIVE, do not share"
"""Stands on every screen, file and picture of exact figures."""


@dataclass(frozen=True, slots=True)
class Citation:
    """What a download is: its title, the filters in words, sources, date, protection and link.

    `as_of` is None where the figures have no single date. `hidden` counts the cells written `[c]`;
    None where cells too small to show are left out. `marks` are those in the figures, with meanings.
    `made_on` is when the file was made, in UTC. `link` brings the view back; blank for none.
    `sentence` is what the page says of this filter, `settings` what else was chosen on it.
    `release` names the release that the figures are of; blank where they are of a build.
    """

    title: str
    filters: str
    sources: tuple[str, ...]
    as_of: date | None
    made_on: datetime
    hidden: int | None = 0
    is_synthetic: bool = False
    is_exact: bool = False
    link: str = ""
    sentence: str = ""
    settings: str = ""
    release: str = ""
    marks: Mapping[str, str] = field(default_factory=dict)

    @property
    def treated(self) -> str:
        """Say how the numbers were treated: protected, or the banner of exact ones."""
        return BANNER if self.is_exact else PROTECTED


def header_lines(citation: Citation) -> tuple[tuple[str, str], ...]:
    """Give the header as pairs of label and text, in the order in which it is read."""
    told = (
        ("Title", citation.title),
        ("Note", SYNTHETIC if citation.is_synthetic else ""),
        ("In a sentence", citation.sentence),
        ("Filters", citation.filters),
        ("Settings", citation.settings),
        ("As at", long_date(citation.as_of) if citation.as_of else ""),
        ("Sources", "; ".join(citation.sources)),
        ("Release", citation.release),
        ("Protection", citation.treated),
        ("Hidden", "" if citation.is_exact else _hidden(citation.hidden)),
        ("Marks", "; ".join(f"{mark} {words}" for mark, words in citation.marks.items())),
        ("Made on", f"{long_date(citation.made_on.date())} at {citation.made_on:%H:%M} UTC"),
        ("Link", citation.link),
    )
    return tuple((label, text) for label, text in told if text)


def _hidden(cells: int | None) -> str:
    said = "Cells" if cells is None else counted(cells, "cell", "cells")
    return f"{said} too small to show{' are left out' if cells is None else ''}"


def file_name(
    title: str, made_on: datetime, extension: str, *, is_synthetic: bool, is_exact: bool = False
) -> str:
    """Name the file: words of the title, what it is, and the day; safe on every system."""
    kinds = [*(["synthetic"] if is_synthetic else []), *(["exact-do-not-share"] if is_exact else [])]
    parts = [*_words(title)[:8], *kinds, f"{made_on:%Y-%m-%d}"]
    return f"{'-'.join(parts)}.{extension}"


def _words(text: str) -> Sequence[str]:
    plain = "".join(letter if letter.isascii() and letter.isalnum() else " " for letter in text.lower())
    return plain.split()
