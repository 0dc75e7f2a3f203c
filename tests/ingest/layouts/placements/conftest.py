"""Files of the Placements Northwest census and of referrals, made from their specifications."""

import csv
import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from rcc_dash.domain.problems import Severity
from rcc_dash.ingest.accept import check_file
from rcc_dash.ingest.checked import CheckedTable
from rcc_dash.ingest.keys import Secrets
from rcc_dash.ingest.layouts.pnw_fields import HEADERS
from rcc_dash.ingest.told import Told
from tests.ingest.layouts.placements.census_files import FILE_NAMES, census_row, with_guidance

CheckTable = Callable[..., CheckedTable]


@pytest.fixture(scope="session")
def secrets() -> Secrets:
    return Secrets(b"a synthetic key, only for tests!")


@pytest.fixture
def check(tmp_path: Path, secrets: Secrets) -> CheckTable:
    """Check rows under a header as they come in a CSV of this name."""

    def checked(
        header: Sequence[str], *rows: Sequence[object], name: str = "census June 2025.csv", **told: object
    ) -> CheckedTable:
        path = tmp_path / name
        with path.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([header, *rows])
        (table,) = check_file(path, Told(name, **told), secrets).tables  # type: ignore[arg-type]
        return table

    return checked


@pytest.fixture
def check_census(check: CheckTable) -> CheckTable:
    """Check census rows of an edition, with the guidance of the workbook in its headings."""

    def checked(edition: str, *rows: Sequence[object], **told: object) -> CheckedTable:
        header = with_guidance(HEADERS[edition])
        return check(header, *(rows or (census_row(edition),)), name=FILE_NAMES[edition], **told)

    return checked


@pytest.fixture
def check_json(tmp_path: Path, secrets: Secrets) -> CheckTable:
    def checked(document: object, name: str = "referrals.json", **told: object) -> CheckedTable:
        path = tmp_path / name
        path.write_text(json.dumps(document), encoding="utf-8")
        (table,) = check_file(path, Told(name, **told), secrets).tables  # type: ignore[arg-type]
        return table

    return checked


@pytest.fixture(scope="session")
def faults() -> Callable[[CheckedTable], set[str]]:
    """List the codes of all that is wrong or doubtful in a table."""

    def found(table: CheckedTable) -> set[str]:
        return {p.code for p in table.problems if p.severity is not Severity.INFO}

    return found


@pytest.fixture(scope="session")
def said(faults: Callable[[CheckedTable], set[str]]) -> Callable[[CheckedTable], Mapping[str, str]]:
    """Give what is said under each code."""
    del faults

    def words(table: CheckedTable) -> Mapping[str, str]:
        return {p.code: p.what for p in table.problems}

    return words
