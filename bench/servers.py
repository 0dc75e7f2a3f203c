"""Two servers side by side: the app on a data home, and an empty page to compare with."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
EMPTY_PAGE = """
import gc
import streamlit as st

if "seen" not in st.session_state:
    st.session_state["seen"] = True
    gc.collect()
    gc.freeze()
st.html("<h1>An empty page</h1>")
st.toggle("Run again", key="again")
"""
"""It freezes what is loaded, as the app does, so that the app is compared with the better floor."""


@dataclass(frozen=True, slots=True)
class Server:
    """A running server: its address, its process, and how long it took to answer."""

    url: str
    pid: int
    up_seconds: float

    def cpu_seconds(self) -> float | None:
        """Give the processor time used so far; None where the system does not say (not Linux)."""
        stat = Path(f"/proc/{self.pid}/stat")
        if not stat.exists():
            return None
        fields = stat.read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def megabytes(self) -> float:
        """Give the memory that it holds now; nought where the system does not say (not Linux)."""
        status = Path(f"/proc/{self.pid}/status")
        lines = status.read_text().splitlines() if status.exists() else []
        return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS:")), 0.0)


@contextmanager
def app(home: Path, **environment: str) -> Iterator[Server]:
    """Serve the app on a data home."""
    with _served(PROJECT / "app.py", PROJECT, {"RCC_DATA_DIR": str(home), **environment}) as server:
        yield server


@contextmanager
def empty(folder: Path) -> Iterator[Server]:
    """Serve an empty page with the app's own server settings."""
    script = folder / "empty.py"
    script.write_text(EMPTY_PAGE, encoding="utf-8")
    with _served(script, PROJECT, {}) as server:
        yield server


@contextmanager
def _served(script: Path, folder: Path, extra: Mapping[str, str]) -> Iterator[Server]:
    port = _free_port()
    command = [sys.executable, "-m", "streamlit", "run", str(script), f"--server.port={port}"]
    started = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=folder,
        env={**os.environ, **extra},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait(f"http://localhost:{port}/_stcore/health")
        yield Server(f"http://localhost:{port}", process.pid, time.perf_counter() - started)
    finally:
        process.terminate()
        process.wait(timeout=20)


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return int(taken.getsockname()[1])


def _wait(url: str) -> None:
    for _ in range(1500):
        try:
            with urllib.request.urlopen(url, timeout=1):
                return
        except OSError:
            time.sleep(0.02)
    message = "the server did not start within 30 seconds"
    raise RuntimeError(message)
