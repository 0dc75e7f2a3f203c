from collections.abc import Iterator
from pathlib import Path

import pytest

from rcc_dash.intake.desk import Desk
from rcc_dash.settings import DataHome


@pytest.fixture
def home(tmp_path: Path) -> DataHome:
    return DataHome(tmp_path / "data")


@pytest.fixture
def desk(home: DataHome) -> Iterator[Desk]:
    with Desk(home) as opened:
        yield opened
