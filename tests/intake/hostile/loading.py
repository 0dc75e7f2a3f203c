"""Load bad files as a person would, in a process of its own, and say what came of it and what it took."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from time import monotonic
from typing import Any

from rcc_dash.settings import DATA_DIR_VARIABLE, PROJECT

_UNIT = 1 if sys.platform == "darwin" else 1024
"""macOS tells memory in bytes, Linux in kilobytes."""


@dataclass(frozen=True, slots=True)
class Came:
    """What came of a load: exit code, the report file by file, everything said, memory and time taken.

    `peak_bytes` is the most that any one process of the load held.
    """

    code: int
    files: dict[str, dict[str, Any]]
    said: str
    peak_bytes: int
    seconds: float


def load_apart(folder: Path, home: Path) -> Came:
    out, log = folder.parent / f"{folder.name}.json", folder.parent / f"{folder.name}.log"
    command = [sys.executable, "-m", "rcc_dash", "load", str(folder), "--json"]
    environment = {**os.environ, DATA_DIR_VARIABLE: str(home)}
    started = monotonic()
    with out.open("wb") as answers, log.open("wb") as errors:
        child = subprocess.Popen(command, cwd=PROJECT, env=environment, stdout=answers, stderr=errors)
        _, status, used = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    said = out.read_text(encoding="utf-8", errors="replace") + log.read_text(
        encoding="utf-8", errors="replace"
    )
    files = {one["file_name"]: one for one in json.loads(out.read_text(encoding="utf-8"))["files"]}
    return Came(child.returncode, files, said, used.ru_maxrss * _UNIT, monotonic() - started)


def tree(folder: Path) -> dict[str, bytes | str]:
    """Give everything under a folder: files with their content, links with where they lead."""
    return {str(path.relative_to(folder)): _content(path) for path in sorted(folder.rglob("*"))}


def _content(path: Path) -> bytes | str:
    if path.is_symlink():
        return f"-> {path.readlink()}"
    return path.read_bytes() if path.is_file() else "no file"
