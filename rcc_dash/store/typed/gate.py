"""May this typed text be run? Only one statement that reads the tables given, by DuckDB's own parse.

Everything is refused that is not known to be harmless: the type of the statement alone is not enough,
since DuckDB 2.0 calls `WITH x AS (INSERT …) SELECT …` a SELECT.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import duckdb

from rcc_dash.store.typed.functions import REFUSED, REFUSED_START

Tree = Mapping[str, object]

_NODES: Final = frozenset({"SELECT_NODE", "SET_OPERATION_NODE", "RECURSIVE_CTE_NODE", "CTE_NODE"})
_SOURCES: Final = frozenset({
    "BASE_TABLE", "SUBQUERY", "JOIN", "TABLE_FUNCTION", "EXPRESSION_LIST", "EMPTY", "PIVOT", "SHOW_REF",
})  # fmt: skip
_PLAIN: Final = frozenset({
    "ORDER_MODIFIER", "LIMIT_MODIFIER", "LIMIT_PERCENT_MODIFIER", "DISTINCT_MODIFIER",
    "ASCENDING", "DESCENDING", "ORDER_DEFAULT",
})  # fmt: skip
_KNOWN: Final = _NODES | _SOURCES | _PLAIN
_TABLE_FUNCTIONS: Final = frozenset({"range", "generate_series", "unnest"})
_SHOWN: Final = frozenset({"DESCRIBE", "SUMMARY"})
_OWN_NAME: Final = re.compile(r"(?!duckdb_|pg_|pragma_|sqlite_|information_schema)[^\W\d]\w*")
"""What a part of the query may be called: never a file, nor a table of DuckDB's own."""

_ONE: Final = "Write one SELECT. It may start with WITH, FROM, VALUES, DESCRIBE or SUMMARIZE."


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a text is not run, in words; `is_mistake` where it cannot even be read as SQL."""

    why: str
    is_mistake: bool = False


def refusal(connection: duckdb.DuckDBPyConnection, sql: str, tables: frozenset[str]) -> Refusal | None:
    """Say why this text may not be run over these tables; None where it may."""
    try:
        statements = connection.extract_statements(sql)
        if len(statements) != 1:
            return Refusal(f"There are {len(statements)} statements. {_ONE}")
        if statements[0].type != duckdb.StatementType.SELECT:
            return Refusal(f"It is not a SELECT. {_ONE} For a pivot write FROM table PIVOT (…).")
        ((text,),) = connection.execute("SELECT json_serialize_sql($1)", [sql]).fetchall()
        parsed = json.loads(text)
        return _of_parse(parsed, tables)
    except duckdb.Error as error:
        return Refusal(str(error), is_mistake=True)
    except RecursionError:
        return Refusal("It is nested too deeply.")


def _of_parse(parsed: Tree, tables: frozenset[str]) -> Refusal | None:
    if parsed["error"]:
        return Refusal(str(parsed["error_message"]), is_mistake=True)
    parts = tuple(_parts(parsed["statements"]))
    own = {str(name).casefold() for name in _own_names(parts)}
    reachable = tables | own
    found = (_of_name(name) for name in own)
    why = next(filter(None, (*found, *(_of_part(part, reachable) for part in parts))), "")
    return Refusal(why) if why else None


def _parts(tree: object) -> Iterator[Tree]:
    if isinstance(tree, Mapping):
        yield tree
        for inner in tree.values():
            yield from _parts(inner)
    elif isinstance(tree, list):
        for inner in tree:
            yield from _parts(inner)


def _own_names(parts: tuple[Tree, ...]) -> Iterator[object]:
    """Find what the query calls its own WITH parts."""
    for part in parts:
        value = part.get("value")
        if isinstance(value, Mapping) and "query_node" in value:
            yield part["key"]


def _of_name(name: str) -> str:
    return (
        "" if _OWN_NAME.fullmatch(name) else "A part of the query has the name of a file or an inner table."
    )


def _of_part(part: Tree, reachable: frozenset[str]) -> str:
    kind = part.get("type")
    if "class" in part:
        return _of_expression(part)
    if not isinstance(kind, str):
        return ""
    if kind not in _KNOWN:
        return f"It does more than read ({kind.removesuffix('_NODE').replace('_', ' ').lower()}). {_ONE}"
    return _of_source(kind, part, reachable)


def _of_expression(part: Tree) -> str:
    if part["class"] == "PARAMETER":
        return "It has a place for a value ($1 or ?). Write the value itself."
    if part["class"] not in {"FUNCTION", "WINDOW"}:
        return ""
    name = str(part.get("function_name", "")).casefold()
    path = _path(part) or [name]
    if name in REFUSED or name.startswith(REFUSED_START) or path != [name]:
        return f"The function {'.'.join(path)} is not available here."
    return ""


def _of_source(kind: str, part: Tree, reachable: frozenset[str]) -> str:
    if kind == "SHOW_REF" and (part.get("show_type") not in _SHOWN or part.get("query") is None):
        return "SHOW is not available here. Write DESCRIBE and the name of a table."
    if kind == "BASE_TABLE":
        return _of_table(part, reachable)
    function = part.get("function")
    if kind == "TABLE_FUNCTION" and isinstance(function, Mapping):
        name = str(function.get("function_name", "")).casefold()
        return "" if name in _TABLE_FUNCTIONS else f"Tables cannot come from the function {name} here."
    return ""


def _of_table(part: Tree, reachable: frozenset[str]) -> str:
    path = _path(part)
    if len(path) == 1 and path[0] in reachable and part.get("at_clause") is None:
        return ""
    if not all(_OWN_NAME.fullmatch(name) for name in path):
        return "Only the tables listed here can be read: no file, and none of DuckDB's own tables."
    return f"There is no table {'.'.join(path)} here."


def _path(part: Tree) -> list[str]:
    told = part.get("qualified_name")
    names = told.get("path", []) if isinstance(told, Mapping) else []
    return [str(name).casefold() for name in names]
