"""A JSON file as one sheet: a row per record, a column per field, however the fields are nested."""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from rcc_dash.errors import UserError
from rcc_dash.ingest.sheets import Sheet, Workbook, as_sheet

MAX_JSON_BYTES: Final = 20 * 2**20
"""A region's referrals of ten years are half of this; read whole, JSON takes twenty times its size."""

_MOST_FIELDS: Final = 500
_MOST_RECORDS: Final = 200_000
_MOST_CELLS: Final = 5_000_000
_LIST_MARK: Final = "; "

Record = dict[str, object]


def is_json(head: bytes) -> bool:
    """Say whether a file that begins with these bytes holds JSON records."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith(b"{") or (start.startswith(b"[") and start[1:].lstrip().startswith((b"{", b"]")))


def read_json(path: Path) -> Workbook:
    """Read an object or a list of objects; nested objects lie flat, the number of a record is its row.

    A record with a list of objects in it (a child with several referrals) gives a row for each of them.
    Raises UserError when it cannot be read, is too large, or its records have no fields in common.
    """
    records = _counted(path, _records(_parsed(path)))
    fields = list(dict.fromkeys(name for record in records for name in record))
    if len(fields) > _MOST_FIELDS:
        raise _unlike(path, f"Its records have {len(fields):,} different fields")
    try:
        rows = as_sheet([fields, *([_cell(record.get(name)) for name in fields] for record in records)])
    except ValueError as error:
        raise _unlike(path, str(error).rstrip(".")) from error
    rows.index = rows.index - 1  # the headings are row 0, so that record 1 is row 1
    return Workbook(path.name, "json", (Sheet("", rows),))


def _parsed(path: Path) -> object:
    data = path.read_bytes()
    if len(data) > MAX_JSON_BYTES:
        raise UserError(
            title=f"{path.name} is too large",
            what=f"It has {len(data) / 2**20:.0f} MB; the most for JSON is {MAX_JSON_BYTES / 2**20:.0f} MB.",
            fix="Split it, for example by year, or save it as CSV.",
        )
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        raise UserError(
            title=f"{path.name} cannot be read as JSON",
            what="It begins like JSON, and is cut off, damaged or nested too deeply.",
            fix="Export it again.",
        ) from error


def _counted(path: Path, records: Iterable[Record]) -> list[Record]:
    """Stop before what little text unfolds to fills the memory."""
    found: list[Record] = []
    cells = 0
    for record in records:
        cells += len(record)
        if len(found) >= _MOST_RECORDS or cells > _MOST_CELLS:
            raise _unlike(path, f"It unfolds to more than {_MOST_RECORDS:,} records or {_MOST_CELLS:,} cells")
        found.append(record)
    return found


def _unlike(path: Path, what: str) -> UserError:
    return UserError(
        title=f"{path.name} is no list of like records",
        what=f"{what}, which is more than can be read.",
        fix="Save it as records of one form, or as CSV.",
    )


def _records(value: object) -> Iterator[Record]:
    """Give the records within a value: those of each item of a list, else the object itself, flat."""
    if isinstance(value, list):
        for item in value:
            yield from _records(item)
    elif isinstance(value, dict):
        own, lists = _flat(value)
        inner = (record for items in lists for record in _records(items))
        first = next(inner, None)
        yield own if first is None else {**own, **first}
        yield from ({**own, **record} for record in inner)


def _flat(value: Record) -> tuple[Record, list[list[object]]]:
    """Part an object into its plain fields, those of objects in it included, and its lists of objects."""
    own: Record = {}
    lists: list[list[object]] = []
    for name, held in value.items():
        if isinstance(held, dict):
            inner, more = _flat(held)
            own |= inner
            lists += more
        elif isinstance(held, list) and any(isinstance(item, dict) for item in held):
            lists.append(held)
        else:
            own[name] = held
    return own, lists


def _cell(held: object) -> str:
    if isinstance(held, bool):
        return "Yes" if held else "No"
    if isinstance(held, float) and held.is_integer():
        return str(int(held))
    if isinstance(held, list):
        return _joined(held)
    return "" if held is None else str(held)


def _joined(items: Iterable[object]) -> str:
    return _LIST_MARK.join(_cell(item) for item in items)
