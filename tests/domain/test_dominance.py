"""Costs that one provider, payer or child could be read off are never shown; planted cells by hand."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rcc_dash.domain.disclosure import Rule
from rcc_dash.domain.dominance import costs_may_be_shown, is_dominated

RULE, EXACT = Rule("pepper"), Rule("pepper", exact=True)


def costs(each: dict[str, list[float]], las: int = 4) -> pd.DataFrame:
    """Give the costs of each provider's children, their LAs taking turns."""
    rows = [(cost, provider or None) for provider, amounts in each.items() for cost in amounts]
    frame = pd.DataFrame(rows, columns=["cost_gbp", "provider"])
    return frame.assign(la_code=[f"LA{at % las}" for at in range(len(frame))])


EVEN = {name: [5_000.0] * 10 for name in "abcd"}


@pytest.mark.parametrize(
    ("each", "las", "may"),
    [
        (EVEN, 4, True),
        ({"a": [5_000.0] * 7, "b": [5_000.0] * 7, "c": [5_000.0] * 5}, 4, False),  # 19 children
        ({"a": [5_000.0] * 20, "b": [5_000.0] * 20}, 4, False),  # each of two knows its own
        ({"a": [5_000.0] * 20, "b": [5_000.0] * 20, "": [5_000.0] * 20}, 4, True),
        ({"a": [5_000.0] * 20, "b": [5_000.0] * 17, "c": [5_000.0] * 3}, 4, False),  # two have over 90%
        ({"a": [5_000.0] * 30, "b": [10.0] * 10, "c": [10.0] * 10}, 4, False),  # b guesses a within 10%
        (EVEN | {"e": [3_000_000.0]}, 4, False),  # one child has nearly all of it
        (EVEN, 2, False),  # each of two LAs pays and knows its own
        (EVEN, 1, True),  # an LA's own figure
    ],
)
def test_planted_cells(each: dict[str, list[float]], las: int, *, may: bool) -> None:
    assert costs_may_be_shown(RULE, costs(each, las)) is may
    assert costs_may_be_shown(EXACT, costs(each, las))


@given(st.lists(st.floats(0, 1e6), min_size=1, max_size=30))
def test_the_rules_are_acros_worked_another_way(amounts: list[float]) -> None:
    """ACRO: (n,k) where the two largest hold over 90%, p% where all but they are under 10% of the largest."""
    whole = float(np.sum(amounts))
    ranked = sorted(amounts, reverse=True)
    top = sum(ranked[:2])
    others = sum(ranked[2:])
    expected = top > 0.9 * whole or others < 0.1 * ranked[0]
    if abs(top - 0.9 * whole) > 1e-6 and abs(others - 0.1 * ranked[0]) > 1e-6:
        assert is_dominated(amounts) == expected


def test_the_order_of_the_amounts_does_not_matter() -> None:
    amounts = np.random.default_rng(2).lognormal(8, 1, 40)
    assert is_dominated(amounts) == is_dominated(amounts[::-1])
