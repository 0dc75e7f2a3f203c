"""Which replica answers whom, by the shipped replicas.conf in real nginx? Small servers stand in for ours."""

import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from tests.browser.conftest import free_port
from tests.browser.hosted import needs_nginx, running, upstreams

pytestmark = needs_nginx


class Named(BaseHTTPRequestHandler):
    """Stands in for a replica: says at which port it is."""

    def do_GET(self) -> None:
        name = str(self.server.server_address[1]).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(name)))
        self.end_headers()
        self.wfile.write(name)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def named(port: int) -> Iterator[None]:
    server = ThreadingHTTPServer(("127.0.0.1", port), Named)
    Thread(target=server.serve_forever, daemon=True).start()
    yield
    server.shutdown()
    server.server_close()


def answered(port: int, replica: str = "") -> tuple[str, str]:
    """Ask as a browser that was with this replica; gives who answered and whom it is with from now on."""
    asked = urllib.request.Request(f"http://127.0.0.1:{port}/", headers={"Cookie": f"rcc_replica={replica}"})
    with urllib.request.urlopen(asked, timeout=20) as answer:
        cookie = answer.headers["Set-Cookie"]
        assert cookie.endswith("; Path=/; Secure; HttpOnly; SameSite=Lax")
        return answer.read().decode(), cookie.partition(";")[0].removeprefix("rcc_replica=")


def test_who_was_taken_over_stays_there_when_the_first_replica_comes_back(tmp_path: Path) -> None:
    front, *ports = [free_port() for _ in range(4)]
    first, second = str(ports[0]), str(ports[1])
    to_replica = "location / { proxy_pass http://$replica; add_header Set-Cookie $stay_here always; }"
    site = f"{upstreams(ports)} server {{ listen 127.0.0.1:{front}; access_log off; {to_replica} }}"
    with running(tmp_path, front, site), named(ports[1]):
        with named(ports[0]):
            assert {answered(front) for _ in range(4)} == {(first, "1"), (second, "2")}
            assert [answered(front, "1") for _ in range(4)] == [(first, "1")] * 4
        assert answered(front, "1") == (second, "2")
        with named(ports[0]):
            assert answered(front, "2") == (second, "2")
            assert answered(front, "strange")[1] in {"1", "2"}
