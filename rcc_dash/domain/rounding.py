"""By which law are counts of children rounded? Two methods, each given by a table in `data/reference`.

`rcc5` (design/disclosure.md 1.3): a draw fixed by the secret pepper and the set of children in
the cell decides between multiples of five. `ons`: the cell key method of the Office for National
Statistics, whose table says what is added for each cell key. DuckDB rounds by the same table
(`store/sql/shown_counts.sql`).
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import Final

from rcc_dash.reference.tables import rows
from rcc_dash.settings import PROTECT_BASE

DRAWS: Final = 2**32
"""Draws are whole numbers below this: the first four bytes of a digest."""

_EVERY: Final = 100
_TABLED: Final = 750
_LOOPED: Final = 250
"""ONS's table ends at a cell of 750 children; larger cells use its last 250 rows over and over."""


@dataclass(frozen=True, slots=True)
class Step:
    """What is added to a count less its remainder, for draws of `from_pct` to under `to_pct` of all."""

    remainder: int
    added: int
    from_pct: int
    to_pct: int


@cache
def steps() -> tuple[Step, ...]:
    """Give the law of `rcc5`. Raises ValueError where the chances of a remainder are not 100% in all."""
    ends: dict[int, int] = dict.fromkeys(range(PROTECT_BASE), 0)
    found = []
    for row in rows("rcc5_table"):
        rest, chance = int(row["remainder"]), int(row["chance_pct"])
        found.append(Step(rest, int(row["step"]), ends[rest], ends[rest] + chance))
        ends[rest] += chance
    if set(ends.values()) != {_EVERY}:
        message = f"rcc5_table.csv: the chances of each remainder must add up to 100, not {ends}"
        raise ValueError(message)
    return tuple(found)


def by_draw(pepper: str, children: int, key_sum: int) -> int:
    """Round a cell by the law of `rcc5`."""
    draw = _EVERY * int(sha256(f"{pepper}:{key_sum}:{children}".encode()).hexdigest()[:8], 16)
    rest = children % PROTECT_BASE
    step = next(one for one in _steps_of(rest) if draw < one.to_pct * DRAWS)
    return children - rest + step.added


def by_cell_key(_pepper: str, children: int, key_sum: int) -> int:
    """Round a cell as ONS does: by its children and its cell key, the sum of record keys modulo a few."""
    table = ptable()
    row = children if children <= _TABLED else (children - 1) % _LOOPED + _TABLED - _LOOPED + 1
    keys, added = table.added[row]
    return children + added[bisect_left(keys, key_sum % table.keys)]


METHODS: Final[dict[str, Callable[[str, int, int], int]]] = {"rcc5": by_draw, "ons": by_cell_key}
"""What rounds a cell, by the setting `PROTECT_METHOD`: from the pepper, the children and the sum of keys."""


@dataclass(frozen=True, slots=True)
class PTable:
    """What ONS's method adds to a cell."""

    keys: int
    """Cell keys are below this."""
    added: dict[int, tuple[list[int], list[int]]]
    """By children: cell keys in order, and what is added up to each of them."""


@cache
def ptable() -> PTable:
    """Read ONS's table: pcv (children), ckey (a cell key, or the last of several alike), pvalue (added)."""
    found: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for row in rows("ons_ptable"):
        found[int(row["pcv"])].append((int(row["ckey"]), int(row["pvalue"])))
    added = {
        pcv: ([key for key, _ in sorted(some)], [add for _, add in sorted(some)])
        for pcv, some in found.items()
    }
    return PTable(max(keys[-1] for keys, _ in added.values()) + 1, added)


@cache
def _steps_of(rest: int) -> tuple[Step, ...]:
    return tuple(step for step in steps() if step.remainder == rest)
