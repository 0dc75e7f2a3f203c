"""May this typed text be put into a link? Only where it holds no value of the data that is not a code.

Links are kept by mail, browsers and logs. So every word must be known: SQL's own, a name of a table, column
or function, or a plain word for a part of the answer; every text a code, every number small, a year or round.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

import duckdb

from rcc_dash.domain.link_query import MAX_QUERY
from rcc_dash.domain.places import local_authorities
from rcc_dash.store.statements import statement
from rcc_dash.store.typed.link_codes import WORDS, is_code
from rcc_dash.store.typed.share import tables

_NUMBER: Final = re.compile(r"\.|\d{1,3}(\.\d{1,2})?|(19[89]|20[0-4])\d|\d{1,3}000")
"""Below a thousand, a year, or so many thousand; DuckDB takes the dot between names for a number too."""

_SHORT: Final = 2
_LONGEST: Final = 40


@dataclass(frozen=True, slots=True)
class Linkable:
    """The text to put into a link, without its comments; or `because`: the first thing that keeps it out."""

    text: str
    because: str = ""


def linkable(sql: str) -> Linkable:
    """Say whether typed SQL may be in a link. What keeps it out is for the screen of its writer only."""
    try:
        found = list(_tokens(sql))
    except duckdb.Error:
        return Linkable("", "what cannot be read as SQL")
    strange = next((_told(token) for kind, token in found if not _is_harmless(kind, token.strip())), "")
    if strange:
        return Linkable("", strange)
    plain = "".join("\n" if kind == "comment" else token for kind, token in found)
    told = "\n".join(line.rstrip() for line in plain.splitlines() if line.strip())
    return (
        Linkable("", f"its length: over {MAX_QUERY:,} letters") if len(told) > MAX_QUERY else Linkable(told)
    )


def _told(token: str) -> str:
    token = token.strip()
    return f"“{token[:_LONGEST]}{'…' if len(token) > _LONGEST else ''}”"


def _tokens(sql: str) -> Iterator[tuple[str, str]]:
    """Give each token's kind and text, with the blanks up to the next."""
    text = sql.encode()
    starts = [(at, kind.name) for at, kind in duckdb.tokenize(sql)]
    ends = [*(at for at, _ in starts[1:]), len(text)]
    for (at, kind), end in zip(starts, ends, strict=True):
        yield kind, text[at:end].decode(errors="replace")


def _is_harmless(kind: str, token: str) -> bool:
    match kind:
        case "identifier":
            return _is_known(token)
        case "string_const":
            return token[:1] == token[-1:] == "'" and is_code(token[1:-1].replace("''", "'"))
        case "numeric_const":
            return bool(_NUMBER.fullmatch(token))
        case "keyword" | "operator" | "comment":
            return token.isascii() or kind == "comment"
        case _:
            return False


def _is_known(token: str) -> bool:
    name = token.strip('"').casefold()
    if name in _names() or (len(name) <= _SHORT and name.isascii() and name.isalnum()):
        return True
    return all(map(_is_word, name.split("_")))


def _is_word(word: str) -> bool:
    """Say whether a part of a name is a plain word, one of our names' or an area's, or a harmless number."""
    if word.isdigit():
        return bool(_NUMBER.fullmatch(word))
    return word in _parts() or word.removesuffix("s") in _parts()


@cache
def _names() -> frozenset[str]:
    """Give the names of tables, columns and functions that there are."""
    told = [statement(name) for name in tables(exact=True)]
    ours = {name.split("/")[1] for name in tables(exact=True)} | {c for one in told for c, _ in one.columns}
    with duckdb.connect(":memory:", config={"threads": 1}) as connection:
        found = connection.execute("SELECT DISTINCT function_name FROM duckdb_functions()").fetchall()
    return frozenset(name.casefold() for name in ours | {str(name) for (name,) in found})


@cache
def _parts() -> frozenset[str]:
    ours = {part for name in _names() for part in name.split("_") if part.isalpha()}
    areas = {part.casefold() for area in local_authorities().values() for part in area.name.split()}
    return WORDS | ours | areas | {"england"}
