"""A small region of two LAs, and files of it that hold what one person may see."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from threading import Event

import pandas as pd
import pytest

from rcc_dash.settings import DataHome
from rcc_dash.store.statements import statement
from rcc_dash.store.typed.folder import shared_file
from rcc_dash.store.typed.limits import Limits
from rcc_dash.store.typed.process import Answer, TypedProcess
from rcc_dash.store.typed.share import Scope, Shown
from tests.store.staged_by_hand import BOLTON, BURY, built, episode, listing, load, returns, sheet

CANARY = "canary7f3a"
"""In every cell of the warehouse that nobody may reach; and the contents of a file beside it."""

CELL = {"as_of": date(2025, 3, 31), "area_code": "gm", "parted_by": "", "children": 6120, "nearly_all": False}
"""The one protected cell of the share, which is worked out elsewhere."""


def _shown() -> dict[str, pd.DataFrame]:
    """Give the tables that are made above the store, as narrow as they can be."""
    return {
        name.split("/")[1]: pd.DataFrame([dict.fromkeys(dict(statement(name).columns)) | row])
        for name, row in (("typed_shown/children_shown", CELL), ("typed_shown/published_brought", {}))
    }


SHOWN = Shown("1", _shown)
FREE = Event()
"""Nobody stops the question."""


@dataclass
class Room:
    """A file for Bolton, and a process over it that is started again when an attack killed it."""

    home: DataHome
    build_id: str
    file: Path
    beside: Path
    limits: Limits
    process: TypedProcess | None = None

    def ask(self, sql: str) -> Answer:
        if self.process is None:
            self.process = TypedProcess(self.file, self.limits)
        answer = self.process.ask(sql, FREE)
        if "ended" in answer:
            self.end()
        return answer

    def end(self) -> None:
        if self.process:
            with self.process:
                self.process = None


@pytest.fixture(scope="session")
def region(tmp_path_factory: pytest.TempPathFactory) -> tuple[DataHome, str]:
    home = DataHome(tmp_path_factory.mktemp("typed-home"))
    places = [
        listing("SC1", home_name=CANARY, precision="restricted", postcode_sector=CANARY),
        listing("SC2", la_code=BURY),
    ]
    load(home, "list", sheet("home_listing", "ofsted_places", places, None, "2025-03-31"))
    of_child = {"origin_sector": CANARY, "placement_sector": CANARY, "home_urn": CANARY}
    returns(
        home,
        episode(f"{CANARY}-a", "2023-05-14", **of_child),
        episode(f"{CANARY}-b", "2023-06-17", la_code=BURY, legal_status=CANARY, **of_child),
    )
    vacant = {"registered_places": 4, "occupied_places": 3, "as_of": date(2025, 3, 31)}
    returned = [{"urn": "SC1", **vacant}, {"urn": "SC2", **vacant}]
    load(home, "vacant", sheet("vacancy", "vacancies", returned, None, "2025-03-31"))
    warehouse = built(home)
    warehouse.close()
    return home, warehouse.build_id


@pytest.fixture(scope="module")
def room(region: tuple[DataHome, str], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    home, build_id = region
    beside = tmp_path_factory.mktemp("beside")
    (beside / "secret.csv").write_text(f"a,b\n{CANARY},1\n")
    with shared_file(home, Scope(build_id, (BOLTON,))) as file:
        room = Room(home, build_id, file, beside, Limits(seconds=3.0))
        yield room
        room.end()
