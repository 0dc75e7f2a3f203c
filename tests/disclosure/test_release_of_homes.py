"""Homes and beds on a release alone: the numbers of the protected view, on random choices."""

import random
from collections.abc import Callable
from dataclasses import replace

import pytest

from rcc_dash.domain.cohorts import Thresholds
from rcc_dash.domain.filters import Filters
from rcc_dash.queries.calendar import calendar
from rcc_dash.queries.distance_children import Asked
from rcc_dash.queries.distance_nearer import nearer
from rcc_dash.queries.distance_redeal import redeal
from rcc_dash.queries.rare_gap import RETURN_DAYS, GapAsked, rare_gaps
from rcc_dash.queries.rare_loads import cohort_loads
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.reconcile import findings, reconciliation
from rcc_dash.queries.voids_block import Terms, block_shared
from rcc_dash.queries.voids_fees import fees
from rcc_dash.queries.voids_flags import void_flags
from rcc_dash.queries.voids_homes import moment
from rcc_dash.queries.voids_match import Search
from rcc_dash.queries.voids_mismatch import mismatch
from rcc_dash.queries.voids_standing import long_voids, never_filled
from rcc_dash.queries.voids_totals import BY, void_table
from tests.disclosure.released_region import (
    BEFORE,
    NOW,
    at_sixty_days,
    filters,
    same,
)


@pytest.mark.parametrize("seed", range(3))
def test_homes_and_beds_are_the_same_from_either(protected: Reader, released: Reader, seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311 -- the same choices every run
    chosen, when = filters(rng), at_sixty_days(released)
    by, base = rng.choice([by for by in BY if by != "owner"]), Asked(chosen, NOW)
    search, listed = Search("gm", when, 20, "all", "returned"), when.listed
    questions: list[Callable[[Reader], object]] = [
        at_sixty_days,
        lambda reader: void_table(reader, chosen, when, by),
        lambda reader: vars_of(long_voids(reader, chosen, when)),
        lambda reader: never_filled(reader, chosen, when),
        lambda reader: fees(reader, "gm", when),
        lambda reader: vars_of(void_flags(reader, Filters(), when), "homes", "why"),
        lambda reader: vars_of(mismatch(reader, chosen, search), "counts", "span", "homes", "places"),
        lambda reader: vars_of(
            nearer(reader, base, listed, "now"), "counts", "shares", "homes", "empty_places"
        ),
        lambda reader: redeal(reader, base, listed).counts,
        lambda reader: reconciliation(reader, NOW),
        lambda reader: findings(reader, NOW),
    ]
    assert [same(ask(protected), ask(released)) for ask in questions] == [True] * len(questions)


def test_loads_gaps_and_a_block_are_the_same_from_either(protected: Reader, released: Reader) -> None:
    when = moment(released, calendar(released), BEFORE, RETURN_DAYS)
    loaded = calendar(protected)  # a release has all dates that it was made of; this one was asked of two
    days = tuple(day for day in loaded.children if day <= BEFORE)
    gaps = GapAsked("gm", days, Thresholds(), 0.9, 0.8, when)
    block = replace(Filters(las=Filters().la_codes[:3]), as_of=BEFORE)
    terms = Terms("dear", 12, 8_000)
    for ask in (
        lambda reader: [
            vars_of(gap, "needed", "served", "suitable", "missing", "away", "saved")
            for gap in rare_gaps(reader, gaps)
        ],
        lambda reader: vars_of(cohort_loads(reader, "gm", days, "dear", Thresholds())),
        lambda reader: vars_of(block_shared(reader, block, loaded, terms), "loads", "counted"),
    ):
        assert ask(protected) == ask(released)


def vars_of(found: object, *names: str) -> dict[str, object]:
    """What an answer holds: of all its fields, or of some."""
    return {name: getattr(found, name) for name in names or found.__slots__}  # type: ignore[attr-defined]
