"""What the operating system takes away holds even if the database and the gate were both broken."""

import subprocess
import sys
from pathlib import Path

import pytest

from rcc_dash.store.typed import cage, landlock

PROJECT = Path(__file__).resolve().parents[3]
SHUT_FIRST = """
import os, socket, subprocess, sys
sys.path.insert(0, sys.argv[1])
from rcc_dash.store.typed import cage
held = open(sys.argv[2], "a")
lacking = cage.shut(1400)
try:
    {attempt}
    print("done", lacking)
except (OSError, MemoryError) as error:
    print(type(error).__name__, lacking)
"""
ATTEMPTS = {
    "read a file": "open('/etc/passwd').read()",
    "list a folder": "os.listdir('/')",
    "make a file": "open(sys.argv[2] + '.wal', 'w')",
    "write to a file that is open": "held.write('x'); held.flush()",
    "make a folder": "os.mkdir(sys.argv[2] + '.d')",
    "remove a file": "os.remove(sys.argv[2])",
    "reach the network": "socket.create_connection(('127.0.0.1', 9), timeout=1)",
    "listen": "socket.create_server(('127.0.0.1', 0))",
    "start a program": "subprocess.run(['/bin/true'])",
    "take much memory": "bytearray(3_000_000_000)",
}


def outcome(attempt: str, file: Path) -> str:
    file.write_text("")
    code = SHUT_FIRST.format(attempt=attempt)
    run = subprocess.run(
        [sys.executable, "-I", "-c", code, str(PROJECT), str(file)],
        capture_output=True,
        text=True,
        check=False,
    )
    return run.stdout


@pytest.fixture(scope="module")
def has_walls(tmp_path_factory: pytest.TempPathFactory) -> bool:
    return "done ()" in outcome("pass", tmp_path_factory.mktemp("walls") / "file")


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can shut a process in")
@pytest.mark.parametrize("attempt", ATTEMPTS.values(), ids=ATTEMPTS)
def test_a_process_that_was_shut_in_can(attempt: str, tmp_path: Path, *, has_walls: bool) -> None:
    if not has_walls:
        pytest.skip("this kernel has no Landlock (5.13 or newer, with network rules since 6.7)")
    found = outcome(attempt, tmp_path / "file")
    assert "Error" in found
    assert (tmp_path / "file").read_text() == ""
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_a_system_that_cannot_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert cage.shut(1400) == (cage.NO_LIMITS, cage.NO_WALLS)
    assert landlock.shut_in() is False
