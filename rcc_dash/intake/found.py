"""Which files are meant by the paths that a person gave, and what do their folders say?"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rcc_dash.errors import UserError
from rcc_dash.settings import DataHome

LOADED: Final = "loaded"
REFUSED: Final = "refused"
_GUIDE: Final = "README.md"
_NOT_MEANT: Final = (".", "~$")
"""Hidden files, and those that a spreadsheet program keeps while a file is open."""


@dataclass(frozen=True, slots=True)
class Found:
    """One file to load; `folder` is what its folders are called, from the folder that was given."""

    path: Path
    folder: str
    in_inbox: bool

    @property
    def name(self) -> str:
        """Give its name as people can read it: what is no letter (a line break, broken bytes) is a space."""
        return printable(self.path.name) or "file"


def printable(text: str) -> str:
    """Give text with a space for whatever cannot be shown, or written in any encoding."""
    return "".join(letter if letter.isprintable() else " " for letter in text).strip()


def find_files(paths: Iterable[Path], home: DataHome) -> tuple[Found, ...]:
    """Give the files of these files and folders, folders searched to the bottom, in order of name.

    Raises UserError for a path that is not there.
    """
    found = {file.path: file for path in paths for file in _under(path.resolve(), home)}
    return tuple(found.values())


def _under(path: Path, home: DataHome) -> Iterator[Found]:
    if not path.exists():
        raise UserError(
            title="There is no such file or folder",
            what=f"{path} does not exist.",
            fix="Check the spelling, or give the full path.",
        )
    inside = sorted(path.rglob("*")) if path.is_dir() else [path]
    named = _first_that_tells(path if path.is_dir() else path.parent)
    for file in inside:
        if file.is_file() and _is_meant(file, path, home):
            in_inbox = file.is_relative_to(home.inbox)
            start = home.inbox if in_inbox else named.parent
            yield Found(
                file, printable(file.parent.relative_to(start).as_posix().removeprefix(".")), in_inbox
            )


def _first_that_tells(folder: Path) -> Path:
    """A folder called `2025` says no LA: the one above it (`Bolton/2025`) may, so it counts too."""
    while folder != folder.parent and not any(letter.isalpha() for letter in folder.name):
        folder = folder.parent
    return folder


def _is_meant(file: Path, given: Path, home: DataHome) -> bool:
    if file == given:
        return True
    if any(part.startswith(_NOT_MEANT) for part in file.relative_to(given).parts):
        return False
    if not file.is_relative_to(home.inbox):
        return True
    inside = file.relative_to(home.inbox)
    return inside.parts[0] not in {LOADED, REFUSED} and str(inside) != _GUIDE
