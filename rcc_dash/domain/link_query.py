"""How is typed SQL carried in a link? As text that is only ever shown: nobody's link runs anything.

Whether a query may be put into a link at all is decided where SQL can be read (`store.typed.linkable`).
"""

from typing import Final

from rcc_dash.domain.link_reader import LinkReader

QUERY: Final = "q"
MAX_QUERY: Final = 4_000
"""Longer queries are not put into links: some mail programs cut addresses not much longer."""


def read_query(reader: LinkReader) -> str:
    """Take the text of a query out of a link: letters that can be seen, and ends of lines."""
    asked = reader.values.get(QUERY, "")
    return "".join(letter for letter in asked if letter.isprintable() or letter == "\n").strip()
