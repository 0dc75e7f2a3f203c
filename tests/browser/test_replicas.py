"""Two replicas on one data folder, behind real nginx with the very files that we ship."""

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from http.server import ThreadingHTTPServer
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
from tests.browser.hosted import SHIPPED, Gate, in_place, names, needs_nginx, running, upstreams
from tests.browser.on_page import SENTENCE, go, settle, until
from tests.browser.test_loading import FAULTY, problems_of, put
from tests.ui.signing_in import ISSUER, listed, person

LINK = "/?r=se&p=foster"
SURREY = "E10000030"
SECRET = "5" * 64
HEADER = 'add_header Referrer-Policy           "no-referrer" always;'
USER = "_streamlit_user"
SignedIn = Callable[[str], Any]
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


@pytest.fixture
def signed_in(chromium: Any, site: Replicas) -> Iterator[SignedIn]:  # noqa: ANN401 Playwright is imported late
    """Open browsers of people who signed in when the tests began, as Streamlit's own cookie says it."""
    contexts = []

    def opened(subject: str) -> Any:  # noqa: ANN401
        claims = {"iss": ISSUER, "sub": subject, "iat": site.began}
        told = json.dumps({"origin": site.address, "is_logged_in": True, **claims})
        context = chromium.new_context(viewport=DESK, ignore_https_errors=True)
        context.set_default_timeout(60_000)
        contexts.append(context)
        keep(context, site, "gate", "open")
        keep(context, site, USER, str(URLSafeTimedSerializer(SECRET, salt=USER).dumps(told)))
        return context

    yield opened
    for context in contexts:
        context.close()


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


def test_readers_keep_a_replica_each_with_their_files_and_follow_a_new_build(
    site: Replicas, signed_in: SignedIn, tmp_path: Path
) -> None:
    alice, bob = signed_in("alice"), signed_in("bob")
    hers, his = alice.new_page(), bob.new_page()
    go(hers, f"{site.address}/load")
    go(his, site.address + LINK)
    assert {replica_of(alice), replica_of(bob)} == {"1", "2"}
    put(hers, FAULTY)
    assert len(problems_of(hers, tmp_path / "problems.csv")) > 2

    before = his.inner_text(SENTENCE)
    publish_without_one_la(DataHome(site.home).demo)
    for page in (hers, his):
        go(page, site.address + LINK)
    assert his.inner_text(SENTENCE) == hers.inner_text(SENTENCE) != before


def test_who_signs_out_on_one_replica_is_out_on_the_other(site: Replicas, signed_in: SignedIn) -> None:
    pages = []
    for number in ("1", "2"):
        context = signed_in("alice")
        keep(context, site, "rcc_replica", number)
        pages.append(context.new_page())
        go(pages[-1], site.address + LINK)
        assert replica_of(context) == number
    pages[0].get_by_role("button", name="Sign out").click()
    pages[1].reload()
    pages[1].get_by_text("Please sign in").wait_for()


def test_readers_of_a_lost_replica_see_the_same_on_another(site: Replicas, signed_in: SignedIn) -> None:
    bob = signed_in("bob")
    page = bob.new_page()
    go(page, site.address + LINK)
    said, link, lost = page.inner_text(SENTENCE), page.url, replica_of(bob)
    site.stops[lost].close()
    until(page, lambda: replica_of(bob) != lost, "nobody took him over")
    settle(page)
    assert (page.inner_text(SENTENCE), page.url) == (said, link)
