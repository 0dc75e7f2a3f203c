"""Small published tables, written as their publishers write them."""

import csv
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import pandas as pd
import pytest

from rcc_dash.ingest.accept import check_file
from rcc_dash.ingest.checked import CheckedTable
from rcc_dash.ingest.keys import Secrets
from rcc_dash.ingest.told import Told

CheckTable = Callable[..., CheckedTable]
_ENGLAND = ("E92000001", "England")
_LA = ("Local authority", *_ENGLAND, "E12000009", "South West")
AREAS = {
    "England": ("National", *_ENGLAND, "", "", "", "", ""),
    "Bolton": ("Local authority", *_ENGLAND, "E12000002", "North West", "350", "Bolton", "E08000001"),
    "Poole": (*_LA, "836", "Poole", "E06000029"),
    "Atlantis": (*_LA, "1", "Atlantis", "E09999999"),
}


@pytest.fixture
def check_table(tmp_path: Path) -> CheckTable:
    """Check a table of one header and rows as if it came in a CSV of this name."""

    def check(header: Sequence[str], *rows: Iterable[object], name: str = "table.csv") -> CheckedTable:
        path = tmp_path / name
        with path.open("w", newline="", encoding="utf-8-sig") as file:
            csv.writer(file).writerows([header, *rows])
        (table,) = check_file(path, Told(name), Secrets(b"a synthetic key, only for tests!")).tables
        return table

    return check


@pytest.fixture
def dfe() -> Callable[..., tuple[object, ...]]:
    """Write a row of a DfE table: period, area, and the table's own cells."""

    def row(period: str, area: str, *own: object) -> tuple[object, ...]:
        return (period, "Reporting year", *AREAS[area], *own)

    return row


@pytest.fixture
def told() -> Callable[[CheckedTable, str], dict[str, object]]:
    """Give a column's cells of a table by measure; null as None."""

    def by_measure(table: CheckedTable, column: str) -> dict[str, object]:
        cells = table.frame[column].astype(object)
        return dict(zip(table.frame["measure"], cells.where(pd.notna(cells), None), strict=True))

    return by_measure
