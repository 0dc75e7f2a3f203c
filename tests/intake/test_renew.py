"""A build that an earlier version of the program made is made anew before it is asked anything."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rcc_dash.domain.progress import silent
from rcc_dash.intake.load import load
from rcc_dash.intake.renew import renew
from rcc_dash.intake.take import Said
from rcc_dash.settings import DataHome
from rcc_dash.store.shape import is_of_this_program
from rcc_dash.store.warehouse import current_build_id

NOW = datetime(2026, 1, 1, tzinfo=UTC)
LATER = datetime(2026, 1, 2, tzinfo=UTC)
VACANCIES = "URN,As-of date,Registered places,Occupied places\n1234567,31/03/2025,4,3\n"


@pytest.fixture
def home(tmp_path: Path) -> DataHome:
    file = tmp_path / "vacancies.csv"
    file.write_text(VACANCIES, encoding="utf-8")
    home = DataHome(tmp_path / "home")
    assert load([file], Said(), home, NOW, silent).is_clean
    return home


def test_a_build_of_this_program_is_left_alone(home: DataHome) -> None:
    before = current_build_id(home)
    renew(home, LATER, silent)
    assert is_of_this_program(home)
    assert current_build_id(home) == before


@pytest.mark.parametrize("shape", ["0a1b2c3d", None])
def test_a_build_by_other_steps_or_by_nobody_knows_which_is_made_anew(
    home: DataHome, shape: str | None
) -> None:
    before = current_build_id(home)
    pointer = json.loads(home.pointer.read_text(encoding="utf-8"))
    pointer["builds"][0].pop("shape")
    if shape:
        pointer["builds"][0]["shape"] = shape
    home.pointer.write_text(json.dumps(pointer), encoding="utf-8")
    assert not is_of_this_program(home)
    renew(home, LATER, silent)
    assert is_of_this_program(home)
    assert current_build_id(home) != before


def test_nothing_built_is_not_of_this_program(tmp_path: Path) -> None:
    assert not is_of_this_program(DataHome(tmp_path))
