"""With which values does a page or a command ask each named statement so that it costs the most?

All dates, all LAs, every value told apart, no filter that leaves rows out. Long lists of values are not
made up here: what asks with them is run once, and what it asked is written down.
"""

from collections.abc import Mapping
from datetime import date
from typing import Final

import duckdb
import pandas as pd

from rcc_dash.domain.disclosure import Rule
from rcc_dash.domain.explore import DATE, Slice
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.places import cooperatives
from rcc_dash.intake.secret_keys import pepper
from rcc_dash.queries.calendar import calendar
from rcc_dash.queries.explore import explore
from rcc_dash.queries.reader import Reader
from rcc_dash.queries.two_ways import shown_by_duckdb
from rcc_dash.settings import (
    MAX_CHILD_ATTRIBUTES,
    PROTECT_BASE,
    PROTECT_MIN_AREAS,
    PROTECT_MIN_CHILDREN,
    DataHome,
)
from rcc_dash.store import pointer
from rcc_dash.store.statements import names
from rcc_dash.store.warehouse import Warehouse

Values = Mapping[str, object]

_SLICE: Final = Slice("out_region", "care", DATE), Filters(rcc="se", placement=("foster", "home"))
"""Of what *Explore* shows the dearest: two attributes, one of them a filter, over all dates; who is away."""
_OF_A_FILE: Final = 5_000
"""Children in one return: more than any LA of England looks after in a year."""
_RETURNS_DAYS: Final = 92
"""Oldest vacancy returns that a setting lets count."""
_MILES: Final = 5
"""The fewest miles that a setting calls far from home."""


class Listening(Warehouse):
    """A build that remembers with which values each statement was last asked."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, warning: str | None) -> None:
        """Take an open, locked connection."""
        self.heard: dict[str, Values] = {}
        super().__init__(connection, warning)

    def ask(self, name: str, params: Values) -> pd.DataFrame:
        """Answer, and write the values down."""
        self.heard[name] = params
        return super().ask(name, params)


def opened(home: DataHome) -> Listening:
    """Open the build that serves at `home`; ends the program where nothing is built."""
    warehouse = Listening.open_current(home)
    if warehouse is None:
        message = f"nothing is built in {home.root}"
        raise SystemExit(message)
    return warehouse


def dearest(warehouse: Listening, home: DataHome) -> dict[str, Values]:
    """Give the values of every statement; those that it does not name are left out when it is asked."""
    day, las = _last(warehouse), _las()
    shared = _shared(warehouse, day, las)
    told_apart = {"placement": True, "age": True, "sector": True}
    urn = warehouse.ask("homes_list", shared)["urn"]
    largest = warehouse.ask("children_by_la_and_date", {}).sort_values("children")["la_code"].iloc[-1]
    special: dict[str, Values] = {
        "children_by_area": told_apart,
        "children_known": {"la_code": largest, "keys": _keys_of_a_file(home, warehouse.build_id, largest)},
        "children_returned": {"la_code": largest},
        "voids_far": {"miles": _MILES},
        "home_history": {"urn": urn.iloc[0] if len(urn) else ""},
        **_heard(warehouse, home, shared),
    }
    return {name: {**shared, **special.get(name, {})} for name in names()}


def _last(warehouse: Warehouse) -> date:
    dates = warehouse.ask("dates", {})
    return pd.Timestamp(dates.loc[dates["has_children"], "as_of"].max()).date()


def _las() -> list[str]:
    return sorted({code for one in cooperatives().values() for code in one.la_codes})


def _shared(warehouse: Warehouse, day: date, las: list[str]) -> Values:
    """Give the values that most statements share; a statement takes those that it names."""
    days = [stamp.date().isoformat() for stamp in warehouse.ask("dates", {})["as_of"]]
    whole: dict[str, object] = {name: [] for name in ("placement", "age", "sector", "home_sectors")}
    law = {"least": PROTECT_MIN_CHILDREN, "nearest": PROTECT_BASE, "areas": PROTECT_MIN_AREAS}
    measure = {"measure": "cla_on_31_march_number", "category": "Total", "category_2": ""}
    return {
        "date": day.isoformat(), "day": day.isoformat(), "days": _RETURNS_DAYS, "dates": days,
        "la_codes": las, "most": MAX_CHILD_ATTRIBUTES, **whole, **law, **measure,
    }  # fmt: skip


def _keys_of_a_file(home: DataHome, build_id: str, la_code: str) -> list[str]:
    """Give the pseudonyms of the children in one LA's latest return."""
    with duckdb.connect(str(pointer.warehouse_file(home, build_id)), read_only=True) as connection:
        found = connection.execute(
            "SELECT DISTINCT child_key FROM child WHERE la_code = ?"
            " AND year = (SELECT max(year) FROM child WHERE la_code = ?) ORDER BY 1 LIMIT ?",
            [la_code, la_code, _OF_A_FILE],
        ).fetchall()
    return [str(row[0]) for row in found]


def _heard(warehouse: Listening, home: DataHome, shared: Values) -> dict[str, Values]:
    """Run what asks with long lists, and give what it asked."""
    reader = Reader(warehouse, Rule(pepper(home)))
    explore(reader, *_SLICE, calendar(reader))
    shown_by_duckdb(reader, warehouse.ask("lattice_cells", shared))
    return {name: dict(warehouse.heard[name]) for name in ("explore_cells", "shown_counts")}
