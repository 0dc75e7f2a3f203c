"""The synthetic region as an attacker meets it: every question, asked in the protected view."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from rcc_dash.domain.dimensions import values_of
from rcc_dash.domain.disclosure import Rule
from rcc_dash.domain.filters import Filters
from rcc_dash.intake.secret_keys import pepper
from rcc_dash.queries.distance_children import of_filter
from rcc_dash.queries.distance_day import children_on
from rcc_dash.queries.reader import Reader
from rcc_dash.settings import DataHome
from rcc_dash.store.locks import only_one
from rcc_dash.store.pack import Pack
from rcc_dash.store.warehouse import Warehouse
from tests.disclosure.released_region import made_release

DAY = date(2025, 3, 31)
ATTRIBUTES = {code: [value.code for value in values_of(code)] for code in ("placement", "age", "sector")}
"""The attributes of the filter bar, with all their values."""


@pytest.fixture(scope="session")
def protected(demo_home: Path) -> Iterator[Reader]:
    """A reader of the synthetic region in the protected view."""
    home = DataHome(demo_home).demo
    opened = Warehouse.open_current(home)
    assert opened
    yield Reader(opened, Rule(pepper(home)))
    opened.close()


@pytest.fixture(scope="session")
def true_children(protected: Reader) -> pd.DataFrame:
    """The children of Greater Manchester as they are: what no attacker has."""
    return of_filter(children_on(protected, DAY), Filters())


@pytest.fixture(scope="session")
def host(
    protected: Reader, demo_home: Path, tmp_path_factory: pytest.TempPathFactory, worker_id: str
) -> DataHome:
    """A folder with a release of Greater Manchester, and nothing else: counts now, the rest a year before.

    Made once for a test run, as the demonstration is; each of its processes has a copy.
    """
    own = tmp_path_factory.getbasetemp()
    made = (own if worker_id == "master" else own.parent) / "host"
    with only_one(made.with_suffix(".lock")):
        if not made.exists():
            made_release(protected, demo_home, tmp_path_factory.mktemp("host")).root.rename(made)
    return DataHome(Path(shutil.copytree(made, own / "host-of-release")))


@pytest.fixture(scope="session")
def released(host: DataHome) -> Iterator[Reader]:
    """A reader of that release, and of nothing else."""
    pack = Pack.open_serving(host)
    assert pack
    yield Reader(pack, Rule(""))
    pack.close()
