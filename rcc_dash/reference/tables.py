"""Read one small reference table into plain rows."""

import csv
from functools import cache
from pathlib import Path

from rcc_dash.settings import REFERENCE_DIR

Row = dict[str, str]


@cache
def rows(name: str, folder: Path = REFERENCE_DIR) -> tuple[Row, ...]:
    """Give every row of `<folder>/<name>.csv` as text; blank means not stated.

    Raises ValueError where a row has more or fewer cells than the table has columns.
    """
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        lines = csv.reader(file)
        columns = next(lines)
        return tuple(dict(zip(columns, line, strict=True)) for line in lines if line)
