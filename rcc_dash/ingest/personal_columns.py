"""Do a sheet's headings say that it names people? Asked before a row is checked, so that none is kept.

The words are in `data/reference/personal_headings.csv`. A column that a layout knows is fine: an
Ofsted list has names of homes, and what a layout knows and does not use is never read.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from rcc_dash.domain.words import and_list
from rcc_dash.errors import UserError
from rcc_dash.ingest.headings import plain, top_rows
from rcc_dash.ingest.quoted import quoted
from rcc_dash.ingest.recognise import Layout, Matched
from rcc_dash.ingest.sheets import Sheet
from rcc_dash.reference.tables import Row, rows

_WORDS_OF_A_HEADING: Final = 6
"""A longer cell is a sentence: a note that speaks of names holds none."""


@dataclass(frozen=True, slots=True)
class Personal:
    """A column that should not have come: its heading as written, and what such columns hold."""

    heading: str
    holds: str


def personal_columns(headings: Iterable[str], *, of_children: bool) -> tuple[Personal, ...]:
    """Say which of these headings look as if people were named or could be found by their columns.

    In a table of children any name or address counts; elsewhere only what can be of nobody but a
    child or family.
    """
    found = ((heading, _holds(plain(heading), of_children=of_children)) for heading in headings)
    return tuple(Personal(heading, holds) for heading, holds in found if holds)


def personal_in_match(matched: Matched) -> tuple[Personal, ...]:
    """Say which columns of a sheet of a known layout are personal and none of the layout's own."""
    own = _own(matched.layout) | {plain(heading) for heading in matched.headings.values()}
    others = [heading for heading in matched.all_headings if plain(heading) not in own]
    return personal_columns(others, of_children="child_key" in matched.layout.table.column_names)


def personal_in_other(sheet: Sheet) -> tuple[Personal, ...]:
    """Say which columns of a sheet of no known layout can be of nobody but a child or family."""
    cells = (text for texts in top_rows(sheet.rows).values() if len(set(texts)) > 1 for text in texts)
    short = dict.fromkeys(text for text in cells if 0 < len(text.split()) <= _WORDS_OF_A_HEADING)
    return personal_columns(short, of_children=False)


def refusal(file_name: str, sheet: str, found: tuple[Personal, ...]) -> UserError:
    """Say that the file is refused, for which columns, and what to do."""
    kinds = and_list(list(dict.fromkeys(one.holds for one in found)))
    where = f"Sheet '{sheet}': " if sheet else ""
    columns = quoted([one.heading for one in found])
    return UserError(
        title=f"{file_name} has columns that look like people's {kinds}",
        what=f"{where}{columns}. No row of the file was read, and nothing of it was kept.",
        fix="Delete these columns (or rename one that holds something else) and load the file again.",
    )


@cache
def _own(layout: Layout) -> frozenset[str]:
    names = [synonym for field in layout.fields for synonym in field.synonyms]
    return frozenset(plain(name) for name in (*names, *layout.known))


def _holds(heading: str, *, of_children: bool) -> str:
    scopes = {"any", "children"} if of_children else {"any"}
    hits = (row["holds"] for row in _words() if row["scope"] in scopes and _is_in(row, heading))
    return next(hits, "")


def _is_in(row: Row, heading: str) -> bool:
    return heading == row["words"] if row["match"] == "whole" else f" {row['words']} " in f" {heading} "


def _words() -> tuple[Row, ...]:
    return rows("personal_headings")
