"""Where are the files as they came? Kept unchanged, named by what is in them."""

import hashlib
import shutil
from pathlib import Path
from typing import Final

from rcc_dash.settings import DataHome
from rcc_dash.store import files

_READ_ONLY: Final = 0o440


def keep(home: DataHome, path: Path) -> str:
    """Keep a copy of a file and give its SHA-256; the same bytes twice are one copy.

    Raises OSError where the file cannot be read or the copy cannot be written.
    """
    made = files.unfinished(home.raw / "copy")  # its own name may be too long with what goes in front
    try:
        shutil.copyfile(path, made)
        sha256 = digest(made)
        _settle_in(made, location(home, sha256))
    finally:
        made.unlink(missing_ok=True)
    return sha256


def take_over(home: DataHome, place: DataHome, sha256: str) -> None:
    """Keep a copy that lies at another place of the same disk, by moving it here.

    Raises OSError where it cannot be moved.
    """
    made = location(place, sha256)
    if made.exists():
        _settle_in(made, location(home, sha256))


def location(home: DataHome, sha256: str) -> Path:
    """Say where the copy of a file lies, or would lie."""
    return home.raw / sha256[:2] / sha256


def digest(path: Path) -> str:
    """Give the SHA-256 of a file's bytes in hex."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _settle_in(made: Path, kept: Path) -> None:
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        made.chmod(_READ_ONLY)
        files.put(made, kept)
