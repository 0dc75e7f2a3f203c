"""Which database holds exact figures of some LAs and no other LA's children? The one they are read from.

A copy of a build with every table and column, so that every question can be asked of it, and only the rows
that `data/reference/scoped_tables.csv` lets through: no filter, page or fault can reach what is not in it.
A table that the list does not name is there and empty. Names cannot be bound in SQL: they come from that
list and from the build itself, quoted.
"""

import hashlib
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import duckdb

from rcc_dash.domain.places import local_authorities
from rcc_dash.errors import UserError
from rcc_dash.reference.tables import rows
from rcc_dash.settings import DataHome
from rcc_dash.store import files, pointer
from rcc_dash.store.connect import open_copying, open_locked
from rcc_dash.store.locks import only_one
from rcc_dash.store.warehouse import Warehouse

_OWNER_ONLY: Final = 0o600
_FOLDER_OWNER_ONLY: Final = 0o700
_OWN: Final = "list_contains($la_codes, la_code)"
_HOMES: Final = "SELECT urn FROM wh.home_at WHERE list_contains($la_codes, la_code)"
_USED: Final = "SELECT home_urn FROM wh.episode WHERE list_contains($la_codes, la_code) AND home_urn <> ''"
_KEPT: Final = {
    "all": "true",
    "none": "false",
    "own": _OWN,
    "own_or_none": f"la_code IS NULL OR {_OWN}",
    "homes": f"urn IN ({_HOMES})",
    "published": f"precision IS DISTINCT FROM 'restricted' OR {_OWN}",
    "positions": "true",
}
"""Which rows each word of the list keeps."""

_PUBLISHED: Final = "position_basis NOT IN ('restricted', 'placements')"
_KNOWN: Final = f"({_PUBLISHED} OR ($positions AND ({_OWN} OR urn IN ({_USED}))))"
_NO_SECTOR: Final = (
    "* REPLACE (CASE WHEN precision IS DISTINCT FROM 'restricted' OR $positions THEN postcode_sector END"
    " AS postcode_sector)"
)
"""A list given to LAs only places their homes to the sector: for those alone who see positions."""

_POSITIONS: Final = (
    f"* REPLACE (CASE WHEN {_KNOWN} THEN position_sector END AS position_sector,"
    f" CASE WHEN {_KNOWN} THEN position_basis ELSE 'la' END AS position_basis)"
)
_COLUMNS: Final = {"positions": _POSITIONS, "published": _NO_SECTOR}


@dataclass(frozen=True, slots=True)
class Part:
    """Which part of a build a copy holds: these LAs' children, and where homes stand that only they know."""

    la_codes: tuple[str, ...]
    positions: bool = False


def open_scoped(home: DataHome, build_id: str, part: Part) -> Warehouse:
    """Open the copy of a part of a build; it is written at first use, and those of other builds go.

    Raises UserError where the build is gone or the disk does not take the copy, ValueError without an LA or
    for a code of none.
    """
    if not part.la_codes or set(part.la_codes) - local_authorities().keys():
        message = "exact figures are of named LAs"
        raise ValueError(message)
    kept = home.scoped / f"{build_id}-{part_name(part)}.duckdb"
    try:
        with only_one(home.scoped / "scoped.lock"):
            home.scoped.chmod(_FOLDER_OWNER_ONLY)
            if not kept.is_file():
                _sweep(home, build_id)
                _write(pointer.warehouse_file(home, build_id), kept, part)
        return Warehouse(open_locked(kept), None)
    except (duckdb.Error, OSError) as error:
        raise _NO_COPY from error


def tables_kept() -> dict[str, str]:
    """Say for each table which of its rows a copy keeps, as the list writes it."""
    return {row["table"]: row["keeps"] for row in rows("scoped_tables")}


def _write(source: Path, kept: Path, part: Part) -> None:
    made = files.unfinished(kept)
    made_by = open_copying(source, made)
    try:
        made.chmod(_OWNER_ONLY)
        for name in _tables(made_by):
            _copy(made_by, name, part)
        made_by.execute("CHECKPOINT share")
        made_by.execute("DETACH share")
    finally:
        made_by.close()
        shutil.rmtree(f"{made}.spill", ignore_errors=True)
    files.put(made, kept)


def _copy(connection: duckdb.DuckDBPyConnection, name: str, part: Part) -> None:
    keeps = tables_kept().get(name)
    columns = _COLUMNS.get(keeps or "none", "*")
    kept = _KEPT[keeps or "none"]
    table = name.replace('"', '""')
    sql = f'CREATE TABLE share."{table}" AS SELECT {columns} FROM wh."{table}" WHERE {kept}'  # noqa: S608 as above
    values = {"la_codes": list(part.la_codes), "positions": part.positions}
    connection.execute(sql, {key: value for key, value in values.items() if f"${key}" in sql})


def _tables(connection: duckdb.DuckDBPyConnection) -> list[str]:
    asked = "SELECT table_name FROM duckdb_tables() WHERE database_name = 'wh' ORDER BY table_name"
    return [str(name) for (name,) in connection.execute(asked).fetchall()]


def part_name(part: Part) -> str:
    """Name a part in a file's name, and the way in which it is written: another way writes it anew."""
    told = f"{sorted(set(part.la_codes))}{part.positions}{sorted(tables_kept().items())}{_KEPT}{_COLUMNS}"
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def _sweep(home: DataHome, build_id: str) -> None:
    """Remove copies of other builds, and what killed jobs left."""
    files.sweep(home.scoped)
    for old in home.scoped.glob("*.duckdb"):
        if not old.name.startswith(f"{build_id}-"):
            old.unlink(missing_ok=True)


_NO_COPY: Final = UserError(
    "Exact figures cannot be shown",
    "The database of your own LA could not be made: the data have just changed, or the disk is full.",
    "Load the page again. If it stays so, tell whoever looks after this service.",
)
