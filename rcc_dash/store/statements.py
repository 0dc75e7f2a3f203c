"""Which questions and build steps are there? Named SQL files, each with a header that says what it is.

A header is the comment lines at the top: the question, `Parameters:` (or `Parameters: none`),
`Grain:` and `Columns:`, the lists one item a line as `$name TYPE: meaning`.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

SQL_DIR: Final = Path(__file__).resolve().parent / "sql"
_NAME: Final = re.compile(r"[a-z0-9_]+(/[a-z0-9_]+)*")
_ITEM: Final = re.compile(r"^  +\$?(?P<name>\w+) (?P<kind>[A-Z][A-Z0-9_(), ]*(?:\[\])?):", re.MULTILINE)
_BOUND: Final = re.compile(r"\$([a-z_][a-z0-9_]*)")


@dataclass(frozen=True, slots=True)
class Statement:
    """One SQL file.

    `purpose` is the first line of its header; `parameters` are those that the header names and
    `bound` those that the SQL uses; `columns` are the names and types that the header promises.
    """

    name: str
    sql: str
    purpose: str
    grain: str
    parameters: tuple[str, ...]
    bound: frozenset[str]
    columns: tuple[tuple[str, str], ...]


@cache
def statement(name: str) -> Statement:
    """Give the SQL file of this name under `store/sql`.

    Raises ValueError for a name that is not one, FileNotFoundError where there is no such file.
    """
    if not _NAME.fullmatch(name):
        message = f"not the name of a question: {name!r}"
        raise ValueError(message)
    return _parsed(name, (SQL_DIR / f"{name}.sql").read_text(encoding="utf-8"))


def names(folder: str = "") -> tuple[str, ...]:
    """List the SQL files directly in a folder, in order of name."""
    found = sorted(path.stem for path in (SQL_DIR / folder).glob("*.sql"))
    return tuple(f"{folder}/{stem}" if folder else stem for stem in found)


def _parsed(name: str, text: str) -> Statement:
    lines = text.splitlines()
    end = next((i for i, line in enumerate(lines) if not line.startswith("--")), len(lines))
    header = [line[2:].removeprefix(" ") for line in lines[:end]]
    sql = "\n".join(line for line in lines[end:] if not line.lstrip().startswith("--"))
    parts = _sections(header)
    return Statement(
        name=name,
        sql=sql,
        purpose=header[0] if header else "",
        grain=parts.get("Grain", "").strip(),
        parameters=tuple(found["name"] for found in _ITEM.finditer(parts.get("Parameters", ""))),
        bound=frozenset(_BOUND.findall(sql)),
        columns=tuple((found["name"], found["kind"]) for found in _ITEM.finditer(parts.get("Columns", ""))),
    )


def _sections(header: list[str]) -> dict[str, str]:
    """Split a header at its unindented lines that begin `Parameters`, `Grain` or `Columns`."""
    parts: dict[str, str] = {}
    current = ""
    for line in header[1:]:
        word = re.match(r"(Parameters|Grain|Columns)\b[^:]*:(.*)", line)
        current = word[1] if word else current
        parts[current] = parts.get(current, "") + "\n" + (word[2] if word else " " + line)
    return parts
