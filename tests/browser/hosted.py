"""What stands around the app where it serves others: a sign-in service, a gate, and nginx as we ship it."""

import json
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.browser.conftest import PROJECT, free_port, stop

NGINX, OPENSSL = shutil.which("nginx", path="/usr/sbin:/usr/bin:/sbin:/bin"), shutil.which("openssl")
SHIPPED = PROJECT / "rcc_dash" / "hosting"
GATE = "gate=open"
HAS_NGINX = bool(NGINX and OPENSSL)
needs_nginx = pytest.mark.skipif(not HAS_NGINX, reason="needs Debian's nginx-light and openssl")


@dataclass(frozen=True)
class Site:
    """Where the app is reached, by whom people sign in, and its data home."""

    address: str
    issuer: str
    home: Path


class Gate(BaseHTTPRequestHandler):
    """Stands in for oauth2-proxy: lets through whoever has the cookie."""

    def do_GET(self) -> None:
        if self.path.startswith("/oauth2/auth"):
            self.send_response(202 if GATE in self.headers.get("Cookie", "") else 401)
        else:
            self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def provider(user: str) -> Iterator[str]:
    """A sign-in service of our own; gives its issuer."""
    port = free_port()
    issuer, claims = f"http://localhost:{port}", json.dumps({"sub": user, "name": "Alice Able"})
    command = [sys.executable, "-W", "ignore", "-m", "oidc_provider_mock", "-p", str(port)]
    process = subprocess.Popen(
        [*command, "--user-claims", claims], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        wait_for(f"{issuer}/.well-known/openid-configuration")
        yield issuer
    finally:
        stop(process)


def wait_for(url: str) -> None:
    for _ in range(120):
        try:
            with urllib.request.urlopen(url, timeout=1):
                return
        except OSError:
            time.sleep(0.25)
    pytest.fail(f"{url} does not answer")


def wait_for_port(port: int) -> None:
    for _ in range(120):
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    pytest.fail("nginx does not answer")


@contextmanager
def proxy(folder: Path, port: int, app: str, gate: int) -> Iterator[None]:
    """The shipped nginx.conf, with our ports, certificate and name."""
    here = {"127.0.0.1:8501": f"127.0.0.1:{urlsplit(app).port}"}
    with running(folder, port, in_place("nginx.conf", {**names(folder, port, gate), **here})):
        yield


def names(folder: Path, port: int, gate: int) -> dict[str, str]:
    """Give what the shipped nginx.conf calls otherwise than we do here."""
    return {
        "https://care.example.gov.uk": f"https://localhost:{port}",
        "care.example.gov.uk": "localhost",
        "listen 443": f"listen 127.0.0.1:{port}",
        "/etc/ssl/rcc": str(folder),
        "/var/log/nginx/rcc.log": str(folder / "access.log"),
        "127.0.0.1:4180": f"127.0.0.1:{gate}",
    }


def in_place(file: str, changes: dict[str, str]) -> str:
    """Read a shipped file, as it is here."""
    text = (SHIPPED / file).read_text()
    for ours, here in changes.items():
        assert ours in text
        text = text.replace(ours, here)
    return text


def upstreams(ports: Sequence[int | None]) -> str:
    """Read the shipped replicas.conf, with replicas at these ports."""
    return in_place("replicas.conf", {f":850{at}": f":{port}" for at, port in enumerate(ports, start=1)})


@contextmanager
def running(folder: Path, port: int, site: str) -> Iterator[None]:
    """Run nginx with this inside its http block."""
    (folder / "site.conf").write_text(site)
    (folder / "nginx.conf").write_text(around(folder))
    certify(folder)
    with (folder / "nginx.log").open("wb") as log:
        command = [str(NGINX), "-e", str(folder / "error.log"), "-c", str(folder / "nginx.conf")]
        process = subprocess.Popen(command, stdout=log, stderr=log)
        try:
            wait_for_port(port)
            yield
        finally:
            stop(process)


def around(folder: Path) -> str:
    """Give what is outside the shipped file: nginx writes nowhere but in the folder."""
    kinds = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    own = "".join(f"{kind}_temp_path {folder}/{kind};" for kind in kinds)
    return f"daemon off; pid {folder}/pid; events {{}} http {{ {own} include {folder}/site.conf; }}"


def certify(folder: Path) -> None:
    what = ["-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost"]
    files = ["-keyout", str(folder / "privkey.pem"), "-out", str(folder / "fullchain.pem")]
    subprocess.run([str(OPENSSL), "req", *what, *files], check=True, capture_output=True)
