"""A region's data person loads a file: faulty first, then mended, and takes it back."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from rcc_dash.domain.progress import silent
from rcc_dash.intake.load import load
from rcc_dash.intake.take import Said
from rcc_dash.settings import PROJECT, DataHome
from tests.browser.conftest import served
from tests.browser.on_page import go, settle, until, words
from tests.intake.made_files import episodes

REGION = PROJECT / "tests" / "fixtures" / "region"
GOOD = episodes("A", date(2025, 3, 1), 40)
FAULTY = GOOD.replace("\nA3,", "\n,").replace("A7,22/02/2025", "A7,soon")
NAME = "Bolton 2025 episodes.csv"


@pytest.fixture
def own_app(tmp_path: Path) -> Iterator[str]:
    """Serve a data home of this test's own, with the countable region in it."""
    home = DataHome(tmp_path / "data")
    load([REGION], Said(), home, datetime(2025, 6, 1, tzinfo=UTC), silent)
    with served(home.root, tmp_path / "server.txt") as address:
        yield address


def put(page: Any, text: str) -> None:  # noqa: ANN401 Playwright is imported late
    file = {"name": NAME, "mimeType": "text/csv", "buffer": text.encode()}
    page.locator('input[type="file"]').set_input_files(file)
    until(page, lambda: "rows read" in words(page), "the file was not looked at")
    settle(page)


def children_of_bolton(page: Any, address: str) -> str:  # noqa: ANN401
    """Read the exact number of Bolton's children beside the map."""
    go(page, f"{address}/homes_and_origins")
    if not page.get_by_role("checkbox", name="Exact figures").is_checked():
        page.locator('[data-field="exact"] label').click()
        until(page, lambda: "OFFICIAL-SENSITIVE" in words(page), "exact figures did not come on")
        settle(page)
    table = page.locator("table.grid").first
    heads = table.locator("thead th").all_inner_texts()
    row = table.locator("tr", has=page.get_by_role("rowheader", name="Bolton", exact=True))
    return str(row.locator("th, td").nth(heads.index("Children")).inner_text())


def problems_of(page: Any, path: Path) -> list[str]:  # noqa: ANN401
    """Download the file of all problems and give its lines."""
    with page.expect_download() as started:
        page.get_by_role("button", name="All problems of this file").click()
    started.value.save_as(path)
    return path.read_text(encoding="utf-8-sig").splitlines()


def test_a_faulty_file_is_seen_mended_loaded_and_taken_back(
    own_app: str, new_page: Callable[..., Any], tmp_path: Path
) -> None:
    page = new_page()
    assert children_of_bolton(page, own_app) == "5"
    go(page, f"{own_app}/load")
    put(page, FAULTY)
    assert "2 of 40 rows cannot be loaded" in words(page)
    assert "The child id is blank." in page.locator("table.faulty").first.inner_text()
    assert "soon" not in page.content()
    lines = problems_of(page, tmp_path / "problems.csv")
    assert lines[0].startswith("File,Sheet,Row,Column,Code,")
    assert any(line.startswith(f"{NAME},,9,DECOM,I07,Row rejected,") for line in lines)
    page.get_by_role("button", name="Clear the list").click()
    settle(page)
    put(page, GOOD)
    assert "It can be loaded." in words(page)
    page.get_by_role("button", name="Accept and load 1 file").click()
    until(page, lambda: "1 file is loaded" in words(page), "the file was not loaded")
    assert children_of_bolton(page, own_app) == "40"
    go(page, f"{own_app}/load")
    page.get_by_role("button", name="Undo it").click()
    page.get_by_role("button", name="Yes, undo load 11").click()
    until(page, lambda: "Load 11 is undone" in words(page), "the load was not undone")
    assert children_of_bolton(page, own_app) == "5"
