"""Which home is meant where a file gives a name and no URN? Suggestions, and what people decide on.

Suggestions may show names that only Ofsted's restricted lists tell: for the owner of this machine
alone, never for a link, an export or a log. Nothing is ever accepted without a person.
"""

import hashlib
from collections.abc import Hashable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

import pandas as pd

from rcc_dash.domain.name_match import Home, Match, Sought, best_matches
from rcc_dash.errors import UserError
from rcc_dash.settings import DataHome
from rcc_dash.store import name_decisions
from rcc_dash.store.name_decisions import CONFIRMED, NOT_LISTED, TAKEN_BACK, Decision, name_key
from rcc_dash.store.warehouse import Warehouse

SUGGESTED: Final = 3
_KEY_LETTERS: Final = 8


@dataclass(frozen=True, slots=True)
class Asked:
    """A home that files name without a URN, with what it might be, likeliest first.

    `key` names it in `decide`; `rows` counts the rows that name it, `latest` is their last date.
    """

    key: str
    provider_name: str
    home_name: str
    company_no: str
    la_code: str | None
    rows: int
    latest: str
    matches: tuple[Match, ...]


def suggestions(home: DataHome, number: int = SUGGESTED) -> tuple[Asked, ...]:
    """Give the names that nobody has decided on, those of most rows first, each with its likeliest homes."""
    warehouse = Warehouse.open_current(home)
    if warehouse is None:
        return ()
    try:
        named, known = warehouse.ask("names_without_urn", {}), _homes(warehouse)
    finally:
        warehouse.close()
    decided = name_decisions.standing(home)
    rows = [_plain(row) for row in named.to_dict("records")]
    open_ones = [row for row in rows if _names(row) not in decided]
    return tuple(_asked(row, known, number) for row in open_ones)


def asked_of(home: DataHome, key: str) -> Asked:
    """Give the name of this key. Raises UserError where there is none that nobody has decided on."""
    found = next((one for one in suggestions(home) if one.key == key), None)
    if found is None:
        raise UserError(
            title="There is no such name to decide on",
            what=f"No home named without a URN has the key {key}, or somebody has decided on it.",
            fix="List the names again: python -m rcc_dash names",
        )
    return found


def decide(home: DataHome, asked: Asked, urn: str | None, now: datetime) -> None:
    """Write down that this name is the home of this URN or, without one, on no list of Ofsted's.

    It counts from the next build on. Raises UserError for a URN that no list has.
    """
    if urn is not None and urn not in _listed(home):
        raise UserError(
            title="This URN is on no list that is loaded",
            what="A name can be given only to a home that one of Ofsted's lists has.",
            fix="Check the URN, load the list that has it, or say that the home is on no list.",
        )
    verdict = NOT_LISTED if urn is None else CONFIRMED
    _write(home, verdict, (asked.provider_name, asked.home_name, urn or ""), now)


def decisions(home: DataHome) -> dict[str, Decision]:
    """Give the decisions that count by their name's key, in the order in which they were made."""
    made = sorted(name_decisions.standing(home).items(), key=lambda pair: pair[1].decided_on)
    return {_key(names): decision for names, decision in made}


def take_back(home: DataHome, key: str, now: datetime) -> None:
    """Ask about a name again; the decision stays written down, and counts no more from the next build on.

    Raises UserError where nothing was decided under this key.
    """
    decision = decisions(home).get(key)
    if decision is None:
        raise UserError(
            title="Nothing was decided under this key",
            what=f"No decision that counts has the key {key}.",
            fix="List the decisions again: python -m rcc_dash names",
        )
    _write(home, TAKEN_BACK, (decision.provider_name, decision.home_name, ""), now)


def _write(home: DataHome, verdict: str, said: tuple[str, str, str], now: datetime) -> None:
    name_decisions.add(home, Decision(now.date().isoformat(), "", verdict, *said))


def _homes(warehouse: Warehouse) -> list[Home]:
    rows = [_plain(row) for row in warehouse.ask("homes_to_name", {}).to_dict("records")]
    return [Home(**{field: row[field] for field in Home.__dataclass_fields__}) for row in rows]


def _listed(home: DataHome) -> set[str]:
    warehouse = Warehouse.open_current(home)
    if warehouse is None:
        return set()
    try:
        return {one.urn for one in _homes(warehouse)}
    finally:
        warehouse.close()


def _asked(row: dict[str, Any], known: list[Home], number: int) -> Asked:
    sought = Sought(row["home_name"], row["provider_name"], row["la_code"], row["postcode_sector"])
    return Asked(
        key=_key(_names(row)),
        provider_name=row["provider_name"] or "",
        home_name=row["home_name"] or "",
        company_no=row["company_no"] or "",
        la_code=row["la_code"],
        rows=int(row["row_count"]),
        latest=f"{row['latest']:%Y-%m-%d}",
        matches=best_matches(sought, known, number),
    )


def _names(row: dict[str, Any]) -> tuple[str, str]:
    return name_key(row["provider_name"]), name_key(row["home_name"])


def _key(names: tuple[str, str]) -> str:
    return hashlib.sha256("\x1f".join(names).encode()).hexdigest()[:_KEY_LETTERS]


def _plain(row: dict[Hashable, Any]) -> dict[str, Any]:
    return {str(name): None if pd.isna(cell) else cell for name, cell in row.items()}
