"""The law of the noise, against the table of the design worked out another way, and what is never shown."""

from fractions import Fraction
from hashlib import sha256

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcc_dash.domain import rounding
from rcc_dash.domain.disclosure import HIDDEN, HIGH, LOW, MARKS, NONE, Rule

LAW = {
    0: {-5: 12, 0: 76, 5: 12, 10: 0},
    1: {-5: 4, 0: 72, 5: 24, 10: 0},
    2: {-5: 0, 0: 60, 5: 40, 10: 0},
    3: {-5: 0, 0: 40, 5: 60, 10: 0},
    4: {-5: 0, 0: 24, 5: 72, 10: 4},
}
"""Design/disclosure.md 1.3: for each remainder, the percentage of draws that add each step to the base."""
RULE = Rule("pepper")
CHILDREN = st.integers(0, 3000)
KEYS = st.lists(st.integers(0, 2**64 - 1), min_size=0, max_size=40)


def with_draw(monkeypatch: pytest.MonkeyPatch, draw: float) -> None:
    """Let the digest give this draw, whatever the cell."""
    whole = int(draw * 2**32)

    class Digest:
        def __init__(self, _text: bytes) -> None:
            pass

        def hexdigest(self) -> str:
            return f"{whole:08x}" + "0" * 56

    monkeypatch.setattr(rounding, "sha256", Digest)


@pytest.mark.parametrize("remainder", range(5))
def test_noise_has_the_designed_probabilities(monkeypatch: pytest.MonkeyPatch, remainder: int) -> None:
    children = 100 + remainder
    steps = {-5: 0, 0: 0, 5: 0, 10: 0}
    for percent in range(100):
        with_draw(monkeypatch, (percent + 0.5) / 100)
        steps[(RULE.count(children, 0) or 0) - 100] += 1
    assert steps == LAW[remainder]


@pytest.mark.parametrize("remainder", range(5))
def test_noise_is_unbiased_with_variance_six(remainder: int) -> None:
    """The law itself, in exact arithmetic; the test above ties the code to it."""
    chance = {step: Fraction(percent, 100) for step, percent in LAW[remainder].items()}
    errors = {step - remainder: p for step, p in chance.items()}
    assert sum(error * p for error, p in errors.items()) == 0
    assert sum(error**2 * p for error, p in errors.items()) == 6


def test_noise_of_real_digests_is_unbiased_with_variance_six() -> None:
    errors = pd.Series([(RULE.count(500 + k % 5, k) or 0) - (500 + k % 5) for k in range(20_000)])
    assert abs(errors.mean()) < 0.06  # 3.5 standard errors of sqrt(6 / 20000)
    assert abs(errors.var() - 6) < 0.25
    by_rest = errors.groupby(errors.index % 5).var()
    assert by_rest.between(5.4, 6.6).all()


def test_one_cell_worked_by_hand() -> None:
    digest = sha256(b"pepper:123456789012345678901234:17").hexdigest()
    draw = int(digest[:8], 16) / 2**32
    assert RULE.count(17, 123456789012345678901234) == (15 if draw < 0.60 else 20)


@given(CHILDREN, st.integers(0, 2**70), st.text(max_size=8))
def test_a_shown_number_is_a_multiple_of_five_near_the_truth_and_never_below_ten(
    children: int, key_sum: int, pepper: str
) -> None:
    shown = Rule(pepper).count(children, key_sum)
    if children < 10:
        assert shown is None
    elif shown is not None:
        assert shown >= 10
        assert shown % 5 == 0
        assert abs(shown - children) <= 6
    else:
        assert children <= 11


@given(KEYS, st.randoms(use_true_random=False))
def test_the_same_children_give_the_same_number_in_any_order(keys: list[int], random: object) -> None:
    shuffled = list(keys)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    parts = sum(shuffled[:3]) + sum(shuffled[3:])
    assert RULE.count(len(keys), sum(keys)) == RULE.count(len(shuffled), parts)


def test_another_set_or_pepper_draws_anew() -> None:
    by_set = {RULE.count(50, key) for key in range(100)}
    by_pepper = {Rule(str(key)).count(50, 0) for key in range(100)}
    assert by_set == by_pepper == {45, 50, 55}


def test_one_child_more_or_less_is_a_new_draw_not_a_step() -> None:
    assert len({(RULE.count(50, key) or 0) - (RULE.count(51, key) or 0) for key in range(200)}) > 2


@given(st.lists(st.tuples(CHILDREN, st.integers(0, 2**80)), max_size=20))
def test_many_cells_are_shown_as_each_would_be_alone(cells: list[tuple[int, int]]) -> None:
    index = [f"cell {i}" for i in range(len(cells))]
    children = pd.Series([n for n, _ in cells], index=index, dtype="int64")
    keys = pd.Series([str(s) for _, s in cells], index=index, dtype="object")
    before = children.copy(), keys.copy()
    shown = RULE.counts(children, keys)
    assert [None if pd.isna(value) else int(value) for value in shown] == [
        RULE.count(*cell) for cell in cells
    ]
    assert list(shown.index) == index
    assert shown.dtype == "Int64"
    pd.testing.assert_series_equal(children, before[0])
    pd.testing.assert_series_equal(keys, before[1])


@given(CHILDREN, st.integers(0, 2**70))
def test_exact_figures_are_exact(children: int, key_sum: int) -> None:
    assert Rule("pepper", exact=True).count(children, key_sum) == children


@pytest.mark.parametrize(
    ("sizes", "may"),
    [
        ([], True),
        ([12], True),  # one LA's own cell
        ([12, 0, 0], True),
        ([250, 250], False),  # each of two could take itself away
        ([480, 10, 10], True),
        ([480, 11, 9], False),  # of three, it would tell that the third has somebody
        ([480, 11, 0], False),
        ([9, 9, 9], False),
        ([20, 9, 9, 9], False),
        ([480, 10, 10, 1], True),
        ([480, 5, 1, 1, 1, 1, 1], True),  # ten remain
        ([480, 4, 1, 1, 1, 1, 1], False),
        ([480, 6, 1, 1, 1, 1], False),  # of six, it would tell each that all others have somebody
        ([9, 9, 9, 9], False),
        ([9, 1, 3, 3, 1, 1, 1], True),
        ([9, 1, 3, 3, 3], False),
        ([500] * 28, True),
    ],
)
def test_a_figure_of_several_areas_stands_alone_only_if_none_could_be_taken_away(
    sizes: list[int], *, may: bool
) -> None:
    assert RULE.sizes_may_stand_alone(sizes) is may
    assert Rule("", exact=True).sizes_may_stand_alone(sizes) is True


@pytest.mark.parametrize(
    ("part", "rest", "whole", "share", "mark"),
    [
        (25, 75, 100, 25.0, ""),
        (10, 20, 30, 33.0, ""),
        (105, 10, 100, 100.0, ""),  # separately rounded parts never make more than all
        (0, 30, 30, 0.0, ""),  # exact view
        (None, 30, 35, None, LOW),
        (30, None, 35, None, HIGH),
        (None, None, 15, None, HIDDEN),  # eight of sixteen is not a small share
        (None, None, None, None, HIDDEN),
        (10, 10, None, None, HIDDEN),
        (0, 0, 0, None, NONE),
        (None, None, 0, None, NONE),
    ],
)
def test_a_share_needs_both_of_its_parts(
    part: int | None, rest: int | None, whole: int | None, share: float | None, mark: str
) -> None:
    assert RULE.share_pct(part, rest, whole) == (share, mark)


SHOWN = st.none() | st.integers(2, 600).map(lambda n: 5 * n)


@given(SHOWN, SHOWN, SHOWN)
def test_a_share_is_a_whole_percentage_or_a_mark_that_is_explained(
    part: int | None, rest: int | None, whole: int | None
) -> None:
    share, mark = RULE.share_pct(part, rest, whole)
    assert (share is None) == (mark in MARKS)
    if share is not None:
        assert 0 <= share <= 100
        assert share == round(share)
