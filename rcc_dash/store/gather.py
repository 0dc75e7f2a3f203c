"""What goes into a build? Every file that counts, its checked rows side by side."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import duckdb
import pandas as pd

from rcc_dash.domain.columns import Table
from rcc_dash.domain.tables import ALL
from rcc_dash.errors import UserError
from rcc_dash.settings import DataHome
from rcc_dash.store import columns, known, manifest, staging
from rcc_dash.store.staging import Staged

_TEXT: Final = "str"
_ACCOUNT: Final = {
    "source": _TEXT, "sheet": _TEXT, "la_code": _TEXT, "period": _TEXT,
    "rows_read": "int64", "rows_loaded": "int64", "rows_mended": "int64", "rows_rejected": "int64",
    "is_regional": "bool",
}  # fmt: skip
_PROBLEM: Final = {
    "code": _TEXT, "severity": _TEXT, "sheet": _TEXT, "row": "Int64", "column": _TEXT, "what": _TEXT,
    "fix": _TEXT, "rows": "int64", "source": _TEXT, "la_code": _TEXT, "period": _TEXT,
}  # fmt: skip
_PASSED_OVER: Final = {"sheet": _TEXT, "why": _TEXT}


@dataclass(frozen=True, slots=True)
class Loaded:
    """One file that counts: how it came, and its checked tables."""

    arrival: manifest.Arrival
    staged: Staged


@dataclass(frozen=True, slots=True)
class Inputs:
    """All that goes into a build: the files that count, and what people decided about names."""

    loaded: tuple[Loaded, ...]
    decided: pd.DataFrame


def loaded_files(home: DataHome) -> tuple[Loaded, ...]:
    """Give the files that count in the order of their loads.

    Raises UserError where checked tables are missing or of an older layout.
    """
    return tuple(_loaded(home, arrival) for arrival in manifest.accepted(home))


def fill(connection: duckdb.DuckDBPyConnection, inputs: Inputs) -> None:
    """Put what goes into the build, and what a build knows by itself, where its SQL finds it."""
    loaded = inputs.loaded
    connection.register("name_decision", inputs.decided)
    known.tell(connection)
    connection.register("loaded_file", _arrivals(loaded))
    connection.register("staged_account", _rows(loaded, "accounts", _ACCOUNT))
    problems = _rows(loaded, "problems", _PROBLEM).rename(columns={"column": "column_name"})
    connection.register("staged_problem", problems)
    connection.register("staged_passed_over", _rows(loaded, "passed_over", _PASSED_OVER))
    for table in ALL.values():
        _fill_table(connection, table, loaded)


def _loaded(home: DataHome, arrival: manifest.Arrival) -> Loaded:
    staged = staging.read(home, arrival.key)
    if staged is None:
        raise UserError(
            title="Checked tables are missing",
            what=f"{arrival.file_name} was loaded, but its checked tables are missing or out of date.",
            fix="Run `python -m rcc_dash build`: it checks the kept copy of the file again.",
        )
    return Loaded(arrival, staged)


def _fill_table(connection: duckdb.DuckDBPyConnection, table: Table, loaded: Sequence[Loaded]) -> None:
    """Names come from `domain.tables`, never from a file; values are bound."""
    name = f"staged_{table.name}"
    of_file = "sha256 VARCHAR, load_order INTEGER"
    connection.execute(f"CREATE TABLE {name} ({columns.definition(table)}, {of_file})")
    paths = [one.staged.tables[table.name].as_posix() for one in loaded if table.name in one.staged.tables]
    if paths:  # all at once: a statement for each of a thousand files takes longer than reading them
        connection.execute(
            f"INSERT INTO {name} SELECT p.* EXCLUDE (filename), f.sha256, f.load_order "  # noqa: S608 -- a name of ours
            "FROM read_parquet($paths, filename = TRUE) AS p JOIN loaded_file AS f "
            "ON f.sha256 = parse_filename(parse_path(p.filename)[-2]) ORDER BY f.load_order, p.source_row",
            {"paths": paths},
        )


def _arrivals(loaded: Iterable[Loaded]) -> pd.DataFrame:
    found = [
        (one.arrival.key, order, one.arrival.file_name, one.arrival.at)
        for order, one in enumerate(loaded, start=1)
    ]
    frame = pd.DataFrame(found, columns=["sha256", "load_order", "file_name", "loaded_on"])
    return frame.astype({"sha256": _TEXT, "load_order": "int64", "file_name": _TEXT, "loaded_on": _TEXT})


def _rows(loaded: Iterable[Loaded], part: str, kinds: dict[str, str]) -> pd.DataFrame:
    """Put the files' accounts, problems or sheets passed over in one frame, with the file of each."""
    found = [{**row, "sha256": one.arrival.key} for one in loaded for row in getattr(one.staged, part)]
    frame = pd.DataFrame(found, columns=[*kinds, "sha256"])
    return frame.astype({**kinds, "sha256": _TEXT})
