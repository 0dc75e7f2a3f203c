"""What the clock says changes when a build was made, and nothing in it (R13)."""

import os
import time
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from rcc_dash.domain.progress import silent
from rcc_dash.settings import DataHome
from rcc_dash.store.build import build
from rcc_dash.store.warehouse import Warehouse, current_build_id
from tests.store.staged_by_hand import as_at, contents, episode, returns

LEFT = ("2024-02-29", "2024-03-31", "2024-04-01")
"""A leap day, the day that counts, and the first day of the next year: only the last child still counts."""


@pytest.fixture
def in_london() -> Iterator[None]:
    """A machine whose clock is put forward and back."""
    before = os.environ.get("TZ")
    os.environ["TZ"] = "Europe/London"
    time.tzset()
    yield
    os.environ.pop("TZ")
    if before is not None:
        os.environ["TZ"] = before
    time.tzset()


def made_at(home: DataHome, now: datetime) -> dict[str, list[tuple[object, ...]]]:
    build(home, made_on=now, is_demo=False, progress=silent)
    opened = Warehouse.open_current(home)
    assert opened is not None
    assert opened.build_id == current_build_id(home)
    found = contents(opened)
    counted = as_at(opened)
    opened.close()
    assert [(day.date(), len(rows)) for day, rows in counted.groupby("as_of")] == [(date(2024, 3, 31), 1)]
    return found


@pytest.mark.usefixtures("in_london")
def test_a_clock_that_is_wrong_changes_nothing_in_a_build_and_the_newest_serves(tmp_path: Path) -> None:
    home = DataHome(tmp_path)
    returns(home, *(episode(f"c{day}", "2024-02-01", day) for day in LEFT))
    clocks = [
        datetime(2025, 6, 1, 12, 0, tzinfo=UTC),
        datetime(2028, 2, 29, 23, 59, 59, tzinfo=UTC),
        datetime(2026, 10, 25, 1, 30, tzinfo=UTC),
    ]
    first, *others = [made_at(home, now) for now in clocks]
    assert all(other == first for other in others)
