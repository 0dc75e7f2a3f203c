"""How does an answer of DuckDB become a frame, quickly and with every value as it is?"""

from typing import Final

import duckdb
import pandas as pd
import pyarrow as pa

_WITH_NULLS: Final = {
    pa.bool_(): pd.BooleanDtype(),
    pa.int8(): pd.Int8Dtype(), pa.int16(): pd.Int16Dtype(),
    pa.int32(): pd.Int32Dtype(), pa.int64(): pd.Int64Dtype(),
    pa.uint8(): pd.UInt8Dtype(), pa.uint16(): pd.UInt16Dtype(),
    pa.uint32(): pd.UInt32Dtype(), pa.uint64(): pd.UInt64Dtype(),
}  # fmt: skip
"""Else a null would make whole numbers floats, which do not hold a key, and yes or no an object."""

_MANY: Final = 10_000
"""Rows from which on several threads are quicker than one."""


def frame(answer: duckdb.DuckDBPyRelation) -> pd.DataFrame:
    """Give the rows of an answer; dates as moments to the microsecond, nulls as pandas has them.

    By way of Arrow, in whose form pandas holds words: DuckDB's own frames make an object of each.
    """
    rows: pa.Table = _with_moments(answer.to_arrow_table())
    gaps = [name for name in rows.column_names if _has_gaps(rows.column(name))]
    is_many = len(rows) > _MANY
    whole: pd.DataFrame = rows.drop_columns(gaps).to_pandas(use_threads=is_many)
    if not gaps:
        return whole if len(whole) else _of_nobody(whole)
    others: pd.DataFrame = rows.select(gaps).to_pandas(types_mapper=_WITH_NULLS.get, use_threads=is_many)
    return pd.concat([whole, others], axis=1)[list(map(str, rows.column_names))]


def _of_nobody(empty: pd.DataFrame) -> pd.DataFrame:
    """Make columns without a row anew: Arrow gives words in no piece at all, which pandas cannot join by."""
    return empty.astype(object).astype(empty.dtypes.to_dict())


def _has_gaps(column: pa.ChunkedArray) -> bool:
    return bool(column.null_count) and column.type in _WITH_NULLS


def _with_moments(rows: pa.Table) -> pa.Table:
    moment = pa.timestamp("us")
    kinds = [field.with_type(moment) if pa.types.is_date(field.type) else field for field in rows.schema]
    return rows.cast(pa.schema(kinds))
