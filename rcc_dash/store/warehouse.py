"""What do we know? One verified build, open for reading; every question of the app is asked here."""

import logging
from collections.abc import Mapping
from time import perf_counter
from typing import Final, Self

import duckdb
import pandas as pd

from rcc_dash.errors import UserError, kind_and_place
from rcc_dash.settings import DataHome
from rcc_dash.store import pointer
from rcc_dash.store.bound import plain
from rcc_dash.store.connect import CATALOGUE, open_locked
from rcc_dash.store.frames import frame
from rcc_dash.store.releases import Release
from rcc_dash.store.statements import Statement, statement

_LOG: Final = logging.getLogger(__name__)
_TOO_WIDE: Final = "HUGEINT"
"""Sums of whole numbers: pandas would round them to a float, and a key must stay exact."""
_ALL_DAMAGED: Final = UserError(
    "The data cannot be read",
    "Every kept build is damaged, so nothing can be shown; the files that were loaded are kept apart.",
    "Build again from them: python -m rcc_dash build",
)


def current_build_id(home: DataHome) -> str | None:
    """Name the build that the pointer names, for the keys of caches; None when nothing is built."""
    return next((build.build_id for build in pointer.kept(home)), None)


class Warehouse:
    """One build, open and locked. Safe to share between threads: each question has its own cursor."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, warning: str | None) -> None:
        """Take an open, locked connection; raises duckdb.Error where the build is not complete."""
        self._connection = connection
        meta = self.ask("meta", {})
        if len(meta) != 1 or not meta["complete"][0]:
            message = "the build was not finished"
            raise duckdb.InvalidInputException(message)
        self.build_id: Final = str(meta["build_id"][0])
        self.is_demo: Final = bool(meta["is_demo"][0])
        self.warning: Final = warning

    @property
    def release(self) -> Release | None:
        """Give the release that this is; None for a build, which has rows of children."""
        return None

    @classmethod
    def open_current(cls, home: DataHome) -> Self | None:
        """Open the build that serves; None when nothing is built.

        Where that build is damaged the good one before it serves, and `.warning` says so.
        Raises UserError when builds are named and none of them is sound.
        """
        builds = pointer.kept(home)
        for build in builds:
            fell_back = None if build == builds[0] else _fell_back(builds[0], build)
            opened = cls._opened(home, build, fell_back)
            if opened:
                return opened
        if builds:
            raise _ALL_DAMAGED
        return None

    @classmethod
    def _opened(cls, home: DataHome, build: pointer.Build, warning: str | None) -> Self | None:
        if not pointer.is_whole(home, build):
            _LOG.error("build %s is missing or its bytes have changed", build.build_id)
            return None
        try:
            return cls(open_locked(pointer.warehouse_file(home, build.build_id)), warning)
        except duckdb.Error as error:
            _LOG.error("build %s cannot be opened: %s", build.build_id, kind_and_place(error))
            return None

    def ask(self, name: str, params: Mapping[str, object]) -> pd.DataFrame:
        """Answer the question in `store/sql/<name>.sql`, with these values bound.

        Values that the question does not use are left out. Raises KeyError for one that it
        needs and was not given, TypeError for a column that pandas could not hold exactly.
        """
        asked = statement(name)
        values = {key: plain(params[key]) for key in asked.bound}
        started = perf_counter()
        with self._connection.cursor() as cursor:
            cursor.execute(f"USE {CATALOGUE}")
            rows = cursor.sql(asked.sql, params=values)
            _refuse_inexact(asked, rows)
            answer = frame(rows)
        _LOG.debug("%s: %d rows in %.1f ms", name, len(answer), (perf_counter() - started) * 1000)
        return answer

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


def _fell_back(wanted: pointer.Build, found: pointer.Build) -> str:
    return (
        f"The latest data (build {wanted.build_id}) is damaged. "
        f"You see the data of the build before it ({found.build_id}). Build again to mend it."
    )


def _refuse_inexact(asked: Statement, rows: duckdb.DuckDBPyRelation) -> None:
    kinds = zip(rows.columns, rows.types, strict=True)
    wide = [name for name, kind in kinds if str(kind) == _TOO_WIDE]
    if wide:
        message = f"{asked.name}: cast {', '.join(wide)} to BIGINT, DOUBLE or VARCHAR"
        raise TypeError(message)
