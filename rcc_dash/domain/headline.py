"""What is a key figure beside its comparators? Frozen values, ready to be drawn."""

from dataclasses import dataclass
from datetime import date

from rcc_dash.domain.measures import Measure


@dataclass(frozen=True, slots=True)
class Figure:
    """One number with its date; a null has a mark of `domain.disclosure.MARKS`, or none if unknown."""

    value: float | None
    mark: str = ""
    as_of: date | None = None


NOT_KNOWN = Figure(None)


@dataclass(frozen=True, slots=True)
class Headline:
    """A key figure: now, a year before, in the other cooperative, and in England as published."""

    measure: Measure
    now: Figure
    year_before: Figure
    other: Figure
    other_name: str
    england: Figure

    @property
    def change(self) -> float | None:
        """Give the change over the year in the figure's own unit; None if either is not shown."""
        if self.now.value is None or self.year_before.value is None:
            return None
        return self.now.value - self.year_before.value
