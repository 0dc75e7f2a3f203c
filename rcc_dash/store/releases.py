"""Which releases of protected cells are there, and which of them serves? A release is never restated."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from rcc_dash.errors import UserError
from rcc_dash.settings import KEPT_RELEASES, DataHome
from rcc_dash.store import files, raw

_POINTER: Final = "current.json"
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
    return home.releases / f"release-{name}.duckdb"


def listed(home: DataHome) -> Listed:
    """List the releases. Raises UserError where there are some and their list cannot be read."""
    pointer = home.releases / _POINTER
    if not pointer.exists():
        return Listed()
    try:
        told = json.loads(pointer.read_text(encoding="utf-8"))
        return Listed(tuple(Release(**one) for one in told["releases"]), str(told["serves"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise _UNREADABLE from error


def add(home: DataHome, made: Path, release: Release) -> None:
    """Put a finished release in place and let it serve from now on; the oldest beyond those kept go."""
    kept = (release, *listed(home).releases)[:KEPT_RELEASES]
    made.chmod(_READ_ONLY)
    files.put(made, release_file(home, release.name))
    _write(home, Listed(kept, release.name))
    wanted = {release_file(home, one.name) for one in kept}
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
    told = {"serves": found.serves, "releases": [asdict(one) for one in found.releases]}
    files.put_text(json.dumps(told, indent=1), home.releases / _POINTER)


_UNREADABLE: Final = UserError(
    "The list of releases cannot be read",
    "The file current.json in the folder of releases is damaged.",
    "Copy the folder of releases again from where they are published.",
)
