"""Entries of the register as people read them: a line that opens, or a row of a table."""

from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby
from typing import Final

from rcc_dash.domain.register import Entry
from rcc_dash.figures.tables import TableColumn, TableRow

_LISTS: Final = "lists"
"""Entries whose first fact tells no more than the others."""


def entries_html(entries: Sequence[Entry]) -> str:
    """Draw entries under the headings of their groups, each a line that opens without a script."""
    groups = groupby(entries, key=lambda entry: entry.group)
    return "".join(
        f"{f'<h2>{escape(group)}</h2>' if group else ''}{''.join(entry_html(entry) for entry in held)}"
        for group, held in groups
    )


def entry_html(entry: Entry, *, is_open: bool = False) -> str:
    """Draw one entry: its name and first fact on a line, the other facts behind it. All text is escaped."""
    first = next(iter(entry.facts), ("", ""))
    on_line, behind = (first[1], entry.facts[1:]) if entry.part != _LISTS else ("", entry.facts)
    line = f'<span class="name">{escape(entry.title)}</span><span class="quiet">{escape(on_line)}</span>'
    told = "".join(f"<dt>{escape(name)}</dt><dd>{escape(words)}</dd>" for name, words in behind)
    if not behind:
        return f'<div class="explained entry">{line}</div>'
    opened = " open" if is_open else ""
    return f'<details class="explained entry"{opened}><summary>{line}</summary><dl>{told}</dl></details>'


def entry_columns(entries: Iterable[Entry]) -> list[TableColumn]:
    """Give a column for every fact that some of these entries have, in the order of first mention."""
    names = dict.fromkeys(name for entry in entries for name, _ in entry.facts)
    return [TableColumn(name, name, is_number=False) for name in names]


def entry_rows(entries: Iterable[Entry]) -> list[TableRow]:
    """Give a row for each entry: its name, and its facts by their names."""
    return [TableRow(entry.title, dict(entry.facts)) for entry in entries]
