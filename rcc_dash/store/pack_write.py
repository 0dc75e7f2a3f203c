"""How is a release written? From what was noted, and from published tables; nothing else can get in."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

import duckdb
import pandas as pd

from rcc_dash.domain.churn import Standing
from rcc_dash.errors import UserError
from rcc_dash.settings import PROTECT_BASE, PROTECT_MIN_AREAS, PROTECT_MIN_CHILDREN
from rcc_dash.store.connect import open_copying
from rcc_dash.store.noting import SLICES, Notes
from rcc_dash.store.statements import names, statement

_DATES: Final = ("as_of", "children_of")
_ROUNDED: Final = ("rounded_sources", "rounded_findings")
"""Questions about rows of files that a release answers as a shared server does."""
_AS_IN_A_SHARE: Final = (
    "typed_open/area", "typed_open/home_change", "typed_open/home_inspection", "typed_open/home_total",
    "typed_open/la_inspection", "typed_open/published_definition", SLICES,
)  # fmt: skip
"""Tables that typed SQL reads, which a release has as everybody's copy of a build has them."""


@dataclass(frozen=True, slots=True, eq=False)
class Contents:
    """What goes into a release: its name and time, which children stand, and what was noted."""

    name: str
    made_on: datetime
    is_demo: bool
    standings: tuple[Standing, ...]
    notes: Notes

    def frames(self) -> dict[str, pd.DataFrame]:
        """Give its own tables as frames, by the names that the SQL reads them by."""
        rows = [(one.la_code, one.as_of, one.children_of, one.state) for one in self.standings]
        standing = pd.DataFrame(rows, columns=["la_code", "as_of", "children_of", "state"])
        told = {
            "noted_standing": standing,
            "noted_asked": self.notes.asked(),
            "noted_cell": self.notes.cell(),
            "noted_figure": self.notes.figure(),
            "noted_bed": self.notes.bed(),
            "shown_rows": self.notes.slice_cells(),
        }
        return {name: _dated(frame) for name, frame in told.items()}

    def values(self) -> dict[str, object]:
        """Give what its SQL binds: what it is called, and how rows of files are rounded."""
        return {
            "build_id": self.name,
            "made_on": self.made_on.replace(tzinfo=None),
            "is_demo": self.is_demo,
            "least": PROTECT_MIN_CHILDREN,
            "nearest": PROTECT_BASE,
            "areas": PROTECT_MIN_AREAS,
        }


@contextmanager
def needing_room() -> Iterator[None]:
    """Say in words where the disk does not take what is written."""
    try:
        yield
    except (duckdb.IOException, OSError) as error:
        raise _NO_ROOM from error


def write_pack(source: Path, made: Path, contents: Contents) -> str:
    """Write a release to `made`, where nothing lies yet, and give what its contents hash to.

    `source` is the build whose published tables go along. Raises duckdb.Error where it cannot be written.
    """
    connection = open_copying(source, made)
    try:
        for name, frame in contents.frames().items():
            connection.register(name, frame)
        values = contents.values()
        for step in map(statement, _ROUNDED):
            rows = connection.sql(step.sql, params={key: values[key] for key in step.bound})
            connection.register(step.name, rows.to_arrow_table())
        for step in map(statement, (*_AS_IN_A_SHARE, *names("pack_make"))):
            connection.execute(step.sql, {key: values[key] for key in step.bound})
        hashed = _hash(connection)
        connection.execute("CHECKPOINT share")
        connection.execute("DETACH share")
    finally:
        connection.close()
        shutil.rmtree(f"{made}.spill", ignore_errors=True)
    return hashed


def _hash(connection: duckdb.DuckDBPyConnection) -> str:
    found = connection.execute(statement("pack_gate/contents").sql).fetchone()
    return str(found[0]) if found else ""


def _dated(frame: pd.DataFrame) -> pd.DataFrame:
    return frame.assign(**{name: pd.to_datetime(frame[name]) for name in _DATES if name in frame})


_NO_ROOM: Final = UserError(
    "The release could not be written",
    "The disk, or the folder of releases, did not take it.",
    "Make room or allow writing there, then publish again. The last release goes on serving.",
)
