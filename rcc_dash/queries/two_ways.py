"""Do Python and DuckDB show the same number of every cell of children, and none of fewer than ten?

Both read one table (`domain.rounding.steps`), and nothing else is shared: what a release is
rounded by is checked on every cell that the app could show, not on samples.
"""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from rcc_dash.domain.progress import Progress
from rcc_dash.domain.rounding import steps
from rcc_dash.domain.words import long_date
from rcc_dash.queries.reader import Reader
from rcc_dash.settings import MAX_CHILD_ATTRIBUTES, PROTECT_BASE, PROTECT_MIN_CHILDREN


@dataclass(frozen=True, slots=True)
class TwoWays:
    """All cells of a build, and how many are shown, shown of too few children, or shown differently."""

    cells: int
    shown: int
    too_small: int
    """Cells of fewer than ten children that are shown all the same, or shown as less than ten: must be 0."""
    different: int
    """Cells that Python and DuckDB do not show alike: must be 0."""

    @property
    def is_safe(self) -> bool:
        """Say whether nothing was found that must not be."""
        return not self.too_small and not self.different

    def __add__(self, other: "TwoWays") -> "TwoWays":
        """Give both together."""
        return TwoWays(
            self.cells + other.cells,
            self.shown + other.shown,
            self.too_small + other.too_small,
            self.different + other.different,
        )

    def lines(self) -> list[str]:
        """Say it in words."""
        return [
            f"{self.cells:,} cells of children: {self.shown:,} are shown, the others hidden.",
            f"Shown of fewer than ten children: {self.too_small:,} (must be 0).",
            f"Shown differently by Python and DuckDB: {self.different:,} (must be 0).",
        ]


def two_ways(reader: Reader, progress: Progress) -> TwoWays:
    """Round every cell of the lattice twice, one date after another, and compare."""
    days = sorted({stamp.date() for stamp in reader.ask("children_by_la_and_date")["as_of"]})
    found = TwoWays(0, 0, 0, 0)
    for done, day in enumerate(days):
        progress(done / len(days), f"Rounding the cells of {long_date(day)} twice")
        found += _on(reader, day)
    return found


def _on(reader: Reader, day: date) -> TwoWays:
    cells = reader.ask("lattice_cells", date=day.isoformat(), most=MAX_CHILD_ATTRIBUTES)
    ours = reader.rule.counts(cells["children_n"], cells["children_keys"])
    theirs = shown_by_duckdb(reader, cells)
    few = cells["children_n"] < PROTECT_MIN_CHILDREN
    small = ours.notna() & (few | (ours < PROTECT_MIN_CHILDREN).fillna(value=False))
    differs = ours.fillna(0) != theirs.fillna(0)
    return TwoWays(len(cells), int(ours.notna().sum()), int(small.sum()), int(differs.sum()))


def shown_by_duckdb(reader: Reader, cells: pd.DataFrame) -> pd.Series:
    """Let DuckDB round cells (children_n, children_keys) by the law of `rcc5`; null hides a cell."""
    law = steps()
    found = reader.warehouse.ask("shown_counts", {
        "children": cells["children_n"], "keys": cells["children_keys"], "pepper": reader.rule.pepper,
        "least": PROTECT_MIN_CHILDREN, "base": PROTECT_BASE,
        "remainders": [one.remainder for one in law], "added": [one.added for one in law],
        "from_pct": [one.from_pct for one in law], "to_pct": [one.to_pct for one in law],
    })  # fmt: skip
    return found["shown"].astype("Int64").set_axis(cells.index)
