"""Apache as we ship it in front of the app, with what it needs of Debian's configuration and no more."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.browser.conftest import stop
from tests.browser.hosted import OPENSSL, SHIPPED, certify, wait_for_port

APACHE = shutil.which("apache2", path="/usr/sbin:/usr/bin")
MODULES = Path("/usr/lib/apache2/modules")
HAS_APACHE = bool(APACHE and OPENSSL and (MODULES / "mod_auth_openidc.so").exists())
needs_apache = pytest.mark.skipif(
    not HAS_APACHE, reason="needs Debian's apache2-bin, libapache2-mod-auth-openidc and openssl"
)
LOADED = (
    "mpm_event", "authn_core", "authz_core", "authz_user", "auth_openidc", "alias", "headers", "rewrite",
    "socache_shmcb", "ssl", "proxy", "proxy_http", "proxy_wstunnel",
)  # fmt: skip
SECRETS = dict.fromkeys(("CLIENT_ID", "CLIENT_SECRET", "PASSPHRASE"), "0" * 32)


@contextmanager
def apache(folder: Path, port: int, app: str, issuer: str) -> Iterator[str]:
    """Run the shipped apache.conf, with ports, certificate, name and sign-in service; gives the address."""
    names = {
        "https://care.example.gov.uk": f"https://localhost:{port}",
        "care.example.gov.uk": "localhost",
        "*:443": f"*:{port}",
        "/etc/ssl/rcc": str(folder),
        "/var/log/apache2/rcc.log": str(folder / "access.log"),
        "127.0.0.1:8501": f"127.0.0.1:{urlsplit(app).port}",
        "https://login.microsoftonline.com/YOUR-TENANT-ID/v2.0": issuer,
    }
    text = (SHIPPED / "apache.conf").read_text()
    for ours, here in names.items():
        assert ours in text
        text = text.replace(ours, here)
    (folder / "apache.conf").write_text(around(folder, port) + text)
    certify(folder)
    secrets = {f"RCC_PROXY_{name}": value for name, value in SECRETS.items()}
    command = [str(APACHE), "-f", str(folder / "apache.conf"), "-D", "FOREGROUND"]
    with (folder / "apache.txt").open("wb") as log:
        process = subprocess.Popen(command, env={**os.environ, **secrets}, stdout=log, stderr=log)
        try:
            wait_for_port(port)
            yield f"https://localhost:{port}"
        finally:
            stop(process)


def around(folder: Path, port: int) -> str:
    """Give what is outside the shipped file: Apache writes nowhere but in the folder."""
    loads = [f"LoadModule {name}_module {MODULES}/mod_{name}.so" for name in LOADED]
    own = [
        f"ServerRoot {folder}",
        f"DefaultRuntimeDir {folder}",
        f"PidFile {folder}/pid",
        "ServerName localhost",
    ]
    own += [f"ErrorLog {folder}/error.log", f"Mutex file:{folder}", f"Listen 127.0.0.1:{port}"]
    user = ["User www-data", "Group www-data"] if os.geteuid() == 0 else []
    return "\n".join([*loads, *own, *user, ""])
