"""Homes against where children come from, for England's regional care cooperatives.

In a notebook: `from rcc_dash import open_warehouse`.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rcc_dash.notebooks import open_warehouse

__all__ = ["open_warehouse"]


def __getattr__(name: str) -> object:
    """Load what notebooks need only where it is asked for: the app and the command line start without it."""
    if name not in __all__:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    from rcc_dash import notebooks  # noqa: PLC0415 half a second that nobody else waits for

    return getattr(notebooks, name)
