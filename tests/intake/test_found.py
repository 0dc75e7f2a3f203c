from pathlib import Path

import pytest

from rcc_dash.intake.found import find_files
from rcc_dash.settings import DataHome


@pytest.mark.parametrize(
    ("given", "folder"),
    [
        ("returns", "returns/Bolton/2025"),
        ("returns/Bolton", "Bolton/2025"),
        ("returns/Bolton/2025", "Bolton/2025"),
        ("returns/Bolton/2025/episodes.csv", "Bolton/2025"),
    ],
)
def test_folders_tell_from_the_one_that_was_given_or_the_first_with_a_name(
    tmp_path: Path, given: str, folder: str
) -> None:
    file = tmp_path / "returns" / "Bolton" / "2025" / "episodes.csv"
    file.parent.mkdir(parents=True)
    file.touch()
    found = find_files([tmp_path / given], DataHome(tmp_path / "home"))
    assert [(one.path, one.folder) for one in found] == [(file, folder)]


def test_a_file_named_twice_is_loaded_once(tmp_path: Path) -> None:
    (tmp_path / "a.csv").touch()
    assert len(find_files([tmp_path / "a.csv", tmp_path], DataHome(tmp_path / "home"))) == 1
