"""Which of our questions are asked in pandas and polars too, and of which tables in memory?"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import duckdb
import pandas as pd
import polars as pl

from bench import (
    answers_pandas,
    answers_pandas_cells,
    answers_pandas_lists,
    answers_pandas_returned,
    answers_polars,
    answers_polars_cells,
    answers_polars_lists,
    answers_polars_returned,
    pandas_tally,
    polars_tally,
)
from rcc_dash.store.frames import frame

PANDAS: Final[Mapping[str, Callable[[pandas_tally.Frames, pandas_tally.Values], pd.DataFrame]]] = {
    one.__name__: one
    for part in (answers_pandas, answers_pandas_cells, answers_pandas_lists, answers_pandas_returned)
    for one in part.ANSWERS
}
POLARS: Final[Mapping[str, Callable[[polars_tally.Frames, polars_tally.Values], pl.DataFrame]]] = {
    one.__name__: one
    for part in (answers_polars, answers_polars_cells, answers_polars_lists, answers_polars_returned)
    for one in part.ANSWERS
}
_TABLES: Final = {
    "as_at": "*",
    "child_cell": "as_of, la_code, record_key, placement, care, out_region",
    "reconciliation": "*",
    "home_at": "urn, is_childrens_home",
    "finding": "*",
    "episode": "la_code, child_key, home_urn, started_on",
    "child": 'la_code, child_key, "year", record_key',
    "vacancy": "as_of, urn, occupied_places",
    "census": "home_urn, row_class, family_code, provider_name, home_name, company_no, placement_la,"
    " placement_sector, as_of",
    "home_cost": "home_urn, home_name, la_code, as_of",
}
"""The tables that are asked of, and of the wide ones what is asked."""


def tables(file: Path) -> tuple[dict[str, pd.DataFrame], dict[str, pl.DataFrame]]:
    """Give the tables that are asked of, as each library likes them best."""
    in_pandas, in_polars = {}, {}
    with duckdb.connect(str(file), read_only=True) as connection:
        for name, columns in _TABLES.items():
            rows = connection.sql(f"SELECT {columns} FROM {name}")  # noqa: S608 names of ours
            in_pandas[name] = frame(rows)
            in_polars[name] = pl.DataFrame(rows.to_arrow_table())
    return in_pandas, in_polars
