"""Which settings do pages have besides the filter and the map, and what was chosen?

A page adds its settings to `CHOICES` and reads them from `State.choices`; the link carries
them by their key, defaults left out. A value is always a short code: of an option, or a
whole number within a range.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

_NUMBER: Final = re.compile(r"[0-9]{1,6}")


@dataclass(frozen=True, slots=True)
class Choice:
    """One setting: its key in links, its title, and its options as codes with their words.

    A setting with a `span` (lowest, highest, step) takes whole numbers and has no options.
    """

    key: str
    title: str
    default: str
    options: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    span: tuple[int, int, int] | None = None

    def spelling(self, value: str) -> str | None:
        """Give the one spelling of a value; None if it cannot be chosen."""
        if self.span is None:
            return value if value in self.options else None
        low, high, step = self.span
        number = int(value) if _NUMBER.fullmatch(value) else low - 1
        return str(number) if low <= number <= high and (number - low) % step == 0 else None

    def possible(self) -> str:
        """Say in words what can be chosen instead."""
        if self.span is None:
            return f"“{self.options[self.default]}” is shown."
        low, high, step = self.span
        steps = f" in steps of {step}" if step > 1 else ""
        return f"{low} to {high}{steps} can be chosen."


def _named(key: str, title: str, **options: str) -> Choice:
    """Make a setting of named options; the first is the default."""
    return Choice(key, title, next(iter(options)), MappingProxyType(options))


CHOICES: Final = {
    choice.key: choice
    for choice in (
        _named(
            "d-part",
            "Part of the Distance page",
            many="How many",
            whose="Whose children",
            where="Where they went",
            why="Why",
            nearer="What would be nearer",
        ),
        _named(
            "d-of",
            "Which distance",
            far="Over 20 miles",
            outside="Outside their LA",
            far_outside="Over 20 miles and outside",
            out_region="Outside the region",
            out_england="Outside England",
        ),
        _named(
            "d-base",
            "As a share of",
            all="All children, as DfE counts",
            known="Known distances only",
        ),
        _named(
            "d-near",
            "Nearer means",
            now="Nearer than where the child lives",
            limit="No more than 20 miles from home",
        ),
        _named("d-why", "Reasons shown", supply="Failure of supply", all="All reasons"),
        _named("d-sort", "Order of the table", name="By name", sent="Most sent out", taken="Most taken in"),
        _named(
            "v-part",
            "Part of the Voids page",
            beds="Where beds stand empty",
            cost="What that costs",
            match="Whose child could have had one",
            block="Sharing a block of beds",
        ),
        _named(
            "v-by",
            "Compare homes by",
            la_code="Local authority",
            sector="Sector",
            size="Size",
            judgement="Judgement",
            age="Age of the home",
            owner="Owner",
            kind="Type",
        ),
        _named("v-days", "Count returns of the last", d31="31 days", d60="60 days", d92="92 days"),
        Choice("v-miles", "Miles from home", "20", span=(5, 50, 5)),
        _named("v-whom", "For whom", all="All who live that far", recent="Placed in the last 26 weeks"),
        _named(
            "v-beds",
            "In which places",
            returned="Known to be empty",
            most="All that are not known to be used",
        ),
        _named(
            "v-for",
            "Beds for children",
            dear="At £10,000 a week or more",
            solo="Who need a solo placement",
            dols="Deprived of liberty",
            far="In homes over 20 miles away",
            young="Under 10 in homes",
            home="In homes, all",
        ),
        Choice("v-n", "Beds in the block", "10", span=(1, 60, 1)),
        Choice("v-gbp", "£ a week for each bed", "7500", span=(3_000, 20_000, 250)),
    )
}
"""Every page's settings by key; keys begin with their page's letter so that pages never collide."""


@dataclass(frozen=True, slots=True)
class Choices:
    """What was chosen: values by key, and only those that differ from the default."""

    pairs: tuple[tuple[str, str], ...] = ()

    def get(self, key: str) -> str:
        """Give the value of a setting; raises KeyError for a setting that is not registered."""
        default = CHOICES[key].default
        return next((value for known, value in self.pairs if known == key), default)

    def number(self, key: str) -> int:
        """Give the value of a setting with a range."""
        return int(self.get(key))

    def having(self, key: str, value: str) -> "Choices":
        """Give these choices with another value of one setting, in their one spelling."""
        return Choices((*(pair for pair in self.pairs if pair[0] != key), (key, value))).normalised()

    def normalised(self) -> "Choices":
        """Give the one spelling: known settings in order, possible values, defaults left out."""
        last = dict(self.pairs)
        found = ((key, choice.spelling(last.get(key, choice.default))) for key, choice in CHOICES.items())
        return Choices(tuple((key, v) for key, v in found if v is not None and v != CHOICES[key].default))
