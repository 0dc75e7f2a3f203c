import csv
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from rcc_dash.domain.problems import Severity
from rcc_dash.ingest.checked import CheckedTable
from rcc_dash.ingest.keys import Secrets
from rcc_dash.ingest.layouts import (
    home_costs,
    placement_costs,
    ssda903_dolo,
    ssda903_episodes,
    ssda903_header,
    ssda903_missing,
    ssda903_oc2,
    ssda903_uasc,
    vacancies,
)
from rcc_dash.ingest.read import read_workbook
from rcc_dash.ingest.recognise import Matched, recognise
from rcc_dash.ingest.told import Told

LAYOUTS = (
    *ssda903_episodes.LAYOUTS,
    *ssda903_header.LAYOUTS,
    *ssda903_uasc.LAYOUTS,
    *ssda903_missing.LAYOUTS,
    *ssda903_oc2.LAYOUTS,
    *ssda903_dolo.LAYOUTS,
    *vacancies.LAYOUTS,
    *placement_costs.LAYOUTS,
    *home_costs.LAYOUTS,
)
BARNSLEY_2025 = Told("returns.csv", la="Barnsley", year=2025)
CheckFile = Callable[..., CheckedTable]
CheckRows = Callable[..., CheckedTable]
GOOD_EPISODE = dict(
    zip(
        ssda903_episodes.HEADERS,
        ("T-1", "01/02/2025", "S", "C2", "N1", "K2", "PR4", "", "", "", "SK1 3XE", "M2 5DB", "SC012345"),
        strict=True,
    )
)


@pytest.fixture(scope="session")
def secrets() -> Secrets:
    return Secrets(b"a synthetic key, only for tests!")


@pytest.fixture(scope="session")
def check_file(secrets: Secrets) -> CheckFile:
    def check(path: Path, told: Told = BARNSLEY_2025) -> CheckedTable:
        (sheet,) = read_workbook(path).sheets
        found = recognise(sheet, LAYOUTS)
        assert isinstance(found, Matched), found
        return found.layout.check(found, replace(told, file_name=told.file_name or path.name), secrets)

    return check


@pytest.fixture(scope="session")
def check_rows(check_file: CheckFile, tmp_path_factory: pytest.TempPathFactory) -> CheckRows:
    """Check a table of one header and rows as if it came in a CSV."""
    folder = tmp_path_factory.mktemp("rows")

    def check(header: Sequence[str], *rows: Iterable[object], told: Told = BARNSLEY_2025) -> CheckedTable:
        path = folder / "rows.csv"
        with path.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([header, *rows])
        return check_file(path, told)

    return check


@pytest.fixture(scope="session")
def episode() -> Callable[..., tuple[object, ...]]:
    """Make a row of an episode file: without fault but for the cells that are given."""

    def cells(**changes: object) -> tuple[object, ...]:
        return tuple((GOOD_EPISODE | changes).values())

    return cells


@pytest.fixture(scope="session")
def faults() -> Callable[[CheckedTable], set[str]]:
    """List the codes of all that is wrong or doubtful in a table."""

    def found(table: CheckedTable) -> set[str]:
        return {p.code for p in table.problems if p.severity is not Severity.INFO}

    return found
