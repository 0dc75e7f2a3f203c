import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcc_dash.figures.scales import area_scale, children_class, nice_step


def test_shares_are_classed_in_round_tens_said_in_words() -> None:
    scale = area_scale([24, 31, 38, 45, 52, 61], "share_pct")
    assert scale.labels == ("20 to 29%", "30 to 39%", "40 to 49%", "50 to 59%", "60% or more")
    assert [scale.class_of(v) for v in (24, 30, 39.4, 39.6, 61)] == [0, 1, 1, 2, 4]


def test_counts_with_one_giant_are_classed_by_how_many_areas_lie_below() -> None:
    scale = area_scale([60, 90, 110, 140, 160, 210, 260, 300, 700, 1900], "children")
    assert len(scale.lower) == 5
    assert len({scale.class_of(v) for v in (60, 140, 210, 300, 1900)}) >= 4


def test_one_value_makes_one_class_and_none_makes_none() -> None:
    assert area_scale([43], "share_pct").labels == ("43%",)
    assert area_scale([], "share_pct").labels == ()


@given(
    st.lists(st.integers(0, 100_000), min_size=1, max_size=30),
    st.sampled_from(["share_pct", "children", "miles"]),
)
def test_each_value_lies_in_one_of_at_most_five_rising_classes(values: list[int], unit: str) -> None:
    scale = area_scale([float(v) for v in values], unit)
    assert 1 <= len(scale.lower) <= 5
    assert len(scale.labels) == len(scale.lower) == len(set(scale.tones))
    assert list(scale.lower) == sorted(set(scale.lower))
    for value in values:
        rank = scale.class_of(value)
        assert scale.lower[rank] <= value
        assert rank == len(scale.lower) - 1 or value < scale.lower[rank + 1]


@given(st.floats(0.001, 1e6))
def test_a_nice_step_is_round_and_not_much_larger(span: float) -> None:
    assert span * 0.999 <= nice_step(span) <= span * 2.51


@pytest.mark.parametrize(
    ("children", "rank"), [(10, 0), (24, 0), (25, 1), (50, 2), (99, 2), (100, 3), (900, 3)]
)
def test_children_are_shown_in_four_classes(children: int, rank: int) -> None:
    assert children_class(children) == rank
