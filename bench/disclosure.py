"""How much does the protected view give away? The heavier measures of design/disclosure.md, section 5."""

import json
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd

from bench.audit import Floats, Seen, bounds, guesses, published, seen, without_release
from bench.oracle_told import print_release
from bench.releases import print_releases
from bench.tracker import Target, best_blind_guess, guess
from rcc_dash.domain.dimensions import values_of
from rcc_dash.domain.disclosure import Rule
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.places import cooperatives
from rcc_dash.domain.progress import silent
from rcc_dash.intake.secret_keys import pepper
from rcc_dash.queries.distance_children import of_filter
from rcc_dash.queries.distance_day import children_on
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.two_ways import two_ways
from rcc_dash.settings import DataHome
from rcc_dash.store.warehouse import Warehouse

ATTRIBUTES = {code: [value.code for value in values_of(code)] for code in ("placement", "age", "sector")}
_APART = 5
"""How far apart the bounds of a hidden count must be (scorecard row 4)."""
ACRO = Path(__file__).with_name("acro_masks.py")


def disclosure(home: Path, targets: int, acro: Path | None) -> None:
    """Print rows 1, 3 to 7, 16 and 18 of the scorecard; 16 only with an interpreter that has acro."""
    root = DataHome(home)
    own = root if Warehouse.open_current(root) else root.demo
    opened = Warehouse.open_current(own)
    if opened is None:
        print("Nothing is built.")
        return
    reader = Reader(opened, Rule(pepper(own), method="rcc5"))
    print("1   " + " ".join(two_ways(reader, silent).lines()))
    print_release(own)
    _noise()
    day = max(stamp.date() for stamp in reader.ask("returns_by_la")["as_of"])
    _solved(reader, day, targets)
    _tracked(reader, day)
    print_releases(reader, day)
    if acro:
        _agreed(acro)


def _noise() -> None:
    rng = np.random.default_rng(3)
    sizes = pd.Series(rng.integers(20, 2_000, 100_000))
    keys = pd.Series(rng.integers(0, 2**64, 100_000, dtype=np.uint64)).astype(str)
    error = (Rule("bench", method="rcc5").counts(sizes, keys) - sizes).astype(int)
    print(
        f"3   100,000 cells of 20 children or more: bias {error.mean():+.3f} (at most 0.1 either way),"
        f" variance {error.var():.2f} (6, give or take 0.3), largest {error.abs().max()} (6)"
    )


def _of_las(reader: Reader, day: date) -> Iterator[tuple[str, pd.DataFrame]]:
    for rcc in cooperatives():
        children = of_filter(children_on(reader, day), Filters(rcc=rcc))
        for la, own in children.groupby("la_code"):
            yield str(la), own


def _solved(reader: Reader, day: date, targets: int) -> None:
    las = list(_of_las(reader, day))
    each = -(-targets // len(las))
    seen_of = {la: seen(reader.rule, own, ATTRIBUTES) for la, own in las}
    found = [width for la, view in seen_of.items() for width in _widths(published(view), la, each)]
    print(
        f"4   {len(found)} hidden counts of one to nine, DfE's totals known exactly: bounds at least"
        f" {min(found):.0f} apart, median {np.median(found):.0f}; under five {_near(found):.1%},"
        f" exact {np.mean(np.equal(found, 0)):.1%} (five or more for all, none exact)"
    )
    views = {la: published(view, tables=True) for la, view in seen_of.items()}
    _with_tables(views, each)
    _guessed(list(views.values()))


def _with_tables(views: dict[str, Seen], each: int) -> None:
    """Print what DfE's one-way tables give away of the same kind of counts: by themselves, and with ours.

    No release can take back what these tell alone: of two hidden cells DfE's total tells the sum, and a
    part of either is no more than that. Ours bring a count closer where a cell of ours is shown, so of ten
    children or more, and DfE's number of a group around it is hardly more than ten.
    """
    both = np.array([width for la, view in views.items() for width in _widths(view, la, each)])
    alone = np.array([
        width
        for la, view in views.items()
        for width in _widths(without_release(view), la, each, view.targets())
    ])  # fmt: skip
    added = both[(both < _APART) & (alone >= _APART)]
    print(
        f"    {len(both)} such counts, DfE's one-way tables known as DfE publishes them (one to five hidden,"
        f" and another cell beside one alone; the rest exact): under five {_near(both):.1%}, exact"
        f" {np.mean(both == 0):.1%}; by DfE's tables alone, without our cells, {_near(alone):.1%}, exact"
        f" {np.mean(alone == 0):.1%}, which no release can take back; so our cells bring {len(added)} of them"
        f" under five, the closest to {min(added, default=_APART):.0f}"
    )


def _near(widths: Sequence[float] | Floats) -> float:
    """Say what share of the bounds are nearer to each other than they may be."""
    return float(np.mean(np.less(widths, _APART)))


def _widths(view: Seen, la: str, each: int, targets: list[int] | None = None) -> list[float]:
    some = np.random.default_rng(int(la[1:])).permutation(view.targets() if targets is None else targets)
    return [most - least for least, most in (bounds(view, int(one)) for one in some[:each])]


def _guessed(views: list[Seen]) -> None:
    spreads, sure = [], []
    for view in views:
        mean, spread = guesses(view)
        for one in view.targets():
            spreads.append(spread[one])
            sure.append(spread[one] < 1 / 2 and round(mean[one]) == view.n[one])
    print(
        f"5   {len(spreads)} hidden counts, Gaussian attacker with DfE's tables: sd p5"
        f" {np.percentile(spreads, 5):.2f} (0.8 or more), confident and right {np.mean(sure):.1%} (0)"
    )


def _tracked(reader: Reader, day: date, attempts: int = 1_000, unions: int = 60) -> None:
    """Ask for each small value with others of its LA, sixty times, through links."""
    cells = [cell for la, own in _of_las(reader, day) for cell in _small(la, own)]
    rng = np.random.default_rng(6)
    chosen = [cells[at] for at in rng.integers(len(cells), size=attempts)]
    right = []
    for target in chosen:
        values = list(target.known)
        some = [[value for value in values if rng.random() < 1 / 2] for _ in range(unions)]
        right.append(guess(reader, target, day, some) == target.truth)
    prior = best_blind_guess([cell.truth for cell in cells])
    print(
        f"6   {len(right)} attempts of {unions} unions through links: right {np.mean(right):.1%}, against"
        f" {prior:.1%} by naming the commonest count (at most two points more)"
    )


def _small(la: str, own: pd.DataFrame) -> Iterator[Target]:
    for name in ATTRIBUTES:
        sizes = {str(value): int(size) for value, size in own[name].value_counts().items()}
        for value, size in sizes.items():
            if size <= 9:  # noqa: PLR2004 hidden for sure
                yield Target(la, name, value, size, {one: n for one, n in sizes.items() if one != value})


def _agreed(python: Path, tables: int = 200) -> None:
    """Let acro, which needs an older pandas, judge random tables in an environment of its own."""
    shown = bad = 0
    with tempfile.TemporaryDirectory() as folder:
        files = [_table(Path(folder), seed) for seed in range(tables)]
        said = subprocess.run([python, ACRO, folder], check=True, capture_output=True, text=True).stdout
        failing = json.loads(said.splitlines()[-1])
        for file, cells in files:
            fails = {tuple(cell) for cell in failing[file]}
            shown += len(cells)
            bad += len(cells & fails)
    print(f"16  {tables} random tables: of {shown} cells shown {bad} fail in acro (0)")


def _table(folder: Path, seed: int) -> tuple[str, set[tuple[str, str]]]:
    rng = np.random.default_rng(seed)
    size = int(rng.integers(30, 1_500))
    frame = pd.DataFrame({
        "la": rng.integers(0, rng.integers(2, 8), size).astype(str),
        "placement": rng.choice(list("abcde"), size, p=[0.6, 0.25, 0.1, 0.04, 0.01]),
        "key": rng.integers(0, 2**64, size, dtype=np.uint64),
    })  # fmt: skip
    frame[["la", "placement"]].to_csv(folder / f"{seed}.csv", index=False)
    groups = frame.groupby(["la", "placement"])["key"].agg(["size", lambda keys: sum(map(int, keys))])
    shown = Rule("bench").counts(groups["size"], groups.iloc[:, 1].astype(str)).dropna()
    return f"{seed}.csv", set(shown.index)
