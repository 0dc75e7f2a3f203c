"""The synthetic region grown to so many episodes: the same lives again, with new keys, in earlier years too.

Children do not touch each other in a build, so copies of what was built are what would be built of copies of
what was staged. One copy in four is moved back by five, ten or fifteen years, so that twenty 31 Marches share
the episodes: three million of them are 28 LAs with some 150,000 children a day, twice all of England.
"""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import duckdb

from rcc_dash.domain.progress import Progress
from rcc_dash.settings import DataHome
from rcc_dash.store import child_cells, pointer
from rcc_dash.store.shape import program_shape

_SHIFTS: Final = 4
_YEARS: Final = 5
"""The demonstration's own years."""
_OF_CHILDREN: Final = (
    "as_at", "episode", "child", "uasc", "missing", "oc2", "dolo", "census", "reconciliation",
    "placement_cost", "referral", "finding",
)  # fmt: skip
_OF_THOSE: Final = "child_cell"
"""What a build makes of the children alone: made anew, since a year back may be a day more."""
_KEYS: Final = {
    "record_key": "hash(record_key, {copy})",
    "child_key": "md5(child_key || '{copy}')",
}
_ALL: Final = 1_000_000


@contextmanager
def grown(demo: DataHome, episodes: int, progress: Progress) -> Iterator[Path]:
    """Give a data home whose demonstration has about so many episodes; it is gone afterwards."""
    with TemporaryDirectory() as folder:
        home = DataHome(Path(folder))
        shutil.copytree(demo.keys, home.demo.keys)
        home.demo.builds.mkdir()
        (now,) = pointer.kept(demo)[:1]
        _grow(pointer.warehouse_file(demo, now.build_id), pointer.warehouse_file(home.demo, now.build_id),
              episodes, progress)  # fmt: skip
        pointer.move(home.demo, now.build_id, program_shape())
        yield home.root


def _grow(source: Path, made: Path, episodes: int, progress: Progress) -> None:
    connection = duckdb.connect(":memory:", config={"memory_limit": "4GB", "temp_directory": f"{made}.spill"})
    connection.execute(f"ATTACH '{source}' AS src (READ_ONLY)")
    connection.execute(f"ATTACH '{made}' AS wh")
    listed = "SELECT table_name FROM duckdb_tables() WHERE database_name = 'src' ORDER BY 1"
    names = [str(row[0]) for row in connection.execute(listed).fetchall() if row[0] != _OF_THOSE]
    rows = _one(connection, "SELECT count(*) FROM src.episode")
    for done, name in enumerate(names):
        progress(done / len(names), f"Growing {name} to {episodes:,} episodes")
        connection.execute(f"CREATE TABLE wh.{name} AS {_copies(connection, name, episodes / rows)}")
    connection.execute("DELETE FROM wh.as_of_date WHERE has_children")
    connection.execute(
        "INSERT INTO wh.as_of_date SELECT a.as_of, TRUE, coalesce(bool_or(b.has_homes), FALSE)"
        " FROM (SELECT DISTINCT as_of FROM wh.as_at) AS a LEFT JOIN src.as_of_date AS b USING (as_of)"
        " GROUP BY a.as_of ORDER BY a.as_of"
    )
    connection.execute("CHECKPOINT wh")
    connection.close()
    child_cells.remake(made)
    progress(1.0, "Grown")


def _copies(connection: duckdb.DuckDBPyConnection, name: str, times: float) -> str:
    """Give the SQL of so many copies of a table; of less than whole ones where few are asked for."""
    if name not in _OF_CHILDREN:
        return f"SELECT * FROM src.{name}"  # noqa: S608 names of our own tables, here and below
    kinds = {str(row[0]): str(row[1]) for row in connection.execute(f"DESCRIBE src.{name}").fetchall()}
    copies = max(_SHIFTS, round(times))
    parts = [_copy(name, kinds, copy, min(times / copies, 1.0)) for copy in range(copies)]
    order = "ORDER BY as_of, la_code, record_key" if name == "as_at" else ""
    return f"SELECT * FROM ({' UNION ALL '.join(parts)}) {order}"  # noqa: S608 as above


def _copy(name: str, kinds: dict[str, str], copy: int, share: float) -> str:
    back = copy % _SHIFTS * _YEARS
    changed = {column: sql.format(copy=copy) for column, sql in _KEYS.items() if column in kinds and copy}
    if back:
        days = [column for column, kind in kinds.items() if kind == "DATE"]
        changed |= {column: f"{column} - to_years({back})" for column in days}
        changed |= {"year": f'"year" - {back}'} if "year" in kinds else {}
    moved = ", ".join(f'({sql})::{kinds[column]} AS "{column}"' for column, sql in changed.items())
    child = "record_key" if "record_key" in kinds else "child_key"
    part = f"WHERE hash({child}, 7) % {_ALL} < {share * _ALL:.0f}" if share < 1 else ""
    return f"SELECT * {f'REPLACE ({moved})' if moved else ''} FROM src.{name} {part}"  # noqa: S608 as above


def _one(connection: duckdb.DuckDBPyConnection, question: str) -> int:
    found = connection.execute(question).fetchone()
    return int(found[0]) if found else 0
