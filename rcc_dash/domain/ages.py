"""How old is each source's newest data, and is that older than it should be?"""

import re
from dataclasses import dataclass
from datetime import date
from enum import Enum

from rcc_dash.reference.tables import rows

_YEAR_ENDS = (3, 31)


class Freshness(Enum):
    """Whether newer data should be there by now."""

    FRESH = "fresh"
    OLD = "old"
    """A newer edition is due."""
    OUTDATED = "out of date"
    """More than one edition is missing: figures of today need newer ones."""


@dataclass(frozen=True, slots=True)
class Limit:
    """After how many months a kind of source is old and out of date, and why."""

    old_months: int
    outdated_months: int
    why: str

    def freshness(self, months: int) -> Freshness:
        """Judge an age in whole months."""
        if months > self.outdated_months:
            return Freshness.OUTDATED
        return Freshness.OLD if months > self.old_months else Freshness.FRESH


def limit_of(source: str) -> Limit:
    """Give the limit of a source (`domain.accounts.SOURCES`). Raises LookupError for one without."""
    for row in rows("source_ages"):
        if source.startswith(row["sources"]):
            return Limit(int(row["old_after_months"]), int(row["outdated_after_months"]), row["why"])
    raise LookupError(source)


def last_day(period: str) -> date | None:
    """Give the day that a period (an ISO date, or a year to 31 March) ends; None for other words."""
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", period):
        return date.fromisoformat(period)
    return date(int(period), *_YEAR_ENDS) if re.fullmatch(r"\d{4}", period) else None


def age_months(day: date, today: date) -> int:
    """Count the whole months since a day; none for a day to come."""
    months = (today.year - day.year) * 12 + today.month - day.month - (today.day < day.day)
    return max(months, 0)
