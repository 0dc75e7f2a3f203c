"""How far along is the work? The one shape in which every long job says so."""

from collections.abc import Callable

Progress = Callable[[float, str], None]
"""Called with the share done (0 to 1) and what is being done, in plain words."""


def silent(_share_done: float, _doing: str) -> None:
    """Report to nobody."""


def part(progress: Progress, start: float, end: float) -> Progress:
    """Report a part of the work as its part of the whole bar."""
    return lambda share, doing: progress(start + (end - start) * share, doing)
