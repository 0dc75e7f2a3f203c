"""Where does the table of people lie, and how is it read and changed?

Read anew at every look, so that whoever is taken off it is shut out at the next. Two small CSV files that
a person can also write by hand: `access/people.csv` and `access/tenants.csv`.
"""

import csv
import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from rcc_dash.domain.people import COLUMNS, TENANT_COLUMNS, Line, People, people_of
from rcc_dash.errors import UserError
from rcc_dash.settings import DataHome
from rcc_dash.store import files
from rcc_dash.store.locks import only_one

_PEOPLE: Final = "people.csv"
_TENANTS: Final = "tenants.csv"
_OWNER_ONLY: Final = 0o600
_FOLDER_OWNER_ONLY: Final = 0o700

Lines = list[dict[str, str]]


def read_people(home: DataHome) -> People:
    """Read both files as they are now; where neither is there yet, nobody is listed.

    Raises UserError where one is there and is not such a table: then nobody may be let in.
    """
    lines = _read(home.access / _PEOPLE, COLUMNS)
    return people_of(lines, _read(home.access / _TENANTS, TENANT_COLUMNS))


def change_people(home: DataHome, change: Callable[[Lines], None]) -> None:
    """Change the lines of people, one change at a time; raises UserError as `read_people` does."""
    _change(home, _PEOPLE, COLUMNS, change)


def change_tenants(home: DataHome, change: Callable[[Lines], None]) -> None:
    """Change the lines of providers, likewise."""
    _change(home, _TENANTS, TENANT_COLUMNS, change)


def _change(home: DataHome, name: str, columns: Sequence[str], change: Callable[[Lines], None]) -> None:
    with only_one(home.access / "access.lock"):
        home.access.chmod(_FOLDER_OWNER_ONLY)
        path = home.access / name
        lines = _read(path, columns)
        change(lines)
        made = files.unfinished(path)
        made.touch(_OWNER_ONLY)
        made.write_text(_written(lines, columns), encoding="utf-8", newline="")
        files.put(made, path)


def _written(lines: Sequence[Line], columns: Sequence[str]) -> str:
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(lines)
    return text.getvalue()


def _read(path: Path, columns: Sequence[str]) -> Lines:
    try:
        text = path.read_text(encoding="utf-8-sig")
        lines = [line for line in csv.reader(io.StringIO(text), strict=True) if line]
    except FileNotFoundError:
        return []
    except (OSError, ValueError, csv.Error) as error:
        raise _not_read(path, "It is no CSV file in UTF-8 that this program may read.") from error
    if not lines or lines[0] != list(columns):
        raise _not_read(path, f"Its first line must be: {','.join(columns)}.")
    wrong = next((at for at, line in enumerate(lines, start=1) if len(line) != len(columns)), None)
    if wrong is not None:
        raise _not_read(path, f"Its line {wrong} does not have {len(columns)} cells.")
    return [dict(zip(columns, line, strict=True)) for line in lines[1:]]


def _not_read(path: Path, what: str) -> UserError:
    return UserError(
        f"{path.name} cannot be read",
        f"{what} Nobody is let in until it can.",
        "Correct it, or put it back from a backup; then run: people check.",
    )
