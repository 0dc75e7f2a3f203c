"""Which build serves, and which good ones are kept behind it?"""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from rcc_dash.settings import KEPT_BUILDS, DataHome
from rcc_dash.store import files, raw

_PREFIX: Final = "wh-"


@dataclass(frozen=True, slots=True)
class Build:
    """One verified warehouse file: its id, the SHA-256 of its bytes when it was made, and by which steps.

    `shape` names the build steps (`store.shape`); blank where that is not known.
    """

    build_id: str
    sha256: str
    shape: str = ""


def warehouse_file(home: DataHome, build_id: str) -> Path:
    """Name the file of a build; a file of this name was complete and verified before it got it."""
    return home.builds / f"{_PREFIX}{build_id}.duckdb"


def kept(home: DataHome) -> tuple[Build, ...]:
    """Give the builds that the pointer names, the one that serves first.

    Where the pointer is missing or damaged, every finished build on disk, newest first.
    """
    try:
        listed = json.loads(home.pointer.read_text(encoding="utf-8"))["builds"]
        return tuple(
            Build(str(one["build_id"]), str(one["sha256"]), str(one.get("shape", ""))) for one in listed
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        found = sorted(home.builds.glob(f"{_PREFIX}*.duckdb"), reverse=True)
        return tuple(Build(path.stem.removeprefix(_PREFIX), raw.digest(path)) for path in found)


def move(home: DataHome, build_id: str, shape: str) -> None:
    """Let a finished build serve from now on, and remove those too old to fall back on."""
    new = Build(build_id, raw.digest(warehouse_file(home, build_id)), shape)
    before = [one for one in kept(home) if one.build_id != build_id]
    builds = [new, *before][:KEPT_BUILDS]
    files.put_text(json.dumps({"builds": [asdict(one) for one in builds]}, indent=1), home.pointer)
    wanted = {warehouse_file(home, one.build_id) for one in builds}
    for old in set(home.builds.glob(f"{_PREFIX}*.duckdb")) - wanted:
        _remove(old)


def serve_nothing(home: DataHome) -> None:
    """Let no build serve from now on, and remove those that are there."""
    files.put_text(json.dumps({"builds": []}), home.pointer)
    for old in home.builds.glob(f"{_PREFIX}*.duckdb"):
        _remove(old)


def is_whole(home: DataHome, build: Build) -> bool:
    """Say whether a build's file still has the bytes that it was made with."""
    path = warehouse_file(home, build.build_id)
    return path.is_file() and raw.digest(path) == build.sha256


def _remove(old: Path) -> None:
    try:
        old.unlink(missing_ok=True)
    except PermissionError:
        return  # Windows keeps a file that is open; the next build tries again
