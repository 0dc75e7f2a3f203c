"""Are the demonstration's files always the same, and do they say what they are?"""

import hashlib
from pathlib import Path

import pytest

from rcc_dash.demo.write import write_demo


def _digest(folder: Path) -> dict[str, str]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_the_same_files_every_time_and_progress_to_the_end(demo: Path, tmp_path: Path) -> None:
    said: list[tuple[float, str]] = []
    paths = write_demo(tmp_path, lambda share, doing: said.append((share, doing)))
    assert _digest(tmp_path) == _digest(demo)
    shares = [share for share, _ in said]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    assert all(path.is_file() for path in paths)


def test_every_file_says_that_it_is_synthetic(demo: Path) -> None:
    data = [path for path in demo.rglob("*.csv") if path.is_file()]
    assert len(data) > 80
    assert all(path.name.startswith("synthetic_") for path in data)


def test_a_folder_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    taken = tmp_path / "file"
    taken.write_text("not a folder", encoding="utf-8")
    with pytest.raises(FileExistsError):
        write_demo(taken, lambda _share, _doing: None)
