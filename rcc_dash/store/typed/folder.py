"""Where does the file of a typed question lie, and what becomes of it afterwards?"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from uuid import uuid4

from rcc_dash.settings import DataHome
from rcc_dash.store.locks import is_held, only_one
from rcc_dash.store.typed.share import Scope, write_share


@contextmanager
def shared_file(home: DataHome, scope: Scope) -> Iterator[Path]:
    """Write the file of a scope into a new folder, both read-only and this user's alone; remove it after.

    What a killed app left behind is removed first. Raises as `write_share`.
    """
    _sweep(home.typed)
    folder = home.typed / uuid4().hex
    with only_one(_lock_of(folder)):
        try:
            yield _written(home, scope, folder)
        finally:
            _remove(folder)


def _written(home: DataHome, scope: Scope, folder: Path) -> Path:
    folder.mkdir(mode=0o700)
    file = folder / "data.duckdb"
    write_share(home, scope, file)
    file.chmod(0o400)
    folder.chmod(0o500)
    return file


def _sweep(room: Path) -> None:
    """A folder is there only while its lock is held, unless whoever held it was killed."""
    for folder in [path for path in room.glob("*") if path.is_dir()]:
        if not is_held(_lock_of(folder)):
            _remove(folder)


def _remove(folder: Path) -> None:
    if folder.exists():
        folder.chmod(0o700)
    shutil.rmtree(folder, ignore_errors=True)
    with suppress(PermissionError):  # Windows keeps a file that is open
        _lock_of(folder).unlink(missing_ok=True)


def _lock_of(folder: Path) -> Path:
    return folder.with_suffix(".lock")
