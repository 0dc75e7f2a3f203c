"""How is a table written as Parquet, so that a program has numbers, marks and the citation?"""

import json
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from rcc_dash.export.citation import Citation, header_lines
from rcc_dash.export.columns import Written


def parquet(columns: Sequence[Written], citation: Citation) -> bytes:
    """Write text columns as text; a column of numbers as numbers, and beside it its marks.

    A number is null where its `NAME_mark` says why ("[c]"); there is no column of marks where none occurs.
    The file's metadata hold the citation, line by line and as JSON; each column's, its heading and unit.
    """
    fields = [pair for column in columns for pair in _fields(column)]
    told = dict(header_lines(citation))
    metadata = {**told, "citation": json.dumps(told, ensure_ascii=False)}
    schema = pa.schema([field for field, _ in fields], metadata=metadata)
    out = BytesIO()
    pq.write_table(pa.Table.from_arrays([values for _, values in fields], schema=schema), out)
    return out.getvalue()


def _fields(column: Written) -> Iterator[tuple[pa.Field, pa.Array]]:
    about = {"heading": column.heading, "unit": column.unit}
    if column.numbers is None:
        yield pa.field(column.name, pa.string(), metadata=about), pa.array(column.cells, pa.string())
        return
    kind = pa.float64() if column.decimals else pa.int64()
    numbers = [None if n is None else n if column.decimals else int(n) for n in column.numbers]
    yield pa.field(column.name, kind, metadata=about), pa.array(numbers, kind)
    marks = [
        cell if number is None else None for cell, number in zip(column.cells, column.numbers, strict=True)
    ]
    if any(mark is not None for mark in marks):
        said = {"heading": f"{column.heading}: why there is no number"}
        yield pa.field(f"{column.name}_mark", pa.string(), metadata=said), pa.array(marks, pa.string())


def frame_parquet(frame: pd.DataFrame, meanings: Mapping[str, str], told: Mapping[str, str]) -> bytes:
    """Write a table as it is in the warehouse; `meanings` are by column, `told` is of the whole table."""
    table = pa.Table.from_pandas(frame, preserve_index=False)
    fields = [one.with_metadata({"meaning": meanings.get(one.name, "")}) for one in table.schema]
    out = BytesIO()
    pq.write_table(table.cast(pa.schema(fields, metadata=dict(told))), out)
    return out.getvalue()
