"""Uses of exact figures, written down for the tests of the log."""

from datetime import UTC, datetime

from rcc_dash.settings import DataHome
from rcc_dash.store import audit
from tests.store.staged_by_hand import BOLTON, BURY

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
SEEN = audit.Seen("distance", (BURY, BOLTON), "20261122T120000-0a1b2c3d")


def write(home: DataHome, times: int, event: audit.Event = audit.Event.SEEN) -> None:
    for _ in range(times):
        audit.record(home, event, audit.Viewer(), SEEN, NOW)


def lines(home: DataHome) -> list[str]:
    return home.audit.read_text().splitlines(keepends=True)
