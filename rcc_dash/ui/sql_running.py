"""A typed question that runs beside the page, so that it can be watched and stopped."""

from datetime import UTC, datetime
from threading import Event, Thread
from typing import Final

from rcc_dash.errors import UserError
from rcc_dash.settings import DataHome
from rcc_dash.store.audit import Viewer
from rcc_dash.store.typed.answers import TypedResult
from rcc_dash.store.typed.run import Question, run_typed
from rcc_dash.store.typed.share import Scope
from rcc_dash.ui.faults import fault_words

_FAULT: Final = "The question could not be run"


class Running:
    """One question from Run to its answer; `stop` ends it and its process at once."""

    def __init__(self, home: DataHome, sql: str, scope: Scope, viewer: Viewer) -> None:
        """Start it."""
        self.sql: Final = sql
        self.scope: Final = scope
        self.result: TypedResult | None = None
        self.fault: UserError | None = None
        self._stop = Event()
        self._asked = Question(sql, scope, viewer, datetime.now(UTC))
        self._thread = Thread(target=self._run, args=(home,), name="typed", daemon=True)
        self._thread.start()

    @property
    def seconds(self) -> float:
        """Say how long it has run."""
        return (datetime.now(UTC) - self._asked.asked_at).total_seconds()

    def is_done(self, within_seconds: float = 0.0) -> bool:
        """Wait a little, and say whether it has ended, with an answer or a fault."""
        self._thread.join(within_seconds)
        return not self._thread.is_alive()

    def stop(self) -> None:
        """End it; its process is killed, whatever it is doing."""
        self._stop.set()

    def _run(self, home: DataHome) -> None:
        try:
            self.result = run_typed(home, self._asked, stop=self._stop)
        except UserError as error:
            self.fault = error
        except Exception as error:  # noqa: BLE001 a message could hold a value: it is told in words of ours
            self.fault = UserError(_FAULT, fault_words(error, _FAULT), "Run it again.")
