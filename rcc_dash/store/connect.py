"""How is a warehouse file opened so that nothing asked of it can change it or reach past it?"""

from collections.abc import Callable
from pathlib import Path
from typing import Final

import duckdb

_CONFIG: Final[dict[str, str | bool | int | float | list[str]]] = {
    "threads": 2,
    "temp_directory": "",
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "allow_community_extensions": False,
    "allow_unsigned_extensions": False,
    "allow_persistent_secrets": False,
    "python_enable_replacements": False,
    "max_expression_depth": 250,
}
_ALONE: Final = {"threads": 1, "async_threads": 0}
CATALOGUE: Final = "wh"
"""The name by which the warehouse file is attached."""

_LOCK: Final = (
    "SET threads = 2",
    "SET allow_extension_repositories = 'forbidden'",
    "SET GLOBAL max_execution_time = 10000",
    "SET enable_external_access = false",
    "SET disabled_filesystems = 'LocalFileSystem'",  # else SQL could overwrite the attached file itself
    "SET lock_configuration = true",
)
"""In this order: the order was tried against 147 hostile statements (design/database.md 7)."""


def open_locked(
    path: Path, memory_limit: str = "2GB", once_open: Callable[[], None] | None = None
) -> duckdb.DuckDBPyConnection:
    """Open a warehouse file for reading in an instance of its own, and lock it.

    `once_open` is done while the instance has no thread but this one. The connection starts in the
    catalogue `memory`; a cursor says `USE` first. Raises duckdb.Error where the file is not a sound database.
    """
    config = {**_CONFIG, "memory_limit": memory_limit, **(_ALONE if once_open else {})}
    connection = duckdb.connect(":memory:", config=config)
    try:
        connection.execute(f"ATTACH '{_quoted(path)}' AS {CATALOGUE} (READ_ONLY)")
        if once_open:
            once_open()
        for setting in _LOCK:
            connection.execute(setting)
    except duckdb.Error:
        connection.close()
        raise
    return connection


_BUILDING: Final = "900MB"
"""Beyond this a build spills to the disk: ten years of 28 LAs would take over four gigabytes."""


def open_new(path: Path) -> duckdb.DuckDBPyConnection:
    """Open an instance for building, with a new warehouse file attached to write to."""
    scratch: dict[str, str | bool | int | float | list[str]] = {
        "threads": 2,
        "memory_limit": _BUILDING,
        "temp_directory": str(path.parent / f"{path.name}.spill"),
        "python_enable_replacements": False,
    }
    connection = duckdb.connect(":memory:", config=scratch)
    connection.execute(f"ATTACH '{_quoted(path)}' AS {CATALOGUE}")
    return connection


def open_copying(source: Path, made: Path) -> duckdb.DuckDBPyConnection:
    """Open an instance for writing down a part of a warehouse: it as `wh` to read, a new file as `share`."""
    spill = str(made.parent / f"{made.name}.spill")
    config = {**_CONFIG, "memory_limit": _BUILDING, "temp_directory": spill}
    connection = duckdb.connect(":memory:", config=config)
    connection.execute(f"ATTACH '{_quoted(source)}' AS {CATALOGUE} (READ_ONLY)")
    connection.execute(f"ATTACH '{_quoted(made)}' AS share")
    return connection


def _quoted(path: Path) -> str:
    """ATTACH takes no bound values; a quote in a path is doubled."""
    return str(path).replace("'", "''")
