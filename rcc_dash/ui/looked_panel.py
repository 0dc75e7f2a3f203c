"""Who has looked at exact figures, of which LAs, and why? As much of the audit log as one's role may read."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date
from typing import Final

from rcc_dash.domain.access import Access
from rcc_dash.domain.places import la_name
from rcc_dash.domain.roles import Uses
from rcc_dash.figures.tables import TableColumn, TableRow
from rcc_dash.store.audit_uses import Use, uses
from rcc_dash.store.audit_words import names_of, told
from rcc_dash.ui.downloads import show_table
from rcc_dash.ui.open_data import own_home
from rcc_dash.ui.progress_shown import progress_shown
from rcc_dash.ui.shell import Context
from rcc_dash.ui.sign_in import access
from rcc_dash.ui.text import quiet

_WHOSE: Final = {
    Uses.NONE: "The audit log is not part of your role.",
    Uses.SUMMARY: "How often exact figures of each local authority were looked at, and not by whom.",
    Uses.OWN: "What is written down of your own use of exact figures.",
    Uses.LAS: "Everybody's use of exact figures of your own local authority.",
    Uses.ALL: "Everybody's use of exact figures on this machine.",
}
_KEPT: Final = "No figure is in the log. It is kept for two years."
_WHAT: Final = (
    TableColumn("la", "Local authority", is_number=False),
    TableColumn("what", "What", is_number=False),
)
_WHO: Final = (
    TableColumn("who", "Who", is_number=False),
    TableColumn("role", "Role", is_number=False),
    TableColumn("why", "Why", is_number=False),
)
_TIMES: Final = TableColumn("times", "Times written down")


def looked_panel(now: Context) -> None:
    """Draw it; says so where the role may read nothing, or where there is nothing yet."""
    who = access()
    quiet(f"{_WHOSE[who.uses]} {_KEPT}")
    with progress_shown("Reading the log", after_seconds=1.0) as progress:
        found = _of(who, uses(now.home, progress))
    if not found:
        quiet("Nothing is written down here.")
        return
    columns = (*_WHAT, *(() if who.uses is Uses.SUMMARY else _WHO), _TIMES)
    show_table("Uses of exact figures", "Month", columns, _rows(found, names_of(own_home())))


def _of(who: Access, found: Iterable[Use]) -> list[tuple[Use, int]]:
    """Keep what the role may read; without who and why, uses are added up."""
    match who.uses:
        case Uses.ALL:
            return [(use, use.times) for use in found]
        case Uses.LAS:
            return [(use, use.times) for use in found if use.la_code in who.la_codes]
        case Uses.OWN:
            return [(use, use.times) for use in found if use.subject == who.subject]
        case Uses.SUMMARY:
            return _added(found)
        case _:
            return []


def _added(found: Iterable[Use]) -> list[tuple[Use, int]]:
    sums = Counter[Use]()
    for use in found:
        sums[Use(use.month, use.la_code, "", "", use.event, "", 0)] += use.times
    return list(sums.items())


def _rows(found: Iterable[tuple[Use, int]], names: Mapping[str, str] | None) -> list[TableRow]:
    return [TableRow(_month(use.month), _cells(use, names) | {"times": f"{times:,}"}) for use, times in found]


def _month(code: str) -> str:
    """Write a month as dates are written: 2026-11 is Nov 2026."""
    return f"{date.fromisoformat(f'{code}-01'):%b %Y}"


def _cells(use: Use, names: Mapping[str, str] | None) -> dict[str, str]:
    said = told(use, names)
    return {"la": la_name(use.la_code), "what": use.event.capitalize(), **asdict(said)}
