"""Which tables can be asked, and what do their columns hold, in which units? By the headers of their SQL."""

import re
from dataclasses import dataclass
from typing import Final

from rcc_dash.store.statements import SQL_DIR, statement
from rcc_dash.store.typed.share import tables

_COLUMN: Final = re.compile(r"^--   (?P<name>\w+) (?P<kind>[A-Z]+): (?P<meaning>.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class TypedTable:
    """A table: its name, the question that it answers, what a row is; its columns' names, types, meanings."""

    name: str
    question: str
    grain: str
    columns: tuple[tuple[str, str, str], ...]
    is_exact: bool


def typed_tables(*, exact: bool) -> tuple[TypedTable, ...]:
    """Describe every table that may be asked; with `exact` those of an LA's own children too."""
    return tuple(_table(name) for name in tables(exact=exact))


def _table(name: str) -> TypedTable:
    told = statement(name)
    text = (SQL_DIR / f"{name}.sql").read_text(encoding="utf-8")
    header = text.split("\nCREATE", 1)[0]
    columns = _COLUMN.findall(header.split("-- Columns", 1)[1])
    grain = " ".join(told.grain.split())
    return TypedTable(name.split("/")[1], told.purpose, grain, tuple(columns), name.startswith("typed_exact"))
