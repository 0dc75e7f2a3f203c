"""How much does the protected view give away? The heavier measures of design/disclosure.md, section 5."""

import json
import subprocess
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd

from bench.audit import Seen, bounds, guesses, published, seen
from bench.oracle_told import print_release
from bench.releases import print_releases
from bench.tracker import Target, best_blind_guess, guess
from rcc_dash.domain.dimensions import values_of
from rcc_dash.domain.disclosure import Rule
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.places import cooperatives
from rcc_dash.intake.secret_keys import pepper
from rcc_dash.queries.distance_children import distance_children
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.two_ways import two_ways
from rcc_dash.settings import DataHome
from rcc_dash.store.warehouse import Warehouse

ATTRIBUTES = {code: [value.code for value in values_of(code)] for code in ("placement", "age", "sector")}
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
    print("1   " + " ".join(two_ways(reader).lines()))
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
        children = distance_children(reader, Filters(rcc=rcc), (day,))
        for la, own in children.groupby("la_code"):
            yield str(la), own


def _solved(reader: Reader, day: date, targets: int) -> None:
    las = list(_of_las(reader, day))
    each = -(-targets // len(las))
    seen_of = {la: seen(reader.rule, own, ATTRIBUTES) for la, own in las}
    for tables in (False, True):
        found = [
            width
            for la, view in seen_of.items()
            for width in _widths(published(view, tables=tables), la, each)
        ]
        known = "total and one-way tables" if tables else "total"
        print(
            f"4   {len(found)} hidden counts of one to nine, DfE's {known} known exactly: bounds at least"
            f" {min(found)} apart, median {np.median(found):.0f};"
            f" under five {np.mean(np.less(found, 5)):.1%},"
            f" exact {np.mean(np.equal(found, 0)):.1%} (five or more for all, none exact)"
        )
    _guessed([published(view, tables=True) for view in seen_of.values()])


def _widths(view: Seen, la: str, each: int) -> list[int]:
    some = np.random.default_rng(int(la[1:])).permutation(view.targets())[:each]
    ends = [bounds(view, int(one)) for one in some]
    return [most - least for least, most in ends]


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
