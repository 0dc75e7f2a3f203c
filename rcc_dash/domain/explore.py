"""What can be sliced by what on the page *Explore*, and what may not be crossed?"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from rcc_dash.domain.dimensions import values_of
from rcc_dash.domain.filters import Filters
from rcc_dash.domain.measures import Unit, measures
from rcc_dash.domain.splits import splits
from rcc_dash.domain.voids import VALUES as OF_HOMES
from rcc_dash.domain.words import and_list, or_list
from rcc_dash.settings import MAX_CHILD_ATTRIBUTES

ALL: Final = ""
"""The code of a total: of all values together."""

AREA, DATE, NONE = "la_code", "as_of", "none"
AWAY: Final = ("outside", "far", "far_outside", "out_region", "out_england")
"""Measures that are shares of children away from home."""

IN_HOMES: Final = "residential"
PER_100: Final = "places_per_100"
_IN_HOMES_ONLY: Final = frozenset({IN_HOMES, PER_100})
"""Measures of children who live in homes: all of one placement type."""

_OF_CHILDREN: Final = ("children", *AWAY, IN_HOMES)
_OF_HOMES: Final = ("homes", "places")
HOME_DIMENSIONS: Final = {
    "home_sector": "Sector of the home",
    "home_type": "Type of home",
    "judgement": "Ofsted's judgement",
}
_VALUES_OF_HOMES: Final = {"home_sector": "sector", "judgement": "judgement"}
"""What `domain.voids` calls those whose values it names."""


@dataclass(frozen=True, slots=True)
class Slice:
    """One question of the page: a measure, by what its rows and columns are, and shares as numbers or not."""

    measure: str
    rows: str
    columns: str
    as_number: bool = False

    @property
    def dimensions(self) -> tuple[str, ...]:
        """Give what it is split by, rows first; none twice."""
        return tuple(dict.fromkeys(code for code in (self.rows, self.columns) if code != NONE))

    @property
    def is_of_homes(self) -> bool:
        """Say whether it counts homes or places: open data, which is not rounded."""
        return self.measure in _OF_HOMES

    @property
    def away(self) -> str:
        """Give the share of children away from home that it is; blank for a count."""
        return self.measure if self.measure in AWAY else ""

    @property
    def unit(self) -> Unit:
        """Say what its figures are."""
        return Unit.CHILDREN if self.as_number and self.away else measures()[self.measure].unit

    def attributes(self, filters: Filters) -> tuple[str, ...]:
        """Give the attributes of children that it crosses, filters first; the share it asks for left out."""
        kept = ["placement"] if self.measure in _IN_HOMES_ONLY else []
        own = (code for code in self.dimensions if code in splits())
        return tuple(dict.fromkeys([*filters.attributes, *kept, *own]))

    def narrowed(self, filters: Filters) -> Filters:
        """Give the filter of the children that are counted: those in homes are of one placement type."""
        return filters.with_chosen("placement", ("home",)) if self.measure in _IN_HOMES_ONLY else filters

    def of(self, measure: str) -> "Slice":
        """Give the same slice of another measure."""
        return replace(self, measure=measure)


def measure_options() -> Mapping[str, str]:
    """Give every measure that can be sliced, as codes with their words."""
    return {code: measures()[code].label for code in (*_OF_CHILDREN, *_OF_HOMES, PER_100)}


def dimension_titles() -> dict[str, str]:
    """Give everything by which rows and columns can be, as codes with their words."""
    own = {code: split.title for code, split in splits().items()}
    return {AREA: "Local authority", DATE: "Date", **own, **HOME_DIMENSIONS}


def in_a_sentence(dimension: str) -> str:
    """Name a dimension within a sentence."""
    title = dimension_titles()[dimension]
    return title if dimension == "judgement" else title[0].lower() + title[1:]


def value_labels(dimension: str) -> dict[str, str]:
    """Name the values of a dimension that has a fixed list of them, in their natural order."""
    if dimension in _VALUES_OF_HOMES:
        return dict(OF_HOMES[_VALUES_OF_HOMES[dimension]])
    return {value.code: value.label for value in values_of(dimension)}


def refusal(asked: Slice, filters: Filters, *, is_exact: bool) -> str:
    """Say plainly why a combination is not shown and what to take off; blank where it is shown."""
    measure = measures()[asked.measure].label
    strange = [code for code in asked.dimensions if not _fits(asked, code)]
    if strange:
        possible = [in_a_sentence(code) for code in dimension_titles() if _fits(asked, code)]
        what = and_list([in_a_sentence(code) for code in strange])
        return f"“{measure}” cannot be split by {what}. Choose {or_list(possible)}."
    if asked.measure in _IN_HOMES_ONLY and filters.placement and "home" not in filters.placement:
        return f"“{measure}” are none of the placement types that the filter keeps. Take that filter off."
    if asked.is_of_homes or is_exact:
        return ""
    crossed = [in_a_sentence(code) for code in asked.attributes(filters)]
    crossed += [f"whether {measure.lower()}"] if asked.away else []
    if len(crossed) <= MAX_CHILD_ATTRIBUTES:
        return ""
    return (
        f"This would count children by {len(crossed)} things at once: {and_list(crossed)}. More than"
        f" {MAX_CHILD_ATTRIBUTES} could single a child out. Take a filter off above, or choose fewer rows and"
        " columns."
    )


def _fits(asked: Slice, dimension: str) -> bool:
    if dimension in (AREA, DATE):
        return True
    if asked.measure == PER_100:
        return False
    if asked.is_of_homes:
        return dimension in HOME_DIMENSIONS
    return dimension in splits() and not (asked.measure == IN_HOMES and dimension == "placement")
