"""Can many questions together find out one hidden number? An attacker who asks for unions through links.

Scorecard row 6 of design/disclosure.md: the attacker knows every cell of an LA but one, small one,
exactly, and asks for that one together with others of them, as often as allowed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from statistics import mean

import numpy as np

from rcc_dash.domain.filters import Filters
from rcc_dash.domain.links import State, decode, encode
from rcc_dash.queries.children import children_by_area
from rcc_dash.queries.reader import Reader


@dataclass(frozen=True, slots=True)
class Target:
    """A hidden cell: its LA, the value of the attribute, and how many children it truly has."""

    la_code: str
    attribute: str
    value: str
    truth: int
    known: Mapping[str, int]
    """True counts of the LA's other values, which the attacker has."""


def opened(filters: Filters, day: date) -> Filters:
    """Send a filter through a link, as an attacker would who writes the address by hand."""
    query = {key: (value,) for key, value in encode(State(filters=filters)).items()}
    return decode(query, (day,))[0].filters


def guess(reader: Reader, target: Target, day: date, unions: Sequence[Sequence[str]]) -> int:
    """Ask for the target with others, take away what is known of them, and round the mean of what is left.

    `unions` are values of the LA's other cells to ask with. What is left is held to 1 to 9, as anybody would.
    """
    left = [
        shown - sum(target.known[value] for value in some)
        for some in unions
        if (shown := asked(reader, target, some, day))
    ]
    return min(max(round(mean(left)), 1), 9) if left else 1


def asked(reader: Reader, target: Target, others: Sequence[str], day: date) -> int | None:
    """Give what the app shows of the target and others together; None if nothing."""
    rcc = next(code for code in ("gm", "se") if target.la_code in Filters(rcc=code).la_codes)
    values = (target.value, *others)
    filters = Filters(rcc=rcc, las=(target.la_code,)).with_chosen(target.attribute, values)
    return _shown(reader, filters.normalised(), day)


@lru_cache(maxsize=50_000)
def _shown(reader: Reader, filters: Filters, day: date) -> int | None:
    """Remember what was shown, as an attacker would: asking again gives the same."""
    return children_by_area(reader, opened(filters, day), day).get(filters.las[0], {}).get("children")


def best_blind_guess(truths: Sequence[int]) -> float:
    """Give the share that is right by always naming the commonest count, with nothing known of any one."""
    return max(np.bincount(truths)) / len(truths)
