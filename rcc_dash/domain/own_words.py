"""Which words of somebody's own may be kept beside a view? Short ones that single out no child."""

import re
from typing import Final
from unicodedata import normalize

from rcc_dash.errors import UserError

MAX_TITLE: Final = 80
MAX_NOTE: Final = 600

POSTCODE: Final = re.compile(r"\b[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}\b", re.IGNORECASE)
"""A full postcode, wherever it stands in a text in plain letters."""

_PERSONAL: Final = {
    "a full postcode": POSTCODE,
    "a pupil's number": re.compile(r"\b[A-Z][0-9]{11}[0-9A-Z]\b", re.IGNORECASE),
    "an NHS number": re.compile(r"\b[0-9]{3}[ -]?[0-9]{3}[ -]?[0-9]{4}\b"),
    "a date of birth": re.compile(r"\b(born|birth|dob|d\.o\.b)\b.{0,15}[0-9]{1,4}", re.IGNORECASE),
}
"""Marks of one person. A name cannot be known from its form: the page asks not to write any."""

_SPACES: Final = re.compile(r"\s+")


def in_plain_letters(text: str) -> str:
    """Give a text in letters of the usual width: a postcode in others is one too."""
    return normalize("NFKC", text)


def tidy_title(text: str) -> str:
    """Give a title in one line; raises UserError where it is too long or tells of one person."""
    return _checked(_plain(_SPACES.sub(" ", text)), "title", MAX_TITLE)


def tidy_note(text: str) -> str:
    """Give a note with its lines kept; raises UserError where it is too long or tells of one person."""
    lines = (_SPACES.sub(" ", line).strip() for line in text.splitlines())
    return _checked(_plain("\n".join(lines)), "note", MAX_NOTE)


def _plain(text: str) -> str:
    """Leave out what no keyboard writes: it could turn the reading direction or hide words."""
    return "".join(letter for letter in text if letter.isprintable() or letter == "\n").strip()


def _checked(text: str, what: str, most: int) -> str:
    if len(text) > most:
        raise UserError(
            title=f"The {what} is too long",
            what=f"It has {len(text):,} characters; {most} fit.",
            fix="Shorten it.",
        )
    plain = in_plain_letters(text)
    for mark, pattern in _PERSONAL.items():
        if pattern.search(plain):
            raise UserError(
                title=f"The {what} may tell of one person",
                what=f"Something in it looks like {mark}.",
                fix="Take it out: what stands beside a view may be read by everybody who gets it.",
            )
    return text
