"""What a role is shown of the register of homes and of the audit log: its own part, and no more."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from rcc_dash.settings import DataHome
from rcc_dash.store import audit
from tests.ui.on_screen import Browser, html_of, must_be_whole, table_of
from tests.ui.signing_in import ISSUER, everybody, switch_on, visitor

BOLTON, BURY = "E08000001", "E08000002"
NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.fixture
def home(demo: Browser, demo_home: Path) -> Iterator[Path]:
    """The synthetic region, with one person of each role on the list."""
    assert demo
    with everybody(demo_home):
        yield demo_home


def test_a_director_reads_the_register_of_the_own_la_in_exact_figures_alone(home: Path) -> None:
    app = visitor("la-director", "homes_and_origins", "t-open=homes").run()
    must_be_whole(app)
    assert "Ofsted's register" not in registers(app)
    switch_on(app, "placing")
    must_be_whole(app)
    assert registers(app) == "Ofsted's register: Bolton"
    assert "Bury" not in "".join(piece for piece in html_of(app) if "Ofsted&#x27;s register" in piece)
    assert home


def registers(app: AppTest) -> str:
    return " ".join(box.label for box in app.expander if "register" in box.label)


def test_each_role_reads_its_part_of_the_audit_log(home: Path) -> None:
    for subject, las in (("la-analyst", BOLTON), ("other", BURY), ("gone", BOLTON)):
        told = audit.Viewer(audit.subject_of(ISSUER, subject), "la-analyst", "costs")
        audit.record(DataHome(home).demo, audit.Event.SEEN, told, audit.Seen("voids", (las,)), NOW)
    seen = {role: looked(role) for role in ("la-director", "la-analyst", "regional-director", "public")}
    assert {row["Local authority"] for row in seen["la-director"]} == {"Bolton"}
    assert {row["Who"] for row in seen["la-analyst"]} == {"La-Analyst"}
    letters = audit.subject_of(ISSUER, "gone")
    named = {row["Who"] for row in seen["la-director"]}
    assert named >= {"La-Analyst", f"No longer on the list ({letters[:4]})"}
    assert letters not in named
    assert {row["Local authority"] for row in seen["regional-director"]} >= {"Bolton", "Bury"}
    assert "Who" not in seen["regional-director"][0]
    assert seen["public"] == []


def looked(role: str) -> list[dict[str, str]]:
    app = visitor(role, "data", "t-open=looked").run()
    must_be_whole(app)
    drawn = any("Uses of exact figures" in piece for piece in html_of(app))
    return table_of(app, "Uses of exact figures") if drawn else []
