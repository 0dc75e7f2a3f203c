import hashlib
import stat
from pathlib import Path

from rcc_dash.settings import DataHome
from rcc_dash.store.raw import keep, location


def test_a_file_is_kept_unchanged_and_read_only(tmp_path: Path) -> None:
    came = tmp_path / "came.csv"
    came.write_bytes(b"a,b\r\n1,2\r\n")
    home = DataHome(tmp_path / "home")
    sha256 = keep(home, came)
    kept = location(home, sha256)
    assert sha256 == hashlib.sha256(b"a,b\r\n1,2\r\n").hexdigest()
    assert kept.read_bytes() == came.read_bytes()
    assert stat.S_IMODE(kept.stat().st_mode) & 0o222 == 0


def test_the_same_bytes_twice_are_one_file(tmp_path: Path) -> None:
    home = DataHome(tmp_path / "home")
    for name in ("one.csv", "two.csv"):
        (tmp_path / name).write_text("same")
        keep(home, tmp_path / name)
    assert len([found for found in home.raw.rglob("*") if found.is_file()]) == 1
