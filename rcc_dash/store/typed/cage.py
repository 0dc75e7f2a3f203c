"""What does the process of a typed question give up before it reads one word of it?"""

import signal
import sys
from collections.abc import Callable
from typing import Final

from rcc_dash.store.typed.landlock import shut_in

_OPEN_FILES: Final = 64
_GRACE_SECONDS: Final = 2
"""The process ends itself so long after its time, should nobody be left to kill it."""

NO_LIMITS: Final = "This system cannot limit a process's memory or keep it from writing files."
NO_WALLS: Final = "This system cannot shut a process off from files and the network."


def shut(address_mb: int) -> tuple[str, ...]:
    """Limit this process for good; gives in words what the operating system could not do.

    It can open no file afterwards, write no byte to any and reach no network. The database's own locks
    hold everywhere, whatever the system can.
    """
    lacking = () if _limited(address_mb) else (NO_LIMITS,)
    return lacking if shut_in() else (*lacking, NO_WALLS)


def end_yourself_after(seconds: float) -> None:
    """Let the system end this process in a while; 0 takes it back."""
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_REAL, seconds + _GRACE_SECONDS if seconds else 0)


def _limited(address_mb: int) -> bool:
    if sys.platform == "win32":
        return False
    import resource  # noqa: PLC0415 - no such module on Windows

    wanted = (
        (resource.RLIMIT_AS, address_mb * 1024 * 1024),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, _OPEN_FILES),
    )
    done = [_set(resource.setrlimit, what, most) for what, most in wanted]
    return all(done)


def _set(setrlimit: Callable[[int, tuple[int, int]], None], what: int, most: int) -> bool:
    try:
        setrlimit(what, (most, most))
    except (OSError, ValueError):  # macOS refuses some of them
        return False
    return True
