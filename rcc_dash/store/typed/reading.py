"""How is an answer read off the database: no more of it than may be shown, and where it was cut?"""

import json
from collections.abc import Iterator
from datetime import date, datetime, time
from decimal import Decimal
from typing import Final

import duckdb

from rcc_dash.store.typed.limits import Limits

_BATCH: Final = 256
_ZONED: Final = "WITH TIME ZONE"
"""Python needs one more package to read such times; no table here has any."""

Answer = dict[str, object]


def read(connection: duckdb.DuckDBPyConnection, sql: str, limits: Limits) -> Answer:
    """Run a statement that may be run, and give its columns, rows and how it was cut (blank if it was not).

    Raises duckdb.Error for what the database finds wrong with it, MemoryError where a value is too big.
    """
    connection.execute("BEGIN TRANSACTION READ ONLY")
    try:
        connection.execute(sql)
        columns = [(str(told[0]), str(told[1])) for told in connection.description or ()]
        why = _unfit(columns, limits)
        if why:
            return {"refused": why}
        rows, cut = _capped(_rows(connection), limits)
    finally:
        connection.execute("ROLLBACK")
    return {"columns": columns, "rows": rows, "cut": cut}


def _unfit(columns: list[tuple[str, str]], limits: Limits) -> str:
    if len(columns) > limits.columns:
        return f"It has {len(columns):,} columns. The most is {limits.columns:,}."
    zoned = next((name for name, kind in columns if _ZONED in kind), None)
    return "" if zoned is None else f"{zoned} is a time with a time zone. Write ({zoned})::TIMESTAMP."


def _rows(connection: duckdb.DuckDBPyConnection) -> Iterator[tuple[object, ...]]:
    while batch := connection.fetchmany(_BATCH):
        yield from batch


def _capped(rows: Iterator[tuple[object, ...]], limits: Limits) -> tuple[list[list[object]], str]:
    kept: list[list[object]] = []
    taken = 0
    for row in rows:
        plain = [_plain(value) for value in row]
        taken += len(json.dumps(plain))
        if taken > limits.answer_bytes:
            return kept, "bytes"
        if len(kept) == limits.rows:
            return kept, "rows"
        kept.append(plain)
    return kept, ""


def _plain(value: object) -> object:
    """Give a value as JSON can hold it; days as they are written, whatever else as text."""
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    if isinstance(value, list | dict | tuple):
        return json.dumps(value, default=str, ensure_ascii=False)
    return str(value)
