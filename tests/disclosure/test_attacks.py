"""What an attacker gets who has the page, the link, DfE's totals and one LA's own numbers; more in bench/."""

from collections.abc import Iterator

import numpy as np
import pandas as pd
import pytest

from bench.audit import Seen, bounds, guesses, published, seen, without_release
from bench.tracker import Target, asked
from rcc_dash.domain.disclosure import Rule
from rcc_dash.domain.filters import Filters
from rcc_dash.queries.area_values import Day, area_values
from rcc_dash.queries.children import ALL_AREAS, children_by_area
from rcc_dash.queries.reader import Reader
from rcc_dash.settings import MAX_CHILD_ATTRIBUTES
from tests.disclosure.conftest import ATTRIBUTES, DAY

BURY, BOLTON = "E08000002", "E08000001"


@pytest.fixture(scope="module")
def view(protected: Reader, true_children: pd.DataFrame) -> Seen:
    """Every cell of one LA, as the attacker sees it, with DfE's total."""
    own = true_children[true_children["la_code"].eq(BURY)]
    return published(seen(protected.rule, own, ATTRIBUTES))


def test_no_hidden_count_can_be_solved_for(view: Seen) -> None:
    """Scorecard, row 4, on a sample: bounds by integer programming are at least five apart."""
    rng = np.random.default_rng(4)
    for target in rng.choice(view.targets(), 12, replace=False):
        least, most = bounds(view, int(target))
        assert least <= view.n[target] <= most
        assert most - least >= 5


def test_exact_or_suppressed_tables_would_fail_the_same_attack(true_children: pd.DataFrame) -> None:
    """So the attack is one: with small cells hidden and the rest exact, it finds counts exactly."""
    own = true_children[true_children["la_code"].eq(BURY)]
    exact = seen(Rule("", exact=True), own, ATTRIBUTES)
    hidden = exact.n < 10
    low, high = np.where(hidden, 0, exact.n), np.where(hidden, 9, exact.n)
    known = Seen(exact.cells, exact.sums, exact.n, np.where(hidden, np.nan, exact.n), low, high)
    found = [bounds(known, target) for target in known.targets()[:30]]
    assert any(least == most for least, most in found)


@pytest.mark.parametrize(
    ("sizes", "shown"),
    [
        ([3, 0, 10, 40], [10, 40]),  # one hidden alone would be the total less the others: none goes with it
        ([3, 8, 10, 40], [10, 40]),
        ([1, 1, 0, 40], [40]),  # two that are two together are one each
        ([1, 0, 0, 40], [0, 40]),
        ([2, 3, 0, 40], [0, 40]),
        ([6, 0, 10, 40], [6, 0, 10, 40]),
    ],
)
def test_of_an_attribute_the_attacker_knows_what_dfe_publishes(sizes: list[int], shown: list[int]) -> None:
    values = [name for name, size in zip("abcd", sizes, strict=True) for _ in range(size)]
    children = pd.DataFrame({"placement": values, "record_key": range(len(values))})
    known = published(seen(Rule("", exact=True), children, {"placement": list("abcd")}), tables=True)
    assert [int(n) for n in known.n[1:][known.low[1:] == known.high[1:]]] == shown
    alone = without_release(known)
    hidden, left = np.flatnonzero(alone.low < alone.high), sum(sizes) - sum(shown)
    assert [bounds(alone, int(at)) for at in hidden] == [(0, left)] * len(hidden)


def test_no_guess_of_a_hidden_count_is_sharp_and_right(view: Seen) -> None:
    """Scorecard, row 5, of one LA: standard deviations of 0.8 or more, none confident and right."""
    mean, spread = guesses(view)
    targets = view.targets()
    assert np.percentile(spread[targets], 5) >= 0.8
    assert not ((spread[targets] < 0.5) & (mean[targets].round() == view.n[targets])).any()


def test_a_parent_less_its_other_children_never_gives_a_hidden_child(
    protected: Reader, true_children: pd.DataFrame
) -> None:
    """Over all edges of the lattice of all LAs: what is left is always a range, never one number."""
    edges = 0
    for _, own in true_children.groupby("la_code"):
        found = seen(protected.rule, own, ATTRIBUTES)
        for left in differences(found):
            assert left[1] - left[0] >= 2
            edges += 1
    assert edges > 500


def differences(found: Seen) -> Iterator[tuple[float, float]]:
    """Bound every hidden cell of one to nine children by each parent less that parent's other children."""
    at = {cell: place for place, cell in enumerate(found.cells)}
    for target in found.targets():
        cell = found.cells[target]
        for name, value in cell:
            rest = tuple(pair for pair in cell if pair[0] != name)
            others = [
                at[tuple(sorted((*rest, (name, one)), key=order))] for one in ATTRIBUTES[name] if one != value
            ]
            parent = at[rest]
            low = found.low[parent] - found.high[others].sum()
            high = found.high[parent] - found.low[others].sum()
            yield max(low, found.low[target]), min(high, found.high[target])


def order(pair: tuple[str, str]) -> int:
    return list(ATTRIBUTES).index(pair[0])


@pytest.mark.parametrize("attribute", ATTRIBUTES)
def test_one_las_own_numbers_leave_ten_children_or_nothing_new(
    protected: Reader, true_children: pd.DataFrame, attribute: str
) -> None:
    """Whoever takes an LA's own number from the region's is left with ten or more, or with shown sums."""
    for value in ATTRIBUTES[attribute]:
        filters = Filters().with_chosen(attribute, (value,))
        cells = {code: row["children"] for code, row in children_by_area(protected, filters, DAY).items()}
        sizes = true_children[true_children[attribute].eq(value)]["la_code"].value_counts()
        together = cells.pop(ALL_AREAS, None)
        several = len(sizes) >= 5 and sizes.sum() - sizes.max() >= 10
        stands_alone = several or (sizes >= 10).sum() >= 3
        assert stands_alone or (together or 0) == sum(filter(None, cells.values()))


@pytest.mark.parametrize(("attribute", "la"), [("placement", BURY), ("sector", BOLTON)])
def test_a_tracker_through_the_link_is_told_nothing_of_its_target(
    protected: Reader, true_children: pd.DataFrame, attribute: str, la: str
) -> None:
    """Scorecard, row 6: a union with a hidden cell shows what it shows without it, however it is put."""
    sizes = true_children[true_children["la_code"].eq(la)][attribute].value_counts()
    small = [str(value) for value, size in sizes.items() if size <= 9]
    large = [str(value) for value, size in sizes.items() if size >= 20]
    assert small
    for value in small:
        target = Target(la, attribute, value, int(sizes[value]), {})
        for at in range(len(large)):
            others = large[: at + 1]
            without = [asked(protected, Target(la, attribute, one, 0, {}), [], DAY) for one in others]
            assert asked(protected, target, others, DAY) == sum(filter(None, without))


def test_at_most_three_attributes_are_crossed_whatever_the_link_says(protected: Reader) -> None:
    filters = Filters(placement=("home",), age=("10to15",), sector=("private",))
    found = area_values(protected, filters, Day(DAY, None)).together
    assert MAX_CHILD_ATTRIBUTES == 3
    assert found["children"].value
    assert {found["outside"].value, found["far"].value} == {None}
