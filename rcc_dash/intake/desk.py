"""Where do files lie between being checked and being accepted? In a private folder that goes with them."""

import shutil
from contextlib import ExitStack
from pathlib import Path
from typing import IO, Final, Self
from uuid import uuid4
from weakref import finalize

from rcc_dash.settings import DataHome
from rcc_dash.store.locks import is_held, only_one

_OWNER_ONLY: Final = 0o700
_LONGEST_NAME: Final = 120
"""Letters kept of a file's name, from its end: file systems take 255 with what goes in front."""


class Desk:
    """One visit's files, in a folder laid out as a data home is: `raw` as they came, `staged` as checked.

    Only the owner of this machine's account may look into it. It is removed with the object, and
    by the next visit if the program was killed: its lock is then free.
    """

    def __init__(self, home: DataHome) -> None:
        """Make a new folder in `home.waiting`, once those of killed visits are removed."""
        lock = ExitStack()
        folder = home.waiting / uuid4().hex
        with only_one(home.root / "waiting.lock"):
            _sweep(home)
            lock.enter_context(only_one(folder.with_suffix(".lock")))
            home.waiting.chmod(_OWNER_ONLY)
            folder.mkdir(_OWNER_ONLY)
        self.home: Final = home
        self.place: Final = DataHome(folder)
        self._files = 0
        self.clear = finalize(self, _remove, folder, lock)

    def __enter__(self) -> Self:
        """Use the desk for a block of work."""
        return self

    def __exit__(self, *_: object) -> None:
        """Remove it with all that lies on it."""
        self.clear()

    def receive(self, name: str, stream: IO[bytes]) -> Path:
        """Put down what a browser sent, under its own name without any folder; gives where it lies."""
        self._files += 1
        path = self.place.root / "came" / str(self._files) / _safe(name)
        path.parent.mkdir(parents=True)
        with path.open("wb") as file:
            shutil.copyfileobj(stream, file)
        return path


def _safe(name: str) -> str:
    last = name.replace("\\", "/").rpartition("/")[2]
    shown = "".join(letter for letter in last if letter.isprintable()).strip(" .")
    return shown[-_LONGEST_NAME:] or "file"


def _sweep(home: DataHome) -> None:
    home.waiting.mkdir(parents=True, exist_ok=True)
    for folder in home.waiting.iterdir():
        lock = folder.with_suffix(".lock")
        if folder != lock and not is_held(lock):
            shutil.rmtree(folder, ignore_errors=True)
            lock.unlink(missing_ok=True)


def _remove(folder: Path, lock: ExitStack) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    lock.close()
    folder.with_suffix(".lock").unlink(missing_ok=True)
