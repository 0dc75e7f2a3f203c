"""Staged files made by hand, so that the store is tested without reading a spreadsheet."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

import pandas as pd

from rcc_dash.domain.accounts import Account
from rcc_dash.domain.problems import Problem
from rcc_dash.domain.progress import silent
from rcc_dash.domain.tables import ALL
from rcc_dash.settings import DataHome
from rcc_dash.store import manifest, staging
from rcc_dash.store.build import build
from rcc_dash.store.warehouse import Warehouse

MADE_ON = datetime(2025, 6, 1, 12, 0, tzinfo=UTC)
BOLTON, BURY, MANCHESTER = "E08000001", "E08000002", "E08000003"


@dataclass(frozen=True)
class Sheet:
    table: str
    frame: pd.DataFrame
    accounts: tuple[Account, ...]
    problems: tuple[Problem, ...] = ()


def frame(table: str, rows: Iterable[Mapping[str, object]]) -> pd.DataFrame:
    filled = [{"source_row": number, **row} for number, row in enumerate(rows, start=2)]
    return pd.DataFrame(filled).reindex(columns=list(ALL[table].column_names))


def sheet(table: str, source: str, rows: list[dict[str, object]], la_code: str | None, period: str) -> Sheet:
    mended = sum(1 for row in rows if row.get("mends"))
    account = Account(source, "", la_code, period, len(rows), len(rows) - mended, mended, 0)
    return Sheet(table, frame(table, rows), (account,))


def load(home: DataHome, name: str, *sheets: Sheet) -> str:
    sha256 = hashlib.sha256(name.encode()).hexdigest()
    staging.write(home, sha256, sheets, ())
    arrival = manifest.Arrival(sha256, 1, f"{name}.csv", "", None, None, None, MADE_ON.isoformat())
    manifest.accept(home, arrival)
    return sha256


def built(home: DataHome) -> Warehouse:
    build(home, made_on=MADE_ON, is_demo=False, progress=silent)
    warehouse = Warehouse.open_current(home)
    assert warehouse is not None
    return warehouse


def episode(child: str, started_on: str, ended_on: str | None = None, **more: object) -> dict[str, object]:
    """An episode of a made-up child in foster care in Bolton, in the return of 2024 unless said."""
    said = f"{more.get('la_code', BOLTON)} {child}"
    key = int.from_bytes(hashlib.sha256(said.encode()).digest()[:8], "big")
    plain = {
        "la_code": BOLTON, "year": 2024, "child_key": child, "record_key": key, "start_reason": "S",
        "legal_status": "C2", "need_code": "N1", "place_code": "U4", "provider_code": "PR1",
        "end_reason": "E4A" if ended_on else None, "placement_la": BOLTON,
    }  # fmt: skip
    ended = date.fromisoformat(ended_on) if ended_on else None
    return {**plain, "started_on": date.fromisoformat(started_on), "ended_on": ended, **more}


def returns(home: DataHome, *rows: dict[str, object]) -> None:
    """Load episodes as one return per LA and year, in the order of the years."""
    wanted = sorted({(str(row["la_code"]), int(str(row["year"]))) for row in rows}, key=lambda w: w[::-1])
    for la_code, year in wanted:
        own = [row for row in rows if (row["la_code"], row["year"]) == (la_code, year)]
        load(
            home, f"episodes-{la_code}-{year}", sheet("episode", "ssda903_episodes", own, la_code, str(year))
        )


def history(warehouse: Warehouse, child_key: str) -> list[tuple[object, ...]]:
    """Give start, end, end reason and rules of a child's episodes, in order."""
    with warehouse._connection.cursor() as cursor:  # noqa: SLF001 -- no question of the app asks for one child
        cursor.execute("USE wh")
        rows: list[tuple[object, ...]] = cursor.execute(
            "SELECT started_on, ended_on, end_reason, mend FROM episode WHERE child_key = $child "
            "ORDER BY la_code, started_on",
            {"child": child_key},
        ).fetchall()
    return rows


def listing(urn: str, **more: object) -> dict[str, object]:
    """A private children's home of four places in Bolton on the list of all homes of 2025."""
    plain = {
        "as_of": date(2025, 3, 31), "list_kind": "places", "precision": "open", "urn": urn,
        "provision_type": "childrens_home", "la_code": BOLTON, "la_listed": "Bolton", "sector": "private",
        "places": 4,
    }  # fmt: skip
    return {**plain, **more}


def contents(warehouse: Warehouse) -> dict[str, list[tuple[object, ...]]]:
    """Give every row of every table but those that tell when it was made."""
    with warehouse._connection.cursor() as cursor:  # noqa: SLF001 -- no question of the app asks for everything
        cursor.execute("USE wh")
        tables = [row[0] for row in cursor.execute("SHOW TABLES").fetchall()]
        wanted = [name for name in tables if name not in {"meta", "sector", "area"}]
        return {name: cursor.execute(f"SELECT * FROM {name}").fetchall() for name in wanted}  # noqa: S608 -- names of ours


def as_at(warehouse: Warehouse) -> pd.DataFrame:
    """Give the snapshot table."""
    with warehouse._connection.cursor() as cursor:  # noqa: SLF001 -- no question of the app asks for children
        cursor.execute("USE wh")
        return cursor.execute("SELECT * FROM as_at").df()
