"""Which releases of protected cells are there, and which of them serves? A release is never restated."""

import json
import re
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from rcc_dash.errors import UserError
from rcc_dash.settings import KEPT_RELEASES, DataHome
from rcc_dash.store import files, raw

POINTER: Final = "current.json"
"""The list of releases, in the folder beside them."""
_NAME: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
_READ_ONLY: Final = 0o444


@dataclass(frozen=True, slots=True)
class Release:
    """One frozen release: its name, when it was made (UTC, ISO), and the hashes of its file and contents."""

    name: str
    made_on: str
    is_demo: bool
    sha256: str
    contents: str
    """SHA-256 of everything in it but name and time: the same data, keys and past give the same."""


@dataclass(frozen=True, slots=True)
class Listed:
    """The releases kept, newest first, and the name of the one that serves."""

    releases: tuple[Release, ...] = ()
    serves: str = ""

    @property
    def serving(self) -> Release | None:
        """Give the release that serves; None where there is none."""
        return next((one for one in self.releases if one.name == self.serves), None)


def release_file(home: DataHome, name: str) -> Path:
    """Name the file of a release; a file of this name was complete and passed the gate before it got it."""
    return home.releases / file_name(name)


def file_name(name: str) -> str:
    """Give the name of the file of a release, here and in a bucket."""
    return f"release-{name}.duckdb"


def listed(home: DataHome) -> Listed:
    """List the releases. Raises UserError where there are some and their list cannot be read."""
    pointer = home.releases / POINTER
    if not pointer.exists():
        return Listed()
    try:
        return parsed(pointer.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise _UNREADABLE from error


def parsed(text: str) -> Listed:
    """Read a list of releases. Raises UserError where it is none, or names what could be no release."""
    try:
        told = json.loads(text)
        found = Listed(tuple(Release(**one) for one in told["releases"]), str(told["serves"]))
    except (ValueError, KeyError, TypeError) as error:
        raise _UNREADABLE from error
    if not all(_NAME.fullmatch(str(one.name)) for one in found.releases):
        raise _UNREADABLE
    return found


def written(found: Listed) -> str:
    """Write a list of releases as `parsed` reads it."""
    told = {"serves": found.serves, "releases": [asdict(one) for one in found.releases]}
    return json.dumps(told, indent=1)


def add(home: DataHome, made: Path, release: Release) -> None:
    """Put a finished release in place and let it serve from now on; the oldest beyond those kept go."""
    kept = (release, *listed(home).releases)[:KEPT_RELEASES]
    put(made, release_file(home, release.name))
    take_over(home, Listed(kept, release.name))


def put(made: Path, kept: Path) -> None:
    """Put a finished file in place, to be read only from now on."""
    made.chmod(_READ_ONLY)
    files.put(made, kept)


def take_over(home: DataHome, found: Listed) -> None:
    """Let this be the list, and what it says serve; files of releases that it does not name go."""
    if found != listed(home):
        _write(home, found)
    wanted = {release_file(home, one.name) for one in found.releases}
    for old in set(home.releases.glob("release-*.duckdb")) - wanted:
        old.unlink(missing_ok=True)


def serve(home: DataHome, name: str) -> Release:
    """Let another of the releases kept serve. Raises UserError where there is none of that name."""
    found = listed(home)
    chosen = next((one for one in found.releases if one.name == name), None)
    if chosen is None:
        names = ", ".join(one.name for one in found.releases) or "none"
        raise UserError(
            title="No such release", what=f"There is none of the name {name!r}.", fix=f"Kept are: {names}."
        )
    _write(home, Listed(found.releases, name))
    return chosen


def is_whole(home: DataHome, release: Release) -> bool:
    """Say whether a release's file still has the bytes that it was made with."""
    path = release_file(home, release.name)
    return path.is_file() and raw.digest(path) == release.sha256


def _write(home: DataHome, found: Listed) -> None:
    files.put_text(written(found), home.releases / POINTER)


_UNREADABLE: Final = UserError(
    "The list of releases cannot be read",
    "The file current.json in the folder of releases is damaged.",
    "Copy the folder of releases again from where they are published.",
)
