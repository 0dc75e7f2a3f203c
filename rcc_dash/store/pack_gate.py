"""May this file be a release? Only allowed tables, columns and values, and nothing that tells of a child.

Deny by default: what is not listed here does not get in, whatever wrote it (design/disclosure.md,
scorecard D11 and D12).
"""

from pathlib import Path
from typing import Final

import duckdb

from rcc_dash.domain.cross_checks import CROSS_CHECKS
from rcc_dash.domain.dimensions import values_of
from rcc_dash.domain.places import OUTSIDE_ENGLAND, cooperatives, local_authorities
from rcc_dash.domain.splits import splits
from rcc_dash.domain.voids import VALUES
from rcc_dash.errors import UserError
from rcc_dash.settings import (
    MAX_CHILD_ATTRIBUTES,
    PROTECT_BASE,
    PROTECT_METHOD,
    PROTECT_MIN_CHILDREN,
    PROTECT_MIN_PROVIDERS,
)
from rcc_dash.store.connect import CATALOGUE, open_locked
from rcc_dash.store.pack_allowed import ALLOWED
from rcc_dash.store.statements import names, statement

_CHECKS: Final = "pack_gate/check"


def pass_gate(made: Path) -> None:
    """Let a finished file through. Raises UserError, naming what is wrong and no value, where it must not."""
    connection = open_locked(made)
    try:
        connection.execute(f"USE {CATALOGUE}")
        wrong = [*_shape(connection), *filter(None, (_failed(connection, name) for name in names(_CHECKS)))]
    finally:
        connection.close()
    if wrong:
        raise UserError(
            title="The release was not published",
            what=" ".join(wrong[:5]),
            fix="The last release goes on serving. Please report this to whoever looks after the program.",
        )


def _shape(connection: duckdb.DuckDBPyConnection) -> list[str]:
    found = connection.execute(statement("pack_gate/columns").sql).fetchall()
    told: dict[str, dict[str, str]] = {}
    for table, column, kind in found:
        told.setdefault(table, {})[column] = kind
    strange = {
        f"{table}.{column}"
        for table, columns in told.items()
        for column, kind in columns.items()
        if ALLOWED.get(table, {}).get(column) != kind
    }
    lacking = {
        f"{table}.{column}"
        for table, columns in ALLOWED.items()
        for column in columns
        if column not in told.get(table, {})
    }
    said = [f"Not allowed in a release: {', '.join(sorted(strange))}."] if strange else []
    return said + ([f"Missing in the release: {', '.join(sorted(lacking))}."] if lacking else [])


def _failed(connection: duckdb.DuckDBPyConnection, name: str) -> str:
    check = statement(name)
    known = _known()
    try:
        found = connection.execute(check.sql, {key: known[key] for key in check.bound}).fetchone()
    except duckdb.Error:
        return f"{check.purpose} Could not be checked."
    wrong = found[0] if found else None
    return "" if wrong == 0 else f"{check.purpose} Found: {wrong}."


def _known() -> dict[str, object]:
    return {
        "least": PROTECT_MIN_CHILDREN,
        "base": PROTECT_BASE if PROTECT_METHOD == "rcc5" else 1,
        "nearest": PROTECT_BASE,
        "most": MAX_CHILD_ATTRIBUTES,
        "la_codes": sorted({*local_authorities(), *OUTSIDE_ENGLAND}),
        "home_sectors": [*VALUES["sector"]],
        "checks": sorted(CROSS_CHECKS),
        "providers": PROTECT_MIN_PROVIDERS,
        "areas": [
            code
            for one in cooperatives().values()
            for code in (one.code, *(sub.code for sub in one.sub_regions))
        ],
        **{code: [value.code for value in values_of(code)] for code in splits()},
    }
