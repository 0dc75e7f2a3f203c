"""How do two jobs that must not overlap wait for each other, even in two processes?

The lock belongs to the operating system, so a killed job frees it; the number in the file only
helps a person to see who holds it.
"""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from rcc_dash.domain.progress import Progress, silent
from rcc_dash.errors import UserError

_BUSY: Final = UserError(
    "Another load is running",
    "The data folder is in use by another load or build.",
    "Wait until it has finished, then try again.",
)

if sys.platform == "win32":
    import msvcrt

    def _take(descriptor: int, *, wait: bool) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(descriptor: int, *, wait: bool) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX if wait else fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def only_one(path: Path, progress: Progress = silent) -> Iterator[None]:
    """Hold the lock of this name for a while; wait in line if somebody has it.

    Raises UserError where the wait is given up (Windows, after ten seconds).
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _queue(descriptor, progress)
        os.write(descriptor, f"{os.getpid():<12}".encode())
        yield
    finally:
        os.close(descriptor)


def is_held(path: Path) -> bool:
    """Say whether somebody alive holds the lock of this name."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _take(descriptor, wait=False)
    except OSError:
        return True
    finally:
        os.close(descriptor)
    return False


def _queue(descriptor: int, progress: Progress) -> None:
    try:
        _take(descriptor, wait=False)
    except OSError:
        progress(0.0, "Waiting for another load to finish")
        _wait(descriptor)


def _wait(descriptor: int) -> None:
    try:
        _take(descriptor, wait=True)
    except OSError as error:
        raise _BUSY from error
