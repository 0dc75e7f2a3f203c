"""Which headings of somebody's file may a message quote? None of a row that is a child's, and no heading."""

from collections.abc import Sequence
from typing import Final

from rcc_dash.domain.words import and_list
from rcc_dash.ingest.headings import short
from rcc_dash.ingest.value_like import looks_like_a_value

_MOST: Final = 8
"""More would be a list that nobody reads."""
_UNQUOTED: Final = "not named here, as one looks like a date, a postcode or a number of a child's row"


def quoted(headings: Sequence[str]) -> str:
    """Name headings as people are shown them; where one looks like a value, say how many there are instead.

    A row that was taken for headings may be a child's: a refusal is written down, and must not quote it.
    """
    if any(looks_like_a_value(heading) for heading in headings):
        return f"{len(headings)} ({_UNQUOTED})"
    named = [f"'{short(heading)}'" for heading in headings[:_MOST]]
    more = len(headings) - len(named)
    return and_list([*named, *([f"{more} more"] if more else [])])
