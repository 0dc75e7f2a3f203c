"""XML as a stream of elements: no file can swell when read, reach out to other files or nest without end.

Entities can only be declared in a document type, so a file that has one is refused before it is read.
"""

from collections.abc import Iterator
from functools import lru_cache, partial
from pathlib import Path
from typing import Final, NamedTuple
from xml.parsers import expat

from rcc_dash.errors import UserError

_CHUNK_BYTES: Final = 2**16
_LONGEST_BYTES: Final = 2**20
"""A tag or comment longer than this is no return's, and would be read over and over while it grows."""

_LONGEST_CELL: Final = 1000
_DEEPEST: Final = 6
"""A return nests five deep."""

_MOST_ELEMENTS: Final = 5_000_000
"""The largest LA's return of a year has a tenth of this; more would take longer than a person waits."""

_ENDLESS: Final = "One of its tags or comments has no end for a million letters."
_TYPED: Final = "It declares a document type, which no return has and which can hide other files."
_NESTED: Final = "Its elements lie deeper in one another than those of a return."
_LONG: Final = f"It has more than {_MOST_ELEMENTS:,} elements, which no LA's return of a year does."
_WORDY: Final = "One of its cells holds more text than a code, a date or a postcode needs."


class Event(NamedTuple):
    """One element begins or ends, on this line; `text` is its own text, told at its end."""

    tag: str
    line: int
    text: str
    is_end: bool


def stream(path: Path) -> Iterator[Event]:
    """Give every element of an XML file in order, tags in capitals and without their namespace.

    Raises UserError when it is damaged, has a document type, or nests or runs on as no return does.
    """
    reader = _Reader(path.name)
    quiet = 0
    with path.open("rb") as file:
        for chunk in iter(partial(file.read, _CHUNK_BYTES), b""):
            found = reader.read(chunk)
            quiet = 0 if found else quiet + len(chunk)
            if quiet > _LONGEST_BYTES:
                raise reader.refusal(_ENDLESS)
            yield from found
    yield from reader.read(b"", is_last=True)


class _Reader:
    """The parser with what it has found and not yet told; changes with every chunk."""

    def __init__(self, file_name: str) -> None:
        self._file_name = file_name
        self._found: list[Event] = []
        self._text: list[str] = []
        self._depth = 0
        self._elements = 0
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartDoctypeDeclHandler = self._document_type
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._characters

    def read(self, chunk: bytes, *, is_last: bool = False) -> list[Event]:
        try:
            self._parser.Parse(chunk, is_last)
        except expat.ExpatError as error:
            what = f"It breaks off or is no proper XML at line {error.lineno:,}."
            raise self.refusal(what) from error
        found, self._found = self._found, []
        return found

    def refusal(self, what: str) -> UserError:
        return UserError(
            title=f"{self._file_name} cannot be read as XML",
            what=what,
            fix="Export the return again, as CSV if that can be chosen, and load that.",
        )

    def _document_type(self, *_: object) -> None:
        raise self.refusal(_TYPED)

    def _start(self, tag: str, _attributes: object) -> None:
        self._depth += 1
        self._elements += 1
        if self._depth > _DEEPEST:
            raise self.refusal(_NESTED)
        if self._elements > _MOST_ELEMENTS:
            raise self.refusal(_LONG)
        self._text.clear()
        self._found.append(Event(_plain(tag), self._parser.CurrentLineNumber, "", is_end=False))

    def _end(self, tag: str) -> None:
        self._depth -= 1
        text = "".join(self._text).strip()
        self._text.clear()
        self._found.append(Event(_plain(tag), self._parser.CurrentLineNumber, text, is_end=True))

    def _characters(self, text: str) -> None:
        self._text.append(text)
        if len(text) + len(self._text) > _LONGEST_CELL and "".join(self._text).strip():
            raise self.refusal(_WORDY)


@lru_cache(maxsize=256)
def _plain(tag: str) -> str:
    return tag.rpartition(":")[2].upper()
