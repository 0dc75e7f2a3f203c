"""By which values are children counted in cells? Made anew where children of before stand for others."""

import shutil
from pathlib import Path
from typing import Final

from rcc_dash.store import known
from rcc_dash.store.connect import CATALOGUE, open_new
from rcc_dash.store.statements import statement

_STEP: Final = "build/78_child_cell"


def remake(made: Path) -> None:
    """Write the values of the children that are in a warehouse file now, as a build does.

    Raises duckdb.Error where the file cannot be written.
    """
    connection = open_new(made)
    try:
        known.tell(connection)
        connection.execute(statement(_STEP).sql)
        connection.execute(f"CHECKPOINT {CATALOGUE}")
        connection.execute(f"DETACH {CATALOGUE}")
    finally:
        connection.close()
        shutil.rmtree(f"{made}.spill", ignore_errors=True)
