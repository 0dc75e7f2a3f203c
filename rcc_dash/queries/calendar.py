"""Which dates can be looked at, and which list and return answer for a date?"""

from dataclasses import dataclass
from datetime import date

from rcc_dash.queries.reader import Reader


@dataclass(frozen=True, slots=True)
class Calendar:
    """The dates loaded, earliest first."""

    children: tuple[date, ...]
    homes: tuple[date, ...]
    inspected_only: frozenset[date]
    """List dates on which Ofsted's file held inspected homes only, so that counts are too low."""

    @property
    def dates(self) -> tuple[date, ...]:
        """Give every date that can be chosen."""
        return tuple(sorted({*self.children, *self.homes}))

    def children_on(self, day: date | None) -> date | None:
        """Give the date of the returns that answer for a day; None if there are none so early."""
        return _latest(self.children, day)

    def homes_on(self, day: date | None) -> date | None:
        """Give the date of the Ofsted list that answers for a day; None if there is none so early."""
        return _latest(self.homes, day)


def calendar(reader: Reader) -> Calendar:
    """Say which dates are loaded, for children and for homes."""
    frame = reader.ask("dates")
    frame["day"] = [stamp.date() for stamp in frame["as_of"]]
    return Calendar(
        children=tuple(frame.loc[frame["has_children"], "day"]),
        homes=tuple(frame.loc[frame["has_homes"], "day"]),
        inspected_only=frozenset(frame.loc[frame["list_scope"].eq("inspected"), "day"]),
    )


def year_before(day: date, loaded: tuple[date, ...]) -> date | None:
    """Give the same day a year earlier; None if it is not loaded."""
    try:
        earlier = day.replace(year=day.year - 1)
    except ValueError:
        earlier = date(day.year - 1, 2, 28)
    return earlier if earlier in loaded else None


def _latest(days: tuple[date, ...], limit: date | None) -> date | None:
    within = [day for day in days if limit is None or day <= limit]
    return within[-1] if within else None
