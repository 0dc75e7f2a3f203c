"""The drop-folder: what is in it is loaded, and then moved out of the way."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from rcc_dash.domain.progress import silent
from rcc_dash.errors import UserError
from rcc_dash.intake.load import load
from rcc_dash.intake.take import Said
from rcc_dash.settings import PROJECT, DataHome

REGION = PROJECT / "tests" / "fixtures" / "region"
LIST = REGION / "ofsted_list_31_march_2025.csv"
NOW = datetime(2025, 6, 1, 9, 30, tzinfo=UTC)


@pytest.fixture
def inbox(home: DataHome) -> Path:
    home.inbox.mkdir(parents=True)
    return home.inbox


def test_an_empty_drop_folder_is_said(home: DataHome) -> None:
    with pytest.raises(UserError, match="nothing to load"):
        load([], Said(), home, NOW, silent)
    assert home.inbox.is_dir()


def test_the_drop_folder_empties_into_loaded_and_refused(home: DataHome, inbox: Path) -> None:
    shutil.copytree(REGION / "Bolton", inbox / "Bolton")
    (inbox / "README.md").write_text("put files here")
    (inbox / "odd.csv").write_text("colour,shape\nred,round\n")
    report = load([], Said(), home, NOW, silent)
    assert {file.folder for file in report.files if not file.refused} == {"Bolton/2024", "Bolton/2025"}
    assert (inbox / "loaded" / "Bolton" / "2025" / "episodes.csv").exists()
    assert (inbox / "refused" / "odd.csv").exists()
    assert "odd.csv" in (inbox / "refused" / "odd.csv.reason.txt").read_text()
    assert (inbox / "README.md").exists()
    with pytest.raises(UserError, match="nothing to load"):
        load([], Said(), home, NOW, silent)


def test_a_file_in_the_drop_folder_never_overwrites_an_earlier_one(home: DataHome, inbox: Path) -> None:
    for _ in range(2):
        shutil.copy(LIST, inbox / LIST.name)
        load([], Said(), home, NOW, silent)
    assert sorted(path.name for path in (inbox / "loaded").iterdir()) == [
        f"{LIST.stem} (2).csv",
        LIST.name,
    ]


def test_a_file_outside_the_drop_folder_stays_where_it_is(home: DataHome, tmp_path: Path) -> None:
    mine = tmp_path / "list.csv"
    shutil.copy(LIST, mine)
    load([mine], Said(), home, NOW, silent)
    assert mine.exists()
