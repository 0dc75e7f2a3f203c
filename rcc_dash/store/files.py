"""How is a file written so that a kill at any moment leaves the old one or the new one, never half?"""

import os
import shutil
from pathlib import Path
from uuid import uuid4

BESIDE = ".making-"
"""Start of the name of anything not finished; never read, swept up later."""


def unfinished(path: Path) -> Path:
    """Name a scratch file or folder beside `path`, so that a rename into place cannot cross disks."""
    path.parent.mkdir(parents=True, exist_ok=True)
    return path.parent / f"{BESIDE}{uuid4().hex}-{path.name}"


def settle(path: Path) -> None:
    """Wait until what was written to this file is on the disk."""
    with path.open("rb") as file:
        os.fsync(file.fileno())


def put(made: Path, path: Path) -> None:
    """Move a finished file into place in one step, and make the move itself last."""
    settle(made)
    made.replace(path)
    _settle_folder(path.parent)


def put_text(text: str, path: Path) -> None:
    """Write a small text file in one step."""
    made = unfinished(path)
    made.write_text(text, encoding="utf-8")
    put(made, path)


def put_folder(made: Path, path: Path) -> None:
    """Move a finished folder into place; one of the same name steps aside first and is removed."""
    old = unfinished(path)
    if path.exists():
        path.rename(old)
    try:
        made.rename(path)
    except OSError:
        # Another process (left over from a killed load) has put the same folder there just now.
        if not path.exists():
            raise
        shutil.rmtree(made, ignore_errors=True)
    _settle_folder(path.parent)
    shutil.rmtree(old, ignore_errors=True)


def sweep(folder: Path, name: str = "*") -> None:
    """Remove what killed jobs left unfinished in a folder; of one name only where others write there too."""
    for left in folder.glob(f"{BESIDE}*-{name}"):
        if left.is_dir():
            shutil.rmtree(left, ignore_errors=True)
        else:
            left.unlink(missing_ok=True)


def _settle_folder(folder: Path) -> None:
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
