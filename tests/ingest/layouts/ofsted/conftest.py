"""Ofsted's files, checked: small ones made by hand, and the published ones beside the project."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

import pandas as pd
import pytest

from rcc_dash.ingest.accept import check_file
from rcc_dash.ingest.checked import CheckedFile, CheckedTable
from rcc_dash.ingest.keys import Secrets
from rcc_dash.ingest.told import Told
from rcc_dash.reference.tables import rows

SHARED = Path(__file__).resolve().parents[5] / "shared" / "data"
HOMES = [row["code"] for row in rows("provision_types") if row["is_childrens_home"] == "yes"]

Checked = Callable[[Path], CheckedFile]
OnlyTable = Callable[[Path], CheckedTable]
Codes = Callable[[CheckedTable], list[tuple[str, str, int | None]]]
Counts = Callable[[CheckedTable], tuple[int, int, int, int]]
Release = Callable[[str], CheckedFile]
ListOfKind = Callable[[str, str], pd.DataFrame]


@pytest.fixture(scope="session")
def checked(secrets: Secrets) -> Checked:
    """Check a file of which nothing is told but its name."""

    def check(path: Path) -> CheckedFile:
        return check_file(path, Told(path.name), secrets)

    return check


@pytest.fixture(scope="session")
def table(checked: Checked) -> OnlyTable:
    """Check a file that holds one table."""

    def check(path: Path) -> CheckedTable:
        (only,) = checked(path).tables
        return only

    return check


@pytest.fixture(scope="session")
def codes() -> Codes:
    """List what is said of a table: code, severity and row."""

    def said(found: CheckedTable) -> list[tuple[str, str, int | None]]:
        return [(p.code, p.severity.value, p.row) for p in found.problems]

    return said


@pytest.fixture(scope="session")
def counts() -> Counts:
    """Count the rows that were read, loaded, mended and rejected."""

    def counted(found: CheckedTable) -> tuple[int, int, int, int]:
        (a,) = found.accounts
        return a.rows_read, a.rows_loaded, a.rows_mended, a.rows_rejected

    return counted


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Give the folder of real data; a test that asks for it is skipped where Ofsted's files are absent."""
    if not any((SHARED / "ofsted").glob("*.*")):
        pytest.skip("Ofsted's files are not in ../shared/data/ofsted")
    return SHARED


@pytest.fixture(scope="session")
def release(shared_data: Path, checked: Checked) -> Release:
    """Check a file as Ofsted published it, once in a test run."""

    @cache
    def check(name: str) -> CheckedFile:
        return checked(shared_data / "ofsted" / name)

    return check


@pytest.fixture(scope="session")
def listing(release: Release) -> ListOfKind:
    """Give the one list of a kind ("places" or "judgements") in a published file."""

    def listed(name: str, kind: str) -> pd.DataFrame:
        frames = [t.frame for t in release(name).tables if t.table == "home_listing"]
        (frame,) = [f for f in frames if (f["list_kind"] == kind).all()]
        return frame

    return listed


@pytest.fixture(scope="session")
def homes(listing: ListOfKind) -> ListOfKind:
    """Give the children's homes on that list."""

    def listed(name: str, kind: str) -> pd.DataFrame:
        frame = listing(name, kind)
        return frame[frame["provision_type"].isin(HOMES)]

    return listed


@pytest.fixture(scope="session")
def homes_changed(release: Release) -> Callable[[str], pd.DataFrame]:
    """Give the children's homes that joined or left, of a published file."""

    def changed(name: str) -> pd.DataFrame:
        (changes,) = [t.frame for t in release(name).tables if t.table == "home_change"]
        return changes[changes["provision_type"].isin(HOMES)]

    return changed
