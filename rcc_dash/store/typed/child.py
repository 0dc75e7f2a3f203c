"""The process in which a typed question runs; it is thrown away with it.

Started by `store.typed.process` on its own, without environment. The first line that it reads says which
file to open and within which limits; every line after that is a question, and gets one line of answer.
"""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from time import perf_counter

import duckdb

from rcc_dash.store.connect import CATALOGUE, open_locked
from rcc_dash.store.typed import cage
from rcc_dash.store.typed.gate import refusal
from rcc_dash.store.typed.limits import Limits
from rcc_dash.store.typed.reading import Answer, read


def main() -> None:
    """Give up everything, open the file, then answer until nobody asks any more."""
    told = json.loads(sys.stdin.readline())
    file, limits = Path(told["file"]), Limits(**told["limits"])
    _warm()
    lacking: list[str] = []
    connection = open_locked(
        file, f"{limits.memory_mb}MB", lambda: lacking.extend(cage.shut(limits.address_mb))
    )
    connection.execute(f"USE {CATALOGUE}")
    tables = frozenset(str(name).casefold() for (name,) in connection.execute("SHOW TABLES").fetchall())
    _say({"lacking": lacking})
    for line in sys.stdin:
        cage.end_yourself_after(limits.seconds)
        _say(_answer(connection, str(json.loads(line)), tables, limits))
        cage.end_yourself_after(0)


def _warm() -> None:
    """Load what Python loads late, while it still can: values of these types need more modules."""
    values = "SELECT DATE '2025-03-31', 1.5::DECIMAL(4, 2), uuid(), INTERVAL 1 DAY, TIME '12:00', [1]"
    with duckdb.connect(":memory:", config={"threads": 1}) as connection:
        connection.execute(values).fetchall()
        connection.execute("SELECT json_serialize_sql('SELECT 1')").fetchall()


def _answer(
    connection: duckdb.DuckDBPyConnection, sql: str, tables: frozenset[str], limits: Limits
) -> Answer:
    started = perf_counter()
    if len(sql) > limits.letters:
        return {"refused": f"It is longer than {limits.letters:,} letters."}
    why = refusal(connection, sql, tables)
    if why:
        return {"mistake" if why.is_mistake else "refused": why.why}
    try:
        return {**read(connection, sql, limits), "seconds": perf_counter() - started}
    except (duckdb.Error, MemoryError, OverflowError, ValueError) as error:
        return {"error": type(error).__name__, "text": str(error)}


def _say(answer: Mapping[str, object]) -> None:
    sys.stdout.write(f"{json.dumps(answer)}\n")
    sys.stdout.flush()
