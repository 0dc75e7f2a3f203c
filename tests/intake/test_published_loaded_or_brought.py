"""DfE's own files, loaded, and the tables that the app brings answer alike, and each says which it is."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from rcc_dash.domain.disclosure import Rule
from rcc_dash.domain.places import cooperatives
from rcc_dash.domain.progress import silent
from rcc_dash.domain.published import Beside, Comparison, PublishedFigure
from rcc_dash.intake.load import load
from rcc_dash.intake.take import Said
from rcc_dash.queries.distance_headlines import WANTED
from rcc_dash.queries.published import published
from rcc_dash.queries.reader import Reader
from rcc_dash.settings import PROJECT, DataHome
from rcc_dash.store.warehouse import Warehouse

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
FILES = ("dfe_cla/la_cla_on_31_march_by_characteristics.csv", "reference/sn_model_2025_wide.csv")
LIST = PROJECT / "tests" / "fixtures" / "region" / "ofsted_list_31_march_2025.csv"
MEMBERS = tuple(code for one in cooperatives().values() for code in one.la_codes)
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="DfE's own files are not beside the project")


def reader_of(home: DataHome) -> Iterator[Reader]:
    warehouse = Warehouse.open_current(home)
    assert warehouse is not None
    with closing(warehouse):
        yield Reader(warehouse, Rule("pepper"))


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    home = DataHome(tmp_path_factory.mktemp("loaded"))
    load([SHARED / file for file in FILES], Said(), home, datetime(2026, 1, 1, tzinfo=UTC), silent)
    yield from reader_of(home)


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    """A region of which nothing published is loaded: one list of homes."""
    home = DataHome(tmp_path_factory.mktemp("bare"))
    load([LIST], Said(), home, datetime(2026, 1, 1, tzinfo=UTC), silent)
    yield from reader_of(home)


def told(figure: PublishedFigure | None) -> tuple[object, ...]:
    return (figure.value, figure.state, figure.mark) if figure else ()


def answer(one: Beside) -> tuple[object, ...]:
    return told(one.own), told(one.region), one.neighbours, one.rank


def answers(found: Comparison) -> dict[str, tuple[object, ...]]:
    return {"england": told(found.england)} | {code: answer(one) for code, one in found.by_la.items()}


@pytest.mark.parametrize("year", range(2021, 2026))
@pytest.mark.parametrize("measure", WANTED)
def test_both_answer_alike_for_every_member(loaded: Reader, bare: Reader, measure: str, year: int) -> None:
    from_files, brought = (
        published(reader, WANTED[measure], MEMBERS, date(year, 3, 31)) for reader in (loaded, bare)
    )
    assert answers(from_files) == answers(brought)
    assert [one.is_loaded for one in from_files.sources] == [True, True]
    assert [one.is_loaded for one in brought.sources] == [False, False]
    assert all(one.neighbours for one in brought.by_la.values())
