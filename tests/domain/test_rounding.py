"""The two methods of rounding: their tables, and ONS's own package as the judge of ours."""

from collections.abc import Iterator

import numpy as np
import pandas as pd
import pytest
from cell_key_perturbation.create_perturbed_table import create_perturbed_table

from rcc_dash.domain import rounding
from rcc_dash.domain.disclosure import Rule
from rcc_dash.domain.rounding import METHODS, steps
from rcc_dash.reference.tables import Row, rows

KEYS = 256
"""Cell keys of ONS's sample are below this."""
FEW_KEYS = 16
"""Those of the random tables: enough to tell keys apart, and quick."""
LARGE = [1, 9, 14, 20, 249, 250, 251, 500, 501, 749, 750, 751, 999, 1000, 1001, 1251, 3000]


def as_ons_sees_it(table: tuple[Row, ...], keys: int) -> pd.DataFrame:
    """Write a p-table out, one row for each cell key: a row of ours stands for the keys before it too."""
    given = pd.DataFrame(table).astype(int).set_index(["pcv", "ckey"])["pvalue"]
    every = pd.MultiIndex.from_product([range(1, 751), range(keys)], names=["pcv", "ckey"])
    return given.reindex(every).groupby("pcv").bfill().astype(int).reset_index()


def random_table(seed: int) -> tuple[Row, ...]:
    """Make a p-table as ONS would: one row for each cell key, with noise of its own."""
    rng = np.random.default_rng(seed)
    added = rng.integers(-4, 5, (750, FEW_KEYS))
    return tuple(
        {"pcv": str(pcv + 1), "ckey": str(key), "pvalue": str(added[pcv, key])}
        for pcv in range(750)
        for key in range(FEW_KEYS)
    )


def children(seed: int) -> pd.DataFrame:
    """Make up the children of some LAs and placements, with record keys of 64 bits."""
    rng = np.random.default_rng(seed)
    size = int(rng.integers(20, 1500))
    return pd.DataFrame({
        "la": rng.integers(0, rng.integers(1, 8), size).astype(str),
        "placement": rng.choice(list("abcde"), size, p=[0.6, 0.25, 0.1, 0.04, 0.01]),
        "key": rng.integers(0, 2**64, size, dtype=np.uint64),
    })  # fmt: skip


def shown_by_us(table: pd.DataFrame, method: str) -> pd.Series:
    sums = table.groupby(["la", "placement"])["key"].agg(lambda keys: sum(map(int, keys)))
    sizes = table.groupby(["la", "placement"]).size()
    return Rule("pepper", method=method).counts(sizes, sums.astype(str))


def shown_by_ons(table: pd.DataFrame, ptable: pd.DataFrame) -> pd.Series:
    small = table.assign(key=(table["key"] % np.uint64(ptable["ckey"].max() + 1)).astype(int))
    found = create_perturbed_table(small, ptable, ["la"], ["placement"], "key")
    return found.set_index(["la", "placement"])["count"]


@pytest.fixture
def ons_tables(monkeypatch: pytest.MonkeyPatch) -> Iterator[pd.DataFrame]:
    """Let our method use a random table, so that cell keys matter as they do not in ONS's sample."""
    made = random_table(7)
    monkeypatch.setattr(rounding, "rows", lambda _name: made)
    rounding.ptable.cache_clear()
    yield as_ons_sees_it(made, FEW_KEYS)
    rounding.ptable.cache_clear()


def test_ons_shows_the_same_of_100_random_tables_by_its_own_sample() -> None:
    ptable = as_ons_sees_it(rows("ons_ptable"), KEYS)
    compared = sum(compare(seed, ptable) for seed in range(100))
    assert compared > 1_500


def test_ons_shows_the_same_of_100_random_tables_by_random_noise(ons_tables: pd.DataFrame) -> None:
    compared = sum(compare(seed, ons_tables, at_least=10) for seed in range(100, 200))
    assert compared > 1_000


def compare(seed: int, ptable: pd.DataFrame, at_least: int = 0) -> int:
    """Compare a random table cell by cell; cells under `at_least` are left out, which we always hide."""
    table = children(seed)
    sizes = table.groupby(["la", "placement"]).size()
    ours = shown_by_us(table, "ons")[sizes >= at_least]
    theirs = shown_by_ons(table, ptable).reindex(ours.index)
    pd.testing.assert_series_equal(ours, theirs, check_names=False)
    return len(ours)


@pytest.mark.parametrize("size", LARGE)
def test_large_cells_use_the_last_rows_over_and_over_as_ons_does(ons_tables: pd.DataFrame, size: int) -> None:
    table = pd.DataFrame({"la": "x", "placement": "a", "key": np.arange(size, dtype=np.uint64)})
    theirs = shown_by_ons(table, ons_tables).iloc[0]
    ours = shown_by_us(table, "ons").iloc[0]
    assert ours is pd.NA if size < 10 else ours == theirs


@pytest.mark.parametrize("method", METHODS)
def test_200_random_tables_never_show_a_cell_of_fewer_than_ten(method: str) -> None:
    for seed in range(200):
        table = children(seed)
        sizes = table.groupby(["la", "placement"]).size()
        shown = shown_by_us(table, method)
        assert shown[sizes < 10].isna().all()
        assert (shown.dropna() >= 10).all()
        assert (shown.dropna() % 5 == 0).all()
        assert ((shown - sizes).abs().dropna() <= 6).all()


def test_the_noise_of_a_hundred_thousand_cells_keeps_the_law() -> None:
    """Scorecard, row 3."""
    rng = np.random.default_rng(3)
    sizes = pd.Series(rng.integers(20, 2_000, 100_000))
    keys = pd.Series(rng.integers(0, 2**64, 100_000, dtype=np.uint64).astype(object) * 977)
    error = (Rule("pepper", method="rcc5").counts(sizes, keys) - sizes).astype(int)
    assert abs(error.mean()) <= 0.1
    assert abs(error.var() - 6) <= 0.3
    assert error.abs().max() <= 6
    assert error.groupby(sizes % 5).var().between(5.7, 6.3).all()


def test_a_table_whose_chances_do_not_add_up_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rounding, "rows", lambda _name: rows("rcc5_table")[:-1])
    with pytest.raises(ValueError, match="add up to 100"):
        steps.__wrapped__()
