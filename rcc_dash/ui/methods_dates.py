"""Of which dates are the files behind the figures, as far as the reader may know?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from rcc_dash.domain.ages import last_day
from rcc_dash.domain.register import Entry
from rcc_dash.domain.released import NotReleasedError
from rcc_dash.domain.words import short_date
from rcc_dash.ui.loaded_rows import sources_known
from rcc_dash.ui.shell import Context

_SOURCES: Final = {
    "vacancies": "vacancies",
    "costs": "placement_costs",
    "census": "placements_census",
    "referrals": "placements_standard",
}
_NAMES: Final = {
    "children": "SSDA903 returns",
    "homes": "Ofsted's list",
    "vacancies": "vacancy returns",
    "costs": "placement costs",
    "census": "census",
    "referrals": "referrals",
}


@dataclass(frozen=True, slots=True)
class Dates:
    """The dates of the returns and of the list that answer for the day chosen, and each file's newest."""

    children: date | None
    homes: date | None
    newest: Mapping[str, date]
    """By source; empty where a release does not tell."""

    @property
    def words(self) -> str:
        """Say the dates of the returns and of the list."""
        return "; ".join(self._said(code) for code in ("children", "homes"))

    def of(self, codes: tuple[str, ...]) -> str:
        """Say the dates of the files by which a figure is dated."""
        known = [code for code in codes if code in ("children", "homes") or _SOURCES[code] in self.newest]
        told = "; ".join(map(self._said, known))
        return f"{told[:1].upper()}{told[1:]}"

    def of_source(self, entry: Entry) -> str:
        """Say the date of the newest file of a source's entry; blank for other entries, or without one."""
        found = self.newest.get(entry.code.removeprefix("sources_")) if entry.part == "sources" else None
        return short_date(found) if found else ""

    def _said(self, code: str) -> str:
        day = {"children": self.children, "homes": self.homes}.get(code) or self.newest.get(
            _SOURCES.get(code, "")
        )
        return f"{_NAMES[code]} {short_date(day)}" if day else f"{_NAMES[code]} not loaded"


def dates_of(now: Context) -> Dates:
    """Ask for the dates of what is looked at."""
    as_of = now.state.filters.as_of
    return Dates(now.calendar.children_on(as_of), now.calendar.homes_on(as_of), _newest(now))


def _newest(now: Context) -> dict[str, date]:
    try:
        frame = sources_known(now)
    except NotReleasedError:
        return {}
    days = [(str(row.source), last_day(str(row.period))) for row in frame.itertuples()]
    found: dict[str, date] = {}
    for source, day in days:
        if day:
            found[source] = max(day, found.get(source, day))
    return found
