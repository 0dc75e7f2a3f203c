"""How do the checked tables' columns lie in parquet and in the warehouse?"""

import hashlib
from collections.abc import Iterable, Sequence
from typing import Final

import pandas as pd
import pyarrow as pa

from rcc_dash.domain.columns import Column, Kind, Table

_ARROW: Final = {
    Kind.TEXT: pa.string(),
    Kind.WHOLE: pa.int32(),
    Kind.KEY: pa.uint64(),
    Kind.NUMBER: pa.float64(),
    Kind.DATE: pa.date32(),
    Kind.YES_NO: pa.bool_(),
}


def schema(table: Table) -> pa.Schema:
    """Give a table's columns as parquet holds them."""
    return pa.schema([pa.field(column.name, _ARROW[column.kind]) for column in table.columns])


def arrow(table: Table, frames: Sequence[pd.DataFrame]) -> pa.Table:
    """Put checked frames one below the other, in exactly the table's columns and types.

    Raises ValueError where a required cell is blank: such a row should not have been kept.
    """
    return pa.concat_tables([schema(table).empty_table(), *(_one(table, frame) for frame in frames)])


def definition(table: Table) -> str:
    """Give the column list of a CREATE TABLE statement, in the table's own order."""
    return ", ".join(f'"{column.name}" {column.kind.value}' for column in table.columns)


def fingerprint(tables: Iterable[Table]) -> str:
    """Give eight characters that change when a table's columns do."""
    said = ";".join(f"{table.name}({definition(table)})" for table in tables)
    return hashlib.sha256(said.encode()).hexdigest()[:8]


def _one(table: Table, frame: pd.DataFrame) -> pa.Table:
    arrays = [_array(table, column, frame[column.name]) for column in table.columns]
    return pa.Table.from_arrays(arrays, schema=schema(table))


def _array(table: Table, column: Column, cells: pd.Series) -> pa.Array:
    if column.required and cells.isna().any():
        message = f"{table.name}.{column.name}: blank in a row that was kept"
        raise ValueError(message)
    if column.kind is Kind.DATE:
        cells = pd.to_datetime(cells)
    if column.kind is Kind.WHOLE:
        cells = cells.astype("Int64")
    if column.kind is Kind.KEY:  # 64 bits must never pass through a float
        cells = cells.astype("UInt64")
    return pa.Array.from_pandas(cells, type=_ARROW[column.kind])
