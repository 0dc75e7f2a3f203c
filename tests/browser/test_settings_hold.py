"""The settings that protect, read back from the running server by what it answers (scorecard 19)."""

import http.client
import json
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.browser.conftest import PROJECT, free_port

OPENING = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Key": "dGhlIHNhbXBsZSBub25jZQ==",
    "Sec-WebSocket-Version": "13",
}


def asked(app: str, path: str, method: str = "GET", **headers: str) -> tuple[int, str, bytes]:
    """Ask the server; gives the status, the cookies that it sets and, of a page, the answer."""
    line = http.client.HTTPConnection("127.0.0.1", urlsplit(app).port or 0, timeout=20)
    try:
        line.request(method, path, headers={"Host": urlsplit(app).netloc, **headers})
        answer = line.getresponse()
        body = b"" if answer.status == http.HTTPStatus.SWITCHING_PROTOCOLS else answer.read()
        return answer.status, answer.getheader("Set-Cookie") or "", body
    finally:
        line.close()


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 101),
        ({"Host": "evil.example"}, 403),
        ({"Host": "localhost.evil.example"}, 403),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "https://share.streamlit.io"}, 403),
        ({"Origin": "null"}, 403),
    ],
)
def test_the_socket_is_opened_under_our_names_and_for_our_page_alone(
    app: str, headers: dict[str, str], status: int
) -> None:
    assert asked(app, "/_stcore/stream", **{**OPENING, **headers})[0] == status


def test_what_the_server_says_of_itself_is_what_we_set(app: str) -> None:
    told = json.loads(asked(app, "/_stcore/host-config")[2])
    assert told["allowedOrigins"] == []
    cookie = asked(app, "/_stcore/health")[1] or asked(app, "/_stcore/host-config")[1]
    assert "_streamlit_xsrf" in cookie
    assert "samesite=strict" in cookie.lower()


@pytest.mark.parametrize("path", ["/_stcore/agent", "/_stcore/agent/mcp", "/app/static/index.html"])
def test_there_is_no_door_for_programs_and_nothing_lies_about(app: str, path: str) -> None:
    status, _, body = asked(app, path)
    assert status in {403, 404, 405} or b"<title>Streamlit</title>" in body


def test_an_upload_without_the_page_s_token_is_refused(app: str) -> None:
    assert asked(app, "/_stcore/upload_file/a/b", "PUT")[0] in {400, 403}


def test_a_server_for_others_does_not_start_with_a_setting_loosened(tmp_path: Path) -> None:
    loose = "--server.enableXsrfProtection=false"
    command = [sys.executable, "-m", "streamlit", "run", "app.py", f"--server.port={free_port()}", loose]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RCC_MODE", "public")
        patch.setenv("RCC_DATA_DIR", str(tmp_path))
        done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1
    assert "Not started: settings that protect its readers have been changed." in done.stderr
    assert "server.enableXsrfProtection is false. It must be true." in done.stderr
