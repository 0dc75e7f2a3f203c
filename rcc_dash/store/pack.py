"""What does a release tell? Protected cells and published tables, open for reading; no children."""

import logging
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Final, Self

import duckdb
import pandas as pd

from rcc_dash.domain.disclosure import HIDDEN
from rcc_dash.domain.headline import Figure
from rcc_dash.domain.released import Key, NotReleasedError
from rcc_dash.settings import DataHome
from rcc_dash.store import releases
from rcc_dash.store.connect import open_locked
from rcc_dash.store.releases import Release
from rcc_dash.store.statements import statement
from rcc_dash.store.warehouse import Warehouse

_LOG: Final = logging.getLogger(__name__)

_AS_IN_A_BUILD: Final = frozenset({
    "meta", "dates", "homes_by_area", "home_history", "explore_homes", "neighbours",
    "published_loaded", "published_values",
})  # fmt: skip
"""Questions about published tables: a release has them as a build has."""
_OWN: Final = frozenset({
    "asked", "beds", "carried", "cells", "figures", "homes_list", "returns_by_la",
    "rounded_findings", "rounded_sources", "slices", "voids_dates",
})  # fmt: skip
"""Questions that a release answers in its own way (`store/sql/pack`)."""
_OF_NOBODY: Final = frozenset({"distance_children", "distance_needs", "rare_needs", "sectors", "passed_over"})
"""Questions for rows of children, what is read beside them, and sheets of files: here they have no rows."""


class Pack(Warehouse):
    """One release, open and locked. Whatever it does not hold is `NotReleasedError`."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, release: Release, warning: str | None) -> None:
        """Take an open, locked connection to a release; raises duckdb.Error where it is not complete."""
        super().__init__(connection, warning)
        self._release: Final = release
        self._number: Final = {_key(row): int(str(row["asked"])) for row in self._rows("asked")}
        self._figures: Final = {
            (int(str(row["asked"])), str(row["name"])): Figure(float(str(row["value"])), str(row["mark"]))
            for row in self._rows("figures")
        }

    @property
    def release(self) -> Release:
        """Give the release that this is."""
        return self._release

    @classmethod
    def open_serving(cls, home: DataHome) -> Self | None:
        """Open the release that serves; None where there is none.

        Where that is damaged the newest sound one serves, and `.warning` says so. Raises duckdb.Error
        where none is sound.
        """
        found = releases.listed(home)
        for one in sorted(found.releases, key=lambda one: one.name != found.serves):
            if releases.is_whole(home, one):
                opened = open_locked(releases.release_file(home, one.name))
                return cls(opened, one, None if one.name == found.serves else _fell_back(found.serves, one))
            _LOG.error("release %s is missing or its bytes have changed", one.name)
        if found.releases:
            message = "every release kept is damaged"
            raise duckdb.IOException(message)
        return None

    def ask(self, name: str, params: Mapping[str, object]) -> pd.DataFrame:
        """Answer a question about published tables. Raises NotReleasedError for any other."""
        if name in _AS_IN_A_BUILD:
            return super().ask(name, params)
        if name in _OWN:
            return super().ask(f"pack/{name}", params)
        if name in _OF_NOBODY:
            return self._nobody(name)
        raise NotReleasedError

    def cells(self, key: Key) -> pd.DataFrame:
        """Give the protected cells of a question: la_code, its attributes, its `by`, and children.

        Raises NotReleasedError where the release was not asked it.
        """
        return _answered(self, key).copy()

    def figure(self, key: Key, name: str) -> Figure:
        """Give a figure that is no count; with a mark of its own where the release does not hold it."""
        number = self._number.get(key)
        if number is None:
            raise NotReleasedError
        return replace(self._figures.get((number, name), Figure(None, HIDDEN)), as_of=key.as_of)

    def numbers(self, key: Key) -> dict[str, float]:
        """Give all numbers of a question, by name. Raises NotReleasedError for one that was not asked."""
        asked = self._number.get(key)
        if asked is None:
            raise NotReleasedError
        found = ((name, one.value) for (number, name), one in self._figures.items() if number == asked)
        return {name: value for name, value in found if value is not None}

    def beds(self, key: Key) -> pd.DataFrame:
        """Give homes and their places by cell: la_code, sector, group, and `domain.released.BEDS`.

        Raises NotReleasedError where the release was not asked it.
        """
        if key not in self._number:
            raise NotReleasedError
        return self.ask("beds", {"asked": self._number[key]})

    def slices(self, keys: Iterable[Key], sets: Iterable[str], areas: Iterable[str]) -> pd.DataFrame:
        """Give the cells of these sets of attributes and areas, as typed SQL has them: null where hidden.

        A cell without a row is hidden. Raises NotReleasedError where any of the keys is not held.
        """
        asked = tuple(keys)
        if not self._number.keys() >= set(asked):
            raise NotReleasedError
        dates = sorted({key.as_of.isoformat() for key in asked})
        return self.ask("slices", {"dates": dates, "sets": sorted(sets), "areas": sorted(areas)})

    def every_slice(self) -> pd.DataFrame:
        """Give every cell of slices that the release holds."""
        return self.ask("slices", {"dates": [], "sets": [], "areas": []})

    def answer(self, key: Key) -> pd.DataFrame:
        """Read what `cells` gives."""
        if key not in self._number:
            raise NotReleasedError
        rows = self.ask("cells", {"asked": self._number[key]})
        kept = {"la_code": "la_code", **{code: code for code in key.attributes}, **key.columns()}
        return rows[[*kept.values(), "children"]].set_axis([*kept, "children"], axis=1)

    def _rows(self, name: str) -> list[dict[str, object]]:
        return [
            {str(key): value for key, value in row.items()} for row in self.ask(name, {}).to_dict("records")
        ]

    def _nobody(self, name: str) -> pd.DataFrame:
        columns = ", ".join(f'NULL::{kind} AS "{column}"' for column, kind in statement(name).columns)
        with self._connection.cursor() as cursor:
            return cursor.execute(f"SELECT {columns} WHERE false").df()


@lru_cache(maxsize=2048)
def _answered(pack: Pack, key: Key) -> pd.DataFrame:
    """A release never changes, and many filters ask the same."""
    return pack.answer(key)


def _key(row: Mapping[str, object]) -> Key:
    told = {name: str(row[name]) for name in ("question", "option", "scope")}
    attributes, by = (tuple(filter(None, str(row[name]).split(","))) for name in ("attributes", "parts"))
    return Key(**told, as_of=_day(row["as_of"]), attributes=attributes, by=by)


def _day(stamp: object) -> date:
    return pd.Timestamp(str(stamp)).date()


def _fell_back(wanted: str, found: Release) -> str:
    return (
        f"The release {wanted} is damaged. You see the release {found.name} instead."
        " Copy the folder of releases again from where they are published."
    )
