"""By what can children be sliced, and what is each value called?"""

from dataclasses import dataclass
from functools import cache
from typing import Final

from rcc_dash.reference.tables import rows


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a dimension: its code, its name for people and DfE's published label."""

    code: str
    label: str
    published_label: str


@dataclass(frozen=True, slots=True)
class Dimension:
    """Something by which children may be filtered."""

    code: str
    title: str
    phrase: str
    """How a sentence says a choice: `{}` stands for the chosen values."""
    values: tuple[Value, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """Give the values' codes in their natural order."""
        return tuple(value.code for value in self.values)

    def label(self, code: str) -> str:
        """Name one value for people; an unknown code stays as it is."""
        return next((value.label for value in self.values if value.code == code), code)


_TITLES: Final = {
    "placement": ("Placement type", "{}"),
    "age": ("Age band", "aged {}"),
    "sector": ("Provider sector", "provider: {}"),
}


@cache
def dimensions() -> dict[str, Dimension]:
    """Give every dimension of the filter bar by code, in the bar's order."""
    return {code: Dimension(code, *_TITLES[code], values_of(code)) for code in _TITLES}


def home_sectors() -> tuple[Value, ...]:
    """Give the sectors that Ofsted lists homes under."""
    return values_of("home_sector")


def home_types() -> tuple[Value, ...]:
    """Give the kinds of children's homes that Ofsted registers."""
    return values_of("home_type")


@cache
def values_of(dimension: str) -> tuple[Value, ...]:
    """Give the values of a dimension in their natural order; none for a dimension that is not listed."""
    return tuple(
        Value(r["code"], r["label"], r["published_label"])
        for r in rows("dimensions")
        if r["dimension"] == dimension
    )
