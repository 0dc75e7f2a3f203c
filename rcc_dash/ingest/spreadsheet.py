"""Sheets of an ODS or Excel file as text."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Final

from python_calamine import CalamineError, CalamineWorkbook, PasswordError

from rcc_dash.errors import UserError
from rcc_dash.ingest.sheets import Sheet, Workbook, as_sheet

_MIDNIGHT: Final = time(0)


def read_spreadsheet(path: Path) -> Workbook:
    """Give every sheet of the file, dates as ISO text and whole numbers without a decimal point.

    Raises UserError when the file is damaged or locked with a password.
    """
    try:
        with CalamineWorkbook.from_path(path) as book:
            names = book.sheet_names
            sheets = tuple(Sheet(name, as_sheet(_rows(book, name))) for name in names)
    except PasswordError as error:
        fix = "Take the password off and load it again."
        raise UserError(title=f"{path.name} is locked", what="A password protects it.", fix=fix) from error
    except (CalamineError, OSError, ValueError) as error:
        what = "It is damaged, cut off, or locked with a password."
        fix = "Open it, save it under a new name, and load that."
        raise UserError(title=f"{path.name} cannot be read as a spreadsheet", what=what, fix=fix) from error
    return Workbook(path.name, "spreadsheet", sheets)


def _rows(book: CalamineWorkbook, name: str) -> list[list[str]]:
    cells = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    return [[_WRITE.get(type(cell), str)(cell) for cell in row] for row in cells]


def _number(value: float) -> str:
    return str(int(value)) if value.is_integer() else repr(value)


def _moment(value: datetime) -> str:
    return value.date().isoformat() if value.time() == _MIDNIGHT else value.isoformat(sep=" ")


_WRITE: Final[dict[type, Callable[..., str]]] = {
    float: _number,
    datetime: _moment,
    date: date.isoformat,
    time: time.isoformat,
    timedelta: str,
    bool: lambda value: "TRUE" if value else "FALSE",
}
