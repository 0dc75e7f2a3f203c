"""The app as a server for others: real sign-in, behind real nginx with the very file that we ship."""

import http.client
import shutil
import ssl
import subprocess
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from datetime import UTC, datetime
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

import pytest

from rcc_dash import cli
from tests.browser.conftest import DESK, PROJECT, free_port, served
from tests.browser.hosted import GATE, HAS_NGINX, SHIPPED, Gate, Site, needs_nginx, provider, proxy


@pytest.fixture(scope="module")
def site(demo_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The app with sign-in, behind nginx where there is one."""
    folder = tmp_path_factory.mktemp("site")
    home = Path(shutil.copytree(demo_home, folder / "home"))
    gate = ThreadingHTTPServer(("127.0.0.1", 0), Gate)
    Thread(target=gate.serve_forever, daemon=True).start()
    port, secrets = free_port(), folder / "secrets.toml"
    origin = (
        f"https://localhost:{port}" if HAS_NGINX else "http://localhost:{port}"
    )  # Streamlit fills in its own
    with provider("alice") as issuer, pytest.MonkeyPatch.context() as patch:
        patch.setenv("RCC_DATA_DIR", str(home))
        assert cli.main(["people", "trust", issuer]) == 0
        told = ["--issuer", issuer, "--subject", "alice", "--name", "Alice Able"]
        assert cli.main(["people", "add", *told, "--role", "la-analyst", "--la", "Bolton"]) == 0
        patch.setenv("RCC_MODE", "shared")
        text = (SHIPPED / "secrets.example.toml").read_text()
        shared = text.replace("https://care.example.gov.uk", origin)
        secrets.write_text(shared.replace("https://login.microsoftonline.com/YOUR-TENANT-ID/v2.0", issuer))
        with (
            served(home, folder / "app.txt", f"--secrets.files={secrets}") as app,
            proxy(folder, port, app, int(gate.server_address[1])) if HAS_NGINX else nullcontext(),
        ):
            yield Site(origin if HAS_NGINX else app, issuer, home)
    gate.shutdown()
    gate.server_close()


def asked(site: Site, path: str, **headers: str) -> tuple[int, dict[str, str]]:
    """Ask for a path without a browser; gives the status and the headers of the answer."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    address = urlsplit(site.address)
    trusting = ssl._create_unverified_context()  # noqa: S323, SLF001 our own certificate of a minute ago
    line = http.client.HTTPSConnection(address.hostname or "", address.port, timeout=20, context=trusting)
    try:
        line.request("GET", path, headers=named)
        answer = line.getresponse()
        answer.close()
    finally:
        line.close()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}


@needs_nginx
@pytest.mark.parametrize(
    "path", ["/", "/distance", "/media/0a1b.csv", "/_stcore/health", "/_stcore/host-config"]
)
def test_nothing_answers_whoever_has_not_signed_in_at_the_proxy(site: Site, path: str) -> None:
    status, headers = asked(site, path)
    assert status == 302
    assert headers["location"].startswith(f"{site.address}/oauth2/start?rd={site.address}")
    assert asked(site, path, Cookie=GATE)[0] in {200, 404}


@needs_nginx
def test_every_answer_has_the_headers_that_a_browser_must_heed(site: Site) -> None:
    for status, headers in (asked(site, "/"), asked(site, "/", Cookie=GATE)):
        assert status in {200, 302}
        assert "max-age=31536000" in headers["strict-transport-security"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert "frame-ancestors 'self'" in headers["content-security-policy"]
        assert headers["cache-control"].endswith("no-store")


@needs_nginx
def test_the_socket_is_opened_for_our_own_page_alone(site: Site) -> None:
    opening = {
        "Cookie": GATE,
        "Upgrade": "websocket",
        "Connection": "Upgrade",
        "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
        "Sec-WebSocket-Version": "13",
    }
    stream = "/_stcore/stream"
    assert asked(site, stream, **opening, Origin=site.address)[0] == 101
    assert asked(site, stream, **opening, Origin="https://evil.example")[0] == 403
    assert asked(site, stream, **{**opening, "Cookie": ""}, Origin=site.address)[0] == 302
    assert asked(site, "/", Cookie=GATE, Host="evil.example")[0] == 421
    assert asked(site, "/_stcore/metrics", Cookie=GATE)[0] == 404


def test_somebody_signs_in_sees_their_own_la_exactly_and_loses_access_without_a_click(
    site: Site,
    chromium: Any,  # noqa: ANN401 Playwright is imported late
) -> None:
    context = chromium.new_context(viewport=DESK, ignore_https_errors=True)
    context.add_cookies([{"name": "gate", "value": "open", "url": site.address}])
    page, refused = context.new_page(), []
    page.on("console", lambda said: refused.append(said.text) if "Content Security" in said.text else None)
    page.goto(f"{site.address}/homes_and_origins?la=350")
    page.get_by_role("button", name="Sign in").click()
    page.fill("input[name=sub]", "alice")
    page.click("button[type=submit]")
    page.wait_for_url(f"{site.address}/homes_and_origins?la=350")
    page.get_by_role("heading", name="Where do children come from").wait_for(timeout=60_000)
    page.get_by_role("combobox", name="Why exact figures?").click()
    page.get_by_role("option", name="Commissioning and costs").click()
    page.get_by_text("Exact figures are of Bolton alone").wait_for(timeout=60_000)
    cookies = {cookie["name"]: cookie for cookie in context.cookies()}
    assert cookies["_streamlit_user"]["secure"] is HAS_NGINX
    assert refused == []
    taken = datetime.now(UTC)
    assert cli_of(site, "people", "remove", "alice") == 0
    page.get_by_text("You have not been given access yet").wait_for(timeout=60_000)
    assert (datetime.now(UTC) - taken).total_seconds() < 60
    assert "Bolton" not in page.inner_text("body")
    context.close()


def cli_of(site: Site, *words: str) -> int:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RCC_DATA_DIR", str(site.home))
        return cli.main(list(words))


def test_a_server_for_others_without_sign_in_does_not_start(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={free_port()}"]
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("RCC_MODE", raising=False)
        patch.setenv("RCC_DATA_DIR", str(tmp_path))
        done = subprocess.run(
            [*command, "--server.address=0.0.0.0"],
            cwd=PROJECT,
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr.startswith("Not started: it would listen on 0.0.0.0")
    assert "Traceback" not in done.stderr
