"""Does a heading, or a sheet's name, look like a value of a child's row? Then it is not kept, nor said."""

import re
from typing import Final

from rcc_dash.domain.own_words import POSTCODE, in_plain_letters
from rcc_dash.ingest.dates import dates_said, years_said

_DAY: Final = re.compile(r"\b\d{1,4}([./-])\d{1,2}\1\d{1,4}\b")
_NUMBER: Final = re.compile(r"(?!\b(?:19|20)\d\d\b)\b[^\W\d]*\d{4,}\w*")
_CUT: Final = "\u2026"


def looks_like_a_value(heading: str) -> bool:
    """Say whether a day, a full postcode or a number of four digits that is no year stands in a heading."""
    plain = in_plain_letters(heading)
    return any(kind.search(plain) for kind in (_DAY, POSTCODE, _NUMBER))


def column_said(heading: str, number: int) -> str:
    """Name a column by its heading and number; by its number alone where the heading looks like a value."""
    return f"column {number}" if looks_like_a_value(heading) else f"'{heading}' (column {number})"


def sheet_name(name: str, number: int) -> str:
    """Give a sheet's name without what looks like a postcode or a child's number; the sheet's own says which.

    It is kept with every row. Days and years stay: they say of when the sheet is.
    """
    plain = in_plain_letters(name)
    cut = _NUMBER.sub(lambda found: found[0] if _is_of_time(found[0]) else _CUT, POSTCODE.sub(_CUT, plain))
    return name if cut == plain else f"{cut} (sheet {number})"


def _is_of_time(text: str) -> bool:
    return bool(dates_said(text) or years_said(text))
