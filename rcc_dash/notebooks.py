"""How does an analyst go on in a notebook, or in R, with the same protected tables as the app?

Only what everybody may see is here: published tables, and children as protected cells. No row of a child can
be had this way, whoever asks: a copy without any is what is read (`store.typed`).
"""

import os
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Final, Self
from warnings import warn

import pandas as pd

from rcc_dash.domain.disclosure import Rule
from rcc_dash.errors import UserError
from rcc_dash.export.citation import PROTECTED, SYNTHETIC
from rcc_dash.export.parquet import frame_parquet
from rcc_dash.intake.secret_keys import pepper
from rcc_dash.queries.calendar import calendar
from rcc_dash.queries.explore_table import shown_tables
from rcc_dash.queries.reader import Reader
from rcc_dash.settings import DataHome
from rcc_dash.store.audit import Viewer
from rcc_dash.store.pack import Pack
from rcc_dash.store.typed.contents import TypedTable, typed_tables
from rcc_dash.store.typed.limits import Limits
from rcc_dash.store.typed.run import Question, run_typed
from rcc_dash.store.typed.share import Scope
from rcc_dash.store.typed.whole import whole_table
from rcc_dash.store.warehouse import Warehouse

ROOMY: Final = Limits(seconds=60.0, rows=100_000, answer_bytes=50_000_000, memory_mb=1024, address_mb=3000)
"""A notebook may ask for more than a screen shows; whole tables come by `table`."""

_NOTHING: Final = UserError(
    "There is nothing to open",
    "Nothing is loaded in this data folder, and it has no synthetic region.",
    "Run: python -m rcc_dash demo, or load files.",
)


def open_warehouse(folder: Path | str | None = None) -> "OpenWarehouse":
    """Open the protected tables of a data folder; of RCC_DATA_DIR or the project's own where none is named.

    Where nothing is loaded it is the release that serves, or the synthetic region. Raises UserError where
    there is none of them.
    """
    own = DataHome.chosen(os.environ) if folder is None else DataHome(Path(folder))
    for home in (own, own.demo):
        opened = Warehouse.open_current(home) or Pack.open_serving(home)
        if opened:
            return OpenWarehouse(home, opened)
    raise _NOTHING


class OpenWarehouse:
    """The protected tables of one build or release, for reading; close it, or use it in a `with`."""

    def __init__(self, home: DataHome, warehouse: Warehouse) -> None:
        """Hold an open build and what everybody may see of it."""
        is_release = warehouse.release is not None  # which needs no key: its numbers are protected already
        reader = Reader(warehouse, Rule("" if is_release else pepper(home)))
        self._home, self._warehouse = home, warehouse
        shown = shown_tables(reader, calendar(reader))
        self._scope = Scope(warehouse.build_id, shown=shown, is_release=is_release)
        self._tables = {table.name: table for table in typed_tables(exact=False)}

    def __enter__(self) -> Self:
        """Use it for a while."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._warehouse.close()

    @property
    def about(self) -> dict[str, str]:
        """Say which build this is, whether it is synthetic, and how its numbers were treated."""
        kind = SYNTHETIC if self._warehouse.is_demo else "Loaded data"
        return {"Build": self._warehouse.build_id, "Note": kind, "Protection": PROTECTED}

    def tables(self) -> pd.DataFrame:
        """List the tables: name, the question that each answers, and what a row is."""
        told = [(one.name, one.question, one.grain) for one in self._tables.values()]
        return pd.DataFrame(told, columns=["table", "answers", "one_row_is"])

    def columns(self, table: str) -> pd.DataFrame:
        """List a table's columns: name, type, and meaning with unit and what a null means."""
        return pd.DataFrame(self._known(table).columns, columns=["column", "type", "meaning"])

    def table(self, table: str) -> pd.DataFrame:
        """Give a whole table, dates as dates. Raises UserError for a name that is none."""
        return whole_table(self._home, self._scope, self._known(table).name)

    def ask(self, sql: str) -> pd.DataFrame:
        """Answer one SELECT over these tables, in a process of its own; warns where the answer is cut off.

        Raises UserError, in plain words, for what is no SELECT, has a mistake or takes too long.
        """
        question = Question(sql, self._scope, Viewer(), datetime.now(UTC))
        answer = run_typed(self._home, question, ROOMY)
        if answer.cut:
            warn(answer.cut, stacklevel=2)
        return answer.frame

    def save(self, folder: Path | str) -> tuple[Path, ...]:
        """Write every table into a folder as Parquet, for R and others; meanings stand in the metadata."""
        into = Path(folder)
        into.mkdir(parents=True, exist_ok=True)
        return tuple(self._save(one, into) for one in self._tables.values())

    def _save(self, table: TypedTable, into: Path) -> Path:
        meanings: Mapping[str, str] = {name: meaning for name, _, meaning in table.columns}
        told = {**self.about, "Answers": table.question, "One row is": table.grain}
        path = into / f"{table.name}.parquet"
        path.write_bytes(frame_parquet(self.table(table.name), meanings, told))
        return path

    def _known(self, table: str) -> TypedTable:
        if table not in self._tables:
            raise _unknown(table, self._tables)
        return self._tables[table]


def _unknown(table: str, known: Iterable[str]) -> UserError:
    return UserError("There is no such table", f"“{table}” is none of them.", f"Choose: {', '.join(known)}.")
