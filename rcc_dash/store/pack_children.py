"""Which children is a release made of? Those loaded now; of LAs where too few changed, those of before.

All of it stays on the machine that publishes: the children of the newest release lie in `release_state`,
readable by their owner only, and are never part of a release.
"""

import shutil
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final, cast

import duckdb
import pandas as pd
import pyarrow as pa

from rcc_dash.domain.churn import CARRIED, Children, Standing, standings
from rcc_dash.errors import UserError
from rcc_dash.settings import DataHome
from rcc_dash.store import child_cells, files, pointer, releases
from rcc_dash.store.connect import CATALOGUE, open_copying, open_locked
from rcc_dash.store.statements import statement

_OWNER_ONLY: Final = 0o600
_FOLDER_OWNER_ONLY: Final = 0o700
_STEPS: Final = "pack_children"


@dataclass(frozen=True, slots=True)
class Stood:
    """The children of the newest release: by LA and date, and of which date they are."""

    path: Path | None
    children: Children
    children_of: Mapping[tuple[str, date], date]


def stood(home: DataHome) -> Stood:
    """Give the children that the newest release was made of; nobody where there is no release yet.

    Raises UserError where there is one and they are not on this machine.
    """
    found = releases.listed(home).releases
    if not found:
        return Stood(None, {}, {})
    path = state_file(home, found[0].name)
    if not path.is_file():
        raise _NO_STATE
    rows = _asked(path, "stood")
    of = {
        (str(la), day): origin
        for la, day, origin in zip(
            rows["la_code"], rows["as_of"].dt.date, rows["children_of"].dt.date, strict=True
        )
    }
    return Stood(path, _parted(_asked(path, "placed_before")), of)


def who_stands(
    home: DataHome, build_id: str, before: Stood, may_change: Collection[str] | None
) -> tuple[Standing, ...]:
    """Say of every LA and date whether the children of a build stand for it, or those of before."""
    now = _parted(_asked(pointer.warehouse_file(home, build_id), "placed"))
    return standings(now, before.children, may_change)


def compose(home: DataHome, build_id: str, before: Stood, found: tuple[Standing, ...]) -> Path:
    """Write a copy of a build with the children that stand, for its owner's eyes; whoever asks removes it."""
    _private(home.release_state)
    made = files.unfinished(home.release_state / "composed.duckdb")
    shutil.copyfile(pointer.warehouse_file(home, build_id), made)
    made.chmod(_OWNER_ONLY)
    connection = open_copying(before.path or pointer.warehouse_file(home, build_id), made)
    try:
        connection.register("standing", frame(found))
        connection.execute(_sql("10_own"))
        columns = [row[0] for row in connection.execute(_sql("22_columns")).fetchall()]
        for one in sorted((one for one in found if one.state == CARRIED), key=lambda one: one.as_of):
            _carry(connection, one, columns, is_of_before=(one.la_code, one.as_of) in before.children)
        connection.execute("CHECKPOINT share")
        connection.execute("DETACH share")
    finally:
        connection.close()
        shutil.rmtree(f"{made}.spill", ignore_errors=True)
    child_cells.remake(made)
    return made


def told(found: tuple[Standing, ...], before: Stood) -> tuple[Standing, ...]:
    """Give what stands with the dates whose children they truly are, however often they were carried."""
    of: dict[tuple[str, date], date] = {}
    for one in sorted(found, key=lambda one: one.as_of):
        key = (one.la_code, one.as_of)
        is_of_before = one.state == CARRIED and key in before.children_of
        of[key] = (
            before.children_of[key] if is_of_before else of.get((one.la_code, one.children_of), one.as_of)
        )
    return tuple(replace(one, children_of=of[one.la_code, one.as_of]) for one in found)


def keep_state(home: DataHome, name: str, composed: Path, found: tuple[Standing, ...]) -> None:
    """Keep the children that a release is made of, before it is let serve."""
    made = files.unfinished(state_file(home, name))
    connection = open_copying(composed, made)
    try:
        connection.register("standing", frame(found))
        for step in ("30_released", "31_stood"):
            connection.execute(_sql(step))
        connection.execute("CHECKPOINT share")
        connection.execute("DETACH share")
    finally:
        connection.close()
        shutil.rmtree(f"{made}.spill", ignore_errors=True)
    made.chmod(_OWNER_ONLY)
    files.put(made, state_file(home, name))


def forget_older(home: DataHome, name: str) -> None:
    """Remove the children of releases before this one, and what killed jobs left."""
    files.sweep(home.release_state)
    for old in set(home.release_state.glob("children-*.duckdb")) - {state_file(home, name)}:
        old.unlink(missing_ok=True)


def state_file(home: DataHome, name: str) -> Path:
    """Name the file with the children of a release."""
    return home.release_state / f"children-{name}.duckdb"


def frame(found: tuple[Standing, ...]) -> pd.DataFrame:
    """Give what stands as a table: la_code, as_of, children_of, state."""
    rows = [(one.la_code, one.as_of, one.children_of, one.state) for one in found]
    made = pd.DataFrame(rows, columns=["la_code", "as_of", "children_of", "state"])
    return made.assign(**{name: pd.to_datetime(made[name]) for name in ("as_of", "children_of")})


def _carry(
    connection: duckdb.DuckDBPyConnection, one: Standing, columns: list[str], *, is_of_before: bool
) -> None:
    """Let children of before stand; columns that the program has had since are null, older ones go."""
    step = "20_of_before" if is_of_before else "21_of_earlier"
    asked = {"la_code": one.la_code, "as_of": one.as_of if is_of_before else one.children_of}
    rows: pa.Table = connection.sql(_sql(step), params=asked).to_arrow_table()
    connection.register("carried", rows.select([name for name in rows.column_names if name in columns]))
    connection.execute(_sql("23_carried"), {"as_of": one.as_of})
    connection.unregister("carried")


def _asked(path: Path, name: str) -> pd.DataFrame:
    connection = open_locked(path)
    try:
        connection.execute(f"USE {CATALOGUE}")
        return connection.execute(_sql(name)).df()
    finally:
        connection.close()


def _parted(rows: pd.DataFrame) -> dict[tuple[str, date], pd.DataFrame]:
    parts = rows.assign(day=rows["as_of"].dt.date).groupby(["la_code", "day"])
    return {cast("tuple[str, date]", key): part for key, part in parts}


def _sql(name: str) -> str:
    return statement(f"{_STEPS}/{name}").sql


def _private(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    folder.chmod(_FOLDER_OWNER_ONLY)


_NO_STATE: Final = UserError(
    "The children of the last release are not on this machine",
    "Without them nobody can tell how many children changed since: a new release could single them out.",
    "Publish on the machine that made the last release, or bring its folder release_state back.",
)
