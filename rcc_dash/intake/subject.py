"""What is a file compared with before it is accepted? Its own checked tables, and what is loaded."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from rcc_dash.domain.accounts import Account
from rcc_dash.ingest.keys import Secrets
from rcc_dash.intake.loads import Standing
from rcc_dash.intake.take import Looked
from rcc_dash.settings import DataHome
from rcc_dash.store import staging
from rcc_dash.store.warehouse import Warehouse


@dataclass(frozen=True, slots=True, eq=False)
class Loaded:
    """What is loaded now at `home`: the loads that count, and their build (null if there is none)."""

    home: DataHome
    loads: tuple[Standing, ...]
    warehouse: Warehouse | None
    secrets: Secrets


@dataclass(frozen=True, slots=True, eq=False)
class Subject:
    """A good file that was looked at, its checked tables by name, and what is loaded."""

    looked: Looked
    tables: Mapping[str, pd.DataFrame]
    loaded: Loaded

    @property
    def accounts(self) -> tuple[Account, ...]:
        """Say where the file's rows would go."""
        return self.looked.outcome.accounts

    @property
    def las(self) -> frozenset[str]:
        """Give the LAs that the file is loaded as."""
        return frozenset(one.la_code for one in self.accounts if one.la_code)


def subject(looked: Looked, place: DataHome, loaded: Loaded) -> Subject:
    """Gather what is known of a good file whose tables are staged at `place`."""
    staged = staging.read(place, looked.arrival.key) if looked.arrival else None
    paths = staged.tables if staged else {}
    return Subject(looked, {name: pd.read_parquet(path) for name, path in paths.items()}, loaded)


def by_la_and_year(frame: pd.DataFrame) -> Iterator[tuple[str, int, pd.DataFrame]]:
    """Give the rows of each LA and return year of a table."""
    for la_code, year in frame[["la_code", "year"]].drop_duplicates().itertuples(index=False, name=None):
        yield str(la_code), int(year), frame[(frame["la_code"] == la_code) & (frame["year"] == year)]
