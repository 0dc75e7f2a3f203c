"""People who sign in, as tests of the app need them: on the list, and at an address."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qs

from streamlit.testing.v1 import AppTest

from rcc_dash.domain.people import COLUMNS, TENANT_COLUMNS
from rcc_dash.domain.roles import roles
from rcc_dash.ui.nav import PAGES
from tests.ui.on_screen import PROJECT, Browser, at, bar_links, must_be_whole

ISSUER = "https://login.example"
LAS = {"la-director": "Bolton", "la-analyst": "Bolton", "data-steward": "Bury"}
TODAY = datetime.now(UTC).date().isoformat()


def person(subject: str, role: str, las: str = "", **changed: str) -> dict[str, str]:
    values = (ISSUER, subject, subject.title(), role, las, "", TODAY, "", "")
    return {**dict(zip(COLUMNS, values, strict=True)), **changed}


def listed(home: Path, *people: dict[str, str]) -> Path:
    folder = home / "access"
    folder.mkdir(exist_ok=True)
    lines = [",".join(COLUMNS), *(",".join(one.values()) for one in people)]
    (folder / "people.csv").write_text("\n".join(lines) + "\n")
    (folder / "tenants.csv").write_text(f"{','.join(TENANT_COLUMNS)}\n{ISSUER},,Example\n")
    return folder / "people.csv"


@contextmanager
def everybody(home: Path) -> Iterator[None]:
    """List one person of each role, who is called as it is, for a while."""
    listed(home, *(person(role, role, LAS.get(role, "")) for role in roles()))
    yield
    shutil.rmtree(home / "access")


def visitor(subject: str = "", page: str = "", query: str = "", **claims: object) -> AppTest:
    """Open an address as somebody whom the provider vouches for; nobody, without a subject."""
    app = AppTest.from_file(PROJECT / "rcc_dash" / "ui" / "script.py", default_timeout=20)
    app.secrets = {"auth": {"client_id": "rcc"}}
    now = datetime.now(UTC).timestamp()
    told = {"is_logged_in": True, "iss": ISSUER, "sub": subject, "iat": now, **claims}
    app.user = told if subject else {"is_logged_in": False}
    if page:
        app.switch_page(at(page))
    app.query_params.update(parse_qs(query))
    return app


def switch_on(app: AppTest, why: str = "checking") -> AppTest:
    """Say why, which switches exact figures on."""
    return app.selectbox(key="w-exact-why").set_value(why).run()


def bar(app: AppTest) -> list[str]:
    known = {spec.title for spec in PAGES}
    shown = [link.proto.label for link in app.get("page_link")]
    return [label for label in (*bar_links(app), *shown) if label in known]


def lines(home: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (home / "audit.jsonl").read_text().splitlines()]


def exact_lines(home: Path) -> list[dict[str, object]]:
    return lines(home / "demo")


def assert_sees_nothing(app: AppTest, browser: Browser) -> None:
    must_be_whole(app)
    assert bar(app) == []
    assert not any(word in browser.wire for word in (b"looked after", b"Greater Manchester", b"Bolton"))
