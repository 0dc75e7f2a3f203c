"""What does a whole table hold that everybody may see? Read from a copy that has no other tables."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pandas as pd

from rcc_dash.settings import DataHome
from rcc_dash.store.connect import CATALOGUE, open_locked
from rcc_dash.store.typed.share import Scope, write_share


def whole_table(home: DataHome, scope: Scope, table: str) -> pd.DataFrame:
    """Give every row of a table. Raises as `write_share`; KeyError for a table that is not in the copy."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "data.duckdb"
        write_share(home, scope, file)
        with open_locked(file) as connection:
            names = connection.execute(
                "SELECT table_name FROM duckdb_tables() WHERE database_name = $1", [CATALOGUE]
            )
            if table not in {name for (name,) in names.fetchall()}:
                raise KeyError(table)
            return connection.execute(f"FROM {CATALOGUE}.{table}").df()
