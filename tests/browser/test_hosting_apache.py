"""The very apache.conf that we ship: real sign-in at the proxy, in front of the real app."""

import http.cookiejar
import socket
import ssl
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

import pytest

from rcc_dash.ui.kept_parts import land_part, map_script
from tests.browser.apached import apache, needs_apache
from tests.browser.conftest import free_port
from tests.browser.hosted import provider

pytestmark = needs_apache
OPENING = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
    "Sec-WebSocket-Version": "13",
}


PAGE = {"Accept": "text/html"}
"""Asks for a page, as a browser's address bar does: whoever asks for anything else is not sent to sign in."""


class Stays(urllib.request.HTTPRedirectHandler):
    """Follows nobody."""

    def redirect_request(self, *_: object) -> None:
        return None


@dataclass(frozen=True)
class Site:
    """Where the app is reached, by whom people sign in, and somebody's cookies there."""

    address: str
    issuer: str
    cookies: http.cookiejar.CookieJar

    def ask(self, path: str, *, signed_in: bool = True, **headers: str) -> tuple[int, dict[str, str]]:
        """Ask for a path; gives the status and the headers of the answer."""
        jar = [urllib.request.HTTPCookieProcessor(self.cookies)] if signed_in else []
        said = urllib.request.Request(self.address + path, headers=headers)
        try:
            with urllib.request.build_opener(https(), Stays, *jar).open(said, timeout=20) as answer:
                return answer.status, {name.lower(): value for name, value in answer.headers.items()}
        except urllib.error.HTTPError as answer:
            return answer.code, {name.lower(): value for name, value in answer.headers.items()}


def https() -> urllib.request.HTTPSHandler:
    trusting = ssl._create_unverified_context()  # noqa: S323, SLF001 our own certificate of a minute ago
    return urllib.request.HTTPSHandler(context=trusting)


@pytest.fixture(scope="module")
def site(app: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The session's server behind Apache, and somebody who has signed in there."""
    with (
        provider("alice") as issuer,
        apache(tmp_path_factory.mktemp("apache"), free_port(), app, issuer) as address,
    ):
        jar = http.cookiejar.CookieJar()
        opener = urllib.request.build_opener(https(), urllib.request.HTTPCookieProcessor(jar))
        first = urllib.request.Request(f"{address}/_stcore/health", headers=PAGE)
        with opener.open(first, timeout=20) as asked:
            form = asked.url
        assert form.startswith(issuer)
        with opener.open(form, urlencode({"sub": "alice"}).encode(), timeout=20) as back:
            assert (back.url, back.read()) == (f"{address}/_stcore/health", b"ok")
        yield Site(address, issuer, jar)


@pytest.mark.parametrize("path", ["/", "/distance", "/media/0a1b.csv", "/_stcore/health", "/_stcore/stream"])
def test_nothing_answers_whoever_has_not_signed_in(site: Site, path: str) -> None:
    status, headers = site.ask(path, signed_in=False, **PAGE)
    assert status == 302
    assert headers["location"].startswith(f"{site.issuer}/")
    assert site.ask(path, signed_in=False)[0] == 401
    assert site.ask(path, signed_in=False, Cookie="rcc_proxy=forged")[0] == 401


def test_somebody_who_has_signed_in_reaches_the_app_and_every_answer_has_its_headers(site: Site) -> None:
    for status, headers in (site.ask("/"), site.ask("/", signed_in=False, **PAGE)):
        assert status in {200, 302}
        assert "max-age=31536000" in headers["strict-transport-security"]
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert "frame-ancestors 'self'" in headers["content-security-policy"]
        assert "no-store" in headers["cache-control"]
        assert "secure" in headers.get("set-cookie", "secure").lower()
    assert all(cookie.secure for cookie in site.cookies)


def test_a_browser_keeps_the_maps_script_and_outlines_and_nothing_else(site: Site) -> None:
    for part in (map_script(), land_part("gm")):
        kept = site.ask(f"/{part.address}")[1]["cache-control"]
        assert ("immutable" in kept, "no-store" in kept) == (True, False)
        assert site.ask(f"/{part.address}", signed_in=False, **PAGE)[0] == 302
    for path in ("/kept-parts/of-another-version/map.js", "/_stcore/health"):
        assert site.ask(path)[1]["cache-control"] == "no-store"


def test_the_socket_is_opened_for_our_own_page_alone(site: Site) -> None:
    stream = "/_stcore/stream"
    assert site.ask(stream, **OPENING, Origin="https://evil.example")[0] == 403
    assert site.ask("/", Origin="https://evil.example")[0] == 403
    assert site.ask("/", Host="evil.example")[0] == 421
    assert site.ask("/_stcore/metrics")[0] == 404
    cookies = "; ".join(f"{cookie.name}={cookie.value}" for cookie in site.cookies)
    opening = {**OPENING, "Cookie": cookies, "Origin": site.address, "Host": urlsplit(site.address).netloc}
    assert opened(site.address, stream, opening) == "HTTP/1.1 101 Switching Protocols"


def opened(address: str, path: str, headers: dict[str, str]) -> str:
    """Open a socket and give the first line of the answer."""
    there = urlsplit(address)
    lines = [f"GET {path} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items()), "", ""]
    with (
        socket.create_connection((there.hostname or "", there.port or 0), timeout=20) as line,
        ssl._create_unverified_context().wrap_socket(line, server_hostname="localhost") as safe,  # noqa: S323, SLF001 as above
    ):
        safe.sendall("\r\n".join(lines).encode())
        return safe.recv(4096).partition(b"\r\n")[0].decode()
