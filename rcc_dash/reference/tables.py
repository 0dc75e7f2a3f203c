"""Read one small reference table into plain rows."""

import csv
from functools import cache
from pathlib import Path

from rcc_dash.settings import REFERENCE_DIR

Row = dict[str, str]


@cache
def rows(name: str, folder: Path = REFERENCE_DIR) -> tuple[Row, ...]:
    """Give every row of `<folder>/<name>.csv` as text; blank means not stated."""
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))
