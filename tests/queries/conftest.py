"""A warehouse countable on fingers: the real questions asked of hand-made tables."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import cast

import duckdb
import pandas as pd
import pytest

from rcc_dash.domain.disclosure import Rule
from rcc_dash.intake.secret_keys import pepper
from rcc_dash.queries.calendar import Calendar, calendar
from rcc_dash.queries.reader import Reader
from rcc_dash.settings import DataHome
from rcc_dash.store import known
from rcc_dash.store.bound import plain
from rcc_dash.store.statements import statement
from rcc_dash.store.warehouse import Warehouse

TABLES = """
create table as_at(
  as_of date, la_code varchar, record_key ubigint, placement varchar, place_code varchar, provider varchar,
  age_years integer, age varchar, sex varchar, uasc boolean, legal_status varchar, placement_la varchar,
  outside_la boolean, distance_miles double, distance_basis varchar, far boolean, borderline boolean,
  origin_sector varchar, origin_hex6 varchar, origin_hex5 varchar, placement_sector varchar, home_urn varchar,
  weekly_cost_gbp double, cost_source varchar, social_care_gbp double, education_gbp double,
  health_gbp double, secure boolean, need_code varchar, care_started_on date, placed_on date,
  moves_12m integer, missing_12m integer, distance_reason varchar, distance_reason_label varchar,
  sourcing_route varchar, dols boolean, solo boolean, solo_in_place boolean, staffing_ratio varchar,
  sdq_score integer, convicted boolean, substance_misuse boolean, exploitation_risk boolean,
  self_harm_risk boolean, risk_to_others boolean, disability boolean, ehcp boolean,
  communication_need boolean, deaf boolean, home_adaptation boolean, parent_child boolean,
  unregistered boolean, left_hospital boolean);
create table home_at(
  as_of date, urn varchar, provision_type varchar, is_childrens_home boolean, home_name varchar,
  la_code varchar, la_listed varchar, constituency varchar, sector varchar, places integer,
  short_break_only boolean,
  judgement varchar, inspected_on date, owner_name varchar, registered_on date, status varchar,
  list_scope varchar, position_sector varchar, position_basis varchar);
create table published_figure(
  source varchar, dataset varchar, release integer, period_start date, period_end date, area_code varchar,
  area_level varchar, measure varchar, dimension varchar, category varchar, dimension_2 varchar,
  category_2 varchar, value double, value_state varchar, mark varchar, unit varchar, rounding double,
  sha256 varchar, is_current boolean);
create table neighbour(
  model varchar, la_code varchar, "rank" integer, neighbour_la_code varchar, closeness varchar);
create table as_of_date(as_of date, has_children boolean, has_homes boolean);
create table sector(
  postcode_sector varchar, east integer, north integer, lat double, lon double, la_code varchar,
  spread_miles double, hex6 varchar, hex5 varchar);
"""
DAY = date(2025, 3, 31)
CHILD = {
    "as_of": DAY, "la_code": "E08000001", "placement": "foster", "provider": "own_la", "age": "5to9",
    "outside_la": False, "far": False,
}  # fmt: skip
HOME = {
    "as_of": DAY, "provision_type": "childrens_home", "is_childrens_home": True, "sector": "private",
    "places": 4, "list_scope": "all", "position_basis": "la",
}  # fmt: skip


class HandMade:
    """Takes rows as a person writes them, and answers the questions of `store/sql` from them."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self.connection = connection
        self._turn = count(1)
        connection.execute("attach ':memory:' as wh; use wh")
        connection.execute(TABLES)
        known.tell(connection)
        connection.execute(statement("build/10_area").sql)

    def add(self, table: str, rows: pd.DataFrame) -> None:
        self.connection.register("rows", rows)
        self.connection.execute("insert into TABLE by name from rows".replace("TABLE", table))

    def children(self, number: int, **differ: object) -> None:
        """Add this many children who are alike but for their record keys, which no two share."""
        turns = [next(self._turn) for _ in range(number)]
        keys = [int(sha256(f"child {turn}".encode()).hexdigest()[:16], 16) for turn in turns]
        rows = pd.DataFrame([CHILD | differ] * number)
        self.add("as_at", rows.assign(record_key=pd.Series(keys, dtype="uint64")))

    def home(self, urn: str, **differ: object) -> None:
        self.add("home_at", pd.DataFrame([HOME | {"urn": urn} | differ]))

    def cell(self, **alike: object) -> tuple[int, int]:
        """Count the children who are like this, and add up their keys, without any of the questions."""
        rows = self.connection.table("as_at").df()
        for column, value in alike.items():
            rows = rows[rows[column].isin(value if isinstance(value, list) else [value])]
        return len(rows), sum(int(key) for key in rows["record_key"])

    def ask(self, name: str, params: Mapping[str, object]) -> pd.DataFrame:
        asked = statement(name)
        if "child_cell" in asked.sql:
            self.connection.execute(statement("build/78_child_cell").sql)
        bound = {key: plain(params[key]) for key in asked.bound}
        return self.connection.execute(asked.sql, bound).df()


class AsItIs:
    """The warehouse as it is now: nothing that was remembered of it before answers for it."""

    def __init__(self, hand_made: HandMade) -> None:
        self.ask = hand_made.ask


@pytest.fixture
def hand_made() -> Iterator[HandMade]:
    with duckdb.connect(config={"threads": 1}) as connection:
        yield HandMade(connection)


ReaderMaker = Callable[..., Reader]


@pytest.fixture
def reader(hand_made: HandMade) -> ReaderMaker:
    """Give readers of the hand-made warehouse: `reader()` is protected, `reader(exact=True)` is not."""

    def make(*, exact: bool = False, pepper: str = "pepper") -> Reader:
        return Reader(cast("Warehouse", AsItIs(hand_made)), Rule(pepper, exact=exact))

    return make


Region = tuple[DataHome, Reader, Calendar]


@pytest.fixture(scope="session")
def region(demo_home: Path) -> Iterator[Region]:
    """Give the home of the synthetic region, a reader of its protected figures, and its dates."""
    home = DataHome(demo_home).demo
    opened = Warehouse.open_current(home)
    assert opened
    reader = Reader(opened, Rule(pepper(home)))
    yield home, reader, calendar(reader)
    opened.close()
