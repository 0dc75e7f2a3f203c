"""What is loaded? For a program that asks, and for a person who wants to see it at a glance."""

from typing import Any

from rcc_dash.domain.places import la_name
from rcc_dash.intake.loads import Standing, standings
from rcc_dash.settings import DataHome
from rcc_dash.store import manifest
from rcc_dash.store.warehouse import Warehouse

Rows = list[dict[str, Any]]


def status(home: DataHome) -> dict[str, Any]:
    """Say what is loaded, as plain values that JSON can carry; lists are empty if nothing is.

    Counts of children are exact: they are for the owner of this machine only.
    """
    warehouse = Warehouse.open_current(home)
    answers = _answers(warehouse) if warehouse else _nothing()
    if warehouse:
        warehouse.close()
    return {**answers, "loads": _loads(home), "refused": _refused(home), "data_home": str(home.root)}


def _answers(warehouse: Warehouse) -> dict[str, Any]:
    children = _rows(warehouse, "children_by_la_and_date")
    return {
        "loaded": True,
        "is_demo": warehouse.is_demo,
        "build": {**_rows(warehouse, "meta")[0], "warning": warehouse.warning},
        "sources": _rows(warehouse, "sources"),
        "homes_by_date": _rows(warehouse, "homes_by_date"),
        "children_by_la_and_date": [{**row, "la_name": la_name(row["la_code"])} for row in children],
    }


def _nothing() -> dict[str, Any]:
    return {
        "loaded": False,
        "is_demo": False,
        "build": None,
        "sources": [],
        "homes_by_date": [],
        "children_by_la_and_date": [],
    }


def _rows(warehouse: Warehouse, name: str) -> Rows:
    return [{key: _plain(cell) for key, cell in row.items()} for row in _records(warehouse, name)]


def _records(warehouse: Warehouse, name: str) -> Rows:
    table = warehouse.ask(name, {}).astype(object)
    return [{str(key): cell for key, cell in row.items()} for row in table.to_dict("records")]


def _plain(cell: Any) -> Any:  # noqa: ANN401 -- a cell of any column
    """Give a null as None and a date or time as ISO text."""
    if cell is None or cell != cell:  # noqa: PLR0124 -- the one test that finds NaN and NaT alike
        return None
    if hasattr(cell, "isoformat"):
        return cell.isoformat().removesuffix("T00:00:00")
    return cell


def _loads(home: DataHome) -> Rows:
    return [_load(one) for one in standings(home)]


def _load(one: Standing) -> dict[str, Any]:
    return {
        "load": one.load.number,
        "at": one.load.arrival.at,
        "file_name": one.load.arrival.file_name,
        "folder": one.load.arrival.folder,
        "state": one.state,
        "holds": list(one.holds),
        "replaced_by": list(one.replaced_by),
        "replaces": list(one.replaces),
    }


def _refused(home: DataHome) -> Rows:
    return [
        {
            "file_name": one.arrival.file_name,
            "folder": one.arrival.folder,
            "sha256": one.arrival.sha256,
            "title": one.title,
            "what": one.what,
            "fix": one.fix,
        }
        for one in manifest.refused(home)
    ]
