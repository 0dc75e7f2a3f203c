"""Two replicas on one data folder, behind real nginx with the very files that we ship."""

import json
import shutil
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

import duckdb
import pytest
from itsdangerous import URLSafeTimedSerializer

from rcc_dash.settings import DataHome
from rcc_dash.store import pointer
from tests.browser.conftest import DESK, free_port, served
from tests.browser.hosted import SHIPPED, Gate, in_place, names, needs_nginx, running
from tests.browser.on_page import SENTENCE, go, settle, until
from tests.browser.test_loading import FAULTY, problems_of, put
from tests.ui.signing_in import ISSUER, listed, person

LINK = "/?r=se&p=foster"
SURREY = "E10000030"
SECRET = "5" * 64
HEADER = 'add_header Referrer-Policy           "no-referrer" always;'
pytestmark = needs_nginx


@dataclass(frozen=True)
class Replicas:
    """Where they are reached, their data home, and how each is stopped; a third is never started."""

    address: str
    home: Path
    stops: dict[str, ExitStack]
    began: float


@pytest.fixture(scope="module")
def site(demo_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Replicas]:
    folder = tmp_path_factory.mktemp("replicas")
    home = Path(shutil.copytree(demo_home, folder / "home"))
    listed(home, person("alice", "la-analyst", "Bolton", steward="yes"), person("bob", "la-director", "Bury"))
    gate = ThreadingHTTPServer(("127.0.0.1", 0), Gate)
    Thread(target=gate.serve_forever, daemon=True).start()
    port, secrets = free_port(), folder / "secrets.toml"
    text = (SHIPPED / "secrets.example.toml").read_text()
    ours = text.replace("https://care.example.gov.uk", f"https://localhost:{port}")
    secrets.write_text(ours.replace("64 hexadecimal digits of your own: openssl rand -hex 32", SECRET))
    with ExitStack() as all_of_it, pytest.MonkeyPatch.context() as patch:
        patch.setenv("RCC_MODE", "shared")
        stops = {number: all_of_it.enter_context(ExitStack()) for number in "12"}
        apps = [
            stop.enter_context(served(home, folder / f"app{number}.txt", f"--secrets.files={secrets}"))
            for number, stop in stops.items()
        ]
        all_of_it.enter_context(running(folder, port, conf(folder, port, gate, apps)))
        yield Replicas(f"https://localhost:{port}", home, stops, datetime.now(UTC).timestamp())
    gate.shutdown()
    gate.server_close()


def conf(folder: Path, port: int, gate: ThreadingHTTPServer, apps: list[str]) -> str:
    """Both shipped files, with the two changes that replicas.conf asks for."""
    ports = [*(urlsplit(app).port for app in apps), free_port()]
    changes = {
        "proxy_pass http://127.0.0.1:8501;": "proxy_pass http://$replica;",
        HEADER: f"{HEADER} add_header Set-Cookie $stay_here always;",
    }
    return upstreams(ports) + in_place(
        "nginx.conf", {**changes, **names(folder, port, int(gate.server_address[1]))}
    )


def upstreams(ports: Sequence[int | None]) -> str:
    return in_place("replicas.conf", {f":850{at}": f":{port}" for at, port in enumerate(ports, start=1)})


def signed_in(chromium: Any, site: Replicas, subject: str) -> Any:  # noqa: ANN401 Playwright is imported late
    """Open a browser of somebody who signed in when the test began, as Streamlit's own cookie says it."""
    claims = {"iss": ISSUER, "sub": subject, "iat": site.began}
    told = json.dumps({"origin": site.address, "is_logged_in": True, **claims})
    kept = {
        "gate": "open",
        "_streamlit_user": URLSafeTimedSerializer(SECRET, salt="_streamlit_user").dumps(told),
    }
    context = chromium.new_context(viewport=DESK, ignore_https_errors=True)
    context.set_default_timeout(60_000)
    for name, value in kept.items():
        keep(context, site, name, str(value))
    return context


def keep(context: Any, site: Replicas, name: str, value: str) -> None:  # noqa: ANN401
    context.add_cookies([{"name": name, "value": value, "url": site.address}])


def replica_of(context: Any) -> str:  # noqa: ANN401
    return next(one["value"] for one in context.cookies() if one["name"] == "rcc_replica")


def publish_without_one_la(home: DataHome) -> None:
    """Let a build serve that counts fewer children than the one before."""
    (before,) = pointer.kept(home)[:1]
    made = pointer.warehouse_file(home, "later")
    shutil.copyfile(pointer.warehouse_file(home, before.build_id), made)
    with duckdb.connect(str(made)) as connection:
        connection.execute("UPDATE meta SET build_id = 'later'")
        connection.execute("DELETE FROM as_at WHERE la_code = ?", [SURREY])
    pointer.move(home, "later", before.shape)


def test_readers_keep_their_replica_lose_it_and_see_the_same_on_another(
    site: Replicas,
    chromium: Any,  # noqa: ANN401
    tmp_path: Path,
) -> None:
    alice, bob = (signed_in(chromium, site, name) for name in ("alice", "bob"))
    hers, his = alice.new_page(), bob.new_page()
    go(hers, f"{site.address}/load")
    go(his, site.address + LINK)
    said = his.inner_text(SENTENCE)
    assert {replica_of(alice), replica_of(bob)} == {"1", "2"}
    put(hers, FAULTY)
    assert len(problems_of(hers, tmp_path / "problems.csv")) > 2

    publish_without_one_la(DataHome(site.home).demo)
    for page in (hers, his):
        go(page, site.address + LINK)
    later, link = his.inner_text(SENTENCE), his.url
    assert later == hers.inner_text(SENTENCE) != said

    again = signed_in(chromium, site, "alice")
    keep(again, site, "rcc_replica", replica_of(bob))
    elsewhere = again.new_page()
    go(elsewhere, site.address + LINK)
    assert replica_of(again) == replica_of(bob)
    hers.get_by_role("button", name="Sign out").click()
    elsewhere.get_by_text("Please sign in").wait_for()

    lost = replica_of(bob)
    site.stops[lost].close()
    until(his, lambda: replica_of(bob) != lost, "nobody took him over")
    settle(his)
    assert (his.inner_text(SENTENCE), his.url) == (later, link)
    for context in (alice, bob, again):
        context.close()


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
