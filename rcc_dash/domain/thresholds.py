"""Which limits does the app keep to, how are they written for people, and why are they so?"""

from dataclasses import dataclass

from rcc_dash import settings
from rcc_dash.reference.tables import Row, rows

_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Threshold:
    """One limit by its name in `rcc_dash.settings`: what it is about, its value written out, its reason."""

    name: str
    group: str
    title: str
    value: str
    why: str


def thresholds() -> tuple[Threshold, ...]:
    """Give every limit in the order of `data/reference/thresholds.csv`, its value as the settings have it."""
    return tuple(_threshold(row) for row in rows("thresholds"))


def _threshold(row: Row) -> Threshold:
    value = getattr(settings, row["name"])
    values = value if isinstance(value, tuple) else (value,)
    if row["name"].endswith("_BYTES"):
        values = tuple(number / _MEGABYTE for number in values)
    return Threshold(row["name"], row["group"], row["title"], row["written"].format(*values), row["why"])
