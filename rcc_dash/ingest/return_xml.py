"""An SSDA903 return as XML: the same sheets as its CSV files, so that the same layouts check them.

EXPSSDA903 holds a CHILD for each child, with a HEADER, in which other records may lie, and EPISODEs
(design/sources.md 1.1). A row's number is the line on which its record begins.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import pandas as pd

from rcc_dash.errors import UserError
from rcc_dash.ingest.sheets import Sheet, Workbook, as_sheet
from rcc_dash.ingest.xml_stream import Event, stream

XML: Final = "xml"
"""The kind of such a file, in place of the encoding of a CSV."""

_ROOT: Final = "EXPSSDA903"
_CHILD: Final = "CHILD"
_HEADER: Final = "HEADER"
_ID: Final = "CHILDID"
_BORN: Final = "DOB"
_UNACCOMPANIED: Final = "UASC"
_STATUS_ENDED: Final = "DUC"
_NAMES: Final = {
    _HEADER: "Header", "EPISODE": "Episodes", _UNACCOMPANIED: "UASC", "AMISSING": "Missing",
    "AREVIEW": "Reviews", "PERMANENCE": "Previous permanence", "AD_PLACED": "Placed for adoption",
}  # fmt: skip
_COLUMNS: Final = {
    _HEADER: ("SEX", "ETHNIC", "UPN"),
    "EPISODE": (
        "DECOM", "RNE", "LS", "CIN", "PL", "PLACE_PROVIDER", "DEC", "REC", "REASON_PLACE_CHANGE", "HOME_POST",
        "PL_POST", "URN",
    ),
    "AMISSING": ("MISSING", "MIS_START", "MIS_END"),
    "AREVIEW": ("REVIEW", "REVIEW_CODE"),
    "PERMANENCE": ("PREV_PERM", "LA_PERM", "DATE_PERM"),
    "AD_PLACED": ("DATE_PLACED", "DATE_PLACED_CEASED", "REASON_PLACED_CEASED"),
    "OC2": ("SDQ_SCORE", "SDQ_REASON", "CONVICTED", "SUBSTANCE_MISUSE"),
}  # fmt: skip
"""Tags that a record may leave out in a whole file: a return in which nothing ended has no DEC."""

_MOST_ROWS: Final = 200_000
"""The largest LA's return of a year has a tenth of this."""

_MOST_COLUMNS: Final = 100
_MARKS: Final = (b"<?xml", b"<expssda903", b"<!--")

Cells = dict[str, str]


def is_xml(head: bytes) -> bool:
    """Say whether a file that begins with these bytes is XML and no web page."""
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    start = head[2:].replace(b"\x00", b"") if wide else head.removeprefix(b"\xef\xbb\xbf")
    return start.lstrip().lower().startswith(_MARKS)


def read_return(path: Path) -> Workbook:
    """Give the return's records as sheets, one for each kind, each child's id and birth date in every row.

    Raises UserError when the file is no SSDA903 return, is damaged, or is larger than a return can be.
    """
    tables: dict[str, _Table] = {}
    rows = 0
    for records in _children(path):
        for kind, line, cells in records:
            tables.setdefault(kind, _table(kind)).add(line, cells)
        rows += len(records)
        if rows > _MOST_ROWS or len(tables) > _MOST_COLUMNS:
            raise _too_large(path.name)
    if not tables:
        raise _empty(path.name)
    by_line = all(table.lines_differ for table in tables.values())
    sheets = tuple(Sheet(_sheet_name(kind, by_line), table.frame(by_line)) for kind, table in tables.items())
    return Workbook(path.name, XML, sheets)


@dataclass(slots=True)
class _Record:
    """An element that holds others, while it is being read."""

    tag: str
    line: int
    cells: Cells = field(default_factory=dict)


@dataclass(slots=True)
class _Table:
    """The rows of one kind of record, while they are being read; cells that are alike are kept once."""

    columns: dict[str, int] = field(default_factory=dict)
    lines: list[int] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)
    known: Cells = field(default_factory=dict)

    def add(self, line: int, cells: Mapping[str, str]) -> None:
        for tag in cells:
            if len(self.columns) < _MOST_COLUMNS:
                self.columns.setdefault(tag, len(self.columns))
        self.lines.append(line)
        texts = (cells.get(tag, "") for tag in self.columns)
        self.rows.append([self.known.setdefault(text, text) for text in texts])

    @property
    def lines_differ(self) -> bool:
        return len(set(self.lines)) == len(self.lines)

    def frame(self, by_line: bool) -> pd.DataFrame:  # noqa: FBT001 - one of two ways to number rows
        rows = as_sheet([list(self.columns), *self.rows])
        numbers = [0, *(self.lines if by_line else range(1, len(self.lines) + 1))]
        return rows.set_axis([numbers[at - 1] for at in rows.index], axis="index")


def _table(kind: str) -> _Table:
    return _Table({tag: at for at, tag in enumerate((_ID, _BORN, *_COLUMNS.get(kind, ())))})


Kept = tuple[str, int, Cells]


def _children(path: Path) -> Iterator[list[Kept]]:
    """Give the records of each child in turn, its header first."""
    open_records: list[_Record] = []
    kept: list[_Record] = []
    for event in stream(path):
        if not event.is_end:
            _refuse_other_roots(path, event, open_records)
            open_records.append(_Record(event.tag, event.line))
            continue
        done = open_records.pop()
        if done.tag == _CHILD and len(open_records) == 1:
            yield _records(done, kept)
            kept = []
        elif done.cells:
            kept.append(done)
        elif open_records:
            open_records[-1].cells[done.tag] = event.text


def _records(child: _Record, kept: Sequence[_Record]) -> list[Kept]:
    """Put the child's id and birth date before the cells of each record; blank records are none."""
    header = next((one for one in kept if one.tag == _HEADER), child)
    about = header.cells | child.cells
    status = {tag: about.pop(tag, "") for tag in (_UNACCOMPANIED, _STATUS_ENDED)}
    who = {tag: about.get(tag, "") for tag in (_ID, _BORN)}
    found: list[Kept] = [(_HEADER, header.line, about)] if about else []
    if status[_UNACCOMPANIED] not in {"", "0"} or status[_STATUS_ENDED]:
        own = {**who, "SEX": about.get("SEX", ""), _STATUS_ENDED: status[_STATUS_ENDED]}
        found.append((_UNACCOMPANIED, header.line, own))
    others = (one for one in kept if one is not header and any(one.cells.values()))
    return [*found, *((one.tag, one.line, who | one.cells) for one in others)]


def _sheet_name(kind: str, by_line: bool) -> str:  # noqa: FBT001 - as above
    how = "rows are lines of the file" if by_line else "rows are counted: the file has no lines"
    return f"{_NAMES.get(kind, kind)} ({how})"


def _refuse_other_roots(path: Path, event: Event, open_records: Sequence[_Record]) -> None:
    if open_records or event.tag == _ROOT:
        return
    raise UserError(
        title=f"{path.name} is an XML file",
        what=f"Of XML, only SSDA903 returns ({_ROOT}) can be read, and its first element is another.",
        fix="Open it, save it as CSV, XLSX or ODS, and load that.",
    )


def _empty(file_name: str) -> UserError:
    return UserError(
        title=f"{file_name} holds no children",
        what="It is an SSDA903 return without a record.",
        fix="Export the return again and load that.",
    )


def _too_large(file_name: str) -> UserError:
    return UserError(
        title=f"{file_name} is too large",
        what=f"It holds more than {_MOST_ROWS:,} records, which no LA's return of a year does.",
        fix="Load one LA's return of one year at a time.",
    )
